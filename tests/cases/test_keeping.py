"""One writer for all: many messages in one transaction, each with its own answer."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from sqlalchemy import event, func, select
from tests.cases.conftest import mt103

from brightline.cases.arrival import Arrival
from brightline.cases.database import Store, make_engine
from brightline.cases.deciding import Deciding
from brightline.cases.intake import Accepted
from brightline.cases.keeping import MOST_TOGETHER, Keeper
from brightline.cases.tables.received import messages
from brightline.errors import Refused, StoreError


@pytest.fixture
def keeper(store: Store) -> Iterator[Keeper]:
    made = Keeper(store)
    yield made
    made.close()


def arrival(store: Store, number: int, key: str | None = None) -> Arrival:
    return Arrival(mt103(reference=f"REF{number}"), "text/plain", store.now(), True, "gate", key)


def test_everything_is_kept_and_each_gets_its_own_answer(store: Store, deciding: Deciding, keeper: Keeper) -> None:
    begun: list[object] = []
    event.listen(store.engine, "commit", begun.append)
    arrivals = [arrival(store, number) for number in range(3 * MOST_TOGETHER)]
    screened = [deciding.screen(one.body, one.as_of) for one in arrivals]
    with store._turn:  # so that they wait for the writer together
        answers = [keeper.keep(*one) for one in zip(arrivals, screened, strict=True)]
    kept = [one.result(30) for one in answers]
    assert [one.lines[0] for one in kept] == [one.decided[0].line for one in screened]
    assert len({one.message for one in kept}) == len(arrivals)
    assert len(begun) < len(arrivals) / 4
    with store.read() as conn:
        assert conn.scalar(select(func.count()).select_from(messages)) == len(arrivals)


def test_one_that_is_refused_does_not_hinder_the_others(store: Store, deciding: Deciding, keeper: Keeper) -> None:
    keyed = [arrival(store, number, "one key") for number in range(2)]
    plain = [arrival(store, number) for number in (2, 3)]
    with store._turn:
        answers = [keeper.keep(one, deciding.screen(one.body, one.as_of)) for one in (*keyed, *plain)]
    with pytest.raises(Refused, match="Idempotency-Key"):
        answers[1].result(30)
    assert all(isinstance(answers[at].result(30), Accepted) for at in (0, 2, 3))


def test_a_store_that_is_away_is_told_to_everybody_who_waits(store: Store, deciding: Deciding, keeper: Keeper) -> None:
    working, store.engine = store.engine, make_engine("postgresql://postgres@127.0.0.1:1/none")
    arrivals = [arrival(store, number) for number in range(3)]
    answers = [keeper.keep(one, deciding.screen(one.body, one.as_of)) for one in arrivals]
    for answer in answers:
        with pytest.raises(StoreError):
            answer.result(60)
    store.engine = working
    assert keeper.keep(arrivals[0], deciding.screen(arrivals[0].body, arrivals[0].as_of)).result(30).readable


def test_what_came_before_the_end_is_stored(store: Store, deciding: Deciding) -> None:
    before = set(threading.enumerate())
    keeper = Keeper(store)
    answers = [keeper.keep(one, deciding.screen(one.body, one.as_of)) for one in [arrival(store, 1), arrival(store, 2)]]
    keeper.close()
    assert all(one.done() for one in answers)
    assert not any(one.name == "keeper" for one in set(threading.enumerate()) - before)
