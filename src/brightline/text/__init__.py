"""Scripts, transliteration, tokens, countries: pure functions on strings."""
