"""What changed between two moments, as an explanation tells it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from brightline.errors import LawError
from brightline.law.book import read_book
from brightline.law.changes import changes

BOOK = read_book()
NEW_YORK = ZoneInfo("America/New_York")


def _at(*when: int) -> datetime:
    return datetime(*when, tzinfo=NEW_YORK)  # type: ignore[misc, arg-type]


def test_the_base_was_widened_on_12_june_2024() -> None:
    (change,) = changes(BOOK, "s11-designated", _at(2024, 6, 11), _at(2024, 6, 13))
    assert change.on == "2024-06-12"
    assert "every person blocked under E.O. 14024" in change.what
    assert "OFAC-FAQ-1181" in [cite.act for cite in change.cites]


def test_section_11_began_on_22_december_2023() -> None:
    found = changes(BOOK, "s11-designated", _at(2023, 11, 15), _at(2024, 1, 15))
    assert [change.on for change in found] == ["2023-12-22"]


def test_what_a_rule_begins_with_is_told_as_its_beginning() -> None:
    (change,) = changes(BOOK, "s11-critical-item", _at(2023, 11, 15), _at(2024, 1, 15))
    assert change.on == "2023-12-22"
    assert change.what.startswith("The determination names classes")


def test_nothing_changed_within_a_quiet_week() -> None:
    assert changes(BOOK, "s11-designated", _at(2024, 7, 1), _at(2024, 7, 8)) == ()


def test_five_codes_joined_the_common_list() -> None:
    found = changes(BOOK, "chpl-goods", _at(2024, 2, 22), _at(2024, 2, 24))
    assert any(change.what.endswith("5 codes joined") for change in found)


def test_the_energy_licence_ended_between_two_minutes_of_one_night() -> None:
    before, after = _at(2025, 3, 11, 23, 59), _at(2025, 3, 12, 0, 2)
    (change,) = changes(BOOK, "licence", before, after)
    assert (change.on, change.what) == ("2025-03-12T00:01 America/New_York", "GL-8: version 8L ended")
    assert changes(BOOK, "licence", before, after, licences=["GL-6"]) == ()
    assert changes(BOOK, "licence", after, after) == ()


def test_moments_without_a_zone_or_out_of_order_and_unknown_rules_are_refused() -> None:
    with pytest.raises(LawError, match="two moments with a zone"):
        changes(BOOK, "licence", datetime(2024, 1, 1), datetime(2024, 2, 1, tzinfo=UTC))
    with pytest.raises(LawError, match="the earlier first"):
        changes(BOOK, "licence", _at(2024, 2, 1), _at(2024, 1, 1))
    with pytest.raises(LawError, match="one of"):
        changes(BOOK, "no-such-rule", _at(2024, 1, 1), _at(2024, 2, 1))
