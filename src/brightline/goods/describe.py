"""Goods lines and free texts → goods as an edition sees them: tier, class, everyday goods, services, nothing said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from brightline.goods.codes import is_heading, six_digits
from brightline.goods.concord import current_codes, listed_as
from brightline.goods.stems import latin_stem, simplified, stem
from brightline.goods.words import Phrase, phrases
from brightline.terms import Goods, SeenGoods, Text
from brightline.text.fold import fold, visible

_CJK = "\u3400-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+(?:['’`´][^\W_{_CJK}]+)?")
_SPELLED = re.compile(r"(?<!\w)[^\W\d_](?: [^\W\d_]){3,}(?!\w)")  # b e a r i n g s
_GAP = re.compile(rf"(?<=[{_CJK}])\s+(?=[{_CJK}])")
_SENSITIVE = "goods of a military or sensitive kind: a person must look at them"
_NAMED = ("listed", "unlisted", "undecided", "harmless")


@dataclass(frozen=True, slots=True)
class NamedGoods:
    """A phrase found in a text: what it says of the goods, the code it mostly stands for, the words as printed."""

    reading: str
    hs: str | None
    words: str


def see_goods(
    goods: Sequence[Goods],
    texts: Sequence[Text],
    tiers: Mapping[str, str],
    critical: Mapping[str, str] | None = None,
) -> tuple[SeenGoods, ...]:
    """Look up goods lines and texts in the lists handed in.

    `tiers`: six-digit code → tier of the common high priority list. `critical`: code or heading → class of critical
    items. A code is graded `code`, words `words`. A goods line that says nothing we understand is `vague`; a text
    that names nothing gives no line. Lines come in message order, each (path, code, reading) once.
    """
    lists = Lists(tiers, critical or {})
    lines = [line for one in goods for line in lists.from_line(one)]
    coded = {line.path for line in lines if line.grade == "code"}
    for text in texts:
        lines += [line for line in lists.from_text(text) if line.path not in coded or _outweighs_code(line)]
    return tuple(_once(_settle_generic(lines)))


@dataclass(frozen=True, slots=True)
class Lists:
    """The two lists of an edition, and how a line of goods looks in their light."""

    tiers: Mapping[str, str]
    critical: Mapping[str, str]

    def from_line(self, line: Goods) -> Iterator[SeenGoods]:
        """A goods line: its code, and words that name other, listed goods beside it; without a code its words."""
        named = name_goods(line.words or "")
        code = six_digits(line.hs) if line.hs else None
        if code is not None:
            coded = self._by_code(line, code, named)
            yield coded
            yield from self._against_code(line, coded, named)
            return
        yield from (self._by_words(line.path, one) for one in named)
        if not named and (line.words or line.hs):
            unread = f"the code {line.hs} cannot be read" if line.hs else "the words name no goods we know"
            yield SeenGoods(line.path, None, None, "words", words=line.words or line.hs, reading="vague", note=unread)

    def from_text(self, text: Text) -> Iterator[SeenGoods]:
        """A free text, in every form it can be read in."""
        for value in (text.value, *(form.value for form in text.forms)):
            for one in name_goods(value):
                yield self._by_words(text.path, one)

    def _by_code(self, line: Goods, code: str, named: Sequence[NamedGoods]) -> SeenGoods:
        reading, inside = listed_as(code, line.hs_edition, self.tiers)
        note = _note(code, reading, inside)
        if reading == "undecided" and (chosen := _chosen(code, line.hs_edition, named)):
            reading = "listed" if chosen in self.tiers else "unlisted"
            inside, note = (chosen,) if reading == "listed" else (), f"the words settle HS 2017 {code} as {chosen}"
        if reading == "unlisted" and code.startswith(phrases().sensitive_codes):
            reading, note = "vague", _SENSITIVE
        tier = self.tiers.get(inside[0]) if reading == "listed" else None
        return SeenGoods(
            line.path,
            code,
            tier,
            "code",
            words=line.words,
            critical=self._class(code, line.hs_edition),
            reading=reading,
            note=note,
        )

    def _against_code(self, line: Goods, coded: SeenGoods, named: Sequence[NamedGoods]) -> Iterator[SeenGoods]:
        for one in named:
            if one.reading in ("listed", "sensitive") and coded.reading == "unlisted" and coded.critical is None:
                seen = self._by_words(line.path, one)
                yield SeenGoods(
                    seen.path, seen.hs, seen.tier, "words", words=seen.words, critical=seen.critical,
                    reading=seen.reading, note=f"the words name other goods than the code {coded.hs}",
                )  # fmt: skip

    def _by_words(self, path: str, one: NamedGoods) -> SeenGoods:
        tier = self.tiers.get(one.hs) if one.hs else None
        reading = "unlisted" if one.reading == "listed" and tier is None else one.reading
        if reading == "sensitive":
            return SeenGoods(path, one.hs, None, "words", words=one.words, reading="vague", note=_SENSITIVE)
        return SeenGoods(
            path, one.hs, tier, "words", words=one.words, critical=self._class(one.hs, None) if one.hs else None,
            harmless=reading == "harmless", reading=reading,
        )  # fmt: skip

    def _class(self, code: str, edition: str | None) -> str | None:
        for known in (code, *(() if is_heading(code) else current_codes(code, edition))):
            if found := self.critical.get(known) or self.critical.get(known[:4]):
                return found
        return None


@lru_cache(maxsize=4096)
def name_goods(text: str) -> tuple[NamedGoods, ...]:
    """The goods and purposes a text names, in order; the longest phrase wins and no word counts twice."""
    if not text:
        return ()
    found = [one for one in _phrases_in(_closed_up(text)) if one.reading != "nothing"]
    return tuple(found)


def _closed_up(text: str) -> str:
    """The text as an eye reads it, Chinese and words spelled out letter by letter without blanks inside."""
    return _SPELLED.sub(lambda run: run.group().replace(" ", ""), _GAP.sub("", visible(text)))


def _phrases_in(text: str) -> Iterator[NamedGoods]:
    marks = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
    at = 0
    while at < len(marks):
        if _is_chinese(marks[at][0][0]):
            yield from _chinese_in(marks[at][0])
            at += 1
            continue
        phrase = _phrase_at(marks, at)
        if phrase is None:
            at += 1
            continue
        end = at + len(phrase.stems)
        yield NamedGoods(phrase.reading, phrase.hs, text[marks[at][1] : marks[end - 1][2]])
        at = end


def _phrase_at(marks: Sequence[tuple[str, int, int]], at: int) -> Phrase | None:
    known = phrases()
    plain, latin = _stems(marks[at][0])
    best: Phrase | None = None
    for held, which in ((known.words.get(plain, ()), 0), (known.latin.get(latin, ()), 1)):
        for phrase in held:
            size = len(phrase.stems)
            if best is not None and size <= len(best.stems):
                break
            if at + size <= len(marks) and all(
                _stems(marks[at + k][0])[which] == phrase.stems[k] for k in range(1, size)
            ):
                best = phrase
                break
    return best


@lru_cache(maxsize=65536)
def _stems(word: str) -> tuple[str, str]:
    """The stem of a word, and its stem as Russian in Latin letters (empty where it is not in Latin letters)."""
    plain = fold(word).replace(" ", "")
    return stem(plain), latin_stem(plain) if plain.isascii() else ""


def _chinese_in(run: str) -> Iterator[NamedGoods]:
    known, plain = phrases(), simplified(run)
    at = 0
    while at < len(run):
        for size in range(min(known.longest_chinese, len(run) - at), 1, -1):
            phrase = known.chinese.get(plain[at : at + size])
            if phrase is not None:
                yield NamedGoods(phrase.reading, phrase.hs, run[at : at + size])
                at += size
                break
        else:
            at += 1


def _is_chinese(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff"


def _chosen(code: str, edition: str | None, named: Sequence[NamedGoods]) -> str | None:
    """The one successor of an HS 2017 code that the words name, if they name exactly one."""
    codes = () if is_heading(code) else current_codes(code, edition)
    meant = {one.hs for one in named if one.hs in codes}
    return meant.pop() if len(meant) == 1 else None


def _note(code: str, reading: str, inside: Sequence[str]) -> str:
    if reading == "undecided":
        kind = "the heading" if is_heading(code) else "the HS 2017 code"
        return f"{kind} {code} holds listed and other goods; listed: {', '.join(inside)}"
    if reading == "listed" and code not in inside:
        return f"HS 2017 {code} became {', '.join(inside)} in HS 2022"
    return ""


def _outweighs_code(line: SeenGoods) -> bool:
    """Whether words beside a code must be told as well: they name listed or sensitive goods."""
    return line.reading == "listed" or line.note == _SENSITIVE


def _settle_generic(lines: Sequence[SeenGoods]) -> list[SeenGoods]:
    """Generic words ("goods") count as vague only where no goods are named beside them."""
    kept = [line for line in lines if line.reading != "generic"]
    if any(line.reading in (*_NAMED, "vague") for line in kept):
        return kept
    generic = next((line for line in lines if line.reading == "generic"), None)
    if generic is None:
        return kept
    told = "the words say that goods are paid for, and not which"
    return [*kept, SeenGoods(generic.path, None, None, "words", words=generic.words, reading="vague", note=told)]


def _once(lines: Sequence[SeenGoods]) -> Iterator[SeenGoods]:
    seen: set[tuple[str, str | None, str, str]] = set()
    for line in lines:
        key = (line.path, line.hs, line.reading, "" if line.hs else line.words or "")
        if key not in seen:
            seen.add(key)
            yield line
