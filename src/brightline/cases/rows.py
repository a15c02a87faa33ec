"""What the queue and the case page show: plain data, no rows of a database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case as a queue shows it. Moments are UTC texts (`database.stamp`), amounts digits as printed.

    `counterparty`: the party the gravest finding speaks of, else the creditor; its key groups cases. `corridor`:
    `CN-RU`, the debtor's country and the creditor's, `??` where none is known. `entry`: `list entry` of the gravest
    finding. `due`: the earliest of cut-off and reports, ISO day; None while the clock stands. `locked_by`: the name of
    who has it open now; None where nobody has. Texts that name parties are None once personal data was erased.
    """

    id: str
    decision: str
    opened: str
    state: str
    outcome: str
    determination: str | None
    rules: tuple[str, ...]
    lists: tuple[str, ...]
    corridor: str
    amount: str | None
    currency: str | None
    debtor: str | None
    creditor: str | None
    counterparty: str | None
    counterparty_key: str
    entry: str | None
    assignee: str | None
    assignee_name: str | None
    locked_by: str | None
    locked_until: str | None
    cut_off: str | None
    due: str | None
    overdue: bool
    escalated: bool
    held_overnight: bool


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of the queue. `counts`: of all that the filters ask: all, mine, overdue, and each outcome and state.

    `next`: the cursor of the page after; None on the last one.
    """

    rows: tuple[CaseRow, ...]
    counts: Mapping[str, int]
    next: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """The open cases of one counterparty and one entry: what may be decided together.

    `number`: how many they are; `cases`: the ids of the most urgent of them.
    """

    counterparty_key: str
    counterparty: str | None
    entry: str | None
    number: int
    cases: tuple[str, ...]
    gravest: str
    oldest: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that was done in a case. `line`: its line in the journal. `content`: by kind; empty once erased."""

    line: int
    at: str
    kind: str
    by: str
    by_name: str
    reason: str | None
    comment: str | None
    content: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What a first person recommends and a second has to approve."""

    disposition: str
    reason: str
    comment: str
    by: str
    by_name: str
    at: str


@dataclass(frozen=True, slots=True)
class DueReport:
    """A report that a disposition makes due. `days`: as the law counts them. `filed`: when a person said it was."""

    report: str
    regime: str
    what: str
    due_on: str
    status: str  # of our reading: verified, secondary, unverified
    cite: str
    filed: str | None


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file added to a case, without its bytes (`files.read_file` gives them)."""

    id: str
    name: str
    media_type: str
    size: int
    digest: str
    by_name: str
    at: str


@dataclass(frozen=True, slots=True)
class EarlierCase:
    """A case of the same counterparty that people ended. `offers`: its answer may be applied again: same entry, record
    and law of the matter, nothing graver now. Offered to a person, never applied by itself.
    """

    id: str
    opened: str
    state: str
    outcome: str
    entry: str | None
    ended: str
    ended_by: str
    disposition: str
    reason: str
    offers: bool


@dataclass(frozen=True, slots=True)
class Offered:
    """An act open to this person in this state. `dispositions`: what may be chosen for dispose and recommend.

    `four_eyes`: of those, what needs a second person (recommend it).
    """

    kind: str
    dispositions: tuple[str, ...] = ()
    four_eyes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseView:
    """All of one case for one person. `decision`: the line as stored, and `decisions` the ids of all, oldest first.

    `raw`: the message as posted, as text; None once erased. `recommendation`: None where there is none, or it is hidden
    from a second person who looks blind. `hidden`: that it is. `revision`: give it back with an act, and the act is
    refused if somebody else acted since.
    """

    row: CaseRow
    revision: int
    decision: Mapping[str, object]
    decisions: tuple[str, ...]
    raw: str | None
    content_type: str
    timeline: tuple[Event, ...]
    recommendation: Recommendation | None
    hidden: bool
    earlier: tuple[EarlierCase, ...]
    due: tuple[DueReport, ...]
    files: tuple[KeptFile, ...]
    pairs: Sequence[Mapping[str, object]]
    passports: Sequence[Mapping[str, object]]
    actions: tuple[Offered, ...]
