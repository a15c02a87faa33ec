"""Filters that people keep under a name, as the parameters of a URL."""

from __future__ import annotations

from urllib.parse import parse_qsl

from sqlalchemy import delete, insert, select

from brightline.cases.actors import Actor
from brightline.cases.database import Store
from brightline.cases.filters import filters_from, filters_query
from brightline.cases.people import require_live
from brightline.cases.permissions import require
from brightline.cases.tables.people import saved_filters
from brightline.errors import Refused

LONGEST_NAME, MOST_SAVED = 64, 50


def save_filter(store: Store, name: str, query: str, actor: Actor) -> None:
    """Keep a query under a name, in the place of what stood there. Raises Refused where either does not fit."""
    require(actor, "filters.save")
    if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        raise Refused("name", repr(name[:LONGEST_NAME]), f"1 to {LONGEST_NAME} printable letters")
    read = filters_query(filters_from(dict(parse_qsl(query, keep_blank_values=True))))
    own = (saved_filters.c.person == actor.id, saved_filters.c.name == name.strip())
    with store.write() as conn:
        require_live(conn, actor)
        conn.execute(delete(saved_filters).where(*own))
        kept = conn.scalars(select(saved_filters.c.name).where(saved_filters.c.person == actor.id)).all()
        if len(kept) >= MOST_SAVED:
            raise Refused("filters", f"{len(kept)} saved ones", f"at most {MOST_SAVED}", "Drop one first.")
        conn.execute(insert(saved_filters).values(person=actor.id, name=name.strip(), query=read))


def saved(store: Store, actor: Actor) -> tuple[tuple[str, str], ...]:
    """The names and queries that this person kept, by name."""
    asked = select(saved_filters.c.name, saved_filters.c.query).where(saved_filters.c.person == actor.id)
    with store.read() as conn:
        return tuple((row.name, row.query) for row in conn.execute(asked.order_by(saved_filters.c.name)))


def drop_filter(store: Store, name: str, actor: Actor) -> None:
    """Forget a saved filter. One that is not there is no error."""
    with store.write() as conn:
        conn.execute(delete(saved_filters).where(saved_filters.c.person == actor.id, saved_filters.c.name == name))
