"""Goods lines and free texts → goods as an edition sees them: tier, class, everyday goods, services, nothing said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from brightline.goods.codes import is_heading, six_digits
from brightline.goods.concord import current_codes, listed_as
from brightline.goods.named import NamedGoods, name_goods
from brightline.goods.words import phrases
from brightline.terms import Goods, SeenGoods, Text

_SENSITIVE = "goods of a military or sensitive kind: a person must look at them"
_OTHER_GOODS = "name other goods than the code"  # the rules on contradictions look for these words
_CIVIL = ("harmless", "unlisted")
_BESIDE = ("rest", "open")  # readings of what stands in a list beside goods, and is not understood
_NAMED = frozenset(("listed", "unlisted", "undecided", "harmless", "vague", "wide"))
_OF_MACHINES = tuple(str(chapter) for chapter in range(82, 97))  # chapters whose goods people call equipment or devices
CARRIAGE = "a service on a cargo that is not named"
GENERIC = "the words say that goods are paid for, and not which"
_UNSETTLED = {
    "generic": GENERIC,
    "rest": "a part of the list that names no goods we know",
    "open": "the list goes on with goods that it does not name",
    "carriage": CARRIAGE,
    "wide": "",
}


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
    return tuple(_once(list(_settle(lines))))


@dataclass(frozen=True, slots=True)
class Lists:
    """The two lists of an edition, and how a line of goods looks in their light."""

    tiers: Mapping[str, str]
    critical: Mapping[str, str]

    def from_line(self, line: Goods) -> Iterator[SeenGoods]:
        """A goods line: its code, and words that name other, listed goods beside it; without a code its words."""
        every = name_goods(line.words or "")
        named = [one for one in every if one.reading not in _BESIDE]
        code = six_digits(line.hs) if line.hs else None
        if code is not None:
            coded = self._by_code(line, code, named)
            yield coded
            yield from self._against_code(line, coded, named)
            return
        yield from (self._by_words(line.path, one) for one in every)
        if not named and (line.words or line.hs):
            unread = f"the code {line.hs} cannot be read" if line.hs else "the words name no goods we know"
            yield SeenGoods(line.path, None, None, "words", words=line.words or line.hs, reading="vague", note=unread)

    def from_text(self, text: Text) -> Iterator[SeenGoods]:
        """A free text, in every form it can be read in; what is not understood beside goods as it is written."""
        for value in (text.value, *(form.value for form in text.forms)):
            for one in name_goods(value):
                if one.reading not in _BESIDE or value == text.value:
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
        if reading == "listed" and named and all(one.reading in _CIVIL for one in named):
            note = _and(note, f"the words {_OTHER_GOODS} {code}")
        critical = self._class(code, line.hs_edition)
        return SeenGoods(line.path, code, tier, "code", line.words, critical, reading=reading, note=note)

    def _against_code(self, line: Goods, coded: SeenGoods, named: Sequence[NamedGoods]) -> Iterator[SeenGoods]:
        """The listed or sensitive goods that words name beside a code of others."""
        for one in named if coded.reading == "unlisted" and coded.critical is None else ():
            if one.reading in ("listed", "sensitive"):
                seen = self._by_words(line.path, one)
                yield replace(seen, note=_and(seen.note, f"the words {_OTHER_GOODS} {coded.hs}"))

    def _by_words(self, path: str, one: NamedGoods) -> SeenGoods:
        tier = self.tiers.get(one.hs) if one.hs else None
        reading = "unlisted" if one.reading == "listed" and tier is None else one.reading
        note = f"read as {one.read_as!r}" if one.read_as else ""
        if reading == "sensitive":
            return SeenGoods(path, one.hs, None, "words", one.words, reading="vague", note=_and(_SENSITIVE, note))
        critical = self._class(one.hs, None) if one.hs else None
        return SeenGoods(path, one.hs, tier, "words", one.words, critical, reading == "harmless", reading, note)

    def _class(self, code: str, edition: str | None) -> str | None:
        for known in (code, *(() if is_heading(code) else current_codes(code, edition))):
            if found := self.critical.get(known) or self.critical.get(known[:4]):
                return found
        return None


def _chosen(code: str, edition: str | None, named: Sequence[NamedGoods]) -> str | None:
    """The one successor of an HS 2017 code that the words name, if they name exactly one."""
    codes = () if is_heading(code) else current_codes(code, edition)
    meant = {one.hs for one in named if one.hs in codes}
    return meant.pop() if len(meant) == 1 else None


def _note(code: str, reading: str, inside: Sequence[str]) -> str:
    if reading == "undecided":
        kind = "the heading" if is_heading(code) else "the HS 2017 code"
        return f"{kind} {code} holds listed and other goods"
    if reading == "listed" and code not in inside:
        return f"HS 2017 {code} became {', '.join(inside)} in HS 2022"
    return ""


def _outweighs_code(line: SeenGoods) -> bool:
    """Whether words beside a code must be told as well: they name listed or sensitive goods."""
    return line.reading == "listed" or line.note.startswith(_SENSITIVE)


def _and(note: str, more: str) -> str:
    return f"{note}; {more}" if note and more else note or more


def _settle(lines: Sequence[SeenGoods]) -> Iterator[SeenGoods]:
    """What words leave to what stands beside them, settled: as nothing more, as a service, or as vague.

    Generic words ("goods") say nothing beside named goods, an unknown part of a list nothing beside a code, a wide noun
    ("equipment") nothing beside a clear code of machines. Carriage is a service where civil goods alone are named.
    """
    settled = _settled(lines)
    told = False
    for line in lines:
        if line.reading == "generic":
            if not told and "generic" not in settled:
                told = True
                yield _vague(line, _UNSETTLED["generic"])
        elif line.reading == "carriage":
            yield replace(line, reading="service") if "carriage" in settled else _vague(line, _UNSETTLED["carriage"])
        elif line.reading not in _UNSETTLED:
            yield line
        elif line.reading not in settled:
            yield _vague(line, _UNSETTLED[line.reading])


def _settled(lines: Sequence[SeenGoods]) -> set[str]:
    """The readings that what stands beside settles."""
    codes = [line for line in lines if line.grade == "code"]
    clear = codes and all(line.reading == "unlisted" and not line.critical for line in codes)
    named = [line for line in lines if line.reading in _NAMED or line.reading in _BESIDE]
    civil = named and all(line.reading in _CIVIL and not line.critical for line in named)
    settled = {"generic": named, "rest": codes, "carriage": civil}
    settled["wide"] = clear and all((line.hs or "").startswith(_OF_MACHINES) for line in codes)
    return {reading for reading, by in settled.items() if by}


def _vague(line: SeenGoods, note: str) -> SeenGoods:
    return replace(line, hs=None, harmless=False, reading="vague", note=_and(note, line.note))


def _once(lines: Sequence[SeenGoods]) -> Iterator[SeenGoods]:
    seen: set[tuple[str, str | None, str, str]] = set()
    for line in lines:
        key = (line.path, line.hs, line.reading, "" if line.hs else line.words or "")
        if key not in seen:
            seen.add(key)
            yield line
