"""How many payments are screened per second on one core against the complete SDN list."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from bench.clock import took
from bench.editions import open_home
from bench.inputs import NOT_HERE, made_up_name, real_list, real_messages, samples, with_new_names
from bench.names.mangle import mangle
from bench.table import Row
from brightline.names.scores import SHIPPED_THRESHOLD, weight_of
from brightline.payments.read import read_message
from brightline.screen.edition import Edition
from brightline.screen.screen import screen
from brightline.screen.wire import decision_line
from brightline.terms import AsOf, Payment, Query

MOMENT = datetime.fromisoformat("2024-07-03T09:00:00+08:00")
AS_OF = AsOf(MOMENT, MOMENT)
TARGET = 100.0
NEW = 400  # payments with new names
NAMES = 1000
BRUTE = 50  # names of which the brute-force peer is measured
DAMAGED = 300  # listed names with one fault
FASTER = 40  # times than the peer
CUTOFF = 85  # the score from which the peer's answers count


def rows(home: Path) -> Iterator[Row]:
    """Payments as they come, payments with names never seen, and bare names."""
    if real_list() is None:
        for name in ("payments screened, new names", "payments screened again", "names looked up"):
            yield Row(name, None, "/s and core", why=NOT_HERE)
        return
    edition = open_home(home)
    listed = [name.value.lower() for entity in edition.lists[0].entities for name in entity.names]
    brute = took(lambda: _brute([made_up_name(10**6 + n) for n in range(BRUTE)], listed)).core / BRUTE
    yield from _payments(home, edition, brute)
    yield _names(edition, brute)
    yield from _damaged(edition)


def _payments(home: Path, edition: Edition, brute: float) -> Iterator[Row]:
    read = payments_of()
    new = with_new_names(read, NEW)
    parties = sum(bool(party.name) for payment in new for party in payment.parties) / NEW
    peer = f"rapidfuzz token_set_ratio over every name, {parties:.1f} names a payment"
    cold = took(lambda: _screen(new, open_home(home))).core / NEW
    yield Row(
        "payments screened, new names", 1 / cold, "/s and core", TARGET, against=peer, ratio=cold / (brute * parties)
    )
    fresh = open_home(home)
    first = took(lambda: _screen(read, fresh)).core / len(read)
    yield Row("payments screened, as they come", 1 / first, "/s and core", TARGET)
    again = took(lambda: _screen(read, fresh), 2).core / len(read)
    yield Row("payments screened again", 1 / again, "/s and core", TARGET)


def payments_of() -> tuple[Payment, ...]:
    """The payments among the real messages, or among the samples where there are none."""
    found = [read for message in real_messages() or samples() for read in read_message(message.data, message.name)]
    return tuple(read for read in found if isinstance(read, Payment))


def _screen(payments: Sequence[Payment], edition: Edition) -> None:
    for payment in payments:
        decision_line(screen(payment, edition, AS_OF))


def _names(edition: Edition, brute: float) -> Row:
    index, threshold = edition.lists[0].names, weight_of(SHIPPED_THRESHOLD)
    queries = [Query(made_up_name(2 * 10**6 + number)) for number in range(NAMES)]
    each = took(lambda: [index.find(query, threshold) for query in queries]).core / NAMES
    peer = "rapidfuzz token_set_ratio over every name"
    return Row("names looked up", 1 / each, "/s and core", against=peer, ratio=each / brute)


def _damaged(edition: Edition) -> Iterator[Row]:
    """Listed names with one fault each: how fast they are, and how many find their entry, beside the peer."""
    index, entities, chance = edition.lists[0].names, edition.lists[0].entities, random.Random(85)
    listed = [(name.value.lower(), place) for place, entity in enumerate(entities) for name in entity.names]
    places = chance.sample(range(len(entities)), DAMAGED)
    asked = [(chance.choice(entities[place].names).value, entities[place].schema) for place in places]
    queries = [Query(mangle(name, chance, schema == "Person")[0], schema) for name, schema in asked]
    index.find(queries[0], weight_of(SHIPPED_THRESHOLD))  # reads the tables of words
    answers: list[set[int]] = []
    threshold = weight_of(SHIPPED_THRESHOLD)
    each = took(lambda: answers.extend({one.position for one in index.find(query, threshold)} for query in queries))
    scores: list[NDArray[np.float32]] = []
    brute = took(lambda: scores.append(_scores([query.name for query in queries], [name for name, _ in listed])))
    owner = np.array([place for _, place in listed])
    ours = sum(place in answer for place, answer in zip(places, answers, strict=True)) / DAMAGED
    theirs = sum(bool((row[owner == place] >= CUTOFF).any()) for place, row in zip(places, scores[0], strict=True))
    peer = f"rapidfuzz token_set_ratio over every name, from {CUTOFF}"
    yield Row(
        "listed names with one fault looked up", DAMAGED / each.core, "/s and core", DAMAGED / brute.core * FASTER,
        against=peer, ratio=each.core / brute.core,
    )  # fmt: skip
    share = 100 * theirs / DAMAGED
    yield Row("listed names with one fault found", 100 * ours, "%", share, against=f"{peer}: {share:.1f} %")


def _scores(names: Sequence[str], listed: Sequence[str]) -> NDArray[np.float32]:
    lowered = [name.lower() for name in names]
    return process.cdist(lowered, listed, scorer=fuzz.token_set_ratio, score_cutoff=CUTOFF, workers=1)


def _brute(names: Sequence[str], listed: Sequence[str]) -> None:
    process.cdist([name.lower() for name in names], listed, scorer=fuzz.token_set_ratio, workers=1)
