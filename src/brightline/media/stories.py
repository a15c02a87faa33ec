"""Which articles tell one story: those that share enough rare words, then enough sentences. Near-linear in articles.

Every article is laid beside the few that stand for each story found so far, never beside all: the fullest come first,
so that what stands for a story is full. The outcome does not depend on the order of the articles given.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from brightline.media.alignment import Paired, align_sentences
from brightline.media.words import Vector, terms_of, vector, worth_of
from brightline.terms.press import Article

STANDING = 8  # articles that stand for a story; each other one is laid beside these alone
# Telling words kept of an article that stands for a story, and asked for of any other: an excerpt holds few of many.
_KEPT, _RARE = 120, 40
_SHARED, _MOST_HOLDERS = 6, 200  # how many words two must share, how many articles may hold one
# How many pairs of sentences must surely be alike, how alike that is, and which share of the shorter has a pair at all.
_ENOUGH_PAIRS, _SURE, _ENOUGH_SHARE = 3, 0.3, 0.25

Pairs = tuple[Paired, ...]


@dataclass(slots=True)
class Beside:
    """Articles laid beside each other, each pair once; a pair that shares too little has no sentences in common."""

    articles: Sequence[Article]
    _laid: dict[tuple[int, int], Pairs] = field(default_factory=dict)

    def pairs(self, one: int, other: int) -> Pairs:
        """The aligned sentences of two articles, by their places, seen from the first."""
        if one > other:
            return tuple(Paired(pair.other, pair.one, pair.likeness) for pair in self.pairs(other, one))
        if (one, other) not in self._laid:
            self._laid[one, other] = self._align(one, other)
        return self._laid[one, other]

    def known(self) -> Iterator[tuple[tuple[int, int], Pairs]]:
        """Every pair laid so far that shares enough, in order of the articles."""
        return ((key, pairs) for key, pairs in sorted(self._laid.items()) if pairs)

    def _align(self, one: int, other: int) -> Pairs:
        ours, theirs = self.articles[one].sentences, self.articles[other].sentences
        worth = worth_of(s.text for sentences in (ours, theirs) for s in sentences)
        found: list[list[Vector]] = [[vector(s.text, worth) for s in sentences] for sentences in (ours, theirs)]
        pairs = align_sentences(*found)
        shorter = min(len(ours), len(theirs))
        sure = sum(pair.likeness >= _SURE for pair in pairs)
        enough = sure >= min(_ENOUGH_PAIRS, shorter) and len(pairs) >= _ENOUGH_SHARE * shorter
        return pairs if enough else ()


@dataclass(slots=True)
class _Found:
    """The stories while they are gathered: whose each article is, and those that stand for each."""

    story: dict[int, int] = field(default_factory=dict)
    standing: dict[int, list[int]] = field(default_factory=dict)
    holders: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def near(self, keys: Sequence[str]) -> list[int]:
        """Standing articles that share several telling words, most first; a word that many hold proposes nobody."""
        shared: Counter[int] = Counter()
        for key in keys:
            held = self.holders.get(key, ())
            if len(held) <= _MOST_HOLDERS:
                shared.update(held)
        return sorted((at for at, count in shared.items() if count >= _SHARED), key=lambda at: (-shared[at], at))

    def stand(self, at: int, keys: Sequence[str]) -> None:
        """Let an article stand for its story."""
        self.standing.setdefault(self.story[at], []).append(at)
        for key in keys:
            self.holders[key].append(at)

    def unite(self, homes: Sequence[int]) -> int:
        """Make one story of several: the first takes the others in."""
        first = homes[0]
        for other in homes[1:]:
            for at in [at for at, story in self.story.items() if story == other]:
                self.story[at] = first
            self.standing[first] += self.standing.pop(other)
        return first


def stories_of(articles: Sequence[Article]) -> list[list[int]]:
    """Groups of articles (by their place, in order). One that shares its story with none is a group of its own."""
    telling = _telling(articles)
    beside = Beside(articles)
    found = _Found()
    order = sorted(range(len(articles)), key=lambda at: (-len(articles[at].sentences), _text(articles[at])))
    for at in order:
        _place(at, telling[at], found, beside)
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(len(articles)):
        groups[found.story[at]].append(at)
    return list(groups.values())


def _text(article: Article) -> str:
    return "\n".join(sentence.text for sentence in article.sentences)


def _place(at: int, keys: Sequence[str], found: _Found, beside: Beside) -> None:
    """Put an article into the stories whose standing articles share its sentences; into a new one if none does."""
    homes: dict[int, None] = {}
    tried: Counter[int] = Counter()
    for other in found.near(keys[:_RARE]):
        home = found.story[other]
        if home not in homes and tried[home] < STANDING:
            tried[home] += 1
            if beside.pairs(other, at):
                homes[home] = None
    found.story[at] = found.unite(list(homes)) if homes else at
    if len(found.standing.get(found.story[at], ())) < STANDING:
        found.stand(at, keys)


def laid_beside(articles: Sequence[Article], standing: Sequence[int], group: Sequence[int]) -> Beside:
    """Every article of a story beside each that stands for it; all beside all where they are few."""
    beside = Beside(articles)
    for one in standing:
        for other in group:
            if one != other:
                beside.pairs(one, other)
    return beside


def _telling(articles: Sequence[Article]) -> list[list[str]]:
    """The words of each article that few others have, rarest first: its names, figures and rare words."""
    bags = [Counter(term.key for s in one.sentences for term in terms_of(s.text)) for one in articles]
    holders = Counter(key for bag in bags for key in bag)
    count = len(articles)

    def worth(bag: Counter[str], key: str) -> float:
        return (1 + math.log(bag[key])) * math.log((count + 1) / holders[key] + 1)

    return [sorted(sorted(bag), key=lambda key, bag=bag: -worth(bag, key))[:_KEPT] for bag in bags]  # type: ignore[misc]
