"""The tables of words for goods, made ready for quick look-up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from brightline.errors import LawError
from brightline.goods.stems import in_latin, latin_stem, simplified, stem
from brightline.text.fold import tokens

READINGS = {
    "priority": "listed",
    "critical": "listed",
    "brands": "listed",
    "sensitive": "sensitive",
    "unlisted": "unlisted",
    "clothing": "harmless",
    "food": "harmless",
    "household": "harmless",
    "health": "harmless",
    "leisure": "harmless",
    "services": "service",
    "parts": "parts",
    "vague": "vague",
    "wide": "wide",
    "carriage": "carriage",
    "generic": "generic",
    "nothing": "nothing",
    "everyday/food_and_farm": "harmless",
    "everyday/chemicals_and_plastics": "harmless",
    "everyday/paper_wood_textiles": "harmless",
    "everyday/stone_and_metals": "harmless",
    "everyday/machines": "harmless",
    "everyday/electrical_vehicles_health": "harmless",
    "everyday/home_and_leisure": "harmless",
    "named/food_and_farm": "unlisted",
    "named/chemicals_and_plastics": "unlisted",
    "named/paper_wood_textiles": "unlisted",
    "named/stone_and_metals": "unlisted",
    "named/machines": "unlisted",
    "named/electrical_vehicles_health": "unlisted",
    "named/home_and_leisure": "unlisted",
}
_GRAVE = ("priority", "critical", "sensitive")
_CIVIL = ("harmless", "unlisted", "service", "nothing")
# The plainest loader, in C where libyaml is there: every value is a text, and the tables are long.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_LANGUAGES = ("en", "ru", "zh")
_SHORTEST_TURNED = 4  # letters of a word that may change places with its neighbour
_SHORTEST_LATIN = 5  # letters of a Russian phrase in Latin letters: shorter ones look like English


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of a table: its words as stems, what it says of the goods, and the code it mostly stands for."""

    stems: tuple[str, ...]
    reading: str
    hs: str | None


@dataclass(frozen=True, slots=True)
class Phrases:
    """All phrases by their first stem, longest first; Chinese ones whole; codes and headings of sensitive goods.

    `stems`, `latin_stems`: every stem of any place in a phrase; `grave`, `grave_latin`: those of listed and sensitive
    goods alone, brands aside; `civil`: those, plain and as Russian in Latin letters, that only tables of civil goods
    and services know.
    """

    words: Mapping[str, tuple[Phrase, ...]]
    latin: Mapping[str, tuple[Phrase, ...]]
    chinese: Mapping[str, Phrase]
    longest_chinese: int
    sensitive_codes: tuple[str, ...]
    stems: frozenset[str]
    latin_stems: frozenset[str]
    grave: frozenset[str]
    grave_latin: frozenset[str]
    civil: frozenset[str]


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """The shipped tables. Raises LawError where a table says something we do not understand."""
    words: dict[str, dict[tuple[str, ...], Phrase]] = {}
    latin: dict[str, dict[tuple[str, ...], Phrase]] = {}
    chinese: dict[str, Phrase] = {}
    grave: tuple[set[str], set[str]] = (set(), set())
    civil: tuple[set[str], set[str]] = (set(), set())
    codes: dict[str, None] = {}
    for table, language, written, reading, hs in rows():
        if reading == "sensitive" and hs:
            codes[hs] = None
        if language == "zh":
            plain = simplified(written)
            chinese.setdefault(plain, Phrase((plain,), reading, hs))
            continue
        for parts in _orders(tokens(written), language):
            found = [(words, 0, tuple(stem(part) for part in parts))]
            if language == "ru" and sum(len(part) for part in parts) >= _SHORTEST_LATIN:
                found.append((latin, 1, tuple(latin_stem(in_latin(part)) for part in parts)))
            for held, which, stems in found:
                _add(held, Phrase(stems, reading, hs))
                grave[which].update(stems if table in _GRAVE else ())
                if not _by_chapter(table):
                    civil[reading not in _CIVIL].update(stems)
    return Phrases(
        _longest_first(words), _longest_first(latin), chinese, max(map(len, chinese)), tuple(codes),
        _all_stems(words), _all_stems(latin), frozenset(grave[0]), frozenset(grave[1]),
        frozenset(civil[0] - civil[1]),
    )  # fmt: skip


def _by_chapter(table: str) -> bool:
    """Whether a table goes through a chapter of the tariff.

    Single words out of its phrases ("line" of "fishing line") explain no part of a list of goods.
    """
    return "/" in table


def _orders(parts: tuple[str, ...], language: str) -> tuple[tuple[str, ...], ...]:
    """The words as they stand, and two Russian words turned round: customs descriptions put the noun first."""
    turned = language == "ru" and len(parts) == 2 and min(map(len, parts)) >= _SHORTEST_TURNED
    return (parts, parts[::-1]) if turned else (parts,)


def _add(found: dict[str, dict[tuple[str, ...], Phrase]], phrase: Phrase) -> None:
    found.setdefault(phrase.stems[0], {}).setdefault(phrase.stems, phrase)  # the first table to name a phrase keeps it


def _longest_first(found: Mapping[str, Mapping[tuple[str, ...], Phrase]]) -> dict[str, tuple[Phrase, ...]]:
    return {first: tuple(sorted(held.values(), key=lambda phrase: -len(phrase.stems))) for first, held in found.items()}


def _all_stems(found: Mapping[str, Mapping[tuple[str, ...], Phrase]]) -> frozenset[str]:
    return frozenset(part for held in found.values() for stems in held for part in stems)


def rows() -> Iterator[tuple[str, str, str, str, str | None]]:
    """Every phrase as written: its table, its language, itself, what it says of the goods, and its code."""
    for table, reading in READINGS.items():
        where = f"goods/words/{table}.yaml"
        text = files("brightline.goods").joinpath(f"words/{table}.yaml").read_text(encoding="utf-8")
        for number, row in enumerate(yaml.load(text, Loader=_LOADER), start=1):
            if unknown := sorted(set(row) - {"hs", *_LANGUAGES}):
                raise LawError(f"{where}, entry {number}", f"the unknown key {unknown[0]!r}", "only hs, en, ru, zh")
            for language in _LANGUAGES:
                for written in row.get(language, ()):
                    yield table, language, written, reading, row.get("hs")
