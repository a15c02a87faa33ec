"""Goods: tariff codes, the editions they belong to, and words that name goods. Knows no law: lists are handed in."""
