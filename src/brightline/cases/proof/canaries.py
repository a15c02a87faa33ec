"""Canary payments: what has to come out is known, so that a desk that went blind is noticed the same day.

They are decided as every payment is and are stored nowhere: no figure counts them. Only the journal tells of them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from sqlalchemy import select

from brightline.cases.database import Store, stamp
from brightline.cases.deciding import Screened
from brightline.cases.journal.append import append
from brightline.cases.reasons import shipped
from brightline.cases.tables.journal import journal, journal_contents
from brightline.screen.edition import Edition
from brightline.terms import ListedEntity
from brightline.text.marks import Value

KIND = "canaries"  # of the journal line that says how they fared
OUTCOMES = ("release", "review", "stop")
_NEEDS = ("name", "number")
_TRIES = 500  # entries looked at from the entry of the day on, for one that has what is needed

Screen = Callable[[bytes, datetime], Screened]


@dataclass(frozen=True, slots=True)
class Canary:
    """One canary as the file has it. `list`: whose entry of the day takes part; empty where none does."""

    about: str
    list: str
    needs: str
    creditor: str
    country: str
    text: str
    expect: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fared:
    """How a canary fared: the entry that took part, what came out, and whether that is right."""

    about: str
    entry: str
    outcome: str
    expect: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether it came out as it has to."""
        return self.outcome in self.expect


@lru_cache(maxsize=1)
def canaries() -> Sequence[Canary]:
    """Every canary, in the order of the file."""
    entry = shipped("proof/canaries.yaml").entry()
    read = tuple(_canary(one) for one in entry.take("canaries").items())
    entry.close()
    return read


def fly(edition: Edition, screen: Screen, moment: datetime) -> Sequence[Fared]:
    """Every canary whose list is loaded, decided at a moment by `screen`; nothing is stored."""
    told = []
    for one in canaries():
        entity = _entry_of_the_day(edition, one, moment.date()) if one.list else None
        if one.list and entity is None:
            continue
        (decided,) = screen(_message(one, entity, moment.date()), moment).decided
        told.append(Fared(one.about, f"{one.list} {entity.entry}" if entity else "", decided.outcome, one.expect))
    return tuple(told)


def fly_daily(store: Store, edition: Edition, screen: Screen) -> Sequence[Fared]:
    """Fly them unless the journal says that it was done today with this edition; how they fared is written there."""
    moment = store.now()
    with store.read() as conn:
        done = select(journal.c.line).where(journal.c.kind == KIND, journal.c.subject == _flight(edition, moment))
        if conn.scalar(done.limit(1)) is not None:
            return ()
    fared = fly(edition, screen, moment)
    with store.write() as conn:
        said = [{"about": one.about, "entry": one.entry, "outcome": one.outcome, "right": one.right} for one in fared]
        append(conn, store, KIND, _flight(edition, moment), {"edition": edition.note.id, "canaries": said})
    return fared


def flights(store: Store, since: datetime) -> Sequence[Mapping[str, object]]:
    """What the journal says of the flights since a moment, oldest first: `at`, `edition`, `canaries`."""
    asked = select(journal.c.at, journal_contents.c.content).join(
        journal_contents, journal_contents.c.line == journal.c.line
    )
    chosen = asked.where(journal.c.kind == KIND, journal.c.at >= stamp(since)).order_by(journal.c.line)
    with store.read() as conn:
        return tuple({"at": row.at, **json.loads(row.content)} for row in conn.execute(chosen))


def _flight(edition: Edition, moment: datetime) -> str:
    return f"{moment:%Y-%m-%d} {edition.note.id}"


def _entry_of_the_day(edition: Edition, one: Canary, day: date) -> ListedEntity | None:
    """An entry with what the canary needs, another one every day; None where the list is not loaded or has none."""
    found = next((each for each in edition.lists if each.version.list == one.list), None)
    if found is None or not len(found.entities):
        return None
    count = len(found.entities)
    first = int.from_bytes(hashlib.sha256(f"{day} {one.about}".encode()).digest()[:8], "big") % count
    places = (found.entities[(first + step) % count] for step in range(min(count, _TRIES)))
    return next((entity for entity in places if _fits(entity, one.needs)), None)


def _fits(entity: ListedEntity, needs: str) -> bool:
    """A firm of at least two words: a name of one word may be an everyday word."""
    firm = entity.schema in ("Organization", "Company", "LegalEntity") and "blocking" in entity.measures
    named = bool(entity.names) and len(entity.names[0].value.split()) > 1
    return firm and named and (needs == "name" or _number(entity) is not None)


def _number(entity: ListedEntity) -> str | None:
    return next((one.value for one in entity.identifiers if one.scheme == "INN"), None)


def _message(one: Canary, entity: ListedEntity | None, day: date) -> bytes:
    words = {"name": entity.names[0].value, "number": _number(entity) or ""} if entity else {"name": "", "number": ""}
    creditor = {"role": "creditor", "name": one.creditor.format(**words)}
    if one.country:
        creditor["country"] = one.country
    said = {
        "end_to_end_id": f"CANARY-{day}",
        "amount": "1000.00",
        "currency": "CNY",
        "value_date": day.isoformat(),
        "parties": [{"role": "debtor", "name": "CANARY MORNING TRADE CO LTD", "country": "CN"}, creditor],
        "texts": [{"kind": "remittance", "value": one.text.format(**words)}],
    }
    return json.dumps(said, ensure_ascii=False).encode()


def _canary(value: Value) -> Canary:
    entry = value.entry()
    optional = {name: found.text() if (found := entry.take_optional(name)) else "" for name in ("list", "country")}
    needs = entry.take_optional("needs")
    read = Canary(
        about=entry.take("about").text(),
        list=optional["list"],
        needs=needs.word(_NEEDS) if needs else "",
        creditor=entry.take("creditor").text(),
        country=optional["country"],
        text=entry.take("text").text(),
        expect=tuple(one.word(OUTCOMES) for one in entry.take("expect").items()),
    )
    entry.close()
    return read
