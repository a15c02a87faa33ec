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

from brightline.names.compounds import beside, in_parts, in_russian
from brightline.names.forms import han_form
from brightline.names.mended_forms import mended
from brightline.names.numbers import han_in_digits, in_digits
from brightline.names.scanned import with_capital_i, without_digits
from brightline.names.words import word_tables
from brightline.text.fold import fold
from brightline.text.han import MANDARIN, MANNERS, family_signs, han_family, han_given, han_person, han_syllables
from brightline.text.korean import KOREAN_MANNERS, REVISED, korean_syllables
from brightline.text.palladius import palladius
from brightline.text.scripts import is_han, script_of
from brightline.text.translit import latin
from brightline.text.wade_giles import wade_giles

MOST_WORDS = 64  # words of one name that are read; nobody's name is longer, and a hostile one must not cost minutes
_LETTERS_APART = 5  # so many single letters in a row are one word spelled out
_TWO_WORDS = {("hong", "kong"): "hongkong"}
_LIMITED = frozenset(("ltd", "limited", "llc", "inc"))
_LONG_ENOUGH = 5  # letters
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
    folded = fold(with_capital_i(written))
    words = folded.split()[: 2 * MOST_WORDS]
    pieces = _pieces(words, person)
    usual = _tokens(pieces, person, "usual")
    yield usual
    if lettered := without_digits(words):
        yield _tokens(_pieces(lettered, person), person, "usual")
    if parted := _parted(written, words, person):
        yield _tokens(_pieces(parted, person), person, "usual")
    if russian := in_russian([token.plain for token in usual]) if person else None:
        yield [Token(token.folded, plain) for token, plain in zip(usual, russian, strict=True)]
    if folded.isascii():
        yield from _latin_ways(written, pieces)
    else:
        for manner in _manners(folded, person):
            yield _tokens(pieces, person, manner)
        if chinese := _from_russian(pieces, person):
            yield [token for piece in chinese for token in _tokens([piece], person, "usual")]


def _parted(written: str, words: list[str], person: bool) -> list[str] | None:
    """Folded words parted where a blank was lost: "АндрейПетрович", "MetisCo Ltd", "METISCO LTD"; None without any."""
    parted = fold(with_capital_i(_with_blanks(written))).split()[: 2 * MOST_WORDS]
    if not person:
        pairs = pairwise([*parted, ""])
        parted = [part for word, after in pairs for part in (_off_company(word) if after in _LIMITED else [word])]
    return parted if parted != words else None


def _with_blanks(written: str) -> str:
    """A written name with a blank before each capital that follows small letters and has letters behind it."""
    places = [at for at in range(3, len(written) - 1) if written[at].isupper() and _begins_word(written, at)]
    return " ".join([written[start:end] for start, end in pairwise([0, *places, len(written)])])


def _begins_word(written: str, at: int) -> bool:
    """Whether a capital begins a word behind another: "IvanPetrovich", but not "McDonald" or "GmbH"."""
    before = written[at - 2 : at]
    return before.isalpha() and before.islower() and written[at - 3].isalpha() and written[at + 1].isalpha()


def _off_company(word: str) -> list[str]:
    """A word without the "co" at its end, and that."""
    return [word[:-2], word[-2:]] if len(word) >= _LONG_ENOUGH and word.endswith("co") else [word]


def _from_russian(pieces: list[str], person: bool) -> list[str] | None:
    """Cyrillic words of Chinese syllables in pinyin: of a person all, of a body those that are no Russian word."""
    read = [palladius(piece) if script_of(piece[0]) == "cyrillic" else None for piece in pieces]
    if person:
        return [one for one in read if one] if 2 <= len(read) <= 4 and all(read) else None
    told = [one if one and len(one) >= _LONG_ENOUGH else piece for one, piece in zip(read, pieces, strict=True)]
    return told if told != pieces else None


def _pieces(words: list[str], person: bool) -> list[str]:
    """Folded words with legal forms, compounds and numbers in their usual form."""
    return in_digits(_closed_up(words if person else mended(words)), person)[:MOST_WORDS]


def _latin_ways(written: str, pieces: list[str]) -> Iterator[list[Token]]:
    """A Latin name as Wade-Giles."""
    marked = _MARKS.sub("'", written.lower())
    words = tuple(re.findall(r"[a-z]+(?:'[a-z]+)*", marked)) if len(pieces) <= 4 and "'" in marked else tuple(pieces)
    for reading in wade_giles(words) if len(pieces) == len(words) else ():
        yield [Token(piece, syllable) for piece, syllable in zip(pieces, reading, strict=True)]


def _manners(folded: str, person: bool) -> list[str]:
    """The other manners in which a name that is not all ASCII may be read."""
    scripts = {script_of(letter) for letter in folded}
    manners = ["parted"] if "han" in scripts else []
    if person and "han" in scripts:
        manners += ["cantonese", "korean", "japanese"]
    if "hangul" in scripts:
        manners += KOREAN_MANNERS[1:]
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
            closed += beside(pieces[at], pieces[at + 1] if at + 1 < len(pieces) else "")
            at += 1
    return closed


def _tokens(pieces: list[str], person: bool, manner: str) -> list[Token]:
    """The pieces in one manner. Of a person the parts of a Chinese or Korean name may stand apart."""
    tokens: list[Token] = []
    apart = person and sum([script_of(piece[0]) in ("han", "hangul") for piece in pieces]) > 1
    for piece in pieces:
        if piece.isascii():
            tokens.append(Token(piece, piece))
        elif any(map(is_han, piece)):
            tokens += _han_part(piece, manner) if apart else _han(piece, person, manner)
        elif script_of(piece[0]) == "hangul":
            tokens += _hangul(piece, manner, apart)
        else:
            read = latin(piece, manner).split()
            tokens += [Token(piece, part) for word in read for part in in_parts(word)]
    return _served(tokens[:MOST_WORDS])


def _served(tokens: list[Token]) -> list[Token]:
    """Abd and Allah side by side as the one name that they are."""
    if not any(token.plain == "allah" for token in tokens):
        return tokens
    joined: list[Token] = []
    for token in tokens:
        if token.plain == "allah" and joined and joined[-1].plain in ("abd", "abdul"):
            joined[-1] = Token(f"{joined[-1].folded} {token.folded}", "abdallah")
        else:
            joined.append(token)
    return joined


def _hangul(piece: str, manner: str, apart: bool) -> list[Token]:
    """Korean: family name and given name of a short word, else the word as it is."""
    family = len(piece) == 1 if apart else 2 <= len(piece) <= 4
    syllables = korean_syllables(piece, manner if manner in KOREAN_MANNERS else REVISED, family)
    if family and not apart:
        return [Token(piece[0], syllables[0]), Token(piece[1:], "".join(syllables[1:]))]
    return [Token(piece, "".join(syllables))]


def _han(piece: str, person: bool, manner: str) -> list[Token]:
    """A piece with Chinese signs, each run of a script by itself."""
    tokens: list[Token] = []
    for han, letters in groupby(han_in_digits(piece), key=lambda letter: is_han(letter)):
        run = "".join(letters)
        if han:
            tokens += _han_run(run, person, manner, alone=run == piece)
        else:
            tokens += [Token(part, latin(part) or part) for part in run.split()]
    return [one for at, one in enumerate(tokens) if one.folded != "号" or not (at and tokens[at - 1].plain.isdigit())]


def _han_run(run: str, person: bool, manner: str, alone: bool) -> list[Token]:
    """Chinese: known words and legal forms cut out; what is left as one word, or as family and given name."""
    bare = run.removesuffix("先生").removesuffix("女士") if person else run
    parts = _han_parts(bare)
    if alone and len(parts) == 1 and parts[0][1] is None and 2 <= len(bare) <= 4 and (manner != "parted") == person:
        return _han_person(bare, manner)
    return [Token(part, plain or "".join(han_syllables(part)) or part) for part, plain in parts]


def _han_person(run: str, manner: str) -> list[Token]:
    """Family and given name, as read where the bearer may come from."""
    read = han_person(run, manner) if manner in MANNERS else None
    cut, parts = read or han_person(run) or (1, (latin(run),))
    signs = [run[:cut], *run[cut:]] if len(parts) > 2 else [run[:cut], run[cut:]]
    return [Token(sign, part or sign) for sign, part in zip(signs, parts, strict=False)]  # a sign nobody reads stays


def _han_part(piece: str, manner: str) -> list[Token]:
    """A family name or a given name that stands by itself."""
    manner = manner if manner in MANNERS else MANDARIN
    known = len(piece) == 1 or family_signs(piece + " ") == 2 or manner == "japanese"
    if known and (family := han_family(piece, manner)):
        return [Token(piece, family)]
    read = han_given(piece, manner) or han_given(piece) or ()
    return [Token(piece, part) for part in read if part]


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
