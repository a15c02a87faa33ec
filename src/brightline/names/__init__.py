"""One written name becomes candidates with reasons."""
