"""Moments carry a zone; a day means its last second."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from brightline.errors import CallError
from brightline.screen.moments import read_as_of, read_moment

NOW = datetime(2026, 11, 22, 10, 0, 0, 123456, UTC)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-05-16T09:00:00+08:00", "2024-05-16T09:00:00+08:00"),
        ("2024-05-16T01:00:00Z", "2024-05-16T01:00:00+00:00"),
        ("2024-05-16T09:00", "2024-05-16T09:00:00+00:00"),
        ("2024-05-16", "2024-05-16T23:59:59+00:00"),
    ],
)
def test_a_moment_is_read(written: str, read: str) -> None:
    assert read_moment(written, "--as-of").isoformat() == read


@pytest.mark.parametrize("written", ["16.05.2024", "yesterday", "", "2024-13-01", "2024-05-16T25:00:00Z"])
def test_what_is_no_moment_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(CallError, match="2024-05-16T09:00:00"):
        read_moment(written, "--as-of")


def test_both_clocks_default_to_now_to_the_second() -> None:
    as_of = read_as_of(None, None, NOW)
    assert as_of.law == as_of.known == NOW.replace(microsecond=0)


def test_known_follows_the_law_unless_given() -> None:
    assert read_as_of("2024-05-16", None, NOW).known.date().isoformat() == "2024-05-16"
    assert read_as_of("2024-05-16", "2023-01-01", NOW).known.year == 2023
