"""How many screened messages are stored a second, with decisions, cases and journal lines, each on disk at once."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from bench.databases import empty_store, has_server
from bench.inputs import samples
from bench.table import Row
from brightline.cases.arrival import Arrival
from brightline.cases.database import Store, open_store
from brightline.cases.deciding import Decided, Deciding, Screened
from brightline.cases.intake import keep
from brightline.cases.journal.reading import newest_checkpoint
from brightline.cases.journal.verify import verify
from brightline.cli.open import open_starter
from brightline.law.book import read_book
from brightline.screen.edition import make_edition
from brightline.screen.policy import read_policy, shipped_text

MOMENT = datetime.fromisoformat("2024-07-03T09:00:00+08:00")
ALONE, TOGETHER, BATCH = 600, 1920, 16
TARGET = 100.0  # payments a second that the service shall store
SLOWEST = 40.0  # ms: half of what the service may take for all of a call

Work = Sequence[tuple[Arrival, Screened]]


def rows() -> Iterator[Row]:
    """One message a transaction, as a quiet service stores them, and many, as a busy one does."""
    deciding = starter()
    for kind, name in (("sqlite", "SQLite"), ("postgresql", "PostgreSQL")):
        if kind == "postgresql" and not has_server():
            yield Row(f"messages stored, {name}", None, "/s", why="no PostgreSQL server answers")
            continue
        with empty_store(kind) as url:
            store = open_store(url)
            yield from _alone(store, name, screened(deciding, 0, ALONE))
            yield _together(store, name, screened(deciding, ALONE, ALONE + TOGETHER))
            yield _verified(store, name)
            store.close()


def starter() -> Deciding:
    """Decides with the starter edition."""
    book = read_book()
    policy = read_policy(shipped_text(), "shipped policy", book.rule_names)
    return Deciding(make_edition([open_starter()], book, policy, trial=True))


def screened(deciding: Deciding, first: int, end: int) -> Work:
    """The sample messages over and over, each time as if they had come at another moment."""
    once = [(one.data, deciding.screen(one.data, MOMENT)) for one in samples()]
    return [_again(*once[number % len(once)], number) for number in range(first, end)]


def _again(body: bytes, told: Screened, number: int) -> tuple[Arrival, Screened]:
    decided = tuple(_renamed(one, number) for one in told.decided)
    return Arrival(body, "", MOMENT, False, "bench", f"key{number}"), replace(told, decided=decided)


def _renamed(one: Decided, number: int) -> Decided:
    """The decision under the id another moment would give it."""
    if one.id is None:
        return one
    name = sha256(f"{one.id}{number}".encode()).hexdigest()[:32]
    return replace(one, id=name, line=one.line.replace(one.id.encode(), name.encode()))


def _alone(store: Store, name: str, work: Work) -> Iterator[Row]:
    took = []
    for one in work:
        began = time.perf_counter()
        keep(store, [one])
        took.append(1000 * (time.perf_counter() - began))
    yield Row(f"messages stored one by one, {name}", 1000 * len(took) / sum(took), "/s", TARGET)
    yield Row(f"slowest but one in a hundred, {name}", sorted(took)[len(took) * 99 // 100], "ms", SLOWEST, least=False)


def _together(store: Store, name: str, work: Work) -> Row:
    began = time.perf_counter()
    for start in range(0, len(work), BATCH):
        keep(store, work[start : start + BATCH])
    return Row(f"messages stored {BATCH} together, {name}", len(work) / (time.perf_counter() - began), "/s", TARGET)


def _verified(store: Store, name: str) -> Row:
    began = time.perf_counter()
    with store.read() as conn:
        faults = list(verify(conn))
        newest = newest_checkpoint(conn)
    if faults or newest is None:
        raise AssertionError(faults)
    rate = newest.size / (time.perf_counter() - began)
    return Row(f"journal lines verified with their contents, {name}", rate, "/s")
