"""A plain table of owners."""
