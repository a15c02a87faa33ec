"""A small invented world for the tests of the lab."""

from __future__ import annotations

from datetime import date

from brightline.lab.world import World, make_world


def small_world(payments: int = 2_000, seed: int = 7, **changed: float) -> World:
    """A world of July 2024 with so many payments."""
    return make_world(seed, payments, date(2024, 7, 3), date(2024, 7, 31), changed)
