"""The nouns of the product, as people in the field say them. Frozen, plain, cheap by the million.

Nothing here reads, decides or writes. Shapes for the wire and for files are made elsewhere, from these.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum


class Answer(Enum):
    """What a rule or clause says. A fact we lack is not a fact that is false."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Outcome(Enum):
    """What happens to a message now. None of these refuses, returns or freezes anything."""

    RELEASE = "release"
    REVIEW = "review"
    STOP = "stop"
    UNREADABLE = "unreadable"
    NOT_A_PAYMENT = "not-a-payment"


class Determined(Enum):
    """The answer to the question whether the payment is linked to the military-industrial base."""

    LINKED = "linked"
    NOT_LINKED = "not-linked"
    CANNOT_TELL = "cannot-tell"


class Force(Enum):
    """Whose law a finding speaks: ours, a foreign secondary sanction, a correspondent's, our policy, nobody's."""

    BINDS = "binds"
    EXPOSES = "exposes"
    CORRESPONDENT = "correspondent"
    POLICY = "policy"
    INFORMS = "informs"


@dataclass(frozen=True, slots=True)
class AsOf:
    """The two clocks of a decision: which law was in force, and what we knew. Both carry a zone."""

    law: datetime
    known: datetime


# --- what a message says -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number that names a party. `valid`: its check digits hold; None where the scheme has none."""

    scheme: str  # BIC, IBAN, LEI, INN, OGRN, KPP, USCC, IMO, PASSPORT, TAX, REG, …
    value: str
    valid: bool | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """Another reading of a printed value, kept beside it: `ccc` (Chinese commercial code), `rur6`, …"""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in the payment, in a role. `path` is the place of the name (or of the party) in the message."""

    role: str
    path: str
    name: str | None = None
    printed: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    address: tuple[str, ...] = ()
    country: str | None = None  # ISO 3166 alpha-2, upper case: the address', else the BIC's, else the IBAN's
    countries: tuple[Form, ...] = ()  # every country seen, kind = where it was seen: address, bic, iban, text
    bic: str | None = None
    account: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    birth_date: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """Free text: remittance, instruction, purpose, regulatory, bank-to-bank."""

    kind: str
    value: str
    path: str
    forms: tuple[Form, ...] = ()


@dataclass(frozen=True, slots=True)
class Goods:
    """A line of goods as the message names it: a code, words, or both."""

    hs: str | None
    hs_edition: str | None
    words: str | None
    path: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A value with a kind: a reference, a date, an amount (with currency), a code, an account."""

    kind: str
    value: str
    path: str
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A value of the message that no field holds, with its place."""

    path: str
    value: str


@dataclass(frozen=True, slots=True)
class Payment:
    """One transfer: parties in roles, agents, texts, goods, route. A function of the message alone.

    `amount` keeps the digits as printed, with a decimal point. Every value of the message is in one of
    the fields, with its place, or in `unread`.
    """

    source: str
    format: str
    variant: str | None = None  # core, COV, ADV, STP, REMIT
    message_id: str | None = None
    end_to_end_id: str | None = None
    uetr: str | None = None
    amount: str | None = None
    currency: str | None = None
    value_date: str | None = None
    parties: tuple[Party, ...] = ()
    texts: tuple[Text, ...] = ()
    goods: tuple[Goods, ...] = ()
    route: tuple[str, ...] = ()  # countries in the order money or goods pass them
    amounts: tuple[Noted, ...] = ()
    dates: tuple[Noted, ...] = ()
    references: tuple[Noted, ...] = ()
    accounts: tuple[Noted, ...] = ()
    codes: tuple[Noted, ...] = ()
    identifiers: tuple[Noted, ...] = ()  # found in free text, kind = scheme
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class NotAPayment:
    """A readable message that moves no money. Never a clearance. `payment` holds its values."""

    payment: Payment


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A message or row we could not read, and what stopped us. Never a clearance."""

    source: str
    where: str
    found: str
    expected: str
    advice: str


Read = Payment | NotAPayment | Unreadable


# --- what a list says ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name of a listed entity. `kind`: primary, alias, weak, former, original (own script)."""

    value: str
    kind: str


@dataclass(frozen=True, slots=True)
class ListedIdentifier:
    """A number that names a listed entity; `country` as ISO alpha-2 where the publisher gives one."""

    scheme: str
    value: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A tie the publisher states: `linked-to`, `owner`, `parent`, `subsidiary`, `vessel-of`…"""

    kind: str
    name: str
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class ListedEntity:
    """One entry of one list, in our words, with the publisher's remarks kept as printed."""

    list: str
    entry: str
    schema: str  # Person, Organization, Company, LegalEntity, Vessel, Airplane
    names: tuple[ListedName, ...]
    programs: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()  # blocking, correspondent-account, sectoral, export-control, trade, travel, other
    secondary: tuple[str, ...] = ()  # s11, ukraine-589, north-korea, eo13224, iran, caatsa, hizballah, other
    identifiers: tuple[ListedIdentifier, ...] = ()
    birth_dates: tuple[str, ...] = ()  # 1945, 1945-03, 1945-03-07; a leading "c " is dropped and kept in remarks
    genders: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()  # ISO alpha-2, upper case: address, nationality, citizenship, flag
    addresses: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    listed_on: str | None = None
    ends_on: str | None = None
    remarks: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()  # fields of the publisher that we have no word for


@dataclass(frozen=True, slots=True)
class ListVersion:
    """Which list, as published when. The moment of import is no part of it."""

    list: str
    published: str  # ISO date or moment
    published_from: str  # content, option, file-name, file-day
    digest: str
    entries: int
    regime: str  # us, eu, uk, un, jp, ua, private, trial …
    publisher: str
    excerpt: bool = False
    public: bool = True
    skipped: tuple[str, ...] = ()  # rows that could not be read, named
    unknown_fields: tuple[str, ...] = ()  # optional elements we keep without a word for them


# --- what we make of both ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Step:
    """One comparison in thousandths of a nat. `ours` and `theirs` are the written forms compared."""

    name: str
    ours: str
    theirs: str
    weight: int


@dataclass(frozen=True, slots=True)
class Query:
    """A name to look for, with what else is known of its bearer."""

    name: str
    schema: str | None = None
    countries: tuple[str, ...] = ()
    birth_date: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    forms: tuple[str, ...] = ()  # other readings of the same written name


@dataclass(frozen=True, slots=True)
class Candidate:
    """A listed entity worth comparing. The steps, the starting point among them, sum to `weight`."""

    list: str
    entry: str
    name: str
    schema: str
    weight: int
    score: float  # 0..1, four decimals, read from one table of the weight
    steps: tuple[Step, ...]
    position: int = -1  # place of the entity in its edition; not part of any output


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
    """What a finding rests on: `listed-entity`, `goods`, `text`, `country`. Unused fields stay None."""

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
    paired: tuple[Noted, ...] = field(default=())  # the MT103 of a cover, the cover of an MT103: kind = format
    law_changed: tuple[LawChanged, ...] = ()  # for the rules that did not answer no
