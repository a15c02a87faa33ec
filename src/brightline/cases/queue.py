"""The queue: what is due and grave first, paged by cursor, grouped by counterparty, taken one by one."""

from __future__ import annotations

from brightline.cases.actors import Actor
from brightline.cases.database import Store
from brightline.cases.filters import Filters
from brightline.cases.rows import Group, QueuePage

LARGEST_PAGE = 200


def queue(store: Store, filters: Filters, actor: Actor, cursor: str | None = None, limit: int = 50) -> QueuePage:
    """A page of the cases asked for. A cursor goes on right after the last row of its page, whatever came in since.

    Raises Refused where the cursor is not one of ours or the limit is not between 1 and LARGEST_PAGE.
    """
    raise NotImplementedError


def groups(store: Store, filters: Filters, actor: Actor, limit: int = 50) -> tuple[Group, ...]:
    """The cases asked for by counterparty and entry, the largest groups first."""
    raise NotImplementedError


def take_next(store: Store, actor: Actor, filters: Filters | None = None) -> str | None:
    """Lock the most urgent case that nobody has open and nobody else is assigned to; None where there is none."""
    raise NotImplementedError
