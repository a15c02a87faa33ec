"""The same small edition and payments as the tests of `screen` use."""

from tests.screen.conftest import edition, payment

__all__ = ["edition", "payment"]
