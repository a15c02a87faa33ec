"""Licences and exemptions as plain frozen nouns: what they cover, for whom, from when until when, and how we know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from brightline.law.shapes import Cite, Open, Span
from brightline.terms import Answer, Citation


@dataclass(frozen=True, slots=True)
class NamedParty:
    """A party that licences name: words, one of which stands in its listed names, and the first six signs of BICs."""

    id: str
    name: str
    words: tuple[str, ...]
    bics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LicenceVersion:
    """One version of a licence.

    Each end carries its own status. `surely_from`: a moment by which an unverified start had certainly passed; it lay
    between the start as written and that moment.
    `after_end`: why nobody knows whether it was renewed. `limits`: conditions and exclusions known to us.
    """

    id: str
    span: Span
    from_status: str
    until_status: str
    surely_from: datetime | None
    after_end: Open | None
    limits: tuple[str, ...]
    cites: tuple[Cite, ...]

    @property
    def heard_of(self) -> bool:
        """Whether a text that we or others read speaks of the version; otherwise it rests on memory alone."""
        return any(cite.status != "unverified" for cite in self.cites)


@dataclass(frozen=True, slots=True)
class Alive:
    """Whether a licence lives at a moment, in which version, and in words why."""

    answer: Answer
    version: LicenceVersion | None
    told: str


@dataclass(frozen=True, slots=True)
class Licence:
    """A chain of versions of one licence, or an exemption.

    `parties`: the parties it names (none: it names none, as far as we know); `parties_known`: whether these are all.
    `conditions_read`: whether the text with its conditions and exclusions was read. `earlier`: why nobody knows what
    held before the first version we have.
    """

    id: str
    title: str
    kind: str
    covers: tuple[str, ...]
    parties: tuple[NamedParty, ...]
    parties_known: bool
    conditions_read: bool
    would_settle: str
    earlier: Open | None
    versions: tuple[LicenceVersion, ...]

    def alive(self, moment: datetime) -> Alive:
        """Whether it lives at a moment with a zone. An end that is not verified, or a renewal not known: unknown."""
        begun = [version for version in self.versions if version.span.start <= moment]
        if not begun:
            return self._not_begun(moment)
        version = begun[-1]
        if version.span.holds(moment):
            return self._within(len(begun) - 1, moment)
        ended = f"version {version.id} ended on {version.span.told_end}"
        if version.until_status == "unverified":
            return Alive(Answer.UNKNOWN, version, f"{ended}, which is not verified")
        if version.after_end is not None:
            return Alive(Answer.UNKNOWN, version, f"{ended}; {version.after_end.note}")
        return Alive(Answer.NO, version, ended)

    def _not_begun(self, moment: datetime) -> Alive:
        first, earlier = self.versions[0], self.earlier
        told = f"version {first.id}, the first we know, begins on {first.span.told_start}"
        if earlier is not None and (earlier.not_before is None or moment >= earlier.not_before):
            return Alive(Answer.UNKNOWN, None, f"{told}; {earlier.note}")
        loose = earlier is None and first.from_status == "unverified" and first.surely_from is None
        return Alive(Answer.UNKNOWN if loose else Answer.NO, None, told)

    def _within(self, place: int, moment: datetime) -> Alive:
        """Alive in a version. Where one version takes over from another, the day they met puts no life in doubt."""
        version = self.versions[place]
        begins, ends = version.span.told_start, version.span.told_end
        if not version.heard_of:
            return Alive(Answer.UNKNOWN, version, f"version {version.id} of about {begins} is not verified")
        sure = version.surely_from is not None and moment >= version.surely_from
        if version.from_status == "unverified" and not sure and not self._takes_over(place):
            return Alive(Answer.UNKNOWN, version, f"version {version.id} begins about {begins}, which is not verified")
        if ends and version.until_status == "unverified" and not self._takes_over(place + 1):
            return Alive(Answer.UNKNOWN, version, f"version {version.id} ends about {ends}, which is not verified")
        about = "about " if version.until_status == "unverified" else ""
        told = f"until {about}{ends}" if ends else "without an end"
        return Alive(Answer.YES, version, f"version {version.id} holds {told}")

    def _takes_over(self, place: int) -> bool:
        """Whether the version at a place follows one that others told of without a gap."""
        if not 0 < place < len(self.versions):
            return False
        left, right = self.versions[place - 1], self.versions[place]
        return left.span.end == right.span.start and left.heard_of and right.heard_of


def citations(version: LicenceVersion) -> tuple[Citation, ...]:
    """The law of a version as a decision carries it."""
    return tuple(Citation(c.act, c.place, c.url, c.in_force.isoformat(), c.status) for c in version.cites)
