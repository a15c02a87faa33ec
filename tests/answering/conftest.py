"""Invented payments and the small edition that decides them."""

from __future__ import annotations

from tests.screen.conftest import edition, payment

__all__ = ["edition", "payment"]
