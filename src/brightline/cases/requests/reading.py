"""The requests there are: those of a case, those still to be answered, and how long answers took by correspondent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from statistics import median

from sqlalchemy import ColumnElement, Connection, RowMapping, select, update

from brightline.cases.actors import Actor
from brightline.cases.database import Store, stamp
from brightline.cases.events import tell
from brightline.cases.people import require_live
from brightline.cases.permissions import require
from brightline.cases.requests.terms import kinds
from brightline.cases.tables.requests import requests
from brightline.errors import Clash, NotThere

LONGEST_LIST = 500


@dataclass(frozen=True, slots=True)
class Request:
    """One request. `way`: in, out. `case`: None where the payment was never seen here. `answer`: what it is drafted as.

    `due`: ISO day; `due_from`: message, table, person. `overdue`: not answered on the day after.
    """

    id: str
    way: str
    case: str | None
    kind: str
    answer: str
    reference: str
    correspondent: str
    at: str
    due: str | None
    due_from: str | None
    answered: str | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class Turnround:
    """What one correspondent asked, or was asked. `hours`: the median from request to answer; None without one."""

    correspondent: str
    way: str
    asked: int
    answered: int
    late: int
    hours: int | None


def open_requests(store: Store, actor: Actor) -> tuple[Request, ...]:
    """What is still to be answered by us or to us, the soonest due first."""
    require(actor, "requests.read")
    with store.read() as conn:
        return _read(conn, store, requests.c.answered.is_(None))


def requests_of(conn: Connection, store: Store, case: str) -> tuple[Request, ...]:
    """All requests of a case, the soonest due first."""
    return _read(conn, store, requests.c.case == case)


def answered(store: Store, request: str, actor: Actor) -> str:
    """A person says that the answer went out, or came; the case. Raises NotThere, Clash where it was said before."""
    require(actor, "requests.answer")
    with store.write() as conn:
        require_live(conn, actor)
        row = conn.execute(select(requests).where(requests.c.id == request)).mappings().first()
        if row is None:
            raise NotThere("requests", f"the id {request[:64]!r}", "the id of a request")
        if row["answered"]:
            raise Clash("request", f"one answered at {row['answered'][:16]}Z", "one that is still open")
        values = {"answered": stamp(store.now()), "answered_by": actor.id}
        conn.execute(update(requests).where(requests.c.id == request).values(**values))
        if row["case"]:
            said = {"request": request, "kind": row["kind"], "reference": row["reference"]}
            tell(conn, store, row["case"], "answered", actor, content=said)
    return str(row["case"] or "")


def turnround(store: Store, actor: Actor, since: datetime, until: datetime) -> tuple[Turnround, ...]:
    """By correspondent and way, the requests that came or went between two moments; the most first."""
    require(actor, "numbers.read")
    between = requests.c.at.between(stamp(since), stamp(until))
    order = (requests.c.correspondent, requests.c.way)
    with store.read() as conn:
        rows = conn.execute(select(requests).where(between).order_by(*order)).mappings().all()
    grouped = groupby(rows, key=lambda row: (str(row["correspondent"]), str(row["way"])))
    found = [_turned(name, way, list(some), stamp(store.now())) for (name, way), some in grouped]
    return tuple(sorted(found, key=lambda one: (-one.asked, one.correspondent, one.way)))


def _turned(name: str, way: str, rows: Sequence[RowMapping], now: str) -> Turnround:
    hours = [_hours(row["at"], row["answered"]) for row in rows if row["answered"]]
    late = sum(bool(row["due"]) and row["due"] < (row["answered"] or now)[:10] for row in rows)
    return Turnround(name, way, len(rows), len(hours), late, round(median(hours)) if hours else None)


def _hours(since: str, until: str) -> float:
    return (datetime.fromisoformat(until) - datetime.fromisoformat(since)).total_seconds() / 3600


def _read(conn: Connection, store: Store, meant: ColumnElement[bool]) -> tuple[Request, ...]:
    asked = select(requests).where(meant).order_by(requests.c.due, requests.c.at, requests.c.id).limit(LONGEST_LIST)
    today = stamp(store.now())[:10]
    return tuple(_request(row, today) for row in conn.execute(asked).mappings())


def _request(row: RowMapping, today: str) -> Request:
    same = {name: row[name] for name in Request.__slots__ if name in requests.c}
    known = kinds().get(row["kind"])
    overdue = row["answered"] is None and bool(row["due"]) and row["due"] < today
    return Request(**same, answer=known.answer if known else "letter", overdue=overdue)
