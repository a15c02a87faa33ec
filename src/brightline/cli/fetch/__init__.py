"""Fetching lists from their publishers: addresses, one file over an unsure line, and what is kept between two calls."""
