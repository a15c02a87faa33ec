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
    if not rest:
        return f"{whole}.00"
    part = f"{rest:04d}".rstrip("0")
    return f"{whole}.{part:0<2}"


def near(values: Whole, amount: int, percent: int) -> NDArray[np.bool_]:
    """Which of the values lie within so many percent of an amount."""
    return np.asarray(np.abs(values - amount) * 100 <= amount * percent)


def sums(keys: Whole, amounts: Whole) -> list[tuple[int, int, int]]:
    """For each distinct key, ascending, how many amounts stand under it, and what they make together; exact."""
    if not keys.size:
        return []
    order = np.argsort(keys, kind="stable")
    told, values = keys[order], amounts[order].tolist()
    starts = [0, *(np.flatnonzero(told[1:] != told[:-1]) + 1).tolist()]
    ends = [*starts[1:], len(values)]
    distinct = zip(told[starts].tolist(), starts, ends, strict=True)
    return [(key, end - start, sum(values[start:end])) for key, start, end in distinct]
