"""Words of entries → the entries that hold them: what a plain text search looks through."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from functools import reduce

from brightline.screen.edition import OpenList
from brightline.terms import ListedEntity
from brightline.text.fold import fold, tokens


class WordIndex:
    """The words of one open list. Made once for a list; safe to share between threads, for it never changes."""

    def __init__(self, one: OpenList) -> None:
        self._holding: dict[str, array[int]] = {}
        self._names = [frozenset(fold(name.value) for name in entity.names) for entity in one.entities]
        for place, entity in enumerate(one.entities):
            for word in {word for text in _texts(entity) for word in tokens(text)}:
                self._holding.setdefault(word, array("l")).append(place)

    def __len__(self) -> int:
        return len(self._names)

    def holding(self, text: str) -> list[int]:
        """The places of entries that hold every word of a text, those named exactly so first; all for an empty text."""
        words = sorted(set(tokens(text)))
        if not words:
            return list(range(len(self))) if not text.strip() else []
        found = reduce(set.intersection, (set(self._holding.get(word, ())) for word in words))
        whole = fold(text)
        return sorted(found, key=lambda place: (whole not in self._names[place], place))


def _texts(entity: ListedEntity) -> Iterable[str]:
    yield from (name.value for name in entity.names)
    yield from (number.value for number in entity.identifiers)
    yield from entity.addresses
    yield from entity.titles
    yield from entity.programs
