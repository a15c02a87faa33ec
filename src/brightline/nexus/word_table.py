"""How a text is looked up in a table of words that hint at something, word by word (see `make_word_table`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from brightline.goods.stems import simplified
from brightline.nexus.words_of import Word, Words, words_of

NOTHING = "nothing"  # the kind of phrases that only look like a hit
STEM, LATIN, SPELLED = "stem", "latin", "spelled"  # the forms of a word
IS, BEGINS, ENDS = "is", "begins", "ends"  # how a word is compared with the one written
_LONGEST = 3  # words of a beginning that is something else
_MOST_HELD = 65536  # words whose phrases a table remembers


class Hit(NamedTuple):
    """Words of a table found in a text: their kind, the place of the first word, the words as folded."""

    kind: str
    at: int
    words: str


class Phrase(NamedTuple):
    """Words as a table writes them, in one form of words, each with how it is compared; and what they are not."""

    kind: str
    form: str
    parts: tuple[tuple[str, str], ...]
    unless: tuple[str, ...] = ()

    def begins_with(self, word: Word) -> bool:
        """Whether its first word fits."""
        return _fits(getattr(word, self.form), *self.parts[0])

    def stands(self, words: Sequence[Word], at: int) -> bool:
        """Whether the phrase, whose first word fits already, stands at a place."""
        if len(self.parts) > 1 and not self._goes_on(words, at):
            return False
        return not self.unless or not " ".join(one.spelled for one in words[at : at + _LONGEST]).startswith(self.unless)

    def _goes_on(self, words: Sequence[Word], at: int) -> bool:
        if len(words) < at + len(self.parts):
            return False
        rest = zip(words[at + 1 : at + len(self.parts)], self.parts[1:], strict=True)
        return all(_fits(getattr(word, self.form), *part) for word, part in rest)


@dataclass(frozen=True, slots=True)
class WordTable:
    """Phrases by a key of their first word; Chinese as patterns, with the kind of each word they find."""

    longest_wins: bool
    phrases: dict[str, tuple[Phrase, ...]]
    chinese: tuple[tuple[re.Pattern[str], Mapping[str, str]], ...]
    _held: dict[str, tuple[Phrase, ...]] = field(init=False, default_factory=dict, repr=False, compare=False)

    def find(self, text: str) -> tuple[Hit, ...]:
        """Every hit in a text, in the order of its words."""
        read = words_of(text)
        found: list[Hit] = []
        free = 0  # the first word that no phrase took
        for at, word in enumerate(read.words):
            phrases = self._held.get(word.folded)
            if phrases is None:
                phrases = self._beginning(word)
            for phrase in phrases:
                if at < free or not phrase.stands(read.words, at):
                    continue
                size = len(phrase.parts)
                free = at + size if self.longest_wins else free
                if phrase.kind != NOTHING:
                    found.append(Hit(phrase.kind, at, " ".join([one.folded for one in read.words[at : at + size]])))
        if read.chinese:
            found = sorted((*found, *self._han(read)), key=lambda hit: hit.at)
        return tuple(found)

    def _beginning(self, word: Word) -> tuple[Phrase, ...]:
        """The phrases whose first word fits, in the order in which they are tried; remembered."""
        found: list[Phrase] = []
        if not self.phrases.keys().isdisjoint(word.keys):
            found = [one for key in word.keys for one in self.phrases.get(key, ()) if one.begins_with(word)]
        if self.longest_wins:
            found.sort(key=lambda phrase: -len(phrase.parts))
        if len(self._held) >= _MOST_HELD:
            self._held.clear()
        self._held[word.folded] = tuple(found)
        return self._held[word.folded]

    def _han(self, read: Words) -> Iterator[Hit]:
        plain = simplified(read.chinese)
        for pattern, kinds in self.chinese:
            for match in pattern.finditer(plain):
                if (kind := kinds[match.group()]) != NOTHING:
                    yield Hit(kind, read.places[match.start()], read.chinese[match.start() : match.end()])


def _fits(word: str, written: str, how: str) -> bool:
    if how == IS:
        return word == written
    if how == BEGINS:
        return word.startswith(written)
    return len(word) > len(written) and word.endswith(written)
