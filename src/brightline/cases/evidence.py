"""The evidence of one case: every journal line that speaks of it, with content, proofs and the signed checkpoint."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select

from brightline.cases.actors import Actor
from brightline.cases.database import Store
from brightline.cases.guards import case_row
from brightline.cases.journal.bundle import make_bundle
from brightline.cases.journal.line import Line
from brightline.cases.journal.reading import lines_about
from brightline.cases.journal.standing import PAYMENT
from brightline.cases.permissions import require
from brightline.cases.tables.cases import case_decisions
from brightline.cases.tables.clearances import clearances
from brightline.cases.tables.received import decisions, payments


def case_bundle(store: Store, case_id: str, actor: Actor) -> Mapping[str, object]:
    """A journal bundle of a case: an examiner checks it with the public key alone. Raises Refused."""
    require(actor, "cases.read")
    with store.read() as conn:
        return {**make_bundle(conn, [line.number for line in case_lines(conn, case_id)]), "case": case_id}


def case_lines(conn: Connection, case_id: str) -> tuple[Line, ...]:
    """The lines about a case, its messages, payments, decisions, their editions, its pairs and passports, in order.

    Raises NotThere where there is no such case.
    """
    row = case_row(conn, case_id)
    known = set(conn.scalars(select(case_decisions.c.decision).where(case_decisions.c.case == case_id)))
    subjects = {case_id, row["message"], *known}
    for paid in conn.execute(select(payments).where(payments.c.decision.in_(known))).mappings():
        subjects |= {str(paid["message"]), PAYMENT.subject_of(dict(paid))}
    subjects |= set(conn.scalars(select(decisions.c.edition).where(decisions.c.id.in_(known))))
    subjects |= set(conn.scalars(select(clearances.c.id).where(clearances.c.case == case_id)))
    found = {line.number: line for subject in subjects for line in lines_about(conn, str(subject))}
    return tuple(found[number] for number in sorted(found))
