"""One module a page: what it takes from the store, and what it shows."""
