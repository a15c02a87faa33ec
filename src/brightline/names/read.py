"""A written name → its words and legal form in Latin letters; several readings where the script leaves a choice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from brightline.names.forms import form_at, han_form
from brightline.names.words import Word, short_forms, word_of, word_tables
from brightline.text.fold import fold
from brightline.text.scripts import is_han, script_of
from brightline.text.translit import han_person, han_syllables, korean_syllables, latin

MOST_WORDS = 64  # words of one name that are read; nobody's name is longer, and a hostile one must not cost minutes
_MOST_LETTERS = 4000
_SAYS_NOTHING = ("=and", "=of", "=company", "=corporation")  # "A & B" is "A and B", "A Company" is "A"
_SAYS_LITTLE = frozenset({"title", "father", "article"})  # of a person: "Haji Ahmad bin Ali" is "Ahmad Ali"
_LETTERS_APART = 5  # so many single letters in a row are one word spelled out
_TWO_WORDS = {("hong", "kong"): "hongkong"}
_LAST_FIRST = re.compile(r"^([^,]{2,60}),\s*([^,]{1,80})$")


@dataclass(frozen=True, slots=True)
class Join:
    """Neighbouring words read as one: place of the first, how many, the word they make, what they cost if lacking."""

    first: int
    count: int
    word: Word
    lack: int


@dataclass(frozen=True, slots=True)
class Name:
    """One reading of a written name. `form`: the kind of its legal form; `whole`: what equal names share."""

    words: tuple[Word, ...]
    form: str | None
    form_written: str
    whole: tuple[str, ...]  # the keys of the words but patronymics, in order of the alphabet
    anywhere: tuple[str, ...]  # the same without countries and cities; empty where that leaves nothing, or leaves all
    compact: str  # all words without spaces
    joins: tuple[Join, ...]  # two and three words beside each other, read as one
    person: bool
    total: int  # what all words weigh together


def name_of(words: tuple[Word, ...], form: str | None = None, form_written: str = "", person: bool = False) -> Name:
    """A reading from its words."""
    silent = _SAYS_LITTLE if person else frozenset()
    kept = [word for word in words if word.key not in _SAYS_NOTHING and word.role not in silent] or list(words)
    whole = tuple(sorted([word.key for word in kept if not word.patronymic]))
    if len(whole) < 2:
        whole = tuple(sorted([word.key for word in kept]))
    places = {word.key for word in kept if word.place}
    anywhere = tuple([key for key in whole if key not in places]) if places else ()
    compact = "".join([word.plain for word in words])
    total = sum([word.weight for word in words])
    return Name(words, form, form_written, whole, anywhere, compact, _joins(words), person, total)


def _joins(words: tuple[Word, ...]) -> tuple[Join, ...]:
    """Each two and three neighbouring words as one word, if that makes at least five letters."""
    joins = []
    for count in (2, 3):
        for first in range(len(words) - count + 1):
            parts = words[first : first + count]
            plain = "".join([word.plain for word in parts])
            if 5 <= len(plain) <= 40 and plain.isalpha():
                joined = word_of(" ".join([word.written for word in parts]), plain)
                joins.append(Join(first, count, joined, sum([word.lack for word in parts])))
    return tuple(joins)


@dataclass(frozen=True, slots=True)
class _Token:
    """A piece of the folded name: as folded, and in plain Latin where it is read already."""

    folded: str
    plain: str | None = None


@lru_cache(maxsize=65536)
def read_name(written: str, person: bool = False) -> tuple[Name, ...]:
    """The readings of a written name, the likeliest first; none for a name without letters or digits.

    `person`: legal forms are not looked for. Words beyond the sixty-fourth are not read.
    """
    folded = fold(written[:_MOST_LETTERS])
    pieces = _closed_up(folded.split())[:MOST_WORDS]
    if folded.isascii():
        return _readings([_Token(piece) for piece in pieces], person)
    readings = dict.fromkeys(_readings(_in_script(pieces, person, False), person))
    if any(is_han(letter) for letter in folded):
        readings.update(dict.fromkeys(_readings(_in_script(pieces, person, True), person)))
    return tuple(readings)


def _closed_up(pieces: list[str]) -> list[str]:
    """Words spelled out letter by letter, and places of two words, in one piece."""
    closed: list[str] = []
    at = 0
    while at < len(pieces):
        last = at
        while last < len(pieces) and len(pieces[last]) == 1 and pieces[last].isalpha() and not is_han(pieces[last]):
            last += 1
        pair = tuple(pieces[at : at + 2])
        if last - at >= _LETTERS_APART:
            closed.append("".join(pieces[at:last]))
            at = last
        elif pair in _TWO_WORDS:
            closed.append(_TWO_WORDS[pair])
            at += 2
        else:
            closed.append(pieces[at])
            at += 1
    return closed


def _in_script(pieces: list[str], person: bool, other: bool) -> list[_Token]:
    """Pieces in their scripts, Chinese and Korean ones parted into words. `other`: the second way to part Chinese."""
    tokens: list[_Token] = []
    for piece in pieces:
        if piece.isascii():
            tokens.append(_Token(piece))
        elif any(map(is_han, piece)):
            tokens += _han(piece, person, other)
        elif script_of(piece[0]) == "hangul":
            tokens += _hangul(piece)
        else:
            tokens += [_Token(piece, part) for part in latin(piece).split()] or []
    return tokens[:MOST_WORDS]


def _hangul(piece: str) -> list[_Token]:
    """Korean: family name and given name of a short word, else the word as it is."""
    syllables = [syllable.replace("eo", "o").replace("eu", "u") for syllable in korean_syllables(piece)]
    if 2 <= len(piece) <= 4:
        return [_Token(piece[0], syllables[0]), _Token(piece[1:], "".join(syllables[1:]))]
    return [_Token(piece, "".join(syllables))]


def _han(piece: str, person: bool, other: bool) -> list[_Token]:
    """Chinese: known words and legal forms cut out; what is left as one word, or as family and given name."""
    parts = _han_parts(piece)
    if len(parts) == 1 and parts[0][1] is None and 2 <= len(piece) <= 4 and other != person:
        family, given = han_person(piece)
        cut = 1 if family == "".join(han_syllables(piece[0])) else 2
        return [_Token(piece[:cut], family), _Token(piece[cut:], given)]
    return [_Token(part, plain or "".join(han_syllables(part)) or part) for part, plain in parts]


def _han_parts(piece: str) -> list[tuple[str, str | None]]:
    """A Chinese run cut at words of our tables, the longest first; the rest stays in one piece each."""
    parts: list[tuple[str, str | None]] = []
    rest, at = "", 0
    while at < len(piece):
        length, plain = _known_han(piece, at)
        if not length and not rest and parts and piece[at] in "市省区县":
            at += 1
            continue
        if not length:
            rest, at = rest + piece[at], at + 1
            continue
        if rest:
            parts.append((rest, None))
        rest = ""
        parts.append((piece[at : at + length], plain))
        at += length
    return parts + ([(rest, None)] if rest else [])


def _known_han(piece: str, at: int) -> tuple[int, str | None]:
    """The longest known Chinese word that begins here, and its plain Latin."""
    for length in range(min(8, len(piece) - at), 1, -1):
        part = piece[at : at + length]
        if part in word_tables().han:
            return length, word_tables().han[part]
        if han_form(part):
            return length, part
        if part in _han_places():
            return length, "".join(han_syllables(part))
    return 0, None


@lru_cache(maxsize=1)
def _han_places() -> frozenset[str]:
    """Chinese names of cities and countries: words of their own inside a company's name."""
    from brightline.text.countries import han_places

    return han_places()


def _readings(tokens: list[_Token], person: bool) -> tuple[Name, ...]:
    """The name without its legal forms; and with them, where a short form may be a name after all."""
    if not tokens:
        return ()
    if person:
        return (name_of(_words(tokens), person=True),)
    left, form, written = _without_forms(tokens)
    left = _spelled_out(left)
    name = name_of(_words(left or tokens), form if left else None, written if left else "")
    if left and len(written) <= 3 and len(tokens) <= 3:
        return (name, name_of(_words(tokens)))
    return (name,)


def _spelled_out(tokens: list[_Token]) -> list[_Token]:
    """Tokens with the usual abbreviations of organisations spelled out: НПО, НИИ, ОКБ, NTTs."""
    spelled: list[_Token] = []
    for token in tokens:
        words = short_forms().get(token.plain or latin(token.folded))
        spelled += [_Token(token.folded, word) for word in words] if words else [token]
    return spelled[:MOST_WORDS]


def _words(tokens: list[_Token]) -> tuple[Word, ...]:
    """The words of the tokens."""
    return tuple([word_of(token.folded, token.plain or latin(token.folded) or token.folded) for token in tokens])


def _without_forms(tokens: list[_Token]) -> tuple[list[_Token], str | None, str]:
    """Tokens without legal forms, the kind of the first form and how it is written.

    Two-letter forms count only at the ends of a name.
    """
    left: list[_Token] = []
    kind, written, at = None, "", 0
    folded = [token.folded for token in tokens]
    while at < len(tokens):
        length, found = form_at(folded, at)
        letters = sum(map(len, folded[at : at + length]))
        if found and (letters > 2 or at == 0 or at + length == len(tokens)):
            if kind is None:
                kind, written = found, " ".join(folded[at : at + length])
            at += length
        else:
            left.append(tokens[at])
            at += 1
    return left, kind, written
