"""What every door does, whatever stands behind it: hand in messages, take answers, set aside what nobody can read.

A door knows nothing of payments. `taking.py` decides what a door hands in; a door for Kafka or IBM MQ fills these five
calls and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as a door hands it in.

    `name`: what people call it, printable; it becomes the source of its payments. `key`: equal for a message that is
    handed in again, so that it is decided once. `fault`: why it cannot be taken at all; then `body` says nothing.
    `mark`: the door's own.
    """

    name: str
    body: bytes
    key: str
    fault: str = ""
    mark: object = field(default=None, compare=False)


class Door(Protocol):
    """Messages come in at least once. Calls come from one thread. Each may raise DoorAway: it is tried again later."""

    @property
    def name(self) -> str:
        """Its name in the settings: messages are posted as `door:NAME`."""

    def receive(self, most: int, seconds: float) -> Sequence[Letter]:
        """The letters that wait, at most so many; waits so many seconds at most for a first. Reconnects by itself."""

    def answer(self, letter: Letter, lines: Sequence[bytes]) -> None:
        """Its decisions, one JSON line each, are on disk: hand them out, then see that it does not come again."""

    def set_aside(self, letter: Letter, why: str, cases: Sequence[str]) -> None:
        """It cannot be read or taken: lay it where a person finds it, with the reason and the cases it opened."""

    def give_back(self, letter: Letter) -> None:
        """It was not decided, and not by its fault: it is to come again."""

    def close(self) -> None:
        """Give everything back. Raises nothing."""
