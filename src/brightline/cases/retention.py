"""How long personal data is kept, by outcome and country: a file of days, and the erasure of what is past them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import resources
from itertools import islice

from sqlalchemy import Connection, bindparam, func, select

from brightline.cases.database import Store, stamp
from brightline.cases.erasure import erase
from brightline.cases.tables.cases import case_decisions, cases
from brightline.cases.tables.received import decisions, payments
from brightline.text.marks import Entry, Value, parse_yaml

OUTCOMES = ("release", "review", "stop", "unreadable", "not-a-payment")
_TOGETHER = 50  # erasures in one transaction: nobody waits long for their turn to write
_SINCE = func.coalesce(cases.c.ended, decisions.c.decided)
_COUNTRY = select(func.min(payments.c.country)).where(payments.c.decision == decisions.c.id).scalar_subquery()
_OLD = (
    select(
        func.coalesce(cases.c.id, decisions.c.id).label("id"),
        decisions.c.outcome,
        _COUNTRY.label("country"),
        _SINCE.label("since"),
    )
    .outerjoin(case_decisions, case_decisions.c.decision == decisions.c.id)
    .outerjoin(cases, cases.c.id == case_decisions.c.case)
    .where(decisions.c.sealed.is_not(None), cases.c.is_open.is_not(True), bindparam("before") >= _SINCE)
    .order_by(_SINCE, func.coalesce(cases.c.id, decisions.c.id), decisions.c.id)
)


@dataclass(frozen=True, slots=True)
class Term:
    """How many days, for which outcome and country (None: any), and why."""

    outcome: str | None
    country: str | None
    days: int
    because: str

    def fits(self, outcome: str, country: str | None) -> bool:
        """Whether it speaks of a decision of this outcome and debtor's country."""
        return self.outcome in (None, outcome) and self.country in (None, country)


@dataclass(frozen=True, slots=True)
class Due:
    """A decision whose personal data is past its term."""

    decision: str
    outcome: str
    country: str | None
    since: str
    term: Term


def shipped_terms() -> tuple[Term, ...]:
    """The terms of the package: ten years for everything."""
    text = resources.files("brightline.cases").joinpath("retention.yaml").read_text(encoding="utf-8")
    return read_terms(text, "retention.yaml")


def read_terms(text: str, name: str) -> tuple[Term, ...]:
    """Terms from a file, the one for all others last. Raises LawError naming the line that is not understood."""
    said = parse_yaml(text, name).entry()
    listed = said.take_optional("rules")
    rules = [_term(one.entry()) for one in listed.items()] if listed else []
    otherwise = said.take("otherwise").entry()
    said.close()
    return (*rules, _closed(otherwise, None, None))


def _term(said: Entry) -> Term:
    outcome, country = said.take_optional("outcome"), said.take_optional("country")
    return _closed(said, outcome.word(OUTCOMES) if outcome else None, _country(country) if country else None)


def _closed(said: Entry, outcome: str | None, country: str | None) -> Term:
    term = Term(outcome, country, _days(said.take("days")), said.take("because").text())
    said.close()
    return term


def _days(value: Value) -> int:
    written = value.text("a number of days")
    if not written.isascii() or not written.isdigit() or not 0 < int(written) < 100_000:
        raise value.refuse(repr(written), "a whole number of days, at least 1")
    return int(written)


def _country(value: Value) -> str:
    written = value.text("a country")
    if len(written) != 2 or not written.isupper():
        raise value.refuse(repr(written), "a country such as DE")
    return written


def due(conn: Connection, moment: datetime, terms: Sequence[Term]) -> Iterator[Due]:
    """What is past its term at a moment, oldest first, read as it is asked for: no open case, nothing erased before."""
    shortest = moment - timedelta(days=min(one.days for one in terms))
    last = None
    for row in conn.execute(_OLD, {"before": stamp(shortest)}).yield_per(_TOGETHER):
        term = next(one for one in terms if one.fits(row.outcome, row.country))
        if row.id != last and row.since <= stamp(moment - timedelta(days=term.days)):
            last = row.id
            yield Due(row.id, row.outcome, row.country, row.since, term)


def erase_due(store: Store, moment: datetime, terms: Sequence[Term], by: str) -> int:
    """Erase what is past its term at a moment, some in each transaction; how many subjects lost their key."""
    count = 0
    with store.read() as conn:
        for found in _batches(due(conn, moment, terms)):
            with store.write() as writing:
                for one in found:
                    count += len(erase(writing, store, one.decision, by, f"{one.term.days} days: {one.term.because}"))
    store.sweep()
    return count


def _batches(found: Iterator[Due]) -> Iterator[list[Due]]:
    while some := list(islice(found, _TOGETHER)):
        yield some
