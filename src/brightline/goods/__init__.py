"""Tariff codes and goods words become tiers, or stay unknown."""
