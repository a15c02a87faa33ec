"""Taking in a message: screened, then stored with its decisions, journal lines, cases and answer in one transaction.

When `accept` returns, all of it is on disk; when it raises, none of it is. A payment equal to one decided before with
the same edition and `as_of` has the same decision id: it is kept as a message of its own, answered with the decision
that stands, and opens no second case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from brightline.cases.database import Store
from brightline.cases.deciding import Deciding, Screened


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message that came in. `by`: the id of the person or key; `key`: the Idempotency-Key of the call."""

    body: bytes
    content_type: str
    as_of: datetime
    as_of_given: bool
    by: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was stored. `lines`: the decision lines in the order of the message; `cases`: those opened for it.

    `readable`: something in the message could be read (else the answer is 422). `again`: an earlier call with the same
    key had stored it, and this is its answer.
    """

    message: str
    lines: tuple[bytes, ...]
    cases: tuple[str, ...]
    readable: bool
    again: bool = False


def accept(store: Store, arrival: Arrival, deciding: Deciding) -> Accepted:
    """Screen and store one message; the first answer where its key was used before with the same message.

    Raises Refused where the key was used with another message, StoreError where nothing could be stored.
    """
    raise NotImplementedError


def keep(store: Store, arrivals: Sequence[tuple[Arrival, Screened]]) -> tuple[Accepted | Exception, ...]:
    """Store screened messages in one transaction; an answer for each, or the Refused that concerns it alone."""
    raise NotImplementedError
