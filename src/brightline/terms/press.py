"""What the press says: articles with what was stripped from them, and stories with claims, sources and differences."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Removed:
    """A span of an article that is no part of the story, as printed, and what it is: menu, caption, byline, …"""

    text: str
    kind: str
    start: int  # its place among the characters of the article as opened


@dataclass(frozen=True, slots=True)
class Told:
    """A fact of the page (outlet, author, date, dateline, credit) and the text that shows it."""

    value: str
    shown_by: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the story as printed. `paragraph` counts from 0."""

    id: str
    text: str
    start: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article, cleaned. `published`: ISO day where the page says it; `agencies`: wire credits, in our spelling."""

    file: str
    language: str  # en, fr, ru, zh, or und
    title: Told | None = None
    outlet: Told | None = None
    author: Told | None = None
    published: Told | None = None
    dateline: Told | None = None
    agencies: tuple[Told, ...] = ()
    removed: tuple[Removed, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of an article."""

    article: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How one article comes from another. `kind`: verbatim, excerpt, rewrite, translation, update."""

    source: str
    copy: str
    kind: str
    confidence: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Witness:
    """How a copy tells a claim: same, reworded, truncated, altered."""

    place: Place
    label: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of the story in the wording that most copies support, and who tells it how."""

    id: str
    text: str
    witnesses: tuple[Witness, ...]
    missing: tuple[str, ...]
    damaged_only: bool = False  # only a copy with many faults tells it


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a copy says something else than the others.

    `kind`: entity, number, date, polarity, attribution, role, wording.
    """

    place: Place
    kind: str
    says: str
    others_say: str
    severity: str  # critical, major, minor
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words with their speaker. `direct`: whole in quotation marks; `chain`: speaker, agency, outlet."""

    speaker: str | None
    role: str | None
    words: str
    direct: bool
    place: Place
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the story: its value as digits, its unit and the period it speaks of."""

    value: str
    unit: str
    period: str | None
    words: str
    source: str | None
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell one thing. `origin`: the agency it goes back to; `sources`: how many are independent."""

    id: str
    articles: tuple[str, ...]
    sources: int
    sources_because: str
    origin: str | None
    takes: tuple[tuple[str, ...], ...]
    relations: tuple[Relation, ...]
    claims: tuple[Claim, ...]
    differences: tuple[Difference, ...]
    quotes: tuple[Quote, ...]
    figures: tuple[Figure, ...]
