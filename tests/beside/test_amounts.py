"""Money as whole numbers, and back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.beside.amounts import digits, near, ten_thousandths


@pytest.mark.parametrize(("written", "read"), [("1", 10_000), ("0.0001", 1), ("12.50", 125_000), ("1.500000", 15_000)])
def test_digits_are_read_to_the_ten_thousandth(written: str, read: int) -> None:
    assert ten_thousandths(written) == read


@pytest.mark.parametrize("written", ["", "-1", "1e3", "1,000", "0.00001", "1" * 15, "1."])
def test_anything_else_is_no_amount(written: str) -> None:
    assert ten_thousandths(written) is None


@given(st.integers(0, 10**17))
def test_a_number_comes_back_as_it_went(number: int) -> None:
    assert ten_thousandths(digits(number)) == number


def test_near_counts_both_ends() -> None:
    assert near(np.array([94, 95, 100, 105, 106]), 100, 5).tolist() == [False, True, True, True, False]
