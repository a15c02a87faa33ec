"""Filters of a URL: read strictly, written back equal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl

import pytest
from tests.cases.desk import somebody

from brightline.cases.actors import Actor
from brightline.cases.database import Store
from brightline.cases.filters import Filters, filters_from, filters_query
from brightline.cases.saved_filters import MOST_SAVED, drop_filter, save_filter, saved
from brightline.errors import Refused

ALL = {
    "outcome": "stop,review",
    "state": "open,waiting-bank",
    "rule": "chpl-goods,listed-party",
    "list": "us-ofac-sdn",
    "corridor": "*-RU,CN-KZ",
    "amount_from": "1000.50",
    "amount_to": "2000",
    "currency": "CNY,USD",
    "age": "2d",
    "assignee": "me,nobody",
    "cut_off": "2024-07-03T17:00+08:00",
    "text": "жар-птица & co",
    "counterparty": "0" * 32,
    "asked": "open",
    "sort": "amount",
}


def test_every_filter_is_read_and_written_back_equal() -> None:
    read = filters_from(ALL)
    assert (read.age, read.cut_off) == (timedelta(days=2), datetime(2024, 7, 3, 9, tzinfo=UTC))
    assert set(ALL) == set(Filters.__slots__)
    assert filters_from(dict(parse_qsl(filters_query(read)))) == read


def test_nothing_asked_is_nothing_written() -> None:
    assert filters_from({}) == filters_from({"text": " ", "rule": ""}) == Filters()
    assert filters_query(Filters()) == ""


def test_order_and_repetition_of_values_do_not_matter() -> None:
    assert filters_from({"outcome": "stop, review,stop"}) == filters_from({"outcome": "review,stop"})


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("colour", "red", "one of outcome, state"),
        ("outcome", "release", "stop or unreadable"),
        ("state", "lost", "open or in-review"),
        ("rule", "x' OR 1=1", "the name of a rule"),
        ("corridor", "CN", "two countries"),
        ("corridor", "cn-ru", "two countries"),
        ("amount_from", "-1", "a decimal amount"),
        ("amount_from", "NaN", "a decimal amount"),
        ("amount_to", "1e999999", "a decimal amount"),
        ("currency", "yuan", "a currency"),
        ("age", "soon", "an age such as"),
        ("age", "9999999d", "an age such as"),
        ("cut_off", "tomorrow", "a day such as"),
        ("cut_off", "9999-12-31", "a day such as"),
        ("text", "x" * 201, "at most 200"),
        ("counterparty", "all", "the key of a counterparty"),
        ("sort", "random", "urgent or newest"),
        (
            "currency",
            ",".join(f"AA{chr(65 + n % 26)}" if n < 26 else f"AB{chr(65 + n % 26)}" for n in range(52)),
            "at most 50",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(name: str, value: str, told: str) -> None:
    with pytest.raises(Refused, match=told) as refused:
        filters_from({name: value})
    assert name in str(refused.value)


def test_people_keep_their_own_filters(store: Store) -> None:
    ana, bo = somebody(store, "Ana", "analyst"), somebody(store, "Bo", "auditor")
    save_filter(store, "stops", "outcome=stop&sort=urgent", ana)
    save_filter(store, "stops", "outcome=stop&currency=CNY", ana)
    save_filter(store, "all", "", bo)
    assert saved(store, ana) == (("stops", "outcome=stop&currency=CNY"),)
    drop_filter(store, "stops", bo)
    assert saved(store, ana) != ()
    drop_filter(store, "stops", ana)
    assert (saved(store, ana), saved(store, bo)) == ((), (("all", ""),))


def test_ill_filters_are_not_kept(store: Store) -> None:
    ana: Actor = somebody(store, "Ana", "analyst")
    for name, query in (("x", "colour=red"), ("", "outcome=stop"), ("x" * 65, ""), ("bell\a", "")):
        with pytest.raises(Refused):
            save_filter(store, name, query, ana)
    for number in range(MOST_SAVED):
        save_filter(store, f"f{number}", "", ana)
    with pytest.raises(Refused, match="at most 50"):
        save_filter(store, "one more", "", ana)
