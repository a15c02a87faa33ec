"""What a list of goods holds beside the goods that are known: parts that no table understands, and ends left open.

A list is what stands between two full stops and names civil goods. Its parts stand between commas, slashes, "and" and
the like; a part is understood if anything in it is: goods, a modifier of goods, a place, a word of the paperwork.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from brightline.goods.stems import in_latin, latin_stem, simplified, stem
from brightline.goods.words import phrases
from brightline.text.countries import countries_in
from brightline.text.fold import fold, tokens

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_SENTENCE = re.compile(r"[.!?](?=\s|\Z)|[。！？]")
_BETWEEN = re.compile(
    rf"[,;/+&|:()，；、：（）]|\s[-\u2013\u2014]\s|(?<!\w)(?:and|plus|as\swell\sas|и|а\sтакже|плюс|i)(?!\w)"
    rf"|(?<=[{_HAN}])(?:以及|和|及|与)(?=[{_HAN}])",
    re.IGNORECASE,
)
_WORD = re.compile(rf"[^\W\d_{_HAN}]+(?:\.[^\W\d_{_HAN}](?!\w))?")
_RUN = re.compile(rf"[{_HAN}]+")
_WITH_DIGIT = re.compile(r"\w*\d\w*(?:[-.]\w+)*")
_SHORTEST = 3  # letters of a word that may name goods
_MOST_WORDS = 5  # of a part that names goods; a longer one is a sentence
_MOST_HAN = 8
_ADJECTIVE = re.compile(r"(?:ый|ая|ое|ые|ых|ого|ой|кий|кие|ких|ший|шие|щий|щие|ний|няя|ние)\Z")
_NOUN = re.compile(r"(?:ание|ение|яние|ение)\Z")
_LIKE = "等"  # "and the like" in Chinese, unless a word begins with it
_NOT_LIKE = "级待于候高中离份"

Span = tuple[int, int, str]  # start and end of known goods in a text, and their reading


@dataclass(frozen=True, slots=True)
class _Table:
    no_items: frozenset[str]
    no_items_zh: tuple[str, ...]
    always: frozenset[str]
    alone: frozenset[str]
    before: frozenset[str]
    open_zh: tuple[str, ...]
    not_open: frozenset[str]


def leftovers(text: str, known: Sequence[Span]) -> Iterator[tuple[str, str]]:
    """Parts of lists of civil goods that are not understood, as (`rest`, words), and open ends, as (`open`, words)."""
    if not any(reading in ("harmless", "unlisted") for _, _, reading in known):
        return
    for start, end in _pieces(_SENTENCE, text, 0, len(text), known):
        inside = [span for span in known if start <= span[0] < end]
        if any(reading in ("harmless", "unlisted") for _, _, reading in inside):
            for part in _pieces(_BETWEEN, text, start, end, known):
                yield from _of_part(text, *part, [span for span in inside if part[0] <= span[0] < part[1]])


def _pieces(
    marks: re.Pattern[str], text: str, start: int, end: int, known: Sequence[Span]
) -> Iterator[tuple[int, int]]:
    """The pieces of a stretch of text between marks; a mark inside known goods parts nothing."""
    for mark in marks.finditer(text, start, end):
        if not any(first < mark.end() and mark.start() < last for first, last, _ in known):
            yield start, mark.start()
            start = mark.end()
    yield start, end


def _of_part(text: str, start: int, end: int, known: Sequence[Span]) -> Iterator[tuple[str, str]]:
    part = text[start:end].strip()
    named = [first - start for first, _, reading in known if reading != "generic"]
    if _is_open(text[start:end], named):
        yield "open", part
    elif not known and part and _is_unread(part):
        yield "rest", part


def _is_open(part: str, named: Sequence[int]) -> bool:
    """Whether a part ends its list with "and others"; `named`: where it names goods."""
    table = _table()
    words = [fold(match.group()).replace(" ", "") for match in _WORD.finditer(part)]
    for at, word in enumerate(words):
        if word in table.always or (word in table.alone and len(words) == 1):
            return True
        if word in table.before and not named and not table.not_open.intersection(words[at + 1 : at + 2]):
            return True
    return _is_open_han(part, named)


def _is_open_han(part: str, named: Sequence[int]) -> bool:
    found = ((part.find(mark), mark) for mark in _table().open_zh)
    ends = [(at + len(mark), mark) for at, mark in found if at >= 0]
    return any(
        (mark != _LIKE or part[after : after + 1] not in tuple(_NOT_LIKE))
        and not any(place >= after for place in named)
        for after, mark in ends
    )


def _is_unread(part: str) -> bool:
    """Whether a part may name goods and holds nothing that tells what it is."""
    if any(_RUN.finditer(part)):
        return _is_unread_han(part)
    written = [fold(match.group()).replace(" ", "") for match in _WORD.finditer(_WITH_DIGIT.sub(" ", part))]
    words = [word for word in written if len(word) >= _SHORTEST]
    if not words or len(words) > _MOST_WORDS or any(map(_tells, written)):
        return False
    return not all(map(_is_adjective, words)) and not countries_in(part)


def _is_unread_han(part: str) -> bool:
    runs = "".join(match.group() for match in _RUN.finditer(part))
    plain = simplified(runs)
    if not 2 <= len(plain) <= _MOST_HAN or any(word in plain for word in _table().no_items_zh):
        return False
    return not countries_in(part)


@lru_cache(maxsize=16384)
def _tells(word: str) -> bool:
    """Whether a folded word is one of the paperwork, a modifier, or a word of the tables for civil goods."""
    forms = {word, stem(word), latin_stem(word) if word.isascii() else ""}
    return bool(forms & _table().no_items) or bool(forms & phrases().civil)


def _is_adjective(word: str) -> bool:
    return bool(_ADJECTIVE.search(word)) and not _NOUN.search(word)


@lru_cache(maxsize=1)
def _table() -> _Table:
    text = files("brightline.goods").joinpath("no_items.yaml").read_text(encoding="utf-8")
    said = yaml.load(text, Loader=yaml.BaseLoader)  # every value is a text, "no" as well
    groups: tuple[Mapping[str, Sequence[str]], ...] = (said["paper"], said["modifiers"])
    words = [one for group in groups for language in ("en", "ru") for word in group[language] for one in tokens(word)]
    ends = said["open"]
    return _Table(
        frozenset(form for word in words for form in _forms(word)),
        tuple(simplified(word) for group in groups for word in group["zh"]),
        frozenset(_joined(ends["always"])), frozenset(_joined(ends["alone"])), frozenset(_joined(ends["before"])),
        tuple(ends["zh"]), frozenset(_joined(said["not_open"])),
    )  # fmt: skip


def _forms(word: str) -> Iterator[str]:
    yield from (word, stem(word))
    if not word.isascii():
        yield latin_stem(in_latin(word))


def _joined(words: Sequence[str]) -> Iterator[str]:
    return (fold(word).replace(" ", "") for word in words)
