"""A clause for each limit of a passport and for each thing that ends it."""

from __future__ import annotations

from collections.abc import Callable

from brightline.screen.passport import inside, standing
from brightline.screen.passport.question import Question, Seen
from brightline.terms import Clause


def clauses_of(question: Question) -> tuple[Clause, ...]:
    """Every clause with its answer and what was seen. The payment is inside where none says no or does not know."""
    return tuple(Clause(name, asks, saw, answer) for name, asks, ask in _CLAUSES for answer, saw in (ask(question),))


_CLAUSES: tuple[tuple[str, str, Callable[[Question], Seen]], ...] = (
    ("alive", "Is the passport within its days?", standing.alive),
    ("buyer", "Is the buyer the one that was cleared?", inside.buyer),
    ("seller", "Is the seller the one that was cleared?", inside.seller),
    ("end-user", "Is the end user the one that was cleared, where one is named?", inside.end_user),
    ("nobody-else", "Is nobody else named on either side?", inside.nobody_else),
    ("goods", "Are the goods those that were cleared, as far as anything names them?", inside.goods),
    ("goods-unlisted", "Are the cleared goods on no list and of no critical class on that day?", standing.unlisted),
    ("route", "Is every country one of the route that was cleared?", inside.route),
    ("banks", "Is every bank one that was cleared?", inside.banks),
    ("ceiling", "Is the amount under the ceiling of one payment?", inside.amount),
    ("period", "Are the payments of the period together under their ceiling?", inside.period),
    ("price", "Is the price in the band that was cleared, where a paper names one?", inside.price),
    ("lists", "Are the lists looked through then loaded, and no older?", standing.lists),
    ("entries", "Are the listed entries looked at then as they were?", standing.entries),
    ("nobody-alike", "Is nobody in the payment or behind it like a listed entry?", standing.alike),
    ("owners", "Are the owners on file those that were cleared?", standing.owners),
    ("law", "Is the law of the rules it answers that of the day of issue?", standing.law),
)
