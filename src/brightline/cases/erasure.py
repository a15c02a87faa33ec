"""Erasing the personal data of a case or a released payment: its keys are destroyed, the journal still verifies.

What is left: that a payment came, when, its outcome, its edition, who did what when, and every line of the journal.
A message that carried other payments too loses its raw text; their decisions stay.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import Column, Connection, Table, delete, select, update

from brightline.cases.database import Store
from brightline.cases.failpoints import reach
from brightline.cases.journal.append import append
from brightline.cases.journal.contents import ERASED
from brightline.cases.tables.cases import case_decisions, cases
from brightline.cases.tables.clearances import clearances
from brightline.cases.tables.every import METADATA
from brightline.cases.tables.journal import journal_contents
from brightline.cases.tables.keys import case_keys
from brightline.cases.tables.metadata import PERSONAL
from brightline.cases.tables.received import decisions, messages, payments
from brightline.errors import NotThere

_NOTHING = {"salt": None, "content": None}


def erase(conn: Connection, store: Store, decision: str, by: str, why: str) -> tuple[str, ...]:
    """Erase a decision and, where it has one, its case, with the messages they came in; the subjects erased.

    `decision` is the id of its case or of any decision of it. What was erased before is left as it is. Raises NotThere.
    """
    case = _case_of(conn, decision)
    taken = {decision, case, *conn.scalars(select(case_decisions.c.decision).where(case_decisions.c.case == case))}
    came_in = conn.scalars(select(payments.c.message).where(payments.c.decision.in_(taken)))
    cleared = conn.scalars(select(clearances.c.id).where(clearances.c.case == case))
    subjects = sorted({*taken, *came_in, *cleared})
    still = set(conn.scalars(select(case_keys.c.subject).where(case_keys.c.subject.in_(subjects))))
    conn.execute(delete(case_keys).where(case_keys.c.subject.in_(still)))
    reach("erase.keys-gone")
    _empty(conn, case, taken, subjects)
    for subject in sorted(still):
        append(conn, store, ERASED, subject, {"by": by, "why": why})
    return tuple(sorted(still))


def _case_of(conn: Connection, decision: str) -> str:
    """The case a decision is of; of one that was released at once its own id. Raises NotThere."""
    if conn.scalar(select(decisions.c.id).where(decisions.c.id == decision)) is None:
        raise NotThere(f"decision {decision}", "none of this name", "the id of a decision or case")
    holding = select(case_decisions.c.case).where(case_decisions.c.decision == decision)
    found: str | None = conn.scalar(holding.order_by(case_decisions.c.case != decision).limit(1))
    return found or decision


def _empty(conn: Connection, case: str, taken: Collection[str], subjects: Sequence[str]) -> None:
    """Empty what was sealed, and what names a party in the clear."""
    conn.execute(update(decisions).where(decisions.c.id.in_(taken)).values(sealed=None))
    conn.execute(update(messages).where(messages.c.id.in_(subjects)).values(sealed=None))
    conn.execute(update(journal_contents).where(journal_contents.c.sealed_under.in_(subjects)).values(_NOTHING))
    for table, column, personal in _personal():
        named = taken if table is payments else [case]
        conn.execute(update(table).where(column.in_(named)).values(dict.fromkeys(personal)))


def _personal() -> Iterator[tuple[Table, Column[str], tuple[str, ...]]]:
    """The tables with columns that hold personal data, and the column by which a case or decision finds its rows."""
    for table in METADATA.sorted_tables:
        personal = tuple(column.name for column in table.columns if column.info.get(PERSONAL))
        if personal:
            name = "decision" if table is payments else "id" if table is cases else "case"
            yield table, table.c[name], personal
