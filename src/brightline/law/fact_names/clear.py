"""Facts that speak for release."""

from __future__ import annotations

from brightline.law.fact_names.kind import FactKind

FACTS: dict[str, FactKind] = {
    "clear.goods": FactKind(
        "payment", "answer", "whether all that is paid for is named, and on no list and of no class of critical items"
    ),
    "clear.everyday_goods": FactKind("payment", "answer", "whether all goods are plain everyday ones"),
    "clear.food_or_medicine": FactKind("payment", "answer", "whether all goods are food, medicine or medical aids"),
    "clear.buyers_trade": FactKind("payment", "answer", "whether every buyer's name tells of a trade of plain life"),
    "clear.no_russian_leg": FactKind(
        "payment", "answer", "whether both sides' countries are known and nothing ties the payment to Russia or Belarus"
    ),
    "clear.nobody_listed": FactKind(
        "payment", "answer", "whether every party was compared and none is a listed one of that day"
    ),
    "clear.banks_unlisted": FactKind("payment", "answer", "whether banks are named and none resembles a listed entity"),
    "clear.another": FactKind(
        "payment", "answer", "whether a listed namesake is shown to be another by a number, a birth date or a pair"
    ),
}
