"""The queue: what is due and grave first, paged by cursor, grouped by counterparty, taken one by one."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, RowMapping, and_, case, func, or_, select, tuple_, update

from brightline.cases.actors import Actor
from brightline.cases.conditions import ORDERS, conditions
from brightline.cases.database import Store, stamp
from brightline.cases.events import tell
from brightline.cases.filters import Filters
from brightline.cases.locks import LOCKED_FOR, not_locked
from brightline.cases.people import names_of, require_live
from brightline.cases.permissions import require
from brightline.cases.rows import CaseRow, Group, QueuePage
from brightline.cases.states import RECOMMENDED, WAITING
from brightline.cases.tables.cases import cases
from brightline.errors import Refused
from brightline.screen.four_eyes import OUTCOMES

LARGEST_PAGE = 200
MOST_OF_GROUP = 100  # cases of one group that are named; more are decided in a second go
_KIND = (cases.c.counterparty_key, cases.c.entry)
_NUMBER = func.count().label("number")
_GRAVITY = case({outcome: place for place, outcome in enumerate(OUTCOMES)}, value=cases.c.outcome)
_OF_ROW = [cases.c[name] for name in cases.c.keys() if name not in ("searched", "message", "script", "firm_size")]  # noqa: SIM118 - a collection of columns is no mapping


def queue(store: Store, filters: Filters, actor: Actor, cursor: str | None = None, limit: int = 50) -> QueuePage:
    """A page of the cases asked for. A cursor goes on right after the last row of its page, whatever came in since.

    Raises Refused where the cursor is not one of ours or the limit is not between 1 and LARGEST_PAGE.
    """
    require(actor, "cases.read")
    if not 1 <= limit <= LARGEST_PAGE:
        raise Refused("limit", str(limit), f"1 to {LARGEST_PAGE}")
    asked, order = conditions(filters, actor, store), ORDERS[filters.sort]
    sorted_by = (order.column.desc(), cases.c.id.desc()) if order.falls else (order.column, cases.c.id)
    page = select(*_OF_ROW).where(*asked, *_after(filters.sort, cursor)).order_by(*sorted_by).limit(limit + 1)
    with store.read() as conn:
        found = conn.execute(page).mappings().all()
        rows = rows_of(conn, found[:limit], stamp(store.now()))
        counts = _counts(conn, asked, actor, stamp(store.now()))
    last = found[limit - 1] if len(found) > limit else None
    return QueuePage(rows, counts, _cursor(filters.sort, last) if last else None)


def groups(store: Store, filters: Filters, actor: Actor, limit: int = 50) -> tuple[Group, ...]:
    """The cases asked for by counterparty and entry, the largest groups first.

    Of each group the most urgent cases are named, at most MOST_OF_GROUP; `queue` pages through all of a counterparty.
    """
    require(actor, "cases.read")
    asked = (*conditions(filters, actor, store), cases.c.counterparty_key.is_not(None))
    largest = select(*_KIND, _NUMBER, func.max(_GRAVITY).label("gravity"), func.min(cases.c.opened).label("oldest"))
    with store.read() as conn:
        found = conn.execute(largest.where(*asked).group_by(*_KIND).order_by(_NUMBER.desc(), *_KIND).limit(limit)).all()
        members = _members(conn, asked, {row.counterparty_key for row in found})
    return tuple(_group(row, members[row.counterparty_key, row.entry]) for row in found)


def _members(
    conn: Connection, asked: Sequence[ColumnElement[bool]], keys: Collection[str]
) -> dict[tuple[str, str | None], list[RowMapping]]:
    """The most urgent cases of every group of some counterparties."""
    place = func.row_number().over(partition_by=_KIND, order_by=(cases.c.urgency, cases.c.id)).label("place")
    ranked = select(cases.c.id, cases.c.counterparty, *_KIND, place).where(*asked, cases.c.counterparty_key.in_(keys))
    inner = ranked.subquery()
    found: dict[tuple[str, str | None], list[RowMapping]] = {}
    for row in conn.execute(select(inner).where(inner.c.place <= MOST_OF_GROUP).order_by(inner.c.place)).mappings():
        found.setdefault((row["counterparty_key"], row["entry"]), []).append(row)
    return found


def take_next(store: Store, actor: Actor, filters: Filters | None = None) -> str | None:
    """Lock the most urgent case that nobody has open and nobody else is assigned to; None where there is none.

    What waits for an answer is not taken; what is recommended only by a second person who may approve.
    """
    require(actor, "cases.take")
    now = store.now()
    free = [cases.c.is_open, cases.c.state.not_in(WAITING), not_locked(actor, stamp(now))]
    own = or_(cases.c.assignee.is_(None), cases.c.assignee == actor.id)
    second = and_(cases.c.state == RECOMMENDED, cases.c.recommended_by != actor.id)
    for_them = second if actor.role == "approver" else cases.c.id.is_(None)
    asked = [*free, or_(and_(own, cases.c.state != RECOMMENDED), for_them)]
    order = ORDERS[(filters or Filters()).sort].column
    with store.write() as conn:
        require_live(conn, actor)
        more = conditions(filters or Filters(), actor, store)
        found = conn.scalar(select(cases.c.id).where(*asked, *more).order_by(order, cases.c.id).limit(1))
        if found is not None:
            values = {"locked_by": actor.id, "locked_until": stamp(now + LOCKED_FOR)}
            conn.execute(update(cases).where(cases.c.id == found).values(**values))
            tell(conn, store, found, "taken", actor)
    return found


def rows_of(conn: Connection, found: Sequence[RowMapping], now: str) -> tuple[CaseRow, ...]:
    """Rows of `cases` as a queue shows them at a moment."""
    names = names_of(conn)
    return tuple(_row(one, names, now) for one in found)


def _row(row: RowMapping, names: Mapping[str, str], now: str) -> CaseRow:
    same = {name: row[name] for name in _SAME}
    locked = row["locked_until"] is not None and row["locked_until"] > now
    return CaseRow(
        **same,
        rules=tuple(row["rules"].split()),
        lists=tuple(row["lists"].split()),
        corridor=f"{row['corridor_from']}-{row['corridor_to']}",
        counterparty_key=row["counterparty_key"] or "",
        assignee_name=names.get(row["assignee"] or ""),
        locked_by=names.get(row["locked_by"] or "") if locked else None,
        locked_until=row["locked_until"] if locked else None,
        overdue=row["due"] is not None and row["due"] < now,
        held_overnight=bool(row["is_open"]) and row["opened"][:10] < now[:10],
    )


_SAME = tuple(name for name in CaseRow.__slots__ if name in cases.c and name not in (
    "rules", "lists", "counterparty_key", "locked_by", "locked_until"
))  # fmt: skip


def _group(row: Row[Any], members: Sequence[RowMapping]) -> Group:
    return Group(
        counterparty_key=row.counterparty_key,
        counterparty=members[0]["counterparty"],
        entry=row.entry,
        number=row.number,
        cases=tuple(one["id"] for one in members),
        gravest=OUTCOMES[row.gravity],
        oldest=row.oldest,
    )


def _counts(conn: Connection, asked: Sequence[ColumnElement[bool]], actor: Actor, now: str) -> Mapping[str, int]:
    mine = func.sum(case((cases.c.assignee == actor.id, 1), else_=0))
    late = func.sum(case((cases.c.due < now, 1), else_=0))
    counted = select(cases.c.outcome, cases.c.state, func.count(), mine, late).where(*asked)
    counts = {"all": 0, "mine": 0, "overdue": 0}
    for outcome, state, number, own, overdue in conn.execute(counted.group_by(cases.c.outcome, cases.c.state)):
        for name, more in (("all", number), ("mine", own), ("overdue", overdue), (outcome, number), (state, number)):
            counts[name] = counts.get(name, 0) + int(more)
    return counts


def _cursor(sort: str, row: RowMapping) -> str:
    """Opaque, and of no use for anything but going on: it says where its page ended."""
    place = json.dumps([sort, row[ORDERS[sort].column], row["id"]], separators=(",", ":"))
    return base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")


def _after(sort: str, cursor: str | None) -> tuple[ColumnElement[bool], ...]:
    if cursor is None:
        return ()
    value, last = _place(sort, cursor)
    order = ORDERS[sort]
    here, place = tuple_(order.column, cases.c.id), tuple_(value, last)
    return (here < place if order.falls else here > place,)


def _place(sort: str, cursor: str) -> tuple[str, str]:
    try:
        said: Any = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        of, value, last = said
    except (ValueError, TypeError, binascii.Error):
        of, value, last = None, None, None
    if of != sort or not isinstance(value, str) or not isinstance(last, str):
        raise Refused("cursor", repr(cursor[:40]), "the `next` of a page with the same sort")
    return value, last
