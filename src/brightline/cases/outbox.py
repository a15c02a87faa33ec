"""What other systems are to be told, written in the transaction of what it tells: neither is ever there alone.

A row for each event and target is delivered at least once by whoever runs the doors, tried again ever later, and given
up after the last of WAITS. Bodies hold ids, outcomes and dates; whoever wants more asks for it with a key.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from sqlalchemy import Connection, delete, func, insert, select, update

from brightline.cases.database import Store, stamp
from brightline.cases.journal.append import append
from brightline.cases.rows_in import add_rows
from brightline.cases.secret_texts import new_id
from brightline.cases.tables.outbox import deliveries, outbox, webhook_targets

WAITS = (5, 30, 120, 600, 3600, 10800, 21600, 43200, 86400)  # seconds from one try to the next: three days in all
LEASE = timedelta(minutes=5)  # for which a claimed row is nobody else's
KEPT = timedelta(days=30)  # for which a delivered row and its log stay
_LONGEST_TOLD = 200
_TARGETS = select(webhook_targets.c.name, webhook_targets.c.events)


@dataclass(frozen=True, slots=True)
class Target:
    """Who is told of which events."""

    name: str
    url: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """One event on its way to one target. `number`: of this try, from 1."""

    id: str
    event: str
    body: bytes
    number: int


@dataclass(frozen=True, slots=True)
class Tried:
    """How a try ended. `status`: of the answer, None where none came; `told`: a sentence without secrets."""

    due: Due
    status: int | None
    told: str

    @property
    def delivered(self) -> bool:
        """Whether the target took it."""
        return self.status is not None and 200 <= self.status < 300


def announce(conn: Connection, store: Store, event: str, told: Sequence[Mapping[str, object]], once: str = "") -> None:
    """Lay events of one kind for every target that wants them, in the caller's writing transaction.

    `told`: the data of each, ids and outcomes alone. `once`: a name of what is told; two services that see the same
    tell it once.
    """
    targets = [row.name for row in conn.execute(_TARGETS) if f" {event} " in row.events] if told else []
    at = stamp(store.now())
    rows = [_row(target, event, data, at, once) for target in targets for data in told]
    if once:
        known = set(conn.scalars(select(outbox.c.id).where(outbox.c.id.in_([row["id"] for row in rows]))))
        rows = [row for row in rows if row["id"] not in known]
    add_rows(conn, outbox, rows)


def _row(target: str, event: str, data: Mapping[str, object], at: str, once: str) -> dict[str, object]:
    named = sha256(f"{event}\n{target}\n{once}".encode()).hexdigest()[:32] if once else new_id()
    body = json.dumps({"id": named, "type": event, "timestamp": at, "data": dict(data)}, ensure_ascii=False)
    return {"id": named, "target": target, "event": event, "body": body, "made": at, "tries": 0, "due": at}


def set_targets(store: Store, targets: Iterable[Target]) -> None:
    """Have these targets from now on, and no others: what still waits for one that is gone is given up."""
    rows = {one.name: {"name": one.name, "url": one.url, "events": _blanked(one.events)} for one in targets}
    with store.read() as conn:
        if {row["name"]: dict(row) for row in conn.execute(select(webhook_targets)).mappings()} == rows:
            return
    with store.write() as conn:
        conn.execute(delete(webhook_targets))
        add_rows(conn, webhook_targets, list(rows.values()))
        conn.execute(
            update(outbox).where(outbox.c.target.not_in(list(rows)), outbox.c.due.is_not(None)).values(due=None)
        )
        append(conn, store, "webhooks-set", "webhooks", {"targets": [rows[name] for name in sorted(rows)]})


def claim(store: Store, target: str, most: int) -> tuple[Due, ...]:
    """What is due for a target, oldest first; for the time of a lease nobody else is given it."""
    now = store.now()
    asked = (
        select(outbox).where(outbox.c.target == target, outbox.c.due <= stamp(now)).order_by(outbox.c.due).limit(most)
    )
    with store.read() as conn:
        if conn.execute(asked.limit(1)).first() is None:
            return ()
    with store.write() as conn:
        rows = conn.execute(asked).all()
        leased = outbox.c.id.in_([row.id for row in rows])
        conn.execute(update(outbox).where(leased).values(due=stamp(now + LEASE)))
    return tuple(Due(row.id, row.event, row.body.encode(), row.tries + 1) for row in rows)


def record(store: Store, tries: Sequence[Tried]) -> None:
    """Write down how tries ended, and when the next is due."""
    if not tries:
        return
    with store.write() as conn:
        now = store.now()
        for one in tries:
            wait = WAITS[one.due.number - 1] if one.due.number <= len(WAITS) else None
            again = None if one.delivered or wait is None else stamp(now + timedelta(seconds=wait))
            ended = {"due": again, "tries": one.due.number, "delivered": stamp(now) if one.delivered else None}
            conn.execute(update(outbox).where(outbox.c.id == one.due.id).values(**ended))
            number = conn.scalar(select(func.count()).where(deliveries.c.outbox == one.due.id)) or 0
            row = {"outbox": one.due.id, "number": number + 1, "at": stamp(now), "status": one.status}
            conn.execute(insert(deliveries).values(**row, told=one.told[:_LONGEST_TOLD]))


def try_again(store: Store) -> int:
    """Have everything that was given up, for targets that there are, tried anew; how many."""
    with store.write() as conn:
        names = select(webhook_targets.c.name)
        given_up = (outbox.c.due.is_(None), outbox.c.delivered.is_(None), outbox.c.target.in_(names))
        return conn.execute(update(outbox).where(*given_up).values(due=stamp(store.now()), tries=0)).rowcount


def forget(store: Store) -> int:
    """Remove what was delivered long ago, with its log; how many."""
    with store.write() as conn:
        old = select(outbox.c.id).where(outbox.c.delivered < stamp(store.now() - KEPT))
        conn.execute(delete(deliveries).where(deliveries.c.outbox.in_(old)))
        return conn.execute(delete(outbox).where(outbox.c.id.in_(old.scalar_subquery()))).rowcount


@dataclass(frozen=True, slots=True)
class Delivery:
    """A line of the log: an event, where it stands (`delivered`, `waits`, `given up`), and its newest try."""

    id: str
    target: str
    event: str
    made: str
    stands: str
    tries: int
    last: str | None
    status: int | None
    told: str


def delivery_log(store: Store, most: int) -> tuple[Delivery, ...]:
    """The newest events and how their delivery stands, newest first."""
    newest = select(deliveries.c.outbox, func.max(deliveries.c.number).label("number")).group_by(deliveries.c.outbox)
    last = newest.subquery()
    asked = (
        select(outbox, deliveries.c.at, deliveries.c.status, deliveries.c.told)
        .outerjoin(last, last.c.outbox == outbox.c.id)
        .outerjoin(deliveries, (deliveries.c.outbox == outbox.c.id) & (deliveries.c.number == last.c.number))
        .order_by(outbox.c.made.desc(), outbox.c.id)
        .limit(most)
    )
    with store.read() as conn:
        rows = conn.execute(asked).all()
    return tuple(
        Delivery(
            row.id,
            row.target,
            row.event,
            row.made,
            "delivered" if row.delivered else "waits" if row.due else "given up",
            row.tries,
            row.at,
            row.status,
            row.told or "",
        )
        for row in rows
    )


def _blanked(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "
