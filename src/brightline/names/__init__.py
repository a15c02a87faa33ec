"""One written name → listed candidates with reasons."""
