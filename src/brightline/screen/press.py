"""What the press says of the parties of a payment: evidence for a person who reviews. It holds and stops nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from brightline.names.compare import compare
from brightline.names.scores import weight_of
from brightline.screen.edition import Edition
from brightline.screen.facts import query_of
from brightline.screen.policy import Policy
from brightline.terms import (
    Answer,
    Clause,
    Evidence,
    Finding,
    Force,
    ListedEntity,
    ListedName,
    Party,
    Payment,
    Query,
    Subject,
)
from brightline.terms.beside import Beside, NamedInPress, PressStory

RULE = "press"


@dataclass(frozen=True, slots=True)
class _Named:
    """A party beside a name in a story. `answer`: yes where name and country fit, unknown where only the name may."""

    story: PressStory
    mention: NamedInPress
    score: float
    answer: Answer

    @property
    def sources(self) -> int:
        """Independent sources that can name the party: not more than articles that do."""
        return min(self.story.sources, len(self.mention.articles))

    @property
    def damaged(self) -> bool:
        """Whether only copies that err against the others name the party."""
        return set(self.mention.articles) <= set(self.story.damaged)

    @property
    def grade(self) -> str:
        """How far the story bears: several independent sources, one, or only copies that err."""
        if self.damaged:
            return "only damaged copies"
        return f"{self.sources} independent sources" if self.sources > 1 else "one independent source"


def press_findings(payment: Payment, edition: Edition, beside: Beside) -> tuple[Finding, ...]:
    """One finding for each party that a story may name, in the order of the parties; always without effect.

    A yes means that name and country fit, never that the party is who the story names: the press gives no number.
    """
    found = []
    for party in payment.parties if beside.media else ():
        named = sorted(_named(party, edition, beside.media), key=lambda one: (-one.score, one.story.path))
        if named:
            found.append(_finding(party, named))
    return tuple(found)


def press_query(party: Party) -> Query:
    """The question that a party puts to names in the press: name, readings, country; a story gives no number."""
    return replace(query_of(party), schema=None, birth_date=None, identifiers=())


def as_entity(name: str, entry: str, countries: Sequence[str]) -> ListedEntity:
    """A name in the press in the shape that names are compared in. `countries`: those that its story names."""
    return ListedEntity("press", entry, "LegalEntity", (ListedName(name, "primary"),), countries=tuple(countries))


def _named(party: Party, edition: Edition, stories: Sequence[PressStory]) -> Iterator[_Named]:
    query = press_query(party)
    if not query.name and not query.forms:
        return
    for story in stories:
        for mention in story.named:
            likeness = compare(query, as_entity(mention.name, story.id, story.countries))
            if likeness.weight >= weight_of(edition.policy.candidate_score):
                yield _Named(story, mention, likeness.score, _answer(party, story, likeness.score, edition.policy))


def _answer(party: Party, story: PressStory, score: float, policy: Policy) -> Answer:
    at_home = party.country is not None and party.country in story.countries
    return Answer.YES if score >= policy.sure_score and at_home else Answer.UNKNOWN


def _finding(party: Party, named: Sequence[_Named]) -> Finding:
    adverse = [one for one in named if one.mention.context == "adverse"]
    several = [one for one in named if one.sources > 1 and not one.damaged]
    answer = Answer.YES if any(one.answer is Answer.YES for one in named) else Answer.UNKNOWN
    clauses = (
        Clause("named", "Does a story name the party, in its country?", _who(party, named), answer),
        Clause("adverse", "Is what it says of that name adverse?", _contexts(named), _any(adverse)),
        Clause("sources", "Do several independent sources tell it?", named[0].story.because, _any(several)),
    )
    evidence = tuple(_evidence(party, one) for one in named)
    return Finding(RULE, answer, "none", Force.INFORMS, clauses, Subject(party.role, party.path), evidence)


def _any(found: Sequence[_Named]) -> Answer:
    return Answer.YES if found else Answer.NO


def _who(party: Party, named: Sequence[_Named]) -> str:
    names = ", ".join(dict.fromkeys(one.mention.name for one in named))
    apart = "" if any(one.answer is Answer.YES for one in named) else "; a namesake is as possible"
    return f"{party.name} may be {names}, by name alone{apart}"


def _contexts(named: Sequence[_Named]) -> str:
    return ", ".join(sorted({one.mention.context for one in named}))


def _evidence(party: Party, one: _Named) -> Evidence:
    story = one.story
    told = (
        f"{story.title}: {one.mention.context}; {one.grade} in {len(one.mention.articles)} articles; story {story.id}"
    )
    return Evidence(RULE, role=party.role, path=story.path, name=one.mention.name, words=told, score=one.score)
