"""The payment beside earlier ones: an attempt made again with something changed, and what does not fit the pattern."""
