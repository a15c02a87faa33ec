"""A word that stands alone against copies which, each in words of its own, agree on another: "hospital" for "school".

Where a text as the agency wrote it and one told in other words, such as a translation, have the same word, another
word in its place is hardly a harmless one. Only the more worn copy is held to have changed it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from brightline.media.telling import Telling
from brightline.media.vocabulary import vocabulary
from brightline.media.words import Term, stem, terms_of
from brightline.terms.press import Difference
from brightline.text.countries import countries_in

_OWN_WORDS = 0.75  # share of all their words in common, up to which two tellings have words of their own
_MARK = re.compile(r"[,.;:!?“”\"]")
_BEGINS_ALIKE = 4  # letters
_MORE_WORN = 3  # faults by which a copy must be the worse


def against_agreement(one: Telling, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    """Words of this telling that no other has, between the same words as one on which others agree."""
    agreed = _agreed(one, others)
    said = {term.key for other in others for term in terms_of(other.text)}
    mine = {term.key for term in terms_of(one.text)}
    missing = {key for key in agreed if key not in mine and not _begins_like(key, mine)}
    new = [at for at, term in enumerate(terms_of(one.text)) if term.key not in said and _tells(term, said)]
    for at in new if missing else ():
        term = terms_of(one.text)[at]
        told = _in_its_place(at, one, others, missing)
        if told is not None:
            kind = "entity" if term.kind == "name" and told.kind == "name" else "wording"
            yield Difference(one.place, kind, term.printed, told.printed, "major", claim)


def _agreed(one: Telling, others: Sequence[Telling]) -> frozenset[str]:
    """Words on which two less worn tellings of different wording agree."""
    better = [other for other in others if other.worn + _MORE_WORN <= one.worn]
    found: set[str] = set()
    for left, right in combinations(better, 2):
        ours, theirs = _plain(left.text), _plain(right.text)
        if len(ours & theirs) <= _OWN_WORDS * len(ours | theirs):
            found |= _keys(left.text) & _keys(right.text)
    return frozenset(found)


@lru_cache(maxsize=1 << 14)
def _keys(text: str) -> frozenset[str]:
    return frozenset(term.key for term in terms_of(text))


@lru_cache(maxsize=1 << 14)
def _plain(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))


@lru_cache(maxsize=1)
def _of_speech() -> frozenset[str]:
    return frozenset(stem(word) for word in (*vocabulary().says, *vocabulary().leads_to_words))


def _tells(term: Term, said: set[str]) -> bool:
    """Whether a word may be another than theirs: no number, no verb of speech, no spelling of one of theirs."""
    known = term.kind == "number" or term.key in _of_speech() or len(term.printed) < _BEGINS_ALIKE
    return not known and not _begins_like(term.key, said)


def _begins_like(key: str, others: set[str]) -> bool:
    return any(key[:_BEGINS_ALIKE] == other[:_BEGINS_ALIKE] for other in others)


def _in_its_place(at: int, one: Telling, others: Sequence[Telling], missing: set[str]) -> Term | None:
    """The missing word that another telling has between the same words; of places any that is missing."""
    mine = terms_of(one.text)
    around = _beside(one.text, mine, at)
    for other in others:
        theirs = terms_of(other.text)
        for place, term in enumerate(theirs):
            if term.key in missing and (term.kind == "name") == (mine[at].kind == "name"):
                both_places = countries_in(term.printed) and countries_in(mine[at].printed)
                if both_places or around == _beside(other.text, theirs, place):
                    return term
    return None


def _beside(text: str, terms: Sequence[Term], at: int) -> tuple[str, str]:
    """The words right before and behind one; empty at the ends of the sentence, and where a mark stands between."""
    before, behind = "", ""
    if at and not _MARK.search(text, terms[at - 1].start, terms[at].start):
        before = terms[at - 1].key
    if at + 1 < len(terms) and not _MARK.search(text, terms[at].start, terms[at + 1].start):
        behind = terms[at + 1].key
    return before, behind
