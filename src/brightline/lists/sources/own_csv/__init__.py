"""A list of one's own: a CSV with the columns documented here."""
