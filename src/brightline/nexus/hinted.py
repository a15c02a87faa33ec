"""Patterns that are tried only where a hint of them stands in a text: everywhere they would cost many times as much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hinted:
    """A pattern, and words of which one stands (case aside) in every text where the pattern is found."""

    pattern: re.Pattern[str]
    hints: tuple[str, ...]

    def search(self, text: str) -> re.Match[str] | None:
        """As the pattern's own search."""
        return self.pattern.search(text) if self._may_stand_in(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As the pattern's own finditer."""
        return self.pattern.finditer(text) if self._may_stand_in(text) else iter(())

    def _may_stand_in(self, text: str) -> bool:
        folded = text.casefold()
        return True in [hint in folded for hint in self.hints]  # a generator would cost more than the look


def hinted(pattern: str, *hints: str) -> Hinted:
    """A pattern that takes no notice of case, and its hints in lower case."""
    return Hinted(re.compile(pattern, re.IGNORECASE), hints)
