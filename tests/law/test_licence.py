"""Licences by the hour: alive, ended, not begun, and what nobody knows."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from brightline.law.activities import ACTIVITIES
from brightline.law.book import read_book
from brightline.law.licence import citations

BOOK = read_book()
NEW_YORK, SHANGHAI = ZoneInfo("America/New_York"), ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("moment", "answer"),
    [
        (datetime(2025, 3, 11, 23, 59, tzinfo=NEW_YORK), "yes"),
        (datetime(2025, 3, 12, 0, 0, tzinfo=NEW_YORK), "yes"),
        (datetime(2025, 3, 12, 0, 1, tzinfo=NEW_YORK), "no"),
        (datetime(2025, 3, 12, 0, 2, tzinfo=NEW_YORK), "no"),
        # the same minutes in Shanghai: the licence dies at one minute past noon of the 12th
        (datetime(2025, 3, 12, 11, 59, tzinfo=SHANGHAI), "yes"),
        (datetime(2025, 3, 12, 12, 2, tzinfo=SHANGHAI), "no"),
        (datetime(2025, 3, 12, 0, 2, tzinfo=SHANGHAI), "yes"),
    ],
)
def test_the_energy_licence_ended_at_one_minute_past_midnight_in_new_york(moment: datetime, answer: str) -> None:
    alive = BOOK.licence("GL-8").alive(moment)
    assert alive.answer.value == answer
    assert alive.version is not None
    assert alive.version.id == "8L"
    assert "2025-03-12T00:01 America/New_York" in alive.told


@pytest.mark.parametrize(
    ("licence", "day", "answer", "told"),
    [
        ("GL-13", "2026-07-10", "unknown", "renewal not known"),
        ("GL-13", "2026-07-08", "yes", "13Q"),
        ("GL-131", "2026-08-01", "unknown", "renewal not known"),
        ("GL-104", "2026-09-02", "unknown", "renewal not known"),
        ("GL-128", "2026-11-01", "unknown", "renewal not known"),
        ("GL-130", "2026-11-01", "unknown", "renewal not known"),
        ("GL-134", "2026-06-18", "unknown", "later versions not known"),
        ("GL-134", "2026-05-17", "no", "134B ended on 2026-05-16T00:01"),  # the days between two versions
        ("GL-126", "2025-11-22", "no", "126 ended on 2025-11-21T00:01"),
        ("GL-8", "2023-01-10", "unknown", "not verified"),
        ("GL-8", "2024-06-11", "unknown", "8J begins about 2024-05-01, which is not verified"),
        ("GL-8", "2024-06-12", "yes", "8J holds until about 2024-11-01"),  # named by FAQ 1182 on that day
        ("GL-8", "2024-10-31", "yes", "8J holds"),
        ("GL-8", "2024-11-02", "yes", "8K holds until 2025-01-10"),  # which took over from 8J on a day not verified
        ("GL-115", "2025-12-10", "unknown", "not verified"),
        ("GL-115", "2026-02-10", "yes", "115C"),
        ("GL-115", "2026-06-12", "yes", "115D"),  # renewed a week before its end
        ("GL-115", "2026-12-19", "unknown", "22 November 2026"),
        ("GL-6", "2024-06-13", "yes", "6D"),
        ("GL-6", "2023-06-13", "unknown", "earlier versions"),
        ("GL-132", "2025-11-20", "no", "begins on 2025-11-21"),
        ("IEEPA-TRAVEL", "2024-06-13", "yes", "without an end"),
        ("IEEPA-TRAVEL", "2024-06-11", "unknown", "not verified"),
    ],
)
def test_alive_by_day(licence: str, day: str, answer: str, told: str) -> None:
    alive = BOOK.licence(licence).alive(datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=NEW_YORK))
    assert alive.answer.value == answer
    assert told in alive.told


def test_every_activity_is_covered_and_no_text_of_a_licence_was_read() -> None:
    covered = {word for licence in BOOK.licences.values() for word in licence.covers}
    assert covered == set(ACTIVITIES)
    assert not any(licence.conditions_read for licence in BOOK.licences.values())  # the day one is read, say so here


def test_every_version_cites_its_law_with_a_link() -> None:
    for licence in BOOK.licences.values():
        for version in licence.versions:
            assert all(cite.url.startswith("https://") for cite in citations(version)), licence.id
    (cite,) = citations(BOOK.licence("GL-115").versions[1])
    assert (cite.act, cite.status) == ("OFAC-RUSSIA-LICENCES", "secondary")
    assert cite.url.endswith("/935701/download?inline")


def test_a_licence_ends_by_the_hour_and_never_at_the_end_of_a_day() -> None:
    """Ends stand at 12:01 a.m. Eastern, save where the next version takes over at the start of its day."""
    for licence in BOOK.licences.values():
        starts = {version.span.start for version in licence.versions}
        for version in licence.versions:
            if version.span.end and version.span.end not in starts:
                assert version.span.told_end.endswith("T00:01 America/New_York"), (licence.id, version.id)


def test_the_licences_of_a_day_long_ago() -> None:
    early = datetime(2021, 5, 1, tzinfo=UTC)
    assert BOOK.licence("GL-8").alive(early).answer.value == "unknown"  # its first day is not verified
    assert BOOK.licence("GL-126").alive(early).answer.value == "no"


def test_earlier_versions_are_unknown_only_as_far_back_as_they_can_lie() -> None:
    licence = BOOK.licence("GL-134")  # numbered after GL 133 of March 2026
    assert licence.earlier is not None
    assert licence.alive(datetime(2025, 3, 12, 12, tzinfo=UTC)).answer.value == "no"
    assert BOOK.licence("GL-124").alive(datetime(2025, 5, 1, tzinfo=UTC)).answer.value == "unknown"
    assert BOOK.licence("GL-133").alive(datetime(2025, 5, 1, tzinfo=UTC)).answer.value == "no"
    assert BOOK.licence("GL-133").alive(datetime(2026, 3, 10, tzinfo=UTC)).answer.value == "unknown"
