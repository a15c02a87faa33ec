"""Which articles tell one story: those that share enough rare words, then enough sentences. Near-linear in articles."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from brightline.media.alignment import Paired, align_sentences
from brightline.media.words import terms_of, vector, worth_of
from brightline.terms.press import Article

_RARE, _SHARED, _MOST_HOLDERS = 40, 6, 200  # telling words an article, how many two must share, how many may hold one
_ENOUGH_PAIRS, _ENOUGH_SHARE = 3, 0.25

Aligned = Mapping[tuple[int, int], tuple[Paired, ...]]


def stories_of(articles: Sequence[Article]) -> tuple[list[list[int]], Aligned]:
    """Groups of articles (by their place, in order), and the aligned sentences of each pair within a group.

    An article that shares its story with none is a group of its own.
    """
    telling = _telling(articles)
    parent = list(range(len(articles)))
    aligned: dict[tuple[int, int], tuple[Paired, ...]] = {}
    for one, other in _candidates(telling):
        worth = worth_of(s.text for at in (one, other) for s in articles[at].sentences)
        pairs = align_sentences(
            [vector(s.text, worth) for s in articles[one].sentences],
            [vector(s.text, worth) for s in articles[other].sentences],
        )
        shorter = min(len(articles[one].sentences), len(articles[other].sentences))
        if len(pairs) >= min(_ENOUGH_PAIRS, shorter) and len(pairs) >= _ENOUGH_SHARE * shorter:
            aligned[one, other] = pairs
            _unite(parent, one, other)
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(len(articles)):
        groups[_root(parent, at)].append(at)
    return [groups[root] for root in sorted(groups)], aligned


def _telling(articles: Sequence[Article]) -> list[list[str]]:
    """The words of each article that few others have: its names, figures and rare words."""
    bags = [Counter(term.key for s in one.sentences for term in terms_of(s.text)) for one in articles]
    holders = Counter(key for bag in bags for key in bag)
    count = len(articles)

    def worth(bag: Counter[str], key: str) -> float:
        return (1 + math.log(bag[key])) * math.log((count + 1) / holders[key] + 1)

    return [sorted(sorted(bag), key=lambda key, bag=bag: -worth(bag, key))[:_RARE] for bag in bags]  # type: ignore[misc]


def _candidates(telling: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Pairs of articles that share several telling words; a word that very many hold proposes nobody."""
    held: dict[str, list[int]] = defaultdict(list)
    for at, keys in enumerate(telling):
        for key in keys:
            held[key].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for holders in held.values():
        if len(holders) <= _MOST_HOLDERS:
            shared.update((one, other) for at, one in enumerate(holders) for other in holders[at + 1 :])
    return sorted(pair for pair, count in shared.items() if count >= _SHARED)


def _root(parent: list[int], at: int) -> int:
    while parent[at] != at:
        parent[at] = parent[parent[at]]
        at = parent[at]
    return at


def _unite(parent: list[int], one: int, other: int) -> None:
    low, high = sorted((_root(parent, one), _root(parent, other)))
    parent[high] = low
