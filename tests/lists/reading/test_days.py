"""Days as publishers write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.lists.reading.days import (
    day_in_name,
    half_date,
    half_dates,
    one_day,
    only_date,
    us_date,
    year_range,
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("dd/mm/1945", ("1945",)),
        ("00/00/1945", ("1945",)),
        ("00/05/1970", ("1970-05",)),
        ("7.2.1956", ("1956-02-07",)),
        ("28.01 1966", ("1966-01-28",)),
        ("7.8. 1978", ("1978-08-07",)),
        ("March/April 1965", ("1965-03", "1965-04")),
        ("1979, 1980 or 1981", ("1979", "1980", "1981")),
        ("28 September; (year unknown)", ()),
        ("8.5.1967 Gender: female", ("1967-05-08",)),
        ("15 Jun 1970", ("1970-06-15",)),
        ("June 3, 1970", ("1970-06-03",)),
        ("circa 1960", ("1960",)),
        ("1958 to 1960", ("1958", "1959", "1960")),
        ("between 1958 and 1960", ("1958", "1959", "1960")),
        ("1958 and 1962", ("1958", "1962")),
        ("1900-1960", ("1900", "1960")),
        ("28 Jul 1963", ("1963-07-28",)),
        ("circa 03 May 1951", ("1951-05-03",)),
        ("circa 1975-1977", ("1975", "1976", "1977")),
        ("1958 to circa 1960", ("1958", "1959", "1960")),
        ("01 Jan 1965 to 31 Dec 1966", ("1965", "1966")),
        ("between 1.1.1965 and 31.12.1966", ("1965", "1966")),
        ("03 May 1970 to 20 May 1970", ("1970-05",)),
        ("Mar 1970 to Apr 1970", ("1970",)),
        ("01 Jan 1900 to 31 Dec 1990", ("1900-01-01", "1990-12-31")),
        ("1990 to 1980", tuple(str(year) for year in range(1980, 1991))),
        ("31/02/1960", ("1960",)),
        ("29/02/1960", ("1960-02-29",)),
        ("29/02/1961", ("1961",)),
        ("1964 (possibly: 21 April)", ("1964",)),
        ("2026-02-27T00:00:09.554Z", ("2026-02-27",)),
        ("1970-00-00", ("1970",)),
        ("26.12.2016/3.4.2017", ("2016-12-26", "2017-04-03")),
        ("24-Jun-2026", ("2026-06-24",)),
        ("N/D", ()),
        ("", ()),
    ],
)
def test_half_dates(written: str, read: tuple[str, ...]) -> None:
    assert half_dates(written) == read


def test_one_day_is_a_whole_one_and_may_begin_a_range() -> None:
    assert one_day("1 March 2022 to 20 March 2022") == "2022-03-01"
    assert one_day("1969 or 20 March 2022") == "2022-03-20"
    assert one_day("March 2022") is None
    assert one_day(None) is None


def test_year_range_in_either_order() -> None:
    assert year_range(1960, 1958) == ("1958", "1959", "1960")


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
        ("1945-00-00", "1945"),
        ("07/03/1945", None),
        ("circa 1945", None),
        ("Belize", None),
        ("²²²²", None),
        ("١٩٤٥", None),
        ("", None),
    ],
)
def test_a_text_that_is_nothing_but_a_date_is_read_as_far_as_it_is_known(written: str, expected: str | None) -> None:
    assert only_date(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [("06/29/2056", "2056-06-29"), ("6/9/2003", "2003-06-09"), ("29/06/2056", None), ("2056-06-29", None)],
)
def test_an_american_date_has_the_month_first(written: str, expected: str | None) -> None:
    assert us_date(written) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("sdn_2024-07-02.csv", "2024-07-02"),
        ("set_20231228", "2023-12-28"),
        ("sdn.2024.07.02.csv", "2024-07-02"),
        ("from_2024-01-01_to_2024-07-02.csv", "2024-07-02"),
        ("dpl_2023-11.txt", "2023-11-30"),
        ("x_2024-02.csv", "2024-02-29"),
        ("32014R0269.csv", None),
        ("sdn.csv", None),
        ("sdn_2024-02-30.csv", None),
        ("1202407023.csv", None),
    ],
)
def test_the_last_day_in_a_name_counts_and_a_month_stands_for_its_last_day(name: str, expected: str | None) -> None:
    assert day_in_name(name) == expected


@given(st.dates(min_value=date(1600, 1, 1), max_value=date(2099, 12, 31)))
def test_every_real_day_is_read_in_every_way_of_writing(day: date) -> None:
    written = (
        *(day.isoformat(), f"{day:%d/%m/%Y}", f"{day.day}.{day.month}.{day.year}"),
        *(f"{day.day} {day:%B} {day.year}", f"{day.day:02d}-{day:%b}-{day.year}"),
    )
    assert {half_dates(each) for each in written} == {(day.isoformat(),)}
    assert only_date(f"{day:%d %b %Y}") == only_date(day.isoformat()) == us_date(f"{day:%m/%d/%Y}") == day.isoformat()


@given(st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99))
def test_a_half_date_is_a_real_day_or_a_part_of_one(year: int, month: int, day: int) -> None:
    read = half_date(year, month, day)
    assert len(read) in (4, 7, 10)
    if len(read) == 10 and year >= 1:
        assert date.fromisoformat(read).isoformat() == read
