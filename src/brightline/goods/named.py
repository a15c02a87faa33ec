"""Words → goods: the phrases of the tables in a text, the longest first, however they are spelled or hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from brightline.goods.disguises import mended
from brightline.goods.leftovers import leftovers
from brightline.goods.part_numbers import may_begin, part_number_at
from brightline.goods.stems import latin_stem, simplified, stem
from brightline.goods.words import Phrase, phrases
from brightline.text.fold import fold, visible

_CJK = "\u3400-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+(?:['’`´][^\W_{_CJK}]+)?")
_SPELLED = re.compile(r"(?<!\w)[^\W\d_](?:([ .\-_*])[^\W\d_])(?:\1[^\W\d_]){2,}(?!\w)")  # b e a r i n g s, c.h.i.p.s
_SIGNS_INSIDE = re.compile(r"[ .\-_*]")
_GAP = re.compile(rf"(?<=[{_CJK}])[\s.\-_*·]+(?=[{_CJK}])")
_LINKS = re.compile(r"\s?(?:for|of|to|для|к|ко|на|от|dlya|dlia|k|的|用的?|之)?\s?\Z", re.IGNORECASE)  # parts FOR cars
_CIVIL = ("harmless", "unlisted")
_INSIDE_WORDS = frozenset((" ", "\n", "\r\n", "-", ".", "_", "*", "·", "-\n", "- "))  # what may part a word in pieces
_SHORTEST_JOINED = 7  # letters of a word that was broken in two by a blank or a line end
_PREFIX = 4  # letters by which a word put together over a blank must begin like one for listed or sensitive goods
_SPECIFICATION = frozenset(("spec", "specs", "спец"))  # short for a specification, and the stem of "специи", spices
_MOST_PIECES = 4  # of a word parted by hyphens or points


@dataclass(frozen=True, slots=True)
class NamedGoods:
    """A phrase found in a text: what it says of the goods, the code it mostly stands for, the words as printed.

    `read_as`: the word of the tables, where the text hides or misspells it.
    """

    reading: str
    hs: str | None
    words: str
    read_as: str = ""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as its stems, plain and as Russian in Latin letters, and the phrases it may begin, longest first."""

    folded: str
    stems: tuple[str, str]
    begins: tuple[tuple[Phrase, int], ...]
    known: bool
    kind: str  # first (of a phrase), number, chinese, other
    heads: bool  # whether a part number may begin so
    read_as: str = ""


class _Found(NamedTuple):
    named: NamedGoods
    start: int
    end: int
    parts: bool = False  # whether it is a word for parts of something


@lru_cache(maxsize=4096)
def name_goods(text: str) -> tuple[NamedGoods, ...]:
    """The goods and purposes a text names, in order; the longest phrase wins and no word counts twice.

    After them, read as `rest` or `open`, what stands in a list of civil goods and is not understood (see `leftovers`).
    """
    if not text:
        return ()
    plain = _closed_up(text)
    found = _found_in(plain)
    if len(found) > 1:
        found = list(_with_parts(plain, found))
    beside = (NamedGoods(*one) for one in _beside(plain, found))
    return (*(one.named for one in found if one.named.reading != "nothing"), *beside)


def _beside(text: str, found: Sequence[_Found]) -> Iterator[tuple[str, None, str]]:
    spans = [(one.start, one.end, one.named.reading) for one in found]
    return ((reading, None, words) for reading, words in leftovers(text, spans))


def _closed_up(text: str) -> str:
    """The text as an eye reads it, Chinese and words spelled out letter by letter without signs inside."""
    if not text.isascii():
        text = _GAP.sub("", visible(text))
    return _SPELLED.sub(lambda run: _SIGNS_INSIDE.sub("", run.group()), text)


def _found_in(text: str) -> list[_Found]:
    told: list[_Found] = []
    places = [match.span() for match in _TOKEN.finditer(text)]
    words = [_word(text[start:end]) for start, end in places]
    at, count = 0, len(places)
    while at < count:
        word = words[at]
        if word.kind == "other" and (word.known or at + 1 == count or words[at + 1].known):
            if at + 1 == count or text[places[at][1] : places[at + 1][0]] == " ":
                at += 1
                continue
        elif word.kind == "number" and not _may_be_part_number(words, at):
            at += 1
            continue
        found, at = _at(text, places, words, at)
        told += found
    return told


def _at(
    text: str, places: Sequence[tuple[int, int]], words: Sequence[_Word], at: int
) -> tuple[tuple[_Found, ...], int]:
    """What stands at a word, and where to go on."""
    word = words[at]
    if word.kind == "chinese":
        start, end = places[at]
        return tuple(_chinese_in(text[start:end], start)), at + 1
    if word.kind == "first" and (phrase := _phrase(word, words, at + 1)):
        return _of(phrase, word, text, places, at, at + len(phrase.stems))
    if word.kind == "number":
        return _number_at(text, places, at)
    for size, joined in _joined(text, places, words, at):
        if phrase := _phrase(joined, words, at + size):
            return _of(phrase, joined, text, places, at, at + size - 1 + len(phrase.stems))
    return (), at + 1


def _number_at(text: str, places: Sequence[tuple[int, int]], at: int) -> tuple[tuple[_Found, ...], int]:
    number = part_number_at(text, places, at)
    if number is None:
        return (), at + 1
    named = NamedGoods(number.reading, number.hs, text[number.start : number.end])
    after = next((n for n in range(at, len(places)) if places[n][0] >= number.end), len(places))
    return (_Found(named, number.start, number.end),), after


def _of(
    phrase: Phrase, word: _Word, text: str, places: Sequence[tuple[int, int]], at: int, after: int
) -> tuple[tuple[_Found, ...], int]:
    start, end = places[at][0], places[after - 1][1]
    return (_told(phrase, text[start:end], start, word.read_as),), after


def _told(phrase: Phrase, words: str, start: int, read_as: str = "") -> _Found:
    parts = phrase.reading == "parts"
    named = NamedGoods("vague" if parts else phrase.reading, phrase.hs, words, read_as)
    return _Found(named, start, start + len(words), parts)


def _may_be_part_number(words: Sequence[_Word], at: int) -> bool:
    return words[at].heads or (at > 0 and words[at - 1].heads) or (at > 1 and words[at - 2].heads)


def _phrase(word: _Word, words: Sequence[_Word], then: int) -> Phrase | None:
    """The longest phrase that begins with a word and goes on with the words from `then`."""
    for phrase, which in word.begins:
        if len(phrase.stems) == 1:
            return phrase
        rest = phrase.stems[1:]
        if rest == tuple([word.stems[which] for word in words[then : then + len(rest)]]):
            return phrase
    return None


def _joined(
    text: str, places: Sequence[tuple[int, int]], words: Sequence[_Word], at: int
) -> Iterator[tuple[int, _Word]]:
    """Words made of pieces: bear-ings, mic.ro.chips, and over a blank where no table knows either piece."""
    first = words[at]
    gap = text[places[at][1] : places[at + 1][0]] if at + 1 < len(places) else ""
    if gap not in _INSIDE_WORDS or (gap == " " and (first.known or words[at + 1].known)):
        return
    whole = first.folded
    for size in range(2, (2 if gap.isspace() else _MOST_PIECES) + 1):
        last = at + size - 1
        if (
            last >= len(places)
            or not words[last].folded.isalpha()
            or text[places[last - 1][1] : places[last][0]] != gap
        ):
            return
        whole += words[last].folded
        if len(whole) >= _SHORTEST_JOINED and (joined := _whole(whole, gap == " ")):
            yield size, joined


def _whole(written: str, grave: bool) -> _Word | None:
    """A word put together from pieces, where it begins a phrase; `grave`: one for listed or sensitive goods only."""
    if grave and written[:_PREFIX] not in _grave_prefixes():
        return None
    word = _of_stems(written, stem(written), _latin(written))
    return replace(word, read_as=written) if word.begins else None


@lru_cache(maxsize=1)
def _grave_prefixes() -> frozenset[str]:
    return frozenset(written[:_PREFIX] for written in (*phrases().grave, *phrases().grave_latin))


@lru_cache(maxsize=65536)
def _word(written: str) -> _Word:
    if _is_chinese(written[0]):
        return _Word(written, ("", ""), (), True, "chinese", False)
    folded = fold(written).replace(" ", "")
    if folded in _SPECIFICATION:
        return _Word(folded, (folded, ""), (), True, "other", False)
    word = _of_stems(folded, stem(folded), _latin(folded))
    if word.known or (meant := mended(folded)) is None:
        return word
    return replace(_of_stems(folded, *meant), read_as=meant[0] or meant[1])


def _latin(folded: str) -> str:
    return latin_stem(folded) if folded.isascii() else ""


def _of_stems(folded: str, plain: str, latin: str) -> _Word:
    tables = phrases()
    begins = [(phrase, 0) for phrase in tables.words.get(plain, ())]
    begins += [(phrase, 1) for phrase in tables.latin.get(latin, ())]
    begins.sort(key=lambda pair: (-len(pair[0].stems), pair[1]))
    known = plain in tables.stems or latin in tables.latin_stems
    kind = "first" if begins else "other" if folded.isalpha() else "number"
    return _Word(folded, (plain, latin), tuple(begins), known, kind, may_begin(folded))


def _chinese_in(run: str, offset: int) -> Iterator[_Found]:
    known, plain = phrases(), simplified(run)
    at = 0
    while at < len(run):
        for size in range(min(known.longest_chinese, len(run) - at), 1, -1):
            phrase = known.chinese.get(plain[at : at + size])
            if phrase is not None:
                yield _told(phrase, run[at : at + size], offset + at)
                at += size
                break
        else:
            at += 1


def _is_chinese(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff"


def _with_parts(text: str, found: Sequence[_Found]) -> Iterator[_Found]:
    """Parts of plainly civil goods ("spare parts for refrigerators") as unlisted goods; other parts stay vague."""
    at = 0
    while at < len(found):
        one, other = found[at], found[at + 1] if at + 1 < len(found) else None
        if other and _are_civil_parts(one, other) and _LINKS.match(text, one.end, other.start):
            heading = one.named.hs or other.named.hs  # of the machine: what makers work with stays that
            yield _Found(NamedGoods("unlisted", heading, text[one.start : other.end]), one.start, other.end)
            at += 2
            continue
        yield one
        at += 1


def _are_civil_parts(one: _Found, other: _Found) -> bool:
    return (one.parts and other.named.reading in _CIVIL) or (other.parts and one.named.reading in _CIVIL)
