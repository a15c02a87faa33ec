"""Sentences of all copies laid beside each other: what the story claims, in the wording that most copies support."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightline.media.stories import Beside
from brightline.media.words import Vector, Worth, covered, likeness, vector
from brightline.terms.press import Article

_VOICES = 24  # wordings of a claim that are laid beside each other
_TRUNCATED, _SAME, _ALSO = 0.62, 0.985, 0.5

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
    """Claims in the order of the fullest copy, then what only others tell. A sentence that joins two is in both."""
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
            homes = _homes(links.get(member, {}), home, claims)
            if not homes:
                homes = [len(claims)]
                claims.append(Laid([], member))
            home[member] = homes[0]
            for one in homes:
                claims[one].members.append(member)
    for claim in claims:
        claim.voice = _voice(claim.members, articles, worn, worth)
    return claims


def _homes(linked: Mapping[Member, float], home: Mapping[Member, int], claims: Sequence[Laid]) -> list[int]:
    """The claim whose members are most alike to a sentence, then others most of whose copies it tells too."""
    found: dict[int, list[float]] = {}
    for member, value in linked.items():
        if member in home:
            found.setdefault(home[member], []).append(value)
    ordered = sorted(found, key=lambda claim: (-sum(found[claim]), claim))
    return ordered[:1] + [
        claim
        for claim in ordered[1:]
        if 2 * len(found[claim]) >= len(claims[claim].members) and max(found[claim]) >= _ALSO
    ]


def _voice(members: Sequence[Member], articles: Sequence[Article], worn: Mapping[int, int], worth: Worth) -> Member:
    """The member most like the others; of equals the less worn, the fuller."""
    texts = {one: articles[one[0]].sentences[one[1]].text for one in members}
    counts = Counter(texts.values())
    common = sorted(counts, key=lambda text: -counts[text])[:_VOICES]
    known = {text: vector(text, worth) for text in counts}
    close = {
        text: sum(likeness(known[text], known[other]) * (counts[other] - (other == text)) for other in common)
        for text in common
    }
    vectors = {one: known[text] for one, text in texts.items()}

    def closeness(one: Member) -> float:
        return close.get(texts[one], 0.0)

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
