"""How long and how often we try, and how much we take: the bounds of one download."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds, tries and bytes. `silence`: until the next byte; `whole`: for one file, all tries together."""

    connect: float = 15.0
    silence: float = 30.0
    whole: float = 1800.0
    tries: int = 5
    first_wait: float = 1.0
    longest_wait: float = 60.0
    redirects: int = 5
    most_bytes: int = 512 * 2**20

    def wait(self, tried: int, asked: float | None = None) -> float:
        """Seconds to wait after so many failed tries: doubled each time, or as the server asks, within the limit."""
        wait = self.first_wait * 2 ** (tried - 1) if asked is None else asked
        return min(max(wait, 0.0), self.longest_wait)


PATIENCE = Patience()
