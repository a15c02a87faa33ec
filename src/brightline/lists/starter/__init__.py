"""A small list of well-known listed parties, for trying out and not for use."""
