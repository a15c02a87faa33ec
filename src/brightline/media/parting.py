"""Two stories in one file, told apart where neither names what the other names."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from brightline.media.words import Term, terms_of
from brightline.terms.press import Article

_FEWEST, _LONGEST = 3, 400  # sentences of a story; a file of more is no handful of stories and is left whole
_NAMES = {"head": 3, "rule": 3, "nothing": 6}  # names that either part must have for their lack in the other to tell
_HEADS = frozenset({"dateline", "byline", "date", "title"})
_RULE = re.compile(r"^\s*(?:[*=_#~-]\s?){3,}\s*$", re.M)
# Shares of names and of words in common up to which two parts are two stories, by what stands between them.
_MOST = {"head": (0.35, 0.3), "rule": (0.2, 0.15), "nothing": (0.0, 0.03)}


@dataclass(frozen=True, slots=True)
class _Cut:
    """A place between two sentences, and how much the parts before and behind it have in common."""

    at: int
    common: float


def parts_of(text: str, article: Article) -> Iterator[str]:
    """The text once for every story in it, all but that story blank: places in a part are places in the whole."""
    many = len(article.sentences) > _LONGEST
    cuts = [] if many else sorted(_cuts(text, article, 0, len(article.sentences)))
    starts = [0, *(article.sentences[at - 1].start + len(article.sentences[at - 1].text) for at in cuts), len(text)]
    for begin, end in pairwise(starts):
        yield re.sub(r"[^\n]", " ", text[:begin]) + text[begin:end] if len(starts) > 2 else text


def _cuts(text: str, article: Article, first: int, last: int) -> Iterator[int]:
    """The places (before which sentence) between stories from one sentence to another."""
    terms = [terms_of(one.text) for one in article.sentences[first:last]]
    found = [
        cut
        for at in range(first + _FEWEST, last - _FEWEST + 1)
        if article.sentences[at].paragraph != article.sentences[at - 1].paragraph
        and (cut := _cut(text, article, at, terms[: at - first], terms[at - first :])) is not None
    ]
    if found:
        best = min(found, key=lambda cut: (cut.common, cut.at))
        yield best.at
        yield from _cuts(text, article, first, best.at)
        yield from _cuts(text, article, best.at, last)


def _cut(
    text: str, article: Article, at: int, before: Sequence[Sequence[Term]], behind: Sequence[Sequence[Term]]
) -> _Cut | None:
    """A cut where the parts have little enough in common for what stands between them."""
    sign = _between(text, article, at)
    names, words = _MOST[sign]
    ours, theirs = _bag(before), _bag(behind)
    called, named = ({key for key, kind in bag if kind == "name"} for bag in (ours, theirs))
    fewer = min(len(called), len(named))
    if fewer < _NAMES[sign] or len(called & named) > names * fewer:
        return None
    common = _likeness(ours, theirs)
    return _Cut(at, common) if common <= words else None


def _between(text: str, article: Article, at: int) -> str:
    """What stands between two sentences: the head of an article, a rule, or nothing that tells."""
    begin = article.sentences[at - 1].start + len(article.sentences[at - 1].text)
    end = article.sentences[at].start
    if any(one.kind in _HEADS for one in article.removed if begin <= one.start < end):
        return "head"
    return "rule" if _RULE.search(text, begin, end) else "nothing"


def _bag(terms: Sequence[Sequence[Term]]) -> Counter[tuple[str, str]]:
    return Counter((term.key, "name" if term.kind == "name" else "word") for one in terms for term in one)


def _likeness(one: Counter[tuple[str, str]], other: Counter[tuple[str, str]]) -> float:
    """The cosine of two bags of words, 0 to 1."""
    product = sum(count * other[key] for key, count in one.items())
    return product / (math.hypot(*one.values()) * math.hypot(*other.values()))
