"""Keys of API seen a moment ago, so that not every message of a busy sender asks the store who sends it."""

from __future__ import annotations

import threading
import time

from brightline.cases.actors import Actor
from brightline.cases.secret_texts import kept

SECONDS = 5.0  # how long a key is remembered
MOST = 1000  # keys remembered at one time


class KeysSeen:
    """Who acts with a key, as it was a moment ago. Safe to use from any thread.

    What is said here lets a message in to be screened and no more: before anything is stored or answered the key is
    looked at again (`intake.keep`, `intake.earlier_answer`), in the same transaction.
    """

    def __init__(self) -> None:
        self._seen: dict[str, tuple[Actor, float]] = {}
        self._turn = threading.Lock()

    def get(self, secret: str) -> Actor | None:
        """The actor of a key seen within SECONDS, else None."""
        actor, until = self._seen.get(kept(secret), (None, 0.0))
        return actor if time.monotonic() < until else None

    def add(self, secret: str, actor: Actor) -> None:
        """Remember a key that was just found live."""
        with self._turn:
            if len(self._seen) >= MOST:
                self._seen.clear()
            self._seen[kept(secret)] = (actor, time.monotonic() + SECONDS)
