"""Editions proposed, approved, refused and taken into use: the journal is where they stand, and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from brightline.cases.activation.before_after import before_after
from brightline.cases.actors import SERVICE, Actor
from brightline.cases.database import Store
from brightline.cases.journal.append import append
from brightline.cases.people import require_live
from brightline.cases.permissions import require
from brightline.cases.tables.journal import journal, journal_contents
from brightline.errors import Clash, NotAllowed, Refused
from brightline.screen.edition import Edition

AUTOMATIC, LISTS, TWO_PEOPLE = "automatic", "lists", "two-people"
WAYS = (AUTOMATIC, LISTS, TWO_PEOPLE)  # how an edition comes into use
PROPOSED, APPROVED, REFUSED, ACTIVATED = "proposed", "approved", "refused", "activated"
_PREFIX = "edition-"
_KINDS = tuple(_PREFIX + one for one in (PROPOSED, APPROVED, REFUSED, ACTIVATED))
MOST = 100


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the journal about an edition. `said`: who, why, what differs, and the replay where there is one."""

    at: str
    state: str
    edition: str
    said: Mapping[str, Any]


def history(store: Store, actor: Actor) -> Sequence[Told]:
    """The newest lines about editions, newest first. Raises Refused."""
    require(actor, "machine.read")
    with store.read() as conn:
        return _lines(conn)


def state_of(store: Store, edition: str) -> Told | None:
    """The newest line about an edition; None where there is none."""
    with store.read() as conn:
        return _newest(conn, edition)


def propose(store: Store, used: Edition, wanted: Edition, actor: Actor, why: str) -> None:
    """Propose an edition with what differs and what it would change. Raises Refused."""
    require(actor, "machine.propose")
    _needs(why)
    replayed = before_after(store, wanted)
    with store.write() as conn:
        require_live(conn, actor)
        newest = _newest(conn, wanted.note.id)
        if newest is not None and newest.state in (PROPOSED, APPROVED):
            raise Clash("proposal", f"one {newest.state} by {newest.said['by_name']}", "an edition that is not yet")
        said = {"why": why.strip(), "differs": differences(used, wanted), "replay": replayed}
        _tell(conn, store, PROPOSED, wanted.note.id, actor, said)


def approve(store: Store, edition: str, actor: Actor, why: str = "") -> None:
    """A second person agrees: the service takes it into use at its next look. Raises Refused."""
    _answer(store, edition, actor, APPROVED, why)


def refuse(store: Store, edition: str, actor: Actor, why: str) -> None:
    """A second person does not agree, and says why. Raises Refused."""
    _needs(why)
    _answer(store, edition, actor, REFUSED, why)


def record_use(store: Store, used: Edition | None, taken: Edition, way: str) -> None:
    """A line that an edition is in use from now on, and by which way it came; none where it is the newest such line.

    One that two people proposed and approved has its replay there; any other one has it here.
    """
    with store.read() as conn:
        newest, own = _lines(conn, (_PREFIX + ACTIVATED,), 1), _newest(conn, taken.note.id)
        if newest and newest[0].edition == taken.note.id:
            return
    approved = own is not None and own.state == APPROVED
    said: dict[str, Any] = {"way": TWO_PEOPLE if approved else way, "differs": differences(used, taken)}
    if not approved:
        said["replay"] = before_after(store, taken)
    with store.write() as conn:
        _tell(conn, store, ACTIVATED, taken.note.id, SERVICE, said)


def differences(used: Edition | None, wanted: Edition) -> Sequence[Mapping[str, str]]:
    """What differs between two editions, part by part: `part`, `before`, `after`."""
    parts = [(one, _part(used, one), _part(wanted, one)) for one in ("law", "policy", "institution", "engine")]
    before, after = _lists(used), _lists(wanted)
    parts += [(name, before.get(name, ""), after.get(name, "")) for name in sorted({*before, *after})]
    return [{"part": part, "before": old, "after": new} for part, old, new in parts if old != new]


def lists_alone(used: Edition, wanted: Edition) -> bool:
    """Whether nothing but newer versions of the same lists differs."""
    same = all(_part(used, one) == _part(wanted, one) for one in ("law", "policy", "institution", "engine"))
    return same and set(_lists(used)) <= set(_lists(wanted))


def _answer(store: Store, edition: str, actor: Actor, state: str, why: str) -> None:
    require(actor, "machine.approve")
    with store.write() as conn:
        require_live(conn, actor)
        newest = _newest(conn, edition)
        if newest is None or newest.state != PROPOSED:
            told = newest.state if newest else "not proposed"
            raise Clash("proposal", f"an edition that is {told}", "one that waits for a second person")
        if newest.said["by"] == actor.id:
            raise NotAllowed("four eyes", "the same person who proposed it", "a second person", "Ask another approver.")
        _tell(conn, store, state, edition, actor, {"why": why.strip()})


def _needs(why: str) -> None:
    if not why.strip():
        raise Refused("why", "nothing", "a sentence that says why")


def _part(edition: Edition | None, name: str) -> str:
    return "" if edition is None else str(getattr(edition.note, name))


def _lists(edition: Edition | None) -> dict[str, str]:
    versions = () if edition is None else edition.note.lists
    return {one.list: f"{one.published} {one.digest[:16]}" for one in versions}


def _tell(conn: Connection, store: Store, state: str, edition: str, actor: Actor, said: Mapping[str, Any]) -> None:
    by = {"by": actor.id, "by_name": actor.name, "via": actor.via}
    append(conn, store, _PREFIX + state, edition, {**by, **said})


def _newest(conn: Connection, edition: str) -> Told | None:
    return next(iter(_lines(conn, _KINDS, 1, edition)), None)


def _lines(conn: Connection, kinds: Sequence[str] = _KINDS, most: int = MOST, edition: str = "") -> Sequence[Told]:
    asked = select(journal.c.at, journal.c.kind, journal.c.subject, journal_contents.c.content)
    joined = asked.join(journal_contents, journal_contents.c.line == journal.c.line)
    chosen = joined.where(journal.c.kind.in_(kinds))
    if edition:
        chosen = chosen.where(journal.c.subject == edition)
    rows = conn.execute(chosen.order_by(journal.c.line.desc()).limit(most))
    return [Told(row.at, row.kind.removeprefix(_PREFIX), row.subject, json.loads(row.content)) for row in rows]
