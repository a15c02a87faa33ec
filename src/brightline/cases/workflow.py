"""What people do with a case: every act checked against state, role and second person, told to the journal."""

from __future__ import annotations

from dataclasses import dataclass

from brightline.cases.actors import Actor
from brightline.cases.database import Store
from brightline.cases.rows import CaseView

KINDS = (
    "assign",
    "note",
    "recommend",
    "approve",
    "send-back",
    "dispose",
    "reopen",
    "lock",
    "unlock",
    "wait",
    "resume",
    "escalate",
    "repair",
    "filed",
)


@dataclass(frozen=True, slots=True)
class Act:
    """What a person does. `kind`: one of KINDS. What else is needed depends on it.

    `disposition`: for recommend and dispose, one of `states.DISPOSITIONS`; for approve by somebody who looked blind,
    the answer that person came to. `reason`: a code of reasons.yaml. `to`: for assign the id of a person (None:
    nobody), for wait `customer` or `bank`, for filed the report. `message`: for repair, the corrected message.
    `revision`: of the view acted on; the act is refused (409) if the case changed since. None: not asked.
    """

    kind: str
    reason: str | None = None
    comment: str | None = None
    disposition: str | None = None
    to: str | None = None
    message: bytes | None = None
    revision: int | None = None


def act(store: Store, case_id: str, one: Act, actor: Actor, deciding: object) -> CaseView:
    """Do it, in one transaction with its journal lines, and give the case as it is now.

    A release screens the payment again with the current edition first; where the answer changed nothing is released,
    the new decision is kept, and a 409 says what changed. Raises Refused (403, 404, 409 or 422) with a sentence.
    """
    raise NotImplementedError


def act_together(store: Store, case_ids: tuple[str, ...], one: Act, actor: Actor, deciding: object) -> tuple[str, ...]:
    """The same act on several cases of one counterparty and one entry: all of them or none. The ids, sorted.

    Raises Refused where they are not of one counterparty and one entry, or one of them refuses.
    """
    raise NotImplementedError
