"""Filters as conditions on the table of cases, and the orders in which a queue may be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, false, or_

from brightline.cases.actors import Actor
from brightline.cases.database import Store, stamp
from brightline.cases.filters import Filters
from brightline.cases.tables.cases import cases
from brightline.cases.tables.requests import requests
from brightline.cases.urgency import sortable
from brightline.text.fold import fold

_ESCAPE = "\\"


@dataclass(frozen=True, slots=True)
class Order:
    """A column to read the queue by, and whether it falls; ids decide between equals in the same direction."""

    column: ColumnElement[str]
    falls: bool


ORDERS: Mapping[str, Order] = {
    "urgent": Order(cases.c.urgency, falls=False),
    "newest": Order(cases.c.opened, falls=True),
    "oldest": Order(cases.c.opened, falls=False),
    "amount": Order(cases.c.amount_sorts, falls=True),
}


def conditions(filters: Filters, actor: Actor, store: Store) -> tuple[ColumnElement[bool], ...]:
    """What a row of `cases` has to meet. Ages are counted by the store's clock."""
    return tuple(_conditions(filters, actor, store))


def _conditions(filters: Filters, actor: Actor, store: Store) -> Iterator[ColumnElement[bool]]:
    if filters.state:
        yield cases.c.state.in_(filters.state)
    elif filters.asked is None:
        yield cases.c.is_open
    if filters.asked is not None:
        still = requests.c.answered.is_(None)
        yield exists().where(requests.c.case == cases.c.id, still)
    if filters.outcome:
        yield cases.c.outcome.in_(filters.outcome)
    for column, words in ((cases.c.rules, filters.rule), (cases.c.lists, filters.list)):
        if words:
            yield or_(*(_holds(column, f" {word} ") for word in words))
    if filters.corridor:
        yield or_(*(_corridor(one) for one in filters.corridor))
    if filters.assignee:
        yield or_(*(_assigned(one, actor) for one in filters.assignee))
    yield from _amounts(filters)
    yield from _moments(filters, store)
    yield from _names(filters)


def _amounts(filters: Filters) -> Iterator[ColumnElement[bool]]:
    if filters.currency:
        yield cases.c.currency.in_(filters.currency)
    if filters.amount_from is not None:
        yield cases.c.amount_sorts >= sortable(filters.amount_from)
    if filters.amount_to is not None:
        yield cases.c.amount_sorts <= sortable(filters.amount_to)


def _moments(filters: Filters, store: Store) -> Iterator[ColumnElement[bool]]:
    if filters.age is not None:
        yield cases.c.opened <= stamp(store.now() - filters.age)
    if filters.cut_off is not None:
        yield cases.c.due < stamp(filters.cut_off)


def _names(filters: Filters) -> Iterator[ColumnElement[bool]]:
    if filters.counterparty is not None:
        yield cases.c.counterparty_key == filters.counterparty
    if filters.text is not None:
        words = fold(filters.text).split()
        yield and_(*(_holds(cases.c.searched, word) for word in words)) if words else false()


def _holds(column: ColumnElement[str], word: str) -> ColumnElement[bool]:
    for sign in (_ESCAPE, "%", "_"):
        word = word.replace(sign, _ESCAPE + sign)
    return column.like(f"%{word}%", escape=_ESCAPE)


def _corridor(corridor: str) -> ColumnElement[bool]:
    sides = zip((cases.c.corridor_from, cases.c.corridor_to), corridor.split("-"), strict=True)
    return and_(cases.c.id.is_not(None), *(column == country for column, country in sides if country != "*"))


def _assigned(who: str, actor: Actor) -> ColumnElement[bool]:
    if who == "nobody":
        return cases.c.assignee.is_(None)
    return cases.c.assignee == (actor.id if who == "me" else who)
