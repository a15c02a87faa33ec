"""The answer about a company: what would settle it, what is said of how it was counted, and by which ways."""

from __future__ import annotations

from tests.ownership.world import EU, UK, US, ask

from brightline.ownership.control import Listed
from brightline.terms import Answer, Portion


def test_an_unknown_says_which_stake_would_settle_it() -> None:
    found = ask("B", "X", ("X", "A", (25, 50)), ("A", "B", 100))
    assert found.answer is Answer.UNKNOWN
    assert found.settles == ("how much of A X holds (more than 25 and at most 50 %, invented register)",)


def test_an_owner_whose_name_alone_resembles_a_listed_one_is_what_has_to_be_settled() -> None:
    found = ask("A", {"X": Listed("X LIMITED", sure=False)}, ("X", "A", 100))
    assert (found.answer, found.portion) == (Answer.UNKNOWN, Portion(0, 10000))
    assert found.settles == ("whether the owner X is the listed X LIMITED",)


def test_open_shares_share_what_others_surely_leave() -> None:
    found = ask("A", "X", ("X", "A", None), ("Z", "A", 70))
    assert (found.answer, found.portion) == (Answer.NO, Portion(0, 3000))


def test_more_than_25_twice_is_more_than_half() -> None:
    found = ask("A", "XY", ("X", "A", (25, 50)), ("Y", "A", (25, 50)), counting=EU)
    assert (found.answer, found.portion) == (Answer.YES, Portion(5000, 10000, above=True))


def test_less_than_half_never_reaches_it() -> None:
    assert ask("A", "X", ("X", "A", 49.99)).answer is Answer.NO


def test_sums_over_a_hundred_by_rounding_are_said() -> None:
    found = ask("A", "X", ("X", "A", 33.34), ("Y", "A", 33.34), ("Z", "A", 33.34))
    assert any("add up to 100.02 %, by rounding" in note for note in found.notes)


def test_sums_that_cannot_be_right_are_said() -> None:
    found = ask("A", "X", ("X", "A", 60), ("Y", "A", 60))
    assert any("add up to 120 %, which cannot all be right" in note for note in found.notes)


def test_a_stake_given_up_the_day_before_the_listing_is_said_and_counted_as_the_law_of_the_day_says() -> None:
    rows = (("X", "A", 80, "shares", None, "2024-06-11"), ("Z", "A", 80, "shares", "2024-06-11", None))
    listed = {"X": Listed("X", since="2024-06-12")}
    us, uk = (ask("A", listed, *rows, counting=one) for one in (US, UK))
    assert (us.answer, uk.answer) == (Answer.NO, Answer.UNKNOWN)
    assert us.notes[-1] == "X gave up 80 % of A on 2024-06-11, 1 day before its listing of 2024-06-12"


def test_a_stake_given_up_long_before_the_listing_is_nobodys_business() -> None:
    rows = (("X", "A", 80, "shares", None, "2020-06-11"), ("Z", "A", 80, "shares", "2020-06-11", None))
    found = ask("A", {"X": Listed("X", since="2024-06-12")}, *rows, counting=UK)
    assert (found.answer, found.notes) == (Answer.NO, ())


def test_every_way_is_told_the_shortest_first() -> None:
    found = ask("C", "X", ("X", "C", 10), ("X", "A", 50), ("X", "B", 50), ("A", "C", 25), ("B", "C", 25))
    told = [[(one.owner, one.owned, one.share) for one in way.holdings] for way in found.paths]
    assert told == [
        [("X", "C", "10 %")],
        [("X", "A", "50 %"), ("A", "C", "25 %")],
        [("X", "B", "50 %"), ("B", "C", "25 %")],
    ]
    assert all(way.sure for way in found.paths)


def test_a_company_that_holds_too_little_of_the_next_stands_on_no_way() -> None:
    assert ask("B", "X", ("X", "A", 40), ("A", "B", 100)).paths == ()


def test_too_many_ways_are_cut_and_that_is_said() -> None:
    fans = [(f"M{at}", "A", 2) for at in range(50)] + [("X", f"M{at}", 100) for at in range(50)]
    found = ask("A", "X", *fans)
    assert len(found.paths) == 32
    assert "there are more ways than are told" in found.notes
