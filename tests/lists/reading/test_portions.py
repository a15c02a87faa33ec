"""Shares as registers print them."""

from __future__ import annotations

import pytest

from brightline.lists.reading.portions import portion
from brightline.terms import Portion


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("50", Portion(5000, 5000)),
        ("50.00 %", Portion(5000, 5000)),
        ("33,33%", Portion(3333, 3333)),
        ("33.3333", Portion(3333, 3334, True, True)),
        ("25-50", Portion(2500, 5000)),
        ("25 % to 50 %", Portion(2500, 5000)),
        ("more than 25 but not more than 50", Portion(2500, 5000, above=True)),
        ("more than 50 but less than 75", Portion(5000, 7500, True, True)),
        (">=75", Portion(7500, 10000)),
        ("> 25", Portion(2500, 10000, above=True)),
        ("less than 50", Portion(0, 5000, below=True)),
        ("0", Portion(0, 0)),
        ("", None),
        ("unknown", None),
    ],
)
def test_a_share_keeps_its_ends(printed: str, read: Portion | None) -> None:
    assert portion(printed, "row 1") == read
