"""What a person does in a case, as it is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from brightline.cases.states import TRANSITIONS

KINDS = tuple(TRANSITIONS)


@dataclass(frozen=True, slots=True)
class Act:
    """What a person does. `kind`: one of KINDS. What else is needed depends on it.

    `disposition`: for recommend and dispose, one of `states.DISPOSITIONS`; for approve by somebody who looked blind,
    the answer that person came to. `reason`: a code of reasons.yaml. `to`: for assign the id of a person (None:
    nobody), for wait `customer` or `bank`, for filed the report. `message`: for repair, the corrected message; for
    reply, the papers that came, a JSON array as in `--trade`.
    `revision`: of the view acted on; the act is refused (409) if the case changed since. None: not asked.
    """

    kind: str
    reason: str | None = None
    comment: str | None = None
    disposition: str | None = None
    to: str | None = None
    message: bytes | None = None
    revision: int | None = None
