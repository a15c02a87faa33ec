"""What is made of both: findings with their law and evidence, and the decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from brightline.terms.answers import Answer, AsOf, Determined, Force, Outcome
from brightline.terms.listed import ListVersion
from brightline.terms.matched import Step
from brightline.terms.message import Leg, Payment
from brightline.terms.owned import Holding


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a published act that a person can open and read."""

    act: str
    place: str
    url: str
    in_force: str
    status: str  # verified, secondary, unverified


@dataclass(frozen=True, slots=True)
class Clause:
    """One condition of a rule, what we saw, and how it came out."""

    id: str
    asks: str
    saw: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a finding rests on: `listed-entity`, `goods`, `text`, `contradiction`, …. Unused fields stay None."""

    kind: str
    role: str | None = None
    path: str | None = None
    list: str | None = None
    entry: str | None = None
    name: str | None = None
    programs: tuple[str, ...] | None = None
    remarks: tuple[str, ...] | None = None
    score: float | None = None
    weight: int | None = None
    steps: tuple[Step, ...] | None = None
    settled_by: str | None = None  # identifier, name
    hs: str | None = None
    tier: str | None = None
    grade: str | None = None
    words: str | None = None
    regime: str | None = None  # of a listed entity: whose list it is
    measures: tuple[str, ...] | None = None  # of a listed entity: what its listing does
    holdings: tuple[Holding, ...] | None = None  # of an owner-path: the stakes from the listed owner down to the party
    other_path: str | None = None  # of a contradiction: the place that says otherwise than `path`
    other_words: str | None = None  # and what stands there, beside `words`


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom or what in the payment a finding speaks of."""

    role: str
    path: str


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer of one rule about one subject, with clauses, evidence and law."""

    rule: str
    answer: Answer
    effect: str  # stop, review, none: what policy makes of this answer
    force: Force
    clauses: tuple[Clause, ...] = ()
    subject: Subject | None = None
    evidence: tuple[Evidence, ...] = ()
    cites: tuple[Citation, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class Lacking:
    """Something we do not know, and the independent document that would settle it."""

    rule: str
    lacks: str
    would_settle: str


@dataclass(frozen=True, slots=True)
class LawChanged:
    """What changed for a rule not long before the day whose law was asked: when, and what holds from then on."""

    rule: str
    on: str
    what: str


@dataclass(frozen=True, slots=True)
class SeenGoods:
    """A goods line looked up in an edition. `grade`: code or words."""

    path: str
    hs: str | None
    tier: str | None
    grade: str
    words: str | None = None
    critical: str | None = None
    harmless: bool = False
    reading: str = ""  # listed, unlisted, undecided, harmless, service, vague
    note: str = ""  # what a reviewer should know of this reading, in a sentence


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A listed name found in a text."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What only an edition can know about a payment."""

    goods: tuple[SeenGoods, ...] = ()
    mentioned: tuple[Mentioned, ...] = ()


@dataclass(frozen=True, slots=True)
class Determination:
    """Linked, not linked, cannot tell; what it rests on; the answer of each limb."""

    answer: Determined
    rests_on: str  # identifier, list, document, declared-text, absence
    limbs: tuple[tuple[str, Answer], ...] = ()


@dataclass(frozen=True, slots=True)
class EditionNote:
    """The name of everything but the payment: digests of lists, law, policy, institution and engine."""

    id: str
    lists: tuple[ListVersion, ...]
    law: str
    policy: str
    institution: str
    engine: str


@dataclass(frozen=True, slots=True)
class Shadow:
    """What a policy's shadow would have decided, and by which findings. It has no part in the outcome."""

    outcome: Outcome
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """Everything decided about one payment, and everything needed to explain and repeat it."""

    id: str
    outcome: Outcome
    trial: bool
    determination: Determination
    release_basis: str | None
    payment: Payment
    seen: Seen
    findings: tuple[Finding, ...]
    releasing: tuple[Finding, ...]
    unknowns: tuple[Lacking, ...]
    permitted_actions: tuple[str, ...]
    as_of: AsOf
    edition: EditionNote
    program: str
    paired: tuple[Leg, ...] = field(default=())  # the MT103 of a cover, the cover of an MT103
    beside: Mapping[str, object] = field(default_factory=dict)  # papers, profiles, history, passports, pairs as given
    law_changed: tuple[LawChanged, ...] = ()  # for the rules that did not answer no
    shadow: Shadow | None = None  # of a policy that has one
