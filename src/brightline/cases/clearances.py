"""Pairs and passports in the store: proposed by one person, approved by another, until they end or are ended."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select, update

from brightline.beside.book import BesideBook, Part
from brightline.beside.entry_digest import entry_digest
from brightline.beside.pairs import PairBook, pairs_of
from brightline.beside.passports import PassportBook, passports_of
from brightline.cases.actors import SERVICE, Actor
from brightline.cases.database import Store, stamp
from brightline.cases.deciding import Deciding
from brightline.cases.journal.append import append
from brightline.cases.people import names_of, require_live
from brightline.cases.permissions import require
from brightline.cases.sealed import open_sealed, seal
from brightline.cases.secret_texts import new_id
from brightline.cases.tables.clearances import clearances
from brightline.errors import CallError, Clash, NotAllowed, NotThere, Refused
from brightline.terms import AsOf, Payment
from brightline.terms.cleared import Pair, Passport

PAIR, PASSPORT = "pair", "passport"
KINDS = (PAIR, PASSPORT)
PROPOSED, LIVE, REFUSED, ENDED = "proposed", "live", "refused", "ended"
LONGEST_YEARS = 2  # nobody clears for longer without looking again
_READERS: Mapping[str, Callable[[object, str], Sequence[Pair | Passport]]] = {PAIR: pairs_of, PASSPORT: passports_of}
_LATER = "-"  # stands for the approver until there is one


def propose(
    store: Store, kind: str, given: Mapping[str, object], actor: Actor, case_id: str | None = None
) -> Mapping[str, object]:
    """Propose a pair or passport, as JSON of the documented shape without owner and approver. Raises Refused."""
    require(actor, "clearances.propose")
    name, today = new_id(), store.now().date()
    content = {**given, "owner": actor.name, "approver": _LATER}
    if kind == PASSPORT:
        content["id"] = name
    _check(kind, content, today)
    values: dict[str, object] = {"id": name, "kind": kind, "case": case_id, "state": PROPOSED, "owner": actor.id}
    values |= {"list": given.get("list"), "entry": given.get("entry"), "expires": given.get("expires")}
    with store.write() as conn:
        require_live(conn, actor)
        values |= {"sealed": seal(conn, name, _written(content)), "proposed": stamp(store.now())}
        conn.execute(insert(clearances).values(**values))
        _tell(conn, store, "proposed", name, actor, {"kind": kind, "case": case_id, "content": content})
        return _shown(conn, _row(conn, name), names_of(conn))


def approve(store: Store, name: str, actor: Actor, deciding: Deciding, why: str = "") -> Mapping[str, object]:
    """A second person agrees: from now on it is beside every payment it concerns. Raises Refused."""
    require(actor, "clearances.approve")
    with store.write() as conn:
        row = _waiting(conn, name, actor)
        content = {**_content(conn, row), "approver": actor.name}
        _check(row["kind"], content, store.now().date())
        values = {"state": LIVE, "approver": actor.id, "approved": stamp(store.now())}
        sealed = seal(conn, name, _written(content))
        conn.execute(update(clearances).where(clearances.c.id == name).values(**values, sealed=sealed))
        _tell(conn, store, "approved", name, actor, {"why": why, "content": content})
        shown = _shown(conn, _row(conn, name), names_of(conn))
    refresh_book(store, deciding)
    return shown


def refuse(store: Store, name: str, actor: Actor, why: str) -> Mapping[str, object]:
    """A second person does not agree. Raises Refused."""
    require(actor, "clearances.approve")
    with store.write() as conn:
        _waiting(conn, name, actor)
        values = {"state": REFUSED, "approver": actor.id, "ended": stamp(store.now()), "why": _said(why)}
        conn.execute(update(clearances).where(clearances.c.id == name).values(**values))
        _tell(conn, store, "refused", name, actor, {"why": why})
        return _shown(conn, _row(conn, name), names_of(conn))


def end(store: Store, name: str, actor: Actor, deciding: Deciding, why: str) -> Mapping[str, object]:
    """End one that is live or proposed: one person is enough to be more careful. Raises Refused."""
    require(actor, "clearances.end")
    with store.write() as conn:
        require_live(conn, actor)
        _end(conn, store, _row(conn, name), actor, _said(why))
        shown = _shown(conn, _row(conn, name), names_of(conn))
    refresh_book(store, deciding)
    return shown


def end_what_changed(store: Store, deciding: Deciding) -> tuple[str, ...]:
    """End what expired, and pairs whose entry is no longer as it was looked at; their ids.

    To be called when lists change and once a day. Until then nothing rests on them either: the rules look themselves.
    """
    return tuple(name for name, _ in end_touched(store, deciding, lambda passport: ""))


def end_touched(store: Store, deciding: Deciding, why_of: Callable[[Passport], str]) -> tuple[tuple[str, str], ...]:
    """The same, and passports of which `why_of` says why they end; the id of each, and why."""
    today, ended = store.now().date(), []
    with store.write() as conn:
        for row in _live(conn):
            why = _why_over(conn, row, deciding, today)
            if not why and row["kind"] == PASSPORT:
                why = why_of(*passports_of([_content(conn, row)], "passports of the store"))
            if why:
                _end(conn, store, row, SERVICE, why)
                ended.append((str(row["id"]), why))
    if ended:
        refresh_book(store, deciding)
    return tuple(ended)


@dataclass(frozen=True, slots=True)
class LivePart:
    """The live pairs, or the live passports, as what comes beside; and which they are."""

    ids: tuple[str, ...]
    part: Part

    def given_for(self, payment: Payment, as_of: AsOf) -> object:
        """Those of them that concern a payment, as JSON of the documented shape."""
        return self.part.given_for(payment, as_of)


def refresh_book(store: Store, deciding: Deciding) -> None:
    """Have everything decided from now on beside the pairs and passports that are live now.

    Cheap where none was approved, ended or expired since: what an approval says never changes.
    """
    today = store.now().date().isoformat()
    parts = dict(deciding.book.parts)
    with store.read() as conn:
        rows = [row for row in _live(conn) if row["expires"] >= today]
        for kind, name in ((PAIR, "pairs"), (PASSPORT, "passports")):
            own = [row for row in rows if row["kind"] == kind]
            ids, known = tuple(row["id"] for row in own), parts.get(name)
            if not isinstance(known, LivePart) or known.ids != ids:
                parts[name] = LivePart(ids, _book(kind, [_content(conn, row) for row in own]))
    if parts != deciding.book.parts:
        deciding.lay_beside(BesideBook(parts))


def _book(kind: str, given: Sequence[Mapping[str, object]]) -> Part:
    if kind == PAIR:
        return PairBook(given, pairs_of(given, "pairs of the store"))
    return PassportBook(given, passports_of(given, "passports of the store"))


def every_clearance(store: Store, kind: str, actor: Actor) -> tuple[Mapping[str, object], ...]:
    """All pairs or all passports, those to be approved first, then the newest. Raises Refused."""
    require(actor, "clearances.read")
    order = (clearances.c.state != PROPOSED, clearances.c.proposed.desc(), clearances.c.id)
    with store.read() as conn:
        names = names_of(conn)
        rows = conn.execute(select(clearances).where(clearances.c.kind == kind).order_by(*order)).mappings().all()
        return tuple(_shown(conn, row, names) for row in rows)


def clearances_of_case(
    conn: Connection, case_id: str, kind: str, names: Mapping[str, str]
) -> tuple[Mapping[str, object], ...]:
    """The pairs or passports made from a case, oldest first."""
    made = select(clearances).where(clearances.c.case == case_id, clearances.c.kind == kind)
    rows = conn.execute(made.order_by(clearances.c.proposed, clearances.c.id)).mappings().all()
    return tuple(_shown(conn, row, names) for row in rows)


def _row(conn: Connection, name: str) -> RowMapping:
    row = conn.execute(select(clearances).where(clearances.c.id == name)).mappings().first()
    if row is None:
        raise NotThere("clearances", f"the id {name[:64]!r}", "the id of a pair or passport")
    return row


def _live(conn: Connection) -> Sequence[RowMapping]:
    asked = select(clearances).where(clearances.c.state == LIVE, clearances.c.sealed.is_not(None))
    return conn.execute(asked.order_by(clearances.c.approved, clearances.c.id)).mappings().all()


def _waiting(conn: Connection, name: str, actor: Actor) -> RowMapping:
    """One that waits for a second person, who is not the first."""
    require_live(conn, actor)
    row = _row(conn, name)
    if row["state"] != PROPOSED:
        who = names_of(conn).get(row["approver"] or "", "its end")
        raise Clash(row["kind"], f"one that is {row['state']}, by {who}", "one that waits for a second person")
    if row["owner"] == actor.id:
        raise NotAllowed("four eyes", "the same person who proposed it", "a second person", "Ask another approver.")
    return row


def _end(conn: Connection, store: Store, row: RowMapping, actor: Actor, why: str) -> None:
    if row["state"] not in (PROPOSED, LIVE):
        raise Clash(row["kind"], f"one that is {row['state']}", "one that is live or proposed")
    values = {"state": ENDED, "ended": stamp(store.now()), "why": why}
    conn.execute(update(clearances).where(clearances.c.id == row["id"]).values(**values))
    _tell(conn, store, "ended", row["id"], actor, {"why": why})


def _why_over(conn: Connection, row: RowMapping, deciding: Deciding, today: date) -> str:
    if row["expires"] < today.isoformat():
        return f"it expired on {row['expires']}"
    if row["kind"] != PAIR:
        return ""
    found = next((one for one in deciding.edition.lists if one.version.list == row["list"]), None)
    if found is None:
        return ""  # a list that is not loaded says nothing
    entity = found.entity(row["entry"])
    if entity is None:
        return "the entry is no longer on the list"
    return "" if entry_digest(entity) == _content(conn, row)["digest"] else "the entry has changed"


def _check(kind: str, content: Mapping[str, object], today: date) -> None:
    """Raises Refused where it is not of its shape, is over already, or would hold for too long."""
    if kind not in _READERS:
        raise Refused("kind", repr(kind[:40]), " or ".join(KINDS))
    try:
        read = _READERS[kind]([dict(content)], kind)[0]
    except CallError as wrong:
        raise Refused(wrong.where, wrong.found, wrong.expected, wrong.advice) from None
    latest = date(today.year + LONGEST_YEARS, today.month, min(today.day, 28))
    if not today <= read.expires <= latest:
        raise Refused("expires", read.expires.isoformat(), f"a day from {today} to {latest}")


def _content(conn: Connection, row: RowMapping) -> dict[str, Any]:
    text = open_sealed(conn, row["id"], row["sealed"])
    said: dict[str, Any] = json.loads(text) if text else {}
    return said


def _written(content: Mapping[str, object]) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode("utf-8", "replace")


def _said(why: str) -> str:
    if not why.strip():
        raise Refused("why", "nothing", "a sentence that says why")
    return why.strip()


def _tell(conn: Connection, store: Store, what: str, name: str, actor: Actor, said: Mapping[str, object]) -> None:
    by = {"by": actor.id, "by_name": actor.name, "via": actor.via}
    append(conn, store, f"clearance-{what}", name, {**by, **said}, under=name)


def _shown(conn: Connection, row: RowMapping, names: Mapping[str, str]) -> Mapping[str, object]:
    """One as people see it: who, when, until when, why it ended, and what it says (nothing once erased)."""
    shown = {name: row[name] for name in row if name != "sealed"}
    people = {f"{role}_name": names.get(row[role] or "") for role in ("owner", "approver")}
    return {**shown, **people, "content": _content(conn, row)}
