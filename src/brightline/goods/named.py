"""Words → goods: the phrases of the tables in a text, the longest first, however they are spelled or hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from brightline.goods.disguises import mended
from brightline.goods.part_numbers import part_number_at
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
    read_as: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    named: NamedGoods
    start: int
    end: int


@lru_cache(maxsize=4096)
def name_goods(text: str) -> tuple[NamedGoods, ...]:
    """The goods and purposes a text names, in order; the longest phrase wins and no word counts twice."""
    if not text:
        return ()
    plain = _closed_up(text)
    return tuple(one.named for one in _with_parts(plain, list(_found_in(plain))) if one.named.reading != "nothing")


def _closed_up(text: str) -> str:
    """The text as an eye reads it, Chinese and words spelled out letter by letter without signs inside."""
    return _SPELLED.sub(lambda run: _SIGNS_INSIDE.sub("", run.group()), _GAP.sub("", visible(text)))


def _found_in(text: str) -> Iterator[_Found]:
    places = [match.span() for match in _TOKEN.finditer(text)]
    written = [text[start:end] for start, end in places]
    at = 0
    while at < len(written):
        if _is_chinese(written[at][0]):
            yield from _chinese_in(written[at], places[at][0])
            at += 1
            continue
        found, at = _at(text, places, written, at)
        if found:
            yield found


def _at(text: str, places: Sequence[tuple[int, int]], written: Sequence[str], at: int) -> tuple[_Found | None, int]:
    """What stands at a word, and where to go on."""
    word = _word(written[at])
    if word.begins and (phrase := _phrase(word, written, at + 1)):
        return _of(phrase, word, text, places, at, at + len(phrase.stems))
    if not written[at].isalpha():
        number = part_number_at(text, places, at)
        if number:
            words = text[number.start : number.end]
            after = next((n for n in range(at, len(places)) if places[n][0] >= number.end), len(places))
            return _Found(NamedGoods(number.reading, number.hs, words), number.start, number.end), after
        return None, at + 1
    if at + 1 < len(places) and (gap := text[places[at][1] : places[at + 1][0]]) in _INSIDE_WORDS:
        for size, joined in _joined(text, places, written, at, gap):
            if phrase := _phrase(joined, written, at + size):
                return _of(phrase, joined, text, places, at, at + size - 1 + len(phrase.stems))
    return None, at + 1


def _of(
    phrase: Phrase, word: _Word, text: str, places: Sequence[tuple[int, int]], at: int, after: int
) -> tuple[_Found, int]:
    start, end = places[at][0], places[after - 1][1]
    return _Found(NamedGoods(phrase.reading, phrase.hs, text[start:end], word.read_as), start, end), after


def _phrase(word: _Word, written: Sequence[str], then: int) -> Phrase | None:
    """The longest phrase that begins with a word and goes on with the words from `then`."""
    for phrase, which in word.begins:
        rest = phrase.stems[1:]
        if then + len(rest) <= len(written) and all(
            _word(written[then + k]).stems[which] == wanted for k, wanted in enumerate(rest)
        ):
            return phrase
    return None


def _joined(
    text: str, places: Sequence[tuple[int, int]], written: Sequence[str], at: int, gap: str
) -> Iterator[tuple[int, _Word]]:
    """Words made of pieces: bear-ings, mic.ro.chips, and over a blank where no table knows either piece."""
    first, then = _word(written[at]), _word(written[at + 1])
    if gap == " " and (first.known or then.known):
        return
    whole = first.folded
    for size in range(2, (2 if gap.isspace() else _MOST_PIECES) + 1):
        last = at + size - 1
        if last >= len(places) or not written[last].isalpha() or text[places[last - 1][1] : places[last][0]] != gap:
            return
        whole += _word(written[last]).folded
        if len(whole) >= _SHORTEST_JOINED and (stem(whole) in phrases().words or latin_stem(whole) in phrases().latin):
            yield size, replace(_of_stems(whole, stem(whole), _latin(whole)), read_as=whole)


@lru_cache(maxsize=65536)
def _word(written: str) -> _Word:
    folded = fold(written).replace(" ", "")
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
    return _Word(folded, (plain, latin), tuple(begins), plain in tables.stems or latin in tables.latin_stems)


def _chinese_in(run: str, offset: int) -> Iterator[_Found]:
    known, plain = phrases(), simplified(run)
    at = 0
    while at < len(run):
        for size in range(min(known.longest_chinese, len(run) - at), 1, -1):
            phrase = known.chinese.get(plain[at : at + size])
            if phrase is not None:
                named = NamedGoods(phrase.reading, phrase.hs, run[at : at + size])
                yield _Found(named, offset + at, offset + at + size)
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
            yield _Found(NamedGoods("unlisted", None, text[one.start : other.end]), one.start, other.end)
            at += 2
            continue
        yield one if one.named.reading != "parts" else replace(one, named=replace(one.named, reading="vague"))
        at += 1


def _are_civil_parts(one: _Found, other: _Found) -> bool:
    readings = one.named.reading, other.named.reading
    return (readings[0] == "parts" and readings[1] in _CIVIL) or (readings[1] == "parts" and readings[0] in _CIVIL)
