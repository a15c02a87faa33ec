"""Hits and misses by what is measured."""

from __future__ import annotations


class Tally:
    """Counts, and what was missed, for reading."""

    def __init__(self) -> None:
        self._hits: dict[str, int] = {}
        self._of: dict[str, int] = {}
        self.missed: list[str] = []

    def add(self, what: str, hit: bool, told: str) -> None:
        """Count one of a share."""
        self._count(what, int(hit), 1)
        if not hit:
            self.missed.append(f"{what}: {told}")

    def pair(self, what: str, true: bool, found: bool, told: str) -> None:
        """Count one pair of an F1: twice the hits among the true and the found together."""
        self._count(what, 2 * (true and found), true + found)
        if true is not found:
            self.missed.append(f"{what}: {'missed' if true else 'wrong'} {told}")

    def _count(self, what: str, hits: int, of: int) -> None:
        self._hits[what] = self._hits.get(what, 0) + hits
        self._of[what] = self._of.get(what, 0) + of

    def rows(self) -> list[tuple[str, int, int, float]]:
        """What, hits, of how many, share; in the order first counted."""
        return [(what, self._hits[what], of, self._hits[what] / of) for what, of in self._of.items() if of]
