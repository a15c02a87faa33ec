"""What comes beside a message: papers of trade, profiles of parties, earlier payments, passports, pairs, the press."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from brightline.terms.cleared import Pair, Passport
from brightline.terms.earlier import History
from brightline.terms.message import Identifier, Party, Text

DESCRIPTION = "description"  # the kind of a paper's text that names goods, such as field 45A of a documentary credit


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A line of goods of a paper. `quantity` and `value`: digits as printed; `origin`: ISO alpha-2."""

    path: str
    hs: str | None = None
    hs_edition: str | None = None
    words: str | None = None
    quantity: str | None = None
    unit: str | None = None
    value: str | None = None
    origin: str | None = None
    maker: str | None = None
    part_number: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A port or place on the way of goods. `kind`: loading, transit, discharge or delivery; `country`: ISO alpha-2."""

    kind: str
    path: str
    name: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of the trade (invoice, bill of lading, …). `path`: its place, as `papers[0]`; all paths below begin so.

    `amount`: digits as printed; `issued`, `shipped`: ISO days. `texts`: statements, and a description of the goods. A
    vessel is a party in the role `vessel` with its IMO number.
    """

    kind: str
    path: str
    number: str | None = None
    issued: str | None = None
    shipped: str | None = None
    amount: str | None = None
    currency: str | None = None
    parties: tuple[Party, ...] = ()
    lines: tuple[PaperLine, ...] = ()
    places: tuple[Place, ...] = ()
    texts: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class HolderOnFile:
    """Somebody who holds a part of a party, as its profile says. `percent`: as printed; None where nobody says."""

    name: str
    path: str
    country: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    percent: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Attestation:
    """What a party has stated or answered (a questionnaire, an end-user undertaking), and until when it holds."""

    kind: str
    path: str
    given: str
    expires: str
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """What is on file about a party: its business, when it was founded, its trade, what it attested and until when.

    `codes`: tariff codes of its usual trade, at any depth; `countries`: those it trades with; `offices`: those it sits
    in; `usual_most`: the greatest usual amount, digits as printed, in `usual_currency`.
    """

    name: str
    path: str
    identifiers: tuple[Identifier, ...] = ()
    country: str | None = None
    business: str | None = None
    incorporated: str | None = None
    address: tuple[str, ...] = ()
    owners: tuple[HolderOnFile, ...] = ()
    codes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    usual_most: str | None = None
    usual_currency: str | None = None
    attestations: tuple[Attestation, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedInPress:
    """A person or body that a story names. `context`: adverse, political or neutral; `articles`: where it stands."""

    name: str
    context: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PressStory:
    """A story of the press, as evidence. `sources`: how many of its articles are independent, `because` why.

    `damaged`: articles that say several things otherwise than the others; `countries`: those the story names.
    """

    id: str
    path: str
    title: str
    sources: int
    because: str
    articles: tuple[str, ...]
    damaged: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    named: tuple[NamedInPress, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """All that came beside one payment. `given`: the same as JSON, as it is kept with the decision; empty: nothing."""

    papers: tuple[Paper, ...] = ()
    profiles: tuple[Profile, ...] = ()
    history: History | None = None
    passports: tuple[Passport, ...] = ()
    pairs: tuple[Pair, ...] = ()
    media: tuple[PressStory, ...] = ()
    given: Mapping[str, object] = field(default_factory=dict)


NOTHING = Beside()


def on_paper(path: str | None) -> bool:
    """Whether a place is one in a paper, not in the message."""
    return path is not None and path.startswith("papers[")
