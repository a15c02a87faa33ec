"""Names that a copy has in the place of others: Gdynia for Gdansk, foreign banks for Chinese banks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from brightline.media.telling import Telling, outvoted
from brightline.media.times import MONTHS, WEEKDAYS
from brightline.media.vocabulary import vocabulary
from brightline.media.words import stem, terms_of
from brightline.terms.press import Difference
from brightline.text.countries import countries_in, is_place

_NAME = re.compile(r"[A-Z][\w’'-]*[a-z][\w’-]*(?<!['’]s)")
_WORD = re.compile(r"[^\W_]+")
_ONE_NAME = 0.7  # spelt alike enough to be one name
_CALENDAR = frozenset({*WEEKDAYS, *MONTHS})
_DEMONYM = re.compile(r"(?:ese|ian|ish|ean|ench|erman|reek|utch|wiss|foreign|domestic|western|american)$", re.I)
_NO_NATION = frozenset({"foreign", "domestic", "western"})


@dataclass(frozen=True, slots=True)
class Name:
    """A word with a capital. `means`: the country of a place or people, else the word; `beside`: the words around."""

    printed: str
    means: str
    place: bool
    before: tuple[str, ...]
    after: tuple[str, ...]


@lru_cache(maxsize=1 << 14)
def names_of(text: str) -> tuple[Name, ...]:
    """The names of a sentence word by word; a word that begins it counts where it is a place or people."""
    words = list(_WORD.finditer(text))
    folded = [word[0].lower() for word in words]
    found = []
    for at, word in enumerate(words):
        plain = folded[at]
        if not word[0][0].isupper() or len(plain) < 3 or plain in _CALENDAR or plain in vocabulary().says_nothing:
            continue
        place = is_place(word[0])
        begins = at == 0 or text[: word.start()].rstrip(" “\"'«")[-1:] in (".", "!", "?", ":", "")
        if place or not begins:
            codes = countries_in(word[0]) if place else ()
            means = codes[0] if codes else plain
            found.append(
                Name(word[0], means, bool(codes), tuple(folded[max(0, at - 2) : at]), tuple(folded[at + 1 : at + 3]))
            )
    return tuple(found)


def other_names(one: Telling, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    """A place here that no other telling has, in the place of one that they have and this one lacks."""
    mine = [name for name in names_of(one.text) if name.place]
    new = [name for name in mine if not any(_told(name, other.text) for other in others)]
    for name in new:
        rivals = [
            (_beside(name, rival), -at, other, rival)
            for at, other in enumerate(others)
            for rival in names_of(other.text)
            if rival.place and rival.means not in {here.means for here in mine} and rival.printed not in one.text
        ]
        rivals = [pair for pair in rivals if pair[0]]
        if rivals and outvoted(one, [pair[2] for pair in rivals]):
            rival = max(rivals, key=lambda pair: pair[:2])[3]
            yield Difference(one.place, "entity", name.printed, rival.printed, "critical", claim)


def _told(name: Name, text: str) -> bool:
    """Whether a text names the same place, or is spelt so: a capital may stand for its country."""
    return any(name.means == other.means and (name.place or other.place) for other in names_of(text)) and (
        name.printed in text or not _exact(name, text)
    )


def _exact(name: Name, text: str) -> bool:
    """Whether the text names another town of the same country where this names one: Gdynia is not Gdansk."""
    return any(
        other.place
        and other.means == name.means
        and _beside(name, other) >= 2
        and _town(other.printed)
        and _town(name.printed)
        and not spelt_alike(other.printed, name.printed)
        for other in names_of(text)
    )


@lru_cache(maxsize=1 << 12)
def _town(name: str) -> bool:
    return not _DEMONYM.search(name) and not name.lower().endswith(("land", "ia", "stan"))


def _beside(one: Name, other: Name) -> int:
    """How many words right before and behind two names are the same; nearer ones count double."""
    found = 0
    for ours, theirs in ((one.before[::-1], other.before[::-1]), (one.after, other.after)):
        if ours and theirs and ours[0] == theirs[0]:
            found += 1 if ours[0] in ("the", "of", "and", "a") else 2
        found += len({word for word in ours if word not in vocabulary().says_nothing} & set(theirs))
    return found


def renamed(one: Telling, mine: str, said: str, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    """One name or weekday for another of the same length in words, in the same slot, which no other telling has."""
    words, names = mine.split(), said.split()
    if len(words) != len(names) or len(words) > 2 or any(mine in other.text for other in others) or said in one.text:
        return
    if not all(word[0].isupper() and word[1:].islower() for word in (*words, *names)):
        return
    if not outvoted(one, [other for other in others if said in other.text]):
        return
    if all(word.lower() in WEEKDAYS for word in (mine, said)):
        yield Difference(one.place, "date", mine, said, "major", claim)
    elif not any(word.lower() in _CALENDAR for word in (*words, *names)) and not spelt_alike(mine, said):
        yield Difference(one.place, "entity", mine, said, "critical", claim)


def spelt_alike(one: str, other: str) -> bool:
    """Whether two names are spellings of one, or a nationality and its country: "Gabuev", "Gabuyev"."""
    return one[:3] == other[:3] or SequenceMatcher(None, one.lower(), other.lower()).ratio() >= _ONE_NAME


def qualified_otherwise(one: Telling, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    """Another name or nationality before the same word: "foreign banks" where the others say "Chinese banks"."""
    for here, thing in _qualified(one.text):
        said = {}
        against = []
        for other in others:
            for qualifier, noun in _qualified(other.text):
                if noun.rstrip("s") == thing.rstrip("s"):
                    said[stem(qualifier)[:4]] = qualifier
                    against.append(other)
        known = {term.key[:4] for other in others for term in terms_of(other.text)}
        if said and stem(here)[:4] not in said and stem(here)[:4] not in known and outvoted(one, against):
            told = ", ".join(f"{qualifier} {thing}" for qualifier in sorted(set(said.values())))
            yield Difference(one.place, "entity", f"{here} {thing}", told, "critical", claim)


@lru_cache(maxsize=1 << 14)
def _qualified(text: str) -> tuple[tuple[str, str], ...]:
    """A word of nationality, or a name, and the noun it qualifies."""
    pairs = []
    for found in re.finditer(r"\b([A-Za-z]{4,}) ([a-z]{4,})\b", text):
        named = found[1][0].isupper() and text[: found.start()].rstrip()[-1:] not in ("", ".", "“", '"')
        nation = _DEMONYM.search(found[1]) and (found[1][0].isupper() or found[1].lower() in _NO_NATION)
        if named or nation:
            pairs.append((found[1], found[2]))
    return tuple(pairs)
