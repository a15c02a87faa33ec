"""Passports made from a case: a relationship cleared on documents."""

from __future__ import annotations

from collections.abc import Mapping

from brightline.cases.actors import Actor
from brightline.cases.clearances import PASSPORT, propose
from brightline.cases.database import Store
from brightline.cases.deciding import Deciding
from brightline.cases.files import files_of
from brightline.cases.guards import case_row
from brightline.cases.kept import decision_line
from brightline.errors import Refused
from brightline.screen.drafts import passport_draft
from brightline.screen.wire import read_line


def draft_passport(store: Store, case_id: str) -> Mapping[str, object]:
    """What a case's payment and files say of a passport: a draft in the documented shape, to complete and propose.

    The goods are those with a tariff code; the ceiling is this payment's amount; the documents are the case's files.
    """
    with store.read() as conn:
        line = read_line(decision_line(conn, case_row(conn, case_id)["decision"]).decode())
        files = files_of(conn, case_id, {})
    draft = passport_draft(line)
    if lacking := next((side for side in ("buyer", "seller") if side not in draft), None):
        raise Refused("passport", f"a payment without a named {lacking}", "a payment with debtor and creditor named")
    draft["documents"] = [{"title": one.name, "sha256": one.digest} for one in files]
    return draft


def propose_passport(
    store: Store, case_id: str, said: Mapping[str, object], actor: Actor, deciding: Deciding
) -> Mapping[str, object]:
    """Propose a passport: the draft of the case with what a person said laid over it. `expires` must be said.

    The lists looked through are those of the open edition. Raises Refused where it is not whole.
    """
    lists = {one.version.list: one.version.published for one in deciding.edition.lists}
    given = {**draft_passport(store, case_id), **said, "lists": lists, "issued": store.now().date().isoformat()}
    return propose(store, PASSPORT, given, actor, case_id)
