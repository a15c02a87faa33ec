"""Sentences of all copies laid beside each other: what the story claims, in the wording that most copies support."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightline.media.stories import Beside
from brightline.media.words import Vector, Worth, covered, likeness, vector
from brightline.terms.press import Article

_TRUNCATED, _SAME = 0.62, 0.985

Member = tuple[int, int]  # place of the article, place of the sentence


@dataclass(slots=True)
class Laid:
    """One claim while it is laid: its members in the order they joined, and the member whose wording stands for it."""

    members: list[Member]
    voice: Member


def lay_claims(
    articles: Sequence[Article],
    group: Sequence[int],
    aligned: Beside,
    worn: Mapping[int, int],
    worth: Worth,
) -> list[Laid]:
    """Claims in the order of the fullest copy, then what only others tell. A sentence is in one claim."""
    order = sorted(group, key=lambda at: (worn[at], -len(articles[at].sentences), at))
    links: dict[Member, dict[Member, float]] = {}
    for (one, other), pairs in aligned.known():
        for pair in pairs:
            links.setdefault((one, pair.one), {})[other, pair.other] = pair.likeness
            links.setdefault((other, pair.other), {})[one, pair.one] = pair.likeness
    claims: list[Laid] = []
    home: dict[Member, int] = {}
    for at in order:
        for place in range(len(articles[at].sentences)):
            member = (at, place)
            best = _home(links.get(member, {}), home)
            if best is None:
                home[member] = len(claims)
                claims.append(Laid([member], member))
            else:
                home[member] = best
                claims[best].members.append(member)
    for claim in claims:
        claim.voice = _voice(claim.members, articles, worn, worth)
    return claims


def _home(linked: Mapping[Member, float], home: Mapping[Member, int]) -> int | None:
    """The claim whose members are most alike to a sentence, where alike enough."""
    found: dict[int, list[float]] = {}
    for member, value in linked.items():
        if member in home:
            found.setdefault(home[member], []).append(value)
    if not found:
        return None
    return max(found, key=lambda claim: (sum(found[claim]), -claim))


def _voice(members: Sequence[Member], articles: Sequence[Article], worn: Mapping[int, int], worth: Worth) -> Member:
    """The member most like the others; of equals the less worn, the fuller."""
    vectors = {one: vector(articles[one[0]].sentences[one[1]].text, worth) for one in members}

    def closeness(one: Member) -> float:
        return sum(likeness(vectors[one], vectors[other]) for other in members if other != one)

    return min(members, key=lambda one: (worn[one[0]], -round(closeness(one), 6), -len(vectors[one]), one))


def label(text: str, voice: str, worth: Worth) -> str:
    """`same`, `reworded` or `truncated` beside the wording that stands for the claim."""
    mine, theirs = vector(text, worth), vector(voice, worth)
    if _plain(text) == _plain(voice) or (
        likeness(mine, theirs) >= _SAME and abs(len(mine) - len(theirs)) <= 1 and _close(text, voice)
    ):
        return "same"
    if covered(theirs, [mine]) < _TRUNCATED and covered(mine, [theirs]) >= 0.8 and len(mine) < len(theirs):
        return "truncated"
    return "reworded"


def _plain(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in text.lower()).split()


def _close(one: str, other: str) -> bool:
    ours, theirs = set(_plain(one)), set(_plain(other))
    return len(ours & theirs) >= 0.9 * max(len(ours), len(theirs), 1)


def vectors_of(article: Article, worth: Worth) -> list[Vector]:
    """Each sentence of an article as a vector."""
    return [vector(one.text, worth) for one in article.sentences]
