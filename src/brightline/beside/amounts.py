"""Money as whole numbers of ten-thousandths, and back to digits: nothing is ever rounded by a float."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

PARTS = 10_000
_AMOUNT = re.compile(r"([0-9]{1,14})(?:\.([0-9]{1,4})0*)?")

Whole = NDArray[np.int64]


def ten_thousandths(written: str) -> int | None:
    """Digits with a decimal point as a whole number; None where they are no such amount."""
    match = _AMOUNT.fullmatch(written)
    return int(match[1]) * PARTS + int((match[2] or "").ljust(4, "0")) if match else None


def digits(amount: int) -> str:
    """A whole number of ten-thousandths as digits, with two places at least."""
    whole, rest = divmod(amount, PARTS)
    part = f"{rest:04d}".rstrip("0")
    return f"{whole}.{part:0<2}"


def near(values: Whole, amount: int, percent: int) -> NDArray[np.bool_]:
    """Which of the values lie within so many percent of an amount."""
    return np.asarray(np.abs(values - amount) * 100 <= amount * percent)
