"""How values are written on pages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from brightline.desk.drawing import asset, day_and_hour, for_how_long, money, size

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("amount", "shown"),
    [("1250000.00", "1,250,000.00"), ("95", "95"), ("0.50", "0.50"), (None, ""), ("1e9", "1e9"), ("٣٤", "٣٤")],
)
def test_digits_are_parted_and_nothing_else_is_changed(amount: str | None, shown: str) -> None:
    assert money(amount) == shown


@pytest.mark.parametrize(
    ("since", "told"),
    [
        ("2026-11-22T11:48:30.000000Z", "11 min"),
        ("2026-11-22T13:00:00.000000Z", "0 min"),
        ("2026-11-22T07:00:00.000000Z", "5 h"),
        ("2026-11-20T12:30:00.000000Z", "47 h"),
        ("2026-11-19T12:00:00.000000Z", "3 d"),
        ("2026-11-19", "3 d"),
    ],
)
def test_ages_are_short(since: str, told: str) -> None:
    assert for_how_long(since, NOW) == told


def test_moments_and_sizes() -> None:
    assert day_and_hour("2026-11-22T14:05:06.000007Z") == "2026-11-22 14:05"
    assert day_and_hour("2026-11-22") == "2026-11-22"
    assert size(12) == "12 B"
    assert size(5_000_000) == "4,882 kB"


def test_a_changed_file_has_another_address() -> None:
    assert asset("desk.css").startswith("/desk/static/desk.css?")
    assert asset("desk.css") != asset("case.css")
