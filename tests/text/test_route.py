"""A way in one cell, however its stations are parted."""

from __future__ import annotations

import pytest

from brightline.text.route import stations


@pytest.mark.parametrize("written", ["CN;KZ;RU", "CN > KZ > RU", "CN-KZ-RU", " CN → KZ, RU ", "CN|KZ/RU"])
def test_stations_in_their_order(written: str) -> None:
    assert stations(written) == ("CN", "KZ", "RU")


def test_nothing_written_has_no_stations() -> None:
    assert stations("") == stations(" ; ") == ()
