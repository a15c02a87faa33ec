"""Opening a case for a payment that was not released."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, bindparam, select

from brightline.cases.actors import Actor
from brightline.cases.database import Store, stamp
from brightline.cases.events import tell
from brightline.cases.rows_in import add_rows
from brightline.cases.states import OPEN
from brightline.cases.summary import Summary, summary_of
from brightline.cases.tables.cases import case_decisions, cases
from brightline.cases.urgency import cut_off_of, sortable, urgency_of

OPENS = ("review", "stop", "unreadable")  # outcomes that a person has to look at
_HAS_CASE = select(cases.c.id).where(cases.c.id == bindparam("named"))
_OWN_COLUMNS = ("rules", "lists", "value_date")  # of a summary: written otherwise


def open_case(conn: Connection, store: Store, decision: str, message: str, line: Mapping[str, object], by: str) -> str:
    """Open the case of a decision in the caller's transaction, with its journal line. The id of the case.

    `decision`: the id the line is stored under, which names the case too. `message`: the id of what it came in; `by`:
    of who posted it. A decision whose case is open already, or was ended, opens no second one.
    """
    if conn.scalar(_HAS_CASE, {"named": decision}) is not None:
        return decision
    summary, at = summary_of(line), stamp(store.now())
    columns = decided_columns(summary, at, escalated=False)
    begun = {"opened": at, "revision": 1, "state": OPEN, "is_open": True, "escalated": False, "waited": 0}
    own = {"id": decision, "decision": decision, "message": message, "gravest": summary.outcome}
    add_rows(conn, cases, [{**columns, **begun, **own}])
    add_rows(conn, case_decisions, [{"case": decision, "number": 1, "decision": decision}])
    service = Actor(by, "", "", "service")
    tell(conn, store, decision, "opened", service, content={"outcome": summary.outcome, "message": message})
    return decision


def decided_columns(summary: Summary, opened: str, *, escalated: bool) -> dict[str, object]:
    """The columns of a case that follow from its decision, for a case that is neither waiting nor owes a report."""
    said = {name: value for name, value in asdict(summary).items() if name not in _OWN_COLUMNS}
    cut_off, amount = cut_off_of(summary.value_date), sortable(summary.amount)
    said = {name: _fitted(name, value) for name, value in said.items()}
    said |= {"rules": _blanked(summary.rules), "lists": _blanked(summary.lists), "amount_sorts": amount}
    urgency = urgency_of(summary.outcome, escalated, cut_off, amount, opened)
    return said | {"cut_off": cut_off, "due": cut_off, "urgency": urgency}


def _fitted(name: str, value: object) -> object:
    """A text no longer than its column: PostgreSQL would take no longer one, and the decision has it whole."""
    most: int | None = getattr(cases.c[name].type, "length", None)
    if most is None or not isinstance(value, str) or len(value) <= most:
        return value
    return f"{value[: most - 1]}…"


def _blanked(words: Sequence[str]) -> str:
    """Words with a blank before and behind each, so that each is found whole."""
    return f" {' '.join(words)} "
