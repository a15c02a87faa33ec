"""Locks: who has a case open now. A lock ends by the store's clock; the others read."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import ColumnElement, RowMapping, or_

from brightline.cases.actors import Actor
from brightline.cases.tables.cases import cases
from brightline.errors import Clash

LOCKED_FOR = timedelta(minutes=15)  # from the last act


def not_locked(actor: Actor, now: str) -> ColumnElement[bool]:
    """Cases that nobody else has open at a moment."""
    return or_(cases.c.locked_by.is_(None), cases.c.locked_until <= now, cases.c.locked_by == actor.id)


def require_unlocked(row: RowMapping, actor: Actor, now: str, holder: str) -> None:
    """Raises Clash (409) with the name of who has the case open, where that is somebody else."""
    if row["locked_by"] not in (None, actor.id) and (row["locked_until"] or "") > now:
        raise Clash(
            "case", f"a case that {holder} has open until {row['locked_until'][:16]}Z", "a free one", "Read it."
        )
