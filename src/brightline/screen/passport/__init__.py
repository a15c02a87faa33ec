"""Passports: whether a payment lies wholly inside one, and whether the passport still stands."""
