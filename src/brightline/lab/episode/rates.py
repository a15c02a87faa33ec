"""What the real engine answers for each kind of payment under each way of screening: measured, never assumed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

PHASES = ("before-widening", "after-widening")
ENERGY, LICENSED, UNLICENSED = "energy", "energy-listed-bank", "energy-listed-bank-unlicensed"


@dataclass(frozen=True, slots=True)
class Answer:
    """Of payments of one kind under one way: shares released, reviewed and stopped, and how many were asked.

    `released_signed`: released although the message or its papers show a sign of a link.
    """

    released: float
    reviewed: float
    stopped: float
    released_signed: float
    asked: int


@dataclass(frozen=True, slots=True)
class Rates:
    """(way, phase of the law, kind of payment) → the engine's answers. `edition`: which lists, law and engine.

    `signed`: kind → share that shows a sign of a link in message or papers.
    """

    edition: str
    answers: Mapping[tuple[str, str, str], Answer]
    signed: Mapping[str, float]

    def of(self, way: str, phase: int, kind: str) -> Answer:
        """The answers for a kind of payment under a way."""
        return self.answers[way, PHASES[phase], kind]

    @property
    def ways(self) -> tuple[str, ...]:
        """The ways that were measured."""
        return tuple(dict.fromkeys(way for way, _, _ in self.answers))


def rate(outcomes: Sequence[str], signed: Sequence[bool]) -> Answer:
    """Shares over the answers for some payments of one kind (release, review, stop)."""
    count = len(outcomes)
    shares = [sum(one == outcome for one in outcomes) / count for outcome in ("release", "review", "stop")]
    leaked = sum(one == "release" and seen for one, seen in zip(outcomes, signed, strict=True)) / count
    released, reviewed, stopped, signed_too = (round(one, 6) for one in (*shares, leaked))
    return Answer(released, reviewed, stopped, signed_too, count)
