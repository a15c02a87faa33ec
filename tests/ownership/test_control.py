"""Reaching: against a slow reference over every drawing of the open shares, and in cycles."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ownership.world import DAY, EU, UK, US, Row, ask, book

from brightline.ownership.control import Listed, Work, reach
from brightline.ownership.counting import Counting
from brightline.terms import Answer

NAMES = "XABCD"
shares = st.one_of(st.sampled_from([10, 25, 49, 50, 51, 75, 100, None]), st.sampled_from([(25, 50), (50, 75)]))
stakes = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES[1:]), shares).filter(lambda one: one[0] != one[1]),
    max_size=6,
    unique_by=lambda one: one[:2],
)


def _reached(rows: list[tuple[str, str, float]]) -> set[str]:
    """Everybody X reaches when every share is known: the law in its plainest form, looked at again and again."""
    found = {"X"}
    while True:
        held: dict[str, float] = {}
        for owner, owned, share in rows:
            if owner in found:
                held[owned] = held.get(owned, 0) + share
        new = {owned for owned, share in held.items() if share >= 50} - found
        if not new:
            return found
        found |= new


def _drawings(rows: list[Row]) -> list[list[tuple[str, str, float]]]:
    """Every way in which the open shares could come out, at their ends, where nobody holds more than all."""
    ends = [_ends(row[2]) for row in rows]
    drawn = [[(str(r[0]), str(r[1]), share) for r, share in zip(rows, one, strict=True)] for one in product(*ends)]
    return [one for one in drawn if all(_whole(one, owned) <= 100 for owned in NAMES)]


def _ends(share: object) -> list[float]:
    if share is None:
        return [0.0, 50.0, 100.0]
    return [share[0] + 0.001, float(share[1])] if isinstance(share, tuple) else [float(str(share))]


def _whole(rows: list[tuple[str, str, float]], company: str) -> float:
    return sum(share for _, owned, share in rows if owned == company)


@settings(max_examples=150, suppress_health_check=[HealthCheck.filter_too_much], deadline=None)
@given(stakes)
def test_what_is_sure_holds_in_every_drawing_and_what_holds_in_one_is_never_denied(rows: list[Row]) -> None:
    answers = {"A" in _reached(drawing) for drawing in _drawings(rows)}
    if not any(row[1] == "A" for row in rows) or not answers:
        return
    answer = ask("A", {"X": Listed("X")}, *rows).answer
    if answer is Answer.YES:
        assert answers == {True}
    if True in answers:
        assert answer is not Answer.NO
    if answer is Answer.NO:
        assert answers == {False}


@settings(max_examples=100, deadline=None)
@given(stakes)
def test_with_every_share_known_the_answer_is_that_of_the_plain_law(rows: list[Row]) -> None:
    known = [(owner, owned, share) for owner, owned, share in rows if isinstance(share, int)]
    if not any(row[1] == "A" for row in known):
        return
    reached = "A" in _reached([(str(owner), str(owned), float(str(share))) for owner, owned, share in known])
    if all(_whole([(str(o), str(c), float(str(s))) for o, c, s in known], name) <= 100 for name in NAMES):
        assert ask("A", {"X": Listed("X")}, *known).answer is (Answer.YES if reached else Answer.NO)


@settings(max_examples=60, deadline=None)
@given(stakes, st.randoms(use_true_random=False))
def test_the_order_of_a_register_changes_nothing(rows: list[Row], draw: object) -> None:
    if not any(row[1] == "A" for row in rows):
        return
    shuffled = list(rows)
    draw.shuffle(shuffled)  # type: ignore[attr-defined]
    for counting in (US, EU, UK):
        assert ask("A", "X", *rows, counting=counting) == ask("A", "X", *shuffled, counting=counting)


def test_a_cycle_of_a_hundred_companies_ends() -> None:
    circle = [(f"C{at:03d}", f"C{(at + 1) % 100:03d}", 60) for at in range(100)]
    assert ask("C050", {"X": Listed("X")}, *circle).answer is Answer.NO
    reached = ask("C050", {"X": Listed("X")}, ("X", "C000", 50), *circle)
    assert reached.answer is Answer.YES
    assert [len(way.holdings) for way in reached.paths] == [51]


def test_two_unrelated_owners_are_not_added_up_in_britain_but_joint_ones_are() -> None:
    apart = (("X", "A", 30), ("Y", "A", 30))
    jointly = (("X", "A", 30, "joint"), ("Y", "A", 29, "joint"))
    assert ask("A", "XY", *apart, counting=UK).answer is Answer.NO
    assert ask("A", "XY", *jointly, counting=UK).answer is Answer.YES
    assert ask("A", "XY", *apart, counting=US).answer is Answer.YES


def test_a_joint_holding_counts_once() -> None:
    found = ask("A", "XY", ("X", "A", 40, "joint"), ("Y", "A", 40, "joint"))
    assert (found.answer, found.portion.least, found.portion.greatest) == (Answer.NO, 4000, 4000)


def test_a_joint_holding_with_somebody_unlisted_is_open() -> None:
    found = ask("A", "X", ("X", "A", 60, "joint"), ("Z", "A", 60, "joint"))
    assert (found.answer, found.portion.least, found.portion.greatest) == (Answer.UNKNOWN, 0, 6000)


def test_treasury_shares_leave_the_whole() -> None:
    found = ask("A", "X", ("X", "A", 45), ("A", "A", 10, "treasury"))
    assert (found.answer, found.portion.least) == (Answer.YES, 5000)
    assert any("left out of the whole" in note for note in found.notes)


def test_a_nominee_holds_for_its_nominator() -> None:
    assert ask("A", "X", ("X", "N", None, "nominee"), ("N", "A", 50)).answer is Answer.YES
    assert ask("A", "N", ("X", "N", None, "nominee"), ("N", "A", 50)).answer is Answer.YES


def test_votes_count_in_britain_and_not_in_the_united_states() -> None:
    rows = (("X", "A", 10), ("X", "A", 80, "votes"))
    assert [ask("A", "X", *rows, counting=one).answer for one in (US, EU, UK)] == [Answer.NO, Answer.YES, Answer.YES]


@pytest.mark.parametrize("counting", [US, EU, UK])
def test_a_thicket_is_followed_only_so_far_and_denies_nothing(counting: Counting) -> None:
    """Sixty companies, each holding a little of every other: the answer is cut, the same each time, and never a no."""
    names = [f"C{at:02d}" for at in range(60)]
    thicket = [(owner, owned, 1) for owner in names for owned in names if owner != owned]
    first, again = (ask("C00", {"C59": Listed("C59")}, *thicket, counting=counting) for _ in range(2))
    assert (first.answer, first.cut) == (Answer.UNKNOWN, True)
    assert first == again
    assert any("not all were looked at" in note for note in first.notes)


def test_work_used_up_keeps_what_is_sure_and_denies_nothing() -> None:
    rows = (("X", "A", 50), ("A", "B", 50), ("B", "C", 10), ("Z", "C", 90))
    world = book(*rows)
    above = world.above(world.named("C")[0], DAY)
    listed = {at: Listed("X") for at, node in enumerate(above.nodes) if node.id == "X"}
    whole, short = reach(above, listed, US), reach(above, listed, US, Work(1))
    assert (0 in whole.possible, whole.cut) == (False, False)
    assert (0 in short.possible, short.cut) == (True, True)
    assert short.sure <= whole.sure


def test_more_owners_than_are_followed_deny_nothing() -> None:
    found = ask("A", {"O0001": Listed("O0001")}, *((f"O{at:04d}", "A", 0.01) for at in range(700)))
    assert (found.answer, found.cut) == (Answer.UNKNOWN, True)
