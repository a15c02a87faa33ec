"""A written name → its words and legal form in Latin letters; several readings where the script leaves a choice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from brightline.names.forms import form_at
from brightline.names.sound import sound
from brightline.names.tokens import MOST_WORDS, Token, token_ways
from brightline.names.words import Word, short_forms, word_of

_MOST_LETTERS = 4000
_SAYS_NOTHING = ("=and", "=of", "=company", "=corporation")  # "A & B" is "A and B", "A Company" is "A"
_SPELLED_BEHIND = "po box office room suite floor unit ul str street formerly former ex fka previously ранее бывш экс"
_BEHIND = frozenset(_SPELLED_BEHIND.split(" "))  # begin what is written behind a name: an address, a former name
_SAYS_LITTLE = frozenset({"title", "father", "article"})  # of a person: "Haji Ahmad bin Ali" is "Ahmad Ali"


@dataclass(frozen=True, slots=True)
class Join:
    """Neighbouring words read as one: place of the first, how many, what they sound like, what they cost if lacking."""

    first: int
    count: int
    sound: str
    lack: int


@dataclass(frozen=True, slots=True)
class Name:
    """One reading of a written name. `form`: the kind of its legal form; `whole`: what equal names share."""

    words: tuple[Word, ...]
    form: str | None
    form_written: str
    whole: tuple[str, ...]  # the keys of the words but patronymics, in order of the alphabet
    anywhere: tuple[str, ...]  # of bodies the same without countries and cities; empty where that is nothing, or all
    compact: str  # all words without spaces
    joins: tuple[Join, ...]  # two and three words beside each other, read as one
    person: bool
    total: int  # what all words weigh together at least: one that may be a common word with a slip counts as that

    def __hash__(self) -> int:
        return crc32(self.compact.encode("utf-8", "surrogatepass"))


def name_of(words: tuple[Word, ...], form: str | None = None, form_written: str = "", person: bool = False) -> Name:
    """A reading from its words."""
    silent = _SAYS_LITTLE if person else frozenset()
    kept = [word for word in words if word.key not in _SAYS_NOTHING and word.role not in silent] or list(words)
    whole = tuple(sorted([word.key for word in kept if not word.patronymic]))
    if len(whole) < 2:
        whole = tuple(sorted([word.key for word in kept]))
    places = {word.key for word in kept if word.place and not person}
    anywhere = tuple([key for key in whole if key not in places]) if places else ()
    compact = "".join([word.plain for word in words])
    total = sum([word.least for word in words])
    return Name(words, form, form_written, whole, anywhere, compact, _joins(words), person, total)


def _joins(words: tuple[Word, ...]) -> tuple[Join, ...]:
    """Each two and three neighbouring words as one word, if that makes at least five letters."""
    joins = []
    for count in (2, 3):
        for first in range(len(words) - count + 1):
            parts = words[first : first + count]
            plain = "".join([word.plain for word in parts])
            if 5 <= len(plain) <= 40 and plain.isalpha():
                joins.append(Join(first, count, sound(plain), sum([word.lack for word in parts])))
    return tuple(joins)


@lru_cache(maxsize=65536)
def read_name(written: str, person: bool = False) -> tuple[Name, ...]:
    """The readings of a written name, the likeliest first; none for a name without letters or digits.

    `person`: legal forms are not looked for, titles say nothing. Words beyond the sixty-fourth are not read.
    """
    readings: dict[Name, None] = {}
    for tokens in token_ways(written[:_MOST_LETTERS], person):
        readings.update(dict.fromkeys(_readings(tokens, person)))
    return tuple(readings)


def _readings(tokens: list[Token], person: bool) -> tuple[Name, ...]:
    """The name without its legal forms; and with them, where a short form may be a name after all."""
    if not tokens:
        return ()
    if person:
        words = _words(tokens)
        return (name_of(tuple([word for word in words if word.role != "title"]) or words, person=True),)
    left, form, written = _without_forms(tokens)
    left = _spelled_out(left)
    name = name_of(_words(left or tokens), form if left else None, written if left else "")
    if left and len(written) <= 3 and len(tokens) <= 3:
        return (name, name_of(_words(tokens)))
    before = _before_address(tokens)
    return (name, *_readings(before, False)) if before else (name,)


def _before_address(tokens: list[Token]) -> list[Token]:
    """The tokens up to a legal form behind which an address or a former name begins; none without one."""
    folded = [token.folded for token in tokens]
    at = form_at(folded, 0)[0]
    while 0 <= at < len(tokens) - 1:
        length = form_at(folded, at)[0]
        if at and length and at + length < len(tokens) and folded[at + length] in _BEHIND:
            return tokens[: at + length]
        at += length or 1
    return []


def _spelled_out(tokens: list[Token]) -> list[Token]:
    """Tokens with the usual abbreviations of organisations spelled out: НПО, НИИ, ОКБ, NTTs."""
    spelled: list[Token] = []
    for token in tokens:
        words = short_forms().get(token.plain)
        spelled += [Token(token.folded, word) for word in words] if words else [token]
    return spelled[:MOST_WORDS]


def _words(tokens: list[Token]) -> tuple[Word, ...]:
    """The words of the tokens."""
    return tuple([word_of(token.folded, token.plain) for token in tokens])


def _without_forms(tokens: list[Token]) -> tuple[list[Token], str | None, str]:
    """Tokens without legal forms, the kind of the first form and how it is written.

    Two-letter forms count only at the ends of a name.
    """
    left: list[Token] = []
    kind, written, at = None, "", 0
    folded = [token.folded for token in tokens]
    while at < len(tokens):
        length, found = form_at(folded, at)
        letters = sum(map(len, folded[at : at + length]))
        first = at == 0 and length == 1  # "A B Trading" begins with no Swedish form
        if found and (letters > 2 or first or at + length == len(tokens)):
            if kind is None:
                kind, written = found, " ".join(folded[at : at + length])
            at += length
        else:
            left.append(tokens[at])
            at += 1
    return left, kind, written
