"""Terms of art with a word swapped for one that a thesaurus offers, and words in a wrong sense: "earth abuse".

`terms_of_art.tsv` holds the terms, each with other forms that are as good; `wrong_senses.tsv` the words that a
thesaurus takes for a word of the news and that mean something else: inside a term of art, or anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from brightline.media.telling import Telling, outvoted, surroundings
from brightline.media.words import stem
from brightline.terms.press import Difference

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LINKS = frozenset({"of", "the", "a", "and", "by", "in", "on", "for", "to", "un"})


@cache
def _senses() -> Mapping[str, frozenset[str]]:
    """Words by stem → stems a thesaurus puts in their place that spoil a term of art."""
    rows = [line.split("\t") for line in _lines("wrong_senses.tsv")]
    return {stem(row[0]): frozenset(stem(one) for one in row[1].split("|")) for row in rows}


@cache
def _terms() -> Mapping[str, tuple[tuple[str, tuple[str, ...], frozenset[tuple[str, ...]]], ...]]:
    """Terms by each stem they may begin with when garbled: the term, its stems, the stems of forms as good."""
    found: dict[str, list[tuple[str, tuple[str, ...], frozenset[tuple[str, ...]]]]] = {}
    for line in _lines("terms_of_art.tsv"):
        term, *forms = line.split("\t")
        stems = _stems_of(term)
        good = frozenset({stems, *(_stems_of(form) for form in forms)})
        for first in {stems[0], *_senses().get(stems[0], ())}:
            found.setdefault(first, []).append((term, stems, good))
    return {first: tuple(terms) for first, terms in found.items()}


def _stems_of(text: str) -> tuple[str, ...]:
    return tuple(stem(word[0]) for word in _WORD.finditer(text) if word[0].lower() not in _LINKS)


def _lines(name: str) -> list[str]:
    text = files("brightline.media").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@lru_cache(maxsize=1 << 14)
def garbled_terms(text: str) -> tuple[tuple[str, str, int], ...]:
    """Terms of art with words swapped: as printed, the term, how many words were swapped."""
    words = [word for word in _WORD.finditer(text) if word[0].lower() not in _LINKS]
    stems = [stem(word[0]) for word in words]
    found = []
    for at, first in enumerate(stems):
        for term, whole, good in _terms().get(first, ()):
            here = tuple(stems[at : at + len(whole)])
            if len(here) < len(whole) or here in good or any(here[: len(one)] == one for one in good):
                continue
            swapped = sum(a != b for a, b in zip(here, whole, strict=True))
            if swapped and all(a == b or a in _senses().get(b, ()) for a, b in zip(here, whole, strict=True)):
                printed = text[words[at].start() : words[at + len(whole) - 1].end()]
                if not re.search(r"[,.;:!?()]", printed):
                    found.append((printed, term, swapped))
    return tuple(found)


def garbled(one: Telling, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    """A garbled term: sure where two words of it are swapped, or where another telling has the term itself."""
    for printed, term, swapped in garbled_terms(one.text):
        known = any(_stems_of(term) == part for other in others for part in _parts(other.text, len(_stems_of(term))))
        if (known or swapped > 1) and not any(printed.lower() in other.text.lower() for other in others):
            yield Difference(one.place, "wording", printed, term, "major", claim)


@lru_cache(maxsize=1 << 14)
def _parts(text: str, length: int) -> frozenset[tuple[str, ...]]:
    stems = _stems_of(text)
    return frozenset(stems[at : at + length] for at in range(len(stems) - length + 1))


def wrong_senses(one: Telling, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    """A word here that others have another for, which it stands for in a thesaurus and not in the news."""
    mine = _places(one.text)
    theirs = [_places(other.text) for other in others]
    said = {key for places in theirs for key in places}
    for wrong in mine:
        if wrong not in said:
            for right in _rights().get(wrong, ()):
                against = [other for other, places in zip(others, theirs, strict=True) if right in places]
                if right not in mine and against and outvoted(one, against) and _meet(one, wrong, against, right):
                    yield Difference(
                        one.place, "wording", mine[wrong][0], _places(against[0].text)[right][0], "major", claim
                    )
                    break


@cache
def _rights() -> Mapping[str, tuple[str, ...]]:
    """Words that are wrong anywhere, by stem → what they stand for."""
    found: dict[str, list[str]] = {}
    for right, _, *anywhere in (line.split("\t") for line in _lines("wrong_senses.tsv")):
        for wrong in "|".join(anywhere).split("|") if anywhere else ():
            found.setdefault(stem(wrong), []).append(stem(right))
    return {wrong: tuple(rights) for wrong, rights in found.items()}


@lru_cache(maxsize=1 << 14)
def _places(text: str) -> Mapping[str, tuple[str, int]]:
    """Words by stem, as first printed, with their place; names are none."""
    found: dict[str, tuple[str, int]] = {}
    for word in _WORD.finditer(text):
        if word[0][0].islower() or not word.start():
            found.setdefault(stem(word[0]), (word[0], word.start()))
    return found


def _meet(one: Telling, wrong: str, against: Sequence[Telling], right: str) -> bool:
    """Whether the two words stand among the same others."""
    word, start = _places(one.text)[wrong]
    around = surroundings(one.text, start, start + len(word))
    for other in against:
        said, at = _places(other.text)[right]
        if around & surroundings(other.text, at, at + len(said)):
            return True
    return False
