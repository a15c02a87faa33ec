"""What the law book holds, as plain frozen nouns."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from brightline.terms import Citation, Force


@dataclass(frozen=True, slots=True)
class Act:
    """One act or official page: what it is, where to read it, and what we read of it ourselves."""

    id: str
    title: str
    publisher: str
    number: str
    dated: date
    in_force: date
    zone: ZoneInfo
    url: str
    status: str
    checked_on: date
    read: str
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Cite:
    """A place in an act, since when it is in force, and the status and day of our reading."""

    act: str
    place: str
    url: str
    in_force: date
    status: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class Span:
    """From one moment until another, both in UTC; open where `end` is None. Its days are counted in `zone`."""

    start: datetime
    end: datetime | None
    zone: ZoneInfo
    from_day: date = field(init=False)
    until_day: date | None = field(init=False)

    def __post_init__(self) -> None:
        """Work out the days of both ends once."""
        object.__setattr__(self, "from_day", self.start.astimezone(self.zone).date())
        object.__setattr__(self, "until_day", self.end.astimezone(self.zone).date() if self.end else None)

    @property
    def told_start(self) -> str:
        """The first moment as a person writes it: a day, or a day with its hour and zone."""
        return told_moment(self.start, self.zone)

    @property
    def told_end(self) -> str:
        """The moment at which it is over, written the same way; empty where it is open."""
        return told_moment(self.end, self.zone) if self.end else ""

    def holds(self, moment: datetime) -> bool:
        """Whether the moment (with its zone) lies in the span."""
        return moment >= self.start and (self.end is None or moment < self.end)


@dataclass(frozen=True, slots=True)
class Open:
    """What we do not know beyond an end of a span (was it renewed? was there an earlier version?), and its law.

    `not_before`: a moment before which there was certainly nothing.
    """

    note: str
    cites: tuple[Cite, ...]
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """One value of a parameter, for a span of time, with its own citations.

    `after_end`: why nobody knows what holds when the span is over. `lapsed`: the moment asked about lies there, so
    that whatever rests on the value is unknown.
    """

    span: Span
    words: tuple[str, ...]
    thousandths: int | None
    cites: tuple[Cite, ...]
    after_end: Open | None = None
    lapsed: bool = False

    @property
    def verified(self) -> bool:
        """Whether a text that we or others read says so. What is not verified may cause a review, never a release."""
        return any(cite.status != "unverified" for cite in self.cites)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number, a set of words or a set of places that acts state, by date."""

    name: str
    asks: str
    unit: str
    values: tuple[Dated, ...]


@dataclass(frozen=True, slots=True)
class GoodsCode:
    """A tariff code that a list or class of goods names, or that we map to it ourselves, for a span of time.

    `exact`: the code names the goods the source names; otherwise it is wider than they are.
    `own_mapping`: the source gives no codes; the mapping is ours and never quoted as official.
    """

    code: str
    edition: str
    item: str
    title: str
    span: Span
    exact: bool
    own_mapping: bool
    cite: Cite

    @property
    def sure(self) -> bool:
        """Whether the code by itself may answer yes: exact, and not resting on an unread or remembered source."""
        return self.exact and self.cite.status != "unverified"


@dataclass(frozen=True, slots=True)
class ClauseLaw:
    """One condition: a fact, a test, and the words (written here or in a parameter) it is tested against."""

    id: str
    asks: str
    fact: str
    test: str
    words: tuple[str, ...]
    parameter: str | None
    would_settle: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """Conditions put together by `every`, `either`, `not` (of one) or `at_least` (so many as `least` says)."""

    kind: str
    parts: tuple[Group | ClauseLaw, ...]
    least: int = 0

    def clauses(self) -> tuple[ClauseLaw, ...]:
        """All conditions inside, in the order of the file."""
        found: list[ClauseLaw] = []
        for part in self.parts:
            found.extend(part.clauses() if isinstance(part, Group) else (part,))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """What a rule says for a span of time.

    `also`: clauses asked and recorded that do not decide the answer. `raised`: clauses (of `when` or `also`)
    whose yes gives a yes of the rule another effect.
    """

    span: Span
    when: Group
    also: tuple[ClauseLaw, ...]
    then: str
    raised: tuple[tuple[str, str], ...]
    if_unknown: str
    note: str
    cites: tuple[Cite, ...]
    _clauses: tuple[ClauseLaw, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Gather the clauses once: they are walked for every subject of every payment."""
        object.__setattr__(self, "_clauses", (*self.when.clauses(), *self.also))

    def clauses(self) -> tuple[ClauseLaw, ...]:
        """Every clause, those that decide first."""
        return self._clauses

    def citations(self, moment: datetime | None = None) -> tuple[Citation, ...]:
        """The citations as a decision carries them; with a moment, only those in force on its day."""
        by = moment.astimezone(self.span.zone).date() if moment else date.max
        held = [cite for cite in self.cites if cite.in_force <= max(by, self.span.from_day)]
        return tuple(Citation(c.act, c.place, c.url, c.in_force.isoformat(), c.status) for c in held)


@dataclass(frozen=True, slots=True)
class Rule:
    """One question, asked once for each subject, with its answer's conditions by date.

    `layer`: primary measures reach whom they bind, secondary ones any foreign bank. `law_of`: the regimes whose law
    it is where no listed entity in evidence says so. `for_release`: a yes speaks for release, so nothing unverified may
    carry it.
    """

    name: str
    asks: str
    subject: str
    force: Force
    before: str
    would_settle: str
    versions: tuple[RuleVersion, ...]
    layer: str = "secondary"
    law_of: tuple[str, ...] = ()
    for_release: bool = False

    def at(self, moment: datetime) -> RuleVersion | None:
        """The version in force at a moment with a zone; None where none is."""
        return next((version for version in self.versions if version.span.holds(moment)), None)


def told_moment(moment: datetime, zone: ZoneInfo) -> str:
    """A moment as a person writes it: the day where it is the first moment of one, else day, hour and zone."""
    local = moment.astimezone(zone)
    if local.time() == time.min:
        return local.date().isoformat()
    return f"{local:%Y-%m-%dT%H:%M} {zone.key}"
