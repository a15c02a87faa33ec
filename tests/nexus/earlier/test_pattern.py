"""What does not fit the pattern needs a pattern first."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from brightline.nexus.earlier import pattern
from brightline.terms import Party, Payment, SeenGoods
from brightline.terms.earlier import GoodsBefore, Habit, History, MonthSum, Moved, Usual

MOMENT = datetime.fromisoformat("2024-09-10T12:00:00+08:00")
PAID = Payment(
    "x#1", "csv", amount="1000.00", currency="CNY",
    parties=(Party("debtor", "d", "Chai", country="RU"), Party("debtor_agent", "da", bic="KLYARUMMXXX", country="RU")),
)  # fmt: skip
NONE = Habit(0)


def usual(count: int, median: str = "100.00", spread: str = "10.00") -> Habit:
    return Habit(count, amounts=(Usual("CNY", count, median, spread),))


def months(*values: str) -> tuple[MonthSum, ...]:
    return tuple(MonthSum(f"2024-0{n + 1}", "CNY", 1, value) for n, value in enumerate(values))


def moved(day: str, amount: str) -> Moved:
    return Moved(day, amount, "CNY", "SOMEBODY", "history.recent[0]")


def test_a_first_payment_is_told_only_where_a_side_is_known() -> None:
    assert pattern.is_new(History(NONE, usual(3), NONE))
    assert not pattern.is_new(History(usual(1), usual(3), usual(2)))
    assert not pattern.is_new(History(NONE, NONE, NONE))


@pytest.mark.parametrize(
    ("history", "out"),
    [
        (History(NONE, usual(6), NONE), True),
        (History(NONE, usual(5), NONE), False),  # five are no pattern
        (History(NONE, usual(6, "500.00", "90.00"), NONE), False),  # six spreads reach 1040
        (History(NONE, usual(6, "500.00", "0.00"), NONE), False),  # twice the median is not far above it
        (History(NONE, usual(6, "499.00", "0.00"), NONE), True),
        (History(usual(6, "900.00"), usual(6), NONE), False),  # what the two usually do comes first
        (History(NONE, replace(usual(6), amounts=(Usual("USD", 6, "1.00", "0.00"),)), NONE), False),
    ],
)
def test_amounts(history: History, out: bool) -> None:
    assert bool(pattern.amount_out_of_pattern(PAID, history)) is out


def test_goods_of_a_new_heading_after_enough_others() -> None:
    bearings = SeenGoods("t", "848210", "3.B", "code", "bearings", reading="listed")
    shirts = SeenGoods("h", "610910", None, "code", None, reading="unlisted")
    rollers = SeenGoods("h", "848250", "3.B", "code", None, reading="listed")
    known = History(NONE, Habit(6, goods=(GoodsBefore("610910", None, 6),)), NONE)
    assert "848210" in pattern.goods_out_of_pattern([bearings], [shirts], known)
    assert not pattern.goods_out_of_pattern([bearings], [rollers], known)
    few = History(NONE, Habit(6, goods=(GoodsBefore("610910", None, 5),)), NONE)
    assert not pattern.goods_out_of_pattern([bearings], [shirts], few)


@pytest.mark.parametrize(
    ("sums", "sudden"),
    [
        (("200.00",) * 4, True),
        (("200.00",) * 3, False),  # three months are no pattern
        (("250.00",) * 4, False),
        (("1.00", "1.00", "900.00", "900.00"), False),
    ],
)
def test_volume_beside_the_middle_month(sums: tuple[str, ...], sudden: bool) -> None:
    assert bool(pattern.sudden_volume(PAID, History(NONE, Habit(9, months=months(*sums)), NONE), MOMENT)) is sudden


def test_money_that_comes_back() -> None:
    history = History(NONE, NONE, NONE, returning=(moved("2024-08-20", "950.00"), moved("2024-08-20", "500.00")))
    assert [one.amount for one in pattern.comes_back(PAID, history)] == ["950.00"]


@pytest.mark.parametrize(
    ("recent", "usually", "parts"),
    [
        ((("2024-09-09", "990.00"), ("2024-09-05", "1010.00"), ("2024-08-27", "950.00")), 0, 3),
        ((("2024-09-09", "990.00"), ("2024-09-05", "1010.00"), ("2024-08-26", "950.00")), 0, 0),  # fifteen days ago
        ((("2024-09-09", "990.00"), ("2024-09-05", "1010.00"), ("2024-08-28", "700.00")), 0, 0),
        ((("2024-09-09", "990.00"), ("2024-09-05", "1010.00"), ("2024-08-27", "950.00")), 4, 0),  # as in any month
    ],
)
def test_one_amount_in_parts(recent: tuple[tuple[str, str], ...], usually: int, parts: int) -> None:
    sums = tuple(MonthSum(f"2024-0{n}", "CNY", usually, "1.00") for n in range(1, 8)) if usually else ()
    habit = Habit(usually * 7 + len(recent), months=sums)
    history = History(NONE, habit, NONE, tuple(moved(day, amount) for day, amount in recent))
    assert len(pattern.split(PAID, history, MOMENT)) == parts


def test_another_bank_or_country_than_ever_before() -> None:
    known = Habit(6, banks=("ZRCHRUMM",), countries=("RU",))
    assert "KLYARUMM" in pattern.other_bank(PAID, History(NONE, known, NONE))
    assert not pattern.other_bank(PAID, History(NONE, replace(known, banks=("KLYARUMM",)), NONE))
    assert "in RU" in pattern.other_bank(PAID, History(NONE, replace(known, banks=(), countries=("KZ",)), NONE))
    assert not pattern.other_bank(PAID, History(NONE, replace(known, payments=5), NONE))
