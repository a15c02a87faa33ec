"""How batches are carried; engines carry, they do not decide."""
