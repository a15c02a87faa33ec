"""Legal entities and their relationships as GLEIF publishes them."""
