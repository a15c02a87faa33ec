"""Every worked example of FAQs 398 to 402 of OFAC, and the same facts under the law of the Union and of Britain."""

from __future__ import annotations

import pytest
from tests.ownership.world import DAY, EU, EU_BEFORE, UK, US, ask

from brightline.ownership.control import Listed
from brightline.terms import Answer

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
ONE = (("X", "A", 50), ("A", "B", 50))
TWO = (("X", "A", 50), ("X", "B", 50), ("A", "C", 25), ("B", "C", 25))
THREE = (("X", "A", 50), ("X", "B", 10), ("A", "B", 40))
FOUR = (("X", "A", 50), ("X", "B", 25), ("A", "C", 25), ("B", "C", 25))
FIVE = (("X", "A", 25), ("X", "B", 25), ("A", "C", 50), ("B", "C", 50))
SIX = (("X", "A", 25), ("Y", "A", 25))
SEVEN = (("X", "A", 49), ("X", "A", None, "control"))
CHAIN = (("X", "A", 51), ("A", "B", 50), ("B", "C", 50))
CROSS = (("A", "B", 50), ("B", "A", 50), ("X", "A", 50))


@pytest.mark.parametrize(
    ("name", "rows", "company", "us", "eu", "uk"),
    [
        ("401, first: half of a half", ONE, "A", YES, YES, NO),
        ("401, first: half of a half", ONE, "B", YES, YES, NO),
        ("401, second: two halves, two quarters", TWO, "C", YES, YES, NO),
        ("401, third: 40 through another and 10 directly", THREE, "B", YES, YES, NO),
        ("401, fourth: only one of two quarters counts", FOUR, "C", NO, NO, NO),
        ("401, fifth: two quarters pass on nothing", FIVE, "C", NO, NO, NO),
        ("399: two blocked persons are added together", SIX, "A", YES, YES, NO),
        ("398: control without ownership", SEVEN, "A", NO, YES, YES),
        ("exactly half", (("X", "A", 50),), "A", YES, YES, NO),
        ("more than half", (("X", "A", 50.01),), "A", YES, YES, YES),
        ("30 beside 30 of somebody not listed", (("X", "A", 30), ("Z", "A", 30)), "A", NO, NO, NO),
        ("a chain of three", CHAIN, "A", YES, YES, YES),
        ("a chain of three", CHAIN, "C", YES, YES, NO),
        ("holding each other", CROSS, "A", YES, YES, NO),
        ("holding each other", CROSS, "B", YES, YES, NO),
    ],
)
def test_an_example(
    name: str, rows: tuple[tuple[object, ...], ...], company: str, us: Answer, eu: Answer, uk: Answer
) -> None:
    listed = "XY"
    found = [ask(company, listed, *rows, counting=counting).answer for counting in (US, EU, UK)]
    assert found == [us, eu, uk], name


def test_the_union_asked_for_more_than_half_until_july_2024() -> None:
    assert ask("A", "X", ("X", "A", 50), counting=EU_BEFORE).answer is NO
    assert ask("A", "X", ("X", "A", 50), counting=EU).answer is YES


def test_402_a_stake_sold_down_blocks_no_longer_and_is_said() -> None:
    rows = (("X", "A", 60, "shares", None, "2024-06-01"), ("X", "A", 40, "shares", "2024-06-01", None))
    listed = {"X": Listed("X", since="2024-02-23")}
    before, after = (ask("A", listed, *rows, day=day) for day in ("2024-05-31", "2024-06-01"))
    assert (before.answer, after.answer) == (YES, NO)
    assert any("stays blocked until licensed" in note for note in after.notes)
    assert ask("A", listed, *rows, counting=EU, day=DAY).answer is UNKNOWN  # a test of control has to be made
    assert ask("A", listed, *rows, counting=UK, day=DAY).answer is UNKNOWN


def test_400_control_of_an_entity_blocks_nothing_and_asks_for_care() -> None:
    found = ask("A", "X", ("X", "A", None, "control"))
    assert found.answer is NO
    assert any("caution" in note for note in found.notes)


def test_stakes_are_never_multiplied() -> None:
    chain = [(f"C{at}", f"C{at + 1}", 50) for at in range(10)]
    found = ask("C10", {"C0": Listed("C0")}, *chain)
    assert found.answer is YES
    assert found.portion.least == found.portion.greatest == 5000
