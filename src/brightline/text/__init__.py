"""Facts of writing: scripts, transliteration, folding, countries. Pure functions on strings."""
