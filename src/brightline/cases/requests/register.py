"""Requests come in: from a message as it is stored, or from a letter a person types or pastes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, insert, select

from brightline.cases.actors import Actor
from brightline.cases.database import Store, stamp
from brightline.cases.events import tell
from brightline.cases.people import require_live
from brightline.cases.permissions import require
from brightline.cases.requests.link import case_of, find_payment
from brightline.cases.requests.recognise import LONGEST_WORDS, NO_REFERENCE, Names, Spoken, spoken_of
from brightline.cases.requests.terms import BANK, FROM_PERSON, due_of, term_for
from brightline.cases.secret_texts import new_id
from brightline.cases.tables.requests import requests
from brightline.errors import Clash, NotThere, Refused
from brightline.screen.plain import Json

LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as taken in. `asker`: of deadlines.yaml. `due`: None takes what its words or the table say."""

    asker: str
    who: str
    reference: str
    names: Names
    words: str
    due: date | None = None


def join_message(conn: Connection, store: Store, message: str, line: Json, by: str) -> str | None:
    """Join a message that is no payment to the payment it speaks of, in the caller's transaction; the id of the case.

    What asks for an answer, or names somebody or goods that are listed, becomes a request, once; whatever else it says
    is told to the case. A request about a payment never seen here is kept without a case; anything else about one is
    left as it is, and None comes back.
    """
    spoken, actor = spoken_of(line), Actor(by, "", "", "service")
    found = find_payment(conn, spoken.names)
    waits = spoken.asks or bool(spoken.seen)
    if found is None and not waits:
        return None
    case = case_of(conn, store, found, actor) if found else None
    again = waits and _known(conn, spoken.kind, spoken.reference, spoken.correspondent)
    request = None if again or not waits else _lay(conn, store, spoken, message, case)
    if case is not None:
        kind = "asked-again" if again else "asked" if spoken.asks else "seen" if spoken.seen else "told"
        said = {"message": message, "kind": spoken.kind, "reference": spoken.reference, "from": spoken.correspondent}
        tell(
            conn,
            store,
            case,
            kind,
            actor,
            content={**said, "words": spoken.words, "request": request, "seen": list(spoken.seen)},
        )
    return case


def take_letter(store: Store, letter: Letter, actor: Actor) -> tuple[str, str]:
    """Take in a letter; the ids of the request and of its case.

    Raises NotThere for a payment never seen here, Clash for a letter taken in before, Refused for a day that is past
    or words that are missing.
    """
    require(actor, "requests.answer")
    now = store.now()
    _check(letter, now.date())
    with store.write() as conn:
        require_live(conn, actor)
        found = find_payment(conn, letter.names)
        if found is None:
            told = f"{letter.names or 'no name of a payment'}, which no payment here has, or several"
            raise NotThere("payment", told, "one that was screened here", "Ask for its UETR.")
        if _known(conn, LETTER, letter.reference, letter.who):
            raise Clash("letter", f"{letter.reference!r} of {letter.who}, taken in before", "one that is new")
        case = case_of(conn, store, found, actor)
        request = _lay_letter(conn, letter, case, now)
        said = {"kind": LETTER, "reference": letter.reference, "from": letter.who, "words": letter.words}
        tell(conn, store, case, "asked", actor, content={**said, "request": request})
    return request, case


def lay_asked(conn: Connection, store: Store, case: str, whom: str, reference: str, until: date) -> str:
    """Remember, in the caller's transaction, that we asked somebody about a case; the id of the request."""
    row = {"kind": LETTER, "reference": reference, "correspondent": whom, "case": case, "message": None}
    return _insert(conn, store.now(), {**row, "due": until.isoformat(), "due_from": FROM_PERSON}, way="out")


def _check(letter: Letter, today: date) -> None:
    term_for(letter.asker, today)
    if not letter.who.strip() or not letter.words.strip():
        raise Refused("letter", "no words, or nobody who wrote it", "who asks, and what")
    if len(letter.words) > LONGEST_WORDS:
        raise Refused("letter", f"{len(letter.words)} letters", f"at most {LONGEST_WORDS}", "Add it as a file.")
    due, _ = due_of(letter.words, letter.asker, today)
    if (letter.due or due) < today:
        raise Refused("deadline", f"{letter.due or due}, which is past", f"{today} or later", "Ask for more time.")


def _lay(conn: Connection, store: Store, spoken: Spoken, message: str, case: str | None) -> str:
    now = store.now()
    due, due_from = due_of(spoken.words, BANK, now.date())
    row = {"kind": spoken.kind, "reference": spoken.reference, "correspondent": spoken.correspondent}
    return _insert(conn, now, {**row, "case": case, "message": message, "due": due.isoformat(), "due_from": due_from})


def _lay_letter(conn: Connection, letter: Letter, case: str, now: datetime) -> str:
    named, due_from = due_of(letter.words, letter.asker, now.date())
    due, due_from = (letter.due, FROM_PERSON) if letter.due else (named, due_from)
    row = {"kind": LETTER, "reference": letter.reference[:80], "correspondent": letter.who[:120]}
    return _insert(conn, now, {**row, "case": case, "message": None, "due": due.isoformat(), "due_from": due_from})


def _insert(conn: Connection, now: datetime, row: dict[str, object], way: str = "in") -> str:
    name = new_id()
    conn.execute(insert(requests).values(id=name, way=way, at=stamp(now), **row))
    return name


def _known(conn: Connection, kind: str, reference: str, correspondent: str) -> bool:
    """Whether it came before: the same reference of the same sender. One without a reference is always new."""
    if reference in ("", NO_REFERENCE):
        return False
    same = (requests.c.kind == kind, requests.c.reference == reference, requests.c.correspondent == correspondent)
    return conn.scalar(select(requests.c.id).where(*same).limit(1)) is not None
