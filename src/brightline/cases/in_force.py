"""The decisions that stand for the payments of a store: the first one, or the newest of its case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select

from brightline.cases.database import Store
from brightline.cases.kept import Kept, in_parts, standing
from brightline.cases.tables.cases import cases
from brightline.cases.tables.received import decisions, payments

_IN_FORCE = func.coalesce(cases.c.decision, decisions.c.id)
_STORED = (
    select(decisions.c.id, _IN_FORCE.label("in_force"), cases.c.id.label("case"), cases.c.is_open, cases.c.disposition)
    .join(payments, payments.c.decision == decisions.c.id)
    .outerjoin(cases, cases.c.id == decisions.c.id)
    .where(decisions.c.outcome.in_(("release", "review", "stop")))
    .distinct()
    .order_by(decisions.c.id)
)


def decisions_in_force(store: Store, since: str = "", until: str = "") -> Iterator[tuple[Any, Kept]]:
    """Each payment's row (`id`, `in_force`, `case`, `is_open`, `disposition`) with the decision that stands for it.

    `since`, `until`: days between which it was first decided, both within; what was erased is passed over.
    """
    asked = _STORED.where(decisions.c.decided >= since) if since else _STORED
    asked = asked.where(decisions.c.decided < f"{until}U") if until else asked  # T of the same day sorts before U
    with store.read() as conn:
        rows = {row.in_force: row for row in conn.execute(asked)}
    for some in in_parts(tuple(rows)):
        with store.read() as conn:
            found = standing(conn, some)
        yield from ((rows[name], one) for name in some if (one := found.get(name)) is not None)
