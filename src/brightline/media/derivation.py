"""How the copies of a story come from one another: takes of the wire, who copies whom and how, independent sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from brightline.media.alignment import Paired
from brightline.media.stories import Beside
from brightline.media.times import WEEKDAYS, times_in
from brightline.terms.press import Article, Relation

_WORD = re.compile(r"[^\W_]+")
_VERBATIM, _EQUAL, _MOSTLY, _EXCERPT_LENGTH, _COPY, _ONE_LEAD = 0.82, 0.97, 0.7, 0.75, 0.35, 0.55
_FUTURE = re.compile(r"\b(?:will|is to|are to|set to|due to|plans to)\b", re.I)
_FULL = 0.85  # of the longest text, from which a text counts as whole
# What translation leaves behind: quotation marks of another language, glosses, titles kept, other spellings.
_TRANSLATED = (
    re.compile(r"[.!?,]?\s»"),
    re.compile(r"\bMr\. [A-Z]"),
    re.compile(r"\((?:north|south|east|west)(?:-?(?:east|west))?\)"),
    re.compile(r"\bPoutine\b|\b[A-Z]\w+(?:ouchk|tchk)\w*"),
    re.compile(r"\w :\s"),
    re.compile(r"\bUS\$\d"),
    re.compile(r"\[…\]|\(…\)"),
    re.compile(r"^\((?:[A-Z][a-zé]+)\)"),
)
# What word spinners leave behind: marks set apart from what they belong to.
_SPUN = (
    re.compile(r"\w- \w+- "),
    re.compile(r"\w ‘ |”,? ?[A-Z]\w+ \w+ .*,” "),
    re.compile(r"\$ \d"),
    re.compile(r"\w– "),
)


@dataclass(frozen=True, slots=True)
class Derived:
    """The articles of a story in takes (places, earliest first), their relations, and how many sources they are."""

    takes: tuple[tuple[int, ...], ...]
    relations: tuple[Relation, ...]
    sources: int
    because: str
    origin: str | None


def derive(articles: Sequence[Article], takes: tuple[tuple[int, ...], ...], aligned: Beside) -> Derived:
    """The derivation of one story, told in takes, from the pairs of its articles."""
    group = sorted(at for take in takes for at in take)
    relations: list[Relation] = []
    for take in takes:
        relations += _within(articles, take, aligned)
    for earlier, later in pairwise(takes):
        relations += _updates(articles, earlier, later, aligned)
    sources, because = _sources(articles, group, aligned)
    agencies = [one.value for at in group for one in articles[at].agencies]
    origin = max(dict.fromkeys(agencies), key=agencies.count) if agencies else None
    return Derived(takes, tuple(relations), sources, because, origin)


def takes_of(articles: Sequence[Article], group: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Articles whose first sentences speak of the same day, looking forward before looking back."""
    found: dict[tuple[bool, str], list[int]] = {}
    for at in group:
        found.setdefault(_lead(articles[at]), []).append(at)
    _told_again(found, articles)
    ordered = sorted(
        found, key=lambda key: (not key[0], min(_published(articles[at]) for at in found[key]), found[key])
    )
    return tuple(tuple(found[key]) for key in ordered)


def _told_again(takes: dict[tuple[bool, str], list[int]], articles: Sequence[Article]) -> None:
    """A smaller take that names the day of a greater one, or begins as it does but for the day, is a part of it."""
    for smaller in sorted(takes, key=lambda key: (len(takes[key]), key)):
        for greater in sorted(takes, key=lambda key: (-len(takes[key]), key)):
            if smaller != greater and smaller in takes and greater in takes:
                leads = [articles[takes[key][0]].sentences[:1] for key in (smaller, greater)]
                alike = smaller[0] == greater[0] and all(leads)
                alike = alike and _ratio(leads[0][0].text, leads[1][0].text) >= _ONE_LEAD
                if alike or (smaller[1] == greater[1] and smaller[1]):
                    takes[greater] = sorted(takes[greater] + takes.pop(smaller))


def _lead(article: Article) -> tuple[bool, str]:
    """Whether the story begins by what is to come, and the first weekday it names."""
    lead = [s.text for s in article.sentences[:2]]
    day = next((time.key for text in lead for time in times_in(text) if time.key in WEEKDAYS), "")
    return any(_FUTURE.search(text) for text in lead[:2]) and not re.search(r"\bmet\b", lead[0] if lead else ""), day


def _published(article: Article) -> str:
    return article.published.value if article.published else "9999"


def _within(articles: Sequence[Article], take: Sequence[int], aligned: Beside) -> list[Relation]:
    """Every copy of a take hangs on the fullest clean text among those that share most with it."""
    if len(take) < 2:
        return []
    trunk = trunk_of(articles, take)
    return [_relation(articles[trunk], articles[at], aligned.pairs(trunk, at)) for at in take if at != trunk]


def trunk_of(articles: Sequence[Article], take: Sequence[int]) -> int:
    """The copy nearest to what the agency wrote: the least worn, of these the fullest."""
    wear = {at: worn(articles[at]) for at in take}
    least = min(wear.values())
    lengths = {at: sum(len(one.text) for one in articles[at].sentences) for at in take if wear[at] == least}
    full = [at for at in lengths if lengths[at] >= _FULL * max(lengths.values())]
    return min(full, key=lambda at: (not _filed(articles[at]), -lengths[at], articles[at].file))


def _filed(article: Article) -> bool:
    """Whether a text begins as agencies file theirs: a place and the agency's own name."""
    return article.dateline is not None and any(one.shown_by in article.dateline.shown_by for one in article.agencies)


def worn(article: Article) -> int:
    """How worn a text is: 0 as the agency wrote it, 1 translated, 2 spun."""
    spun, translated = marks_of(article)
    return 2 if spun > translated and spun > 1 else (1 if translated else 0)


def marks_of(article: Article) -> tuple[int, int]:
    """How many marks of a word spinner and of a translation a text bears."""
    text = "\n".join([*(one.text for one in article.removed), *(one.text for one in article.sentences)])
    spun = sum(len(one.findall(text)) for one in _SPUN) + sum(_closes_unopened(one.text) for one in article.sentences)
    return spun, sum(len(one.findall(text)) for one in _TRANSLATED)


def _closes_unopened(text: str) -> bool:
    """Whether a quotation mark closes what none has opened: "one of” no limitations”"."""
    return 0 <= text.find("”") < (text.find("“") if "“" in text else len(text))


def _relation(trunk: Article, copy: Article, pairs: Sequence[Paired]) -> Relation:
    """How a copy comes from the trunk of its take."""
    word_for_word = [_ratio(trunk.sentences[pair.one].text, copy.sentences[pair.other].text) for pair in pairs]
    share = sum(word_for_word) / max(1, len(word_for_word))
    copied = sum(one >= _EQUAL for one in word_for_word) >= _MOSTLY * len(word_for_word)
    cover = len({pair.other for pair in pairs}) / max(1, len(copy.sentences))
    spun, translated = marks_of(copy)
    in_order = sum(one.other <= other.other for one, other in pairwise(pairs)) >= _MOSTLY * (len(pairs) - 1)
    copied = copied and in_order
    if copied and share >= _VERBATIM and len(copy.sentences) < _EXCERPT_LENGTH * len(trunk.sentences):
        kind, why = "excerpt", f"{len(pairs)} sentences word for word, of {len(trunk.sentences)}"
    elif copied and share >= _VERBATIM:
        kind, why = "verbatim", f"{len(pairs)} sentences word for word"
    elif translated and translated >= spun:
        kind, why = "translation", f"{translated} marks of another language; quotes told in other words"
    else:
        kind, why = "rewrite", f"{spun} marks of word-by-word rewording; shared wording {share:.0%}"
    return Relation(trunk.file, copy.file, kind, round(min(0.99, 0.4 + 0.6 * cover * max(share, 0.5)), 2), why)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, _WORD.findall(one.lower()), _WORD.findall(other.lower()), autojunk=False).ratio()


def _updates(
    articles: Sequence[Article],
    earlier: Sequence[int],
    later: Sequence[int],
    aligned: Beside,
) -> list[Relation]:
    """The later take goes on from the earlier: told once, between the two texts that share most."""
    one, other = trunk_of(articles, earlier), trunk_of(articles, later)
    count = len(aligned.pairs(one, other))
    if not count:
        return []
    cover = count / max(1, min(len(articles[one].sentences), len(articles[other].sentences)))
    why = f"{count} sentences go on from the earlier take"
    return [Relation(articles[one].file, articles[other].file, "update", round(min(0.99, 0.4 + 0.6 * cover), 2), why)]


def _sources(articles: Sequence[Article], group: Sequence[int], aligned: Beside) -> tuple[int, str]:
    """Articles that share an agency or a good part of their sentences are one source."""
    roots = {at: at for at in group}

    def root(at: int) -> int:
        while roots[at] != at:
            at = roots[at]
        return at

    agencies: dict[str, int] = {}
    for at in group:
        for credited in articles[at].agencies:
            other = agencies.setdefault(credited.value, at)
            roots[max(root(at), root(other))] = min(root(at), root(other))
    for (one, other), pairs in aligned.known():
        if one in roots and other in roots:
            shorter = min(len(articles[one].sentences), len(articles[other].sentences))
            if len(pairs) >= _COPY * shorter:
                roots[max(root(one), root(other))] = min(root(one), root(other))
    count = len({root(at) for at in group})
    credit = f"; {', '.join(agencies)} credited" if agencies else ""
    if count == 1:
        told = "one copy" if len(group) == 1 else f"all {len(group)} copies share sentences or an agency"
        return 1, f"{told}{credit}"
    return count, f"{count} sets of copies share neither sentences nor an agency with one another{credit}"
