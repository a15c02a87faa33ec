"""A folded name → its words in Latin letters, in each manner that the scripts allow.

One word may be read in several ways: a Chinese name by its Mandarin or Cantonese sounds, an Arabic one with the vowels
of a known name or by its bare letters, a Latin one as Wade-Giles. Numbers come to digits, the article and Abd apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise

from brightline.names.forms import han_form
from brightline.names.words import word_tables
from brightline.text.fold import fold
from brightline.text.han import (
    cantonese_person,
    family_signs,
    han_person,
    han_syllables,
    japanese_person,
    korean_person,
)
from brightline.text.scripts import is_han, script_of
from brightline.text.translit import korean_syllables, latin, north_korean_syllables
from brightline.text.wade_giles import wade_giles

MOST_WORDS = 64  # words of one name that are read; nobody's name is longer, and a hostile one must not cost minutes
_LETTERS_APART = 5  # so many single letters in a row are one word spelled out
_TWO_WORDS = {("hong", "kong"): "hongkong"}
_ARTICLES = {"as": "s", "ar": "r", "an": "n", "at": "t", "ad": "d", "az": "z", "ash": "sh", "adh": "dh", "ath": "th"}
_ABD = re.compile(r"^(abd[aeou]l|abdu[rs]|abde[rn]|abdoul)(?=[a-z]{4})(?!la[hy]?|l?a[ey]*v|.*(?:[eo]va?|ova?)$)")
# Roman numerals that no name is written as.
_ROMANS = "ii=2 iii=3 iv=4 vi=6 vii=7 viii=8 ix=9 xii=12 xiii=13 xiv=14 xv=15 xvi=16 xvii=17 xviii=18 xix=19 xx=20"
_ROMAN = {pair.partition("=")[0]: pair.partition("=")[2] for pair in _ROMANS.split(" ")}
_LETTERS_DIGITS = re.compile(r"([^\W\d_]{3,})(\d{1,4})|(\d{1,4})([^\W\d_]{4,})")
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_NUMBER_SIGNS = frozenset(("no", "nr", "num", "number", "nomer", "номер", "号"))
_HAN_NUMBER = re.compile("第([一二三四五六七八九十百零〇]{1,5})")
_HAN_DIGITS = {sign: at for at, sign in enumerate("零一二三四五六七八九")} | {"〇": 0}
_DIGITS_AS_LETTERS = str.maketrans("0134578", "oieastb")
_DISGUISED = re.compile(r"(?=.*[a-z].*[a-z])[a-z]*[013-578][a-z013-578]*[a-z]")
_MARKS = re.compile("['’‘`ʻʼ]")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the folded name: as folded, and in plain Latin."""

    folded: str
    plain: str


def token_ways(written: str, person: bool) -> Iterator[list[Token]]:
    """The words of a written name in each way it can be read, the likeliest first; ways may repeat each other.

    An empty list for a name without letters or digits. No more than the first sixty-four words.
    """
    folded = fold(written)
    pieces = _numbers(_closed_up(folded.split()[: 2 * MOST_WORDS]), person)[:MOST_WORDS]
    yield _tokens(pieces, person, "usual")
    if folded.isascii():
        yield from _latin_ways(written, pieces)
    else:
        for manner in _manners(folded, person):
            yield _tokens(pieces, person, manner)


def _latin_ways(written: str, pieces: list[str]) -> Iterator[list[Token]]:
    """A Latin name as Wade-Giles, and with digits that stand for letters."""
    marked = _MARKS.sub("'", written.lower())
    words = tuple(re.findall(r"[a-z]+(?:'[a-z]+)*", marked)) if len(pieces) <= 4 and "'" in marked else tuple(pieces)
    for reading in wade_giles(words) if len(pieces) == len(words) else ():
        yield [Token(piece, syllable) for piece, syllable in zip(pieces, reading, strict=True)]
    if any(map(_DISGUISED.fullmatch, pieces)):
        plain = [piece.translate(_DIGITS_AS_LETTERS) if _DISGUISED.fullmatch(piece) else piece for piece in pieces]
        yield [Token(*pair) for pair in zip(pieces, plain, strict=True)]


def _manners(folded: str, person: bool) -> list[str]:
    """The other manners in which a name that is not all ASCII may be read."""
    scripts = {script_of(letter) for letter in folded}
    manners = ["parted"] if "han" in scripts else []
    if person and "han" in scripts:
        manners += ["cantonese", "korean", "japanese"]
    if "hangul" in scripts:
        manners.append("north")
    if "cyrillic" in scripts and "г" in folded:
        manners.append("other g")
    return [*manners, "bare"] if scripts & {"arabic", "hebrew"} else manners


def _closed_up(pieces: list[str]) -> list[str]:
    """Words spelled out letter by letter, and places of two words, in one piece; the article as al, Abd apart."""
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
            closed += _parted(pieces[at], pieces[at + 1] if at + 1 < len(pieces) else "")
            at += 1
    return closed


def _parted(piece: str, after: str) -> list[str]:
    """One piece: the article before a sun letter as "al", Abd and what it serves apart."""
    if piece in _ARTICLES and after.startswith(_ARTICLES[piece]) and len(after) > 3:
        return ["al"]
    if piece.startswith("abd") and (abd := _ABD.match(piece)):
        return ["abdul", piece[abd.end() :]]
    return [piece]


def _numbers(pieces: list[str], person: bool) -> list[str]:
    """Numbers as digits: of ordinals, Roman, Chinese, written against a word; the sign for "number" before one goes."""
    parted: list[str] = []
    for at, piece in enumerate(pieces):
        if piece.isalpha():
            roman = _ROMAN.get(piece) if at and len(piece) < 6 else None
            parted.append(piece if roman is None or (person and (at + 1 < len(pieces) or piece == "vi")) else roman)
        elif both := _LETTERS_DIGITS.fullmatch(piece):
            parted += [part for part in both.groups() if part]
        else:
            ordinal = _ORDINAL.fullmatch(piece)
            parted.append(ordinal.group(1) if ordinal else piece)
    plain = [(piece.lstrip("0") or "0") if piece.isdigit() and len(piece) < 6 else piece for piece in parted]
    return [piece for piece, after in pairwise([*plain, ""]) if not (piece in _NUMBER_SIGNS and after.isdigit())]


def _tokens(pieces: list[str], person: bool, manner: str) -> list[Token]:
    """The pieces in one manner."""
    tokens: list[Token] = []
    for piece in pieces:
        if piece.isascii():
            tokens.append(Token(piece, piece))
        elif any(map(is_han, piece)):
            tokens += _han(piece, person, manner)
        elif script_of(piece[0]) == "hangul":
            tokens += _hangul(piece, manner)
        else:
            tokens += [Token(piece, part) for part in latin(piece, manner).split()]
    return tokens[:MOST_WORDS]


def _hangul(piece: str, manner: str) -> list[Token]:
    """Korean: family name and given name of a short word, else the word as it is."""
    if manner == "north":
        syllables = north_korean_syllables(piece)
    else:
        syllables = tuple([one.replace("eo", "o").replace("eu", "u") for one in korean_syllables(piece)])
    if 2 <= len(piece) <= 4:
        return [Token(piece[0], syllables[0]), Token(piece[1:], "".join(syllables[1:]))]
    return [Token(piece, "".join(syllables))]


def _han(piece: str, person: bool, manner: str) -> list[Token]:
    """A piece with Chinese signs, each run of a script by itself."""
    numbered = _HAN_NUMBER.sub(lambda found: f" {_han_number(found.group(1))} ", piece)
    tokens: list[Token] = []
    for han, letters in groupby(numbered, key=lambda letter: is_han(letter)):
        run = "".join(letters)
        if han:
            tokens += _han_run(run, person, manner, alone=run == piece)
        else:
            tokens += [Token(part, latin(part) or part) for part in run.split()]
    return [one for at, one in enumerate(tokens) if one.folded != "号" or not (at and tokens[at - 1].plain.isdigit())]


def _han_number(signs: str) -> int:
    """The number that Chinese numerals write, below a thousand."""
    if not {"十", "百"} & set(signs):
        return int("".join([str(_HAN_DIGITS[sign]) for sign in signs]))
    hundreds, _, rest = signs.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    number = 100 * _HAN_DIGITS.get(hundreds[-1:], 1 if "百" in signs else 0)
    return number + (10 * _HAN_DIGITS.get(tens[-1:], 1) if ten else 0) + _HAN_DIGITS.get(ones[-1:], 0)


def _han_run(run: str, person: bool, manner: str, alone: bool) -> list[Token]:
    """Chinese: known words and legal forms cut out; what is left as one word, or as family and given name."""
    bare = run.removesuffix("先生").removesuffix("女士") if person else run
    parts = _han_parts(bare)
    if alone and len(parts) == 1 and parts[0][1] is None and 2 <= len(bare) <= 4 and (manner != "parted") == person:
        return _han_person(bare, manner)
    return [Token(part, plain or "".join(han_syllables(part)) or part) for part, plain in parts]


def _han_person(run: str, manner: str) -> list[Token]:
    """Family and given name, as read where the bearer may come from."""
    readers = {"cantonese": cantonese_person, "korean": korean_person, "japanese": japanese_person}
    read = (readers[manner](run) if manner in readers else None) or han_person(run)
    cut = family_signs(run)
    signs = [run[:cut], *run[cut:]] if len(read) > 2 else [run[:cut], run[cut:]]
    return [Token(*pair) for pair in zip(signs, read, strict=True) if pair[1]]


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
