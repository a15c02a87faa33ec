"""A customer transfer and its cover, side by side."""

from __future__ import annotations

from brightline.nexus.earlier import cover
from brightline.terms import Leg, Party, Payment, SeenGoods

NOW = Payment("a#1", "MT103", parties=(Party("debtor", "50K", "OOO Chai"), Party("creditor", "59", "Leaf")))


def leg(*named: tuple[str, str]) -> Leg:
    return Leg("MT202COV", "b#1", "u", tuple(Party(role, f"paired.{role}", name) for role, name in named))


def told(other: Leg) -> list[tuple[str, str]]:
    return [(one.words, one.other_words) for one in cover.names(NOW, other)]


def test_the_same_in_another_spelling_is_the_same() -> None:
    assert told(leg(("debtor", "ООО Чай"), ("creditor", "LEAF CO LTD"))) == []


def test_another_name_stands_beside_ours_once() -> None:
    assert told(leg(("debtor", "Granite"), ("creditor", "Leaf"))) == [("debtor 'OOO Chai'", "debtor 'Granite'")]


def test_a_name_that_the_other_leg_lacks_is_told() -> None:
    assert told(leg(("creditor", "Leaf"))) == [("debtor 'OOO Chai'", "nothing")]


def test_risky_goods_of_either_leg_are_told_and_plain_ones_are_not() -> None:
    bearings = SeenGoods("t", "848210", "3.B", "words", "bearings", reading="listed")
    tea = SeenGoods("t", None, None, "words", "tea", harmless=True, reading="harmless")
    assert [one.other_words for one in cover.goods([tea], [bearings])] == ["bearings HS 848210"]
    assert [one.words for one in cover.goods([bearings], [])] == ["bearings HS 848210"]
    assert list(cover.goods([tea], [])) == []
