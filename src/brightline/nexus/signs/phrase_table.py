"""Phrases in English, Russian (also in Latin letters) and Chinese, looked up in a text word by word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import NamedTuple

import yaml

from brightline.errors import LawError
from brightline.goods.stems import in_latin, latin_stem, simplified, stem
from brightline.text.fold import fold, tokens

_LANGUAGES = ("en", "ru", "zh")
_SHORTEST_LATIN = 6  # letters of a Russian phrase in Latin letters: shorter ones look like English
_Held = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]  # first stem → (stems, kind), longest first


class Found(NamedTuple):
    """A phrase found in a text: its kind, and the words as folded."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class PhraseTable:
    """Phrases by kind. The longest phrase that begins at a word wins, and no word counts twice."""

    plain: _Held
    latin: _Held
    chinese: Mapping[str, str]
    longest_chinese: int

    def find(self, text: str) -> tuple[Found, ...]:
        """Every phrase of the table in a text, each kind and wording once; the kind `nothing` is left out."""
        words = tokens(text)
        found = [*self._spaced(words), *self._han(words)]
        return tuple(dict.fromkeys(one for one in found if one.kind != "nothing"))

    def _spaced(self, words: tuple[str, ...]) -> Iterator[Found]:
        stems = [(stem(word), latin_stem(word) if word.isascii() else "") for word in words]
        at = 0
        while at < len(words):
            best = max((self._at(stems, at, which) for which in (0, 1)), key=lambda one: one[0])
            if best[0]:
                yield Found(best[1], " ".join(words[at : at + best[0]]))
            at += best[0] or 1

    def _at(self, stems: list[tuple[str, str]], at: int, which: int) -> tuple[int, str]:
        """How many words the longest phrase at a place takes, and its kind; (0, "") where there is none."""
        held = (self.plain, self.latin)[which]
        for phrase, kind in held.get(stems[at][which], ()):
            if phrase == tuple(one[which] for one in stems[at : at + len(phrase)]):
                return len(phrase), kind
        return 0, ""

    def _han(self, words: tuple[str, ...]) -> Iterator[Found]:
        run = "".join(word for word in words if not word.isascii())
        plain = simplified(run)
        at = 0
        while at < len(plain):
            sizes = range(min(self.longest_chinese, len(plain) - at), 1, -1)
            size = next((size for size in sizes if plain[at : at + size] in self.chinese), 0)
            if size:
                yield Found(self.chinese[plain[at : at + size]], run[at : at + size])
            at += size or 1


def read_phrases(name: str) -> PhraseTable:
    """A table beside this file: kind → language → phrases. Raises LawError for what is not understood."""
    where = f"nexus/signs/{name}"
    said = yaml.safe_load(files("brightline.nexus.signs").joinpath(name).read_text(encoding="utf-8"))
    plain: dict[str, dict[tuple[str, ...], str]] = {}
    latin: dict[str, dict[tuple[str, ...], str]] = {}
    chinese: dict[str, str] = {}
    for kind, rows in said.items():
        if unknown := sorted(set(rows) - set(_LANGUAGES)):
            raise LawError(f"{where}, {kind}", f"the unknown key {unknown[0]!r}", "only en, ru, zh")
        for written in rows.get("zh", ()):
            chinese[simplified(fold(written))] = kind
        for language, written in ((one, each) for one in ("en", "ru") for each in rows.get(one, ())):
            _add(plain, tuple(stem(word) for word in tokens(written)), kind)
            if language == "ru" and len(written) >= _SHORTEST_LATIN:
                _add(latin, tuple(latin_stem(in_latin(word)) for word in tokens(written)), kind)
    return PhraseTable(_longest_first(plain), _longest_first(latin), chinese, max(map(len, chinese), default=0))


def _add(held: dict[str, dict[tuple[str, ...], str]], stems: tuple[str, ...], kind: str) -> None:
    held.setdefault(stems[0], {}).setdefault(stems, kind)


def _longest_first(held: Mapping[str, Mapping[tuple[str, ...], str]]) -> _Held:
    return {first: tuple(sorted(rows.items(), key=lambda row: -len(row[0]))) for first, rows in held.items()}
