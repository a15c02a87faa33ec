"""Dates of publishers, whole, half and as ranges."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.lists.dates import birth_dates, iso_date, us_date


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("28 Jul 1963", "1963-07-28"),
        ("Mar 1945", "1945-03"),
        ("1945", "1945"),
        ("1945-03", "1945-03"),
        ("2024-07-02T00:00:00", "2024-07-02"),
        ("07 March 1945.", "1945-03-07"),
        ("31 Feb 1945", None),
        ("13 Jux 1945", None),
        ("0000", None),
        ("1945-13", None),
        ("Belize", None),
        ("²²²²", None),
        ("١٩٤٥", None),
        ("", None),
    ],
)
def test_a_date_is_read_as_far_as_it_is_known(written: str, expected: str | None) -> None:
    assert iso_date(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("28 Jul 1963", ("1963-07-28",)),
        ("circa 1951", ("1951",)),
        ("circa 03 May 1951", ("1951-05-03",)),
        ("1962 to 1964", ("1962", "1963", "1964")),
        ("circa 1975-1977", ("1975", "1976", "1977")),
        ("01 Jan 1965 to 31 Dec 1966", ("1965", "1966")),
        ("03 May 1970 to 20 May 1970", ("1970-05",)),
        ("Mar 1970 to Apr 1970", ("1970",)),
        ("1900 to 1990", ("1900", "1990")),
        ("1990 to 1980", ("1990", "1980")),
        ("unknown", ()),
    ],
)
def test_a_birth_date_covers_what_the_text_allows(written: str, expected: tuple[str, ...]) -> None:
    assert birth_dates(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [("06/29/2056", "2056-06-29"), ("6/9/2003", "2003-06-09"), ("29/06/2056", None), ("2056-06-29", None)],
)
def test_an_american_date_has_the_month_first(written: str, expected: str | None) -> None:
    assert us_date(written) == expected


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 1, 1)))
def test_every_day_comes_back_from_both_forms(day: date) -> None:
    assert iso_date(f"{day:%d %b %Y}") == day.isoformat()
    assert us_date(f"{day:%m/%d/%Y}") == day.isoformat()
    assert birth_dates(day.isoformat()) == (day.isoformat(),)
