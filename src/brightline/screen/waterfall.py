"""The arithmetic of the explanation: bars that each begin where the last ended, and end at the weight.

Weights are whole thousandths of a nat (natural-log units of evidence), so that sums are exact. A decimal or bit shown
to a reader is made from them at the last moment and decides nothing. After Splink's waterfall chart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Bar:
    """One step of a comparison: it carries the weight from `start` to `end` (thousandths of a nat)."""

    name: str
    weight: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Span:
    """Where a bar is drawn: left edge and width in thousandths of the whole axis."""

    left: int
    width: int


def bars(steps: Sequence[tuple[str, int]]) -> tuple[Bar, ...]:
    """One bar a step, the starting point first; the last one ends at the sum of all. No steps, no bars."""
    ends = accumulate(weight for _, weight in steps)
    return tuple(Bar(name, weight, end - weight, end) for (name, weight), end in zip(steps, ends, strict=True))


def axis(drawn: Sequence[Bar]) -> tuple[int, int]:
    """The least and the greatest weight that the bars reach, nought among them."""
    reached = [0, *(bar.start for bar in drawn), *(bar.end for bar in drawn)]
    return min(reached), max(reached)


def spans(drawn: Sequence[Bar]) -> tuple[Span, ...]:
    """Where each bar lies on the axis, in thousandths of it; a bar that moves at all is at least five wide."""
    return tuple(_span(bar, *axis(drawn)) for bar in drawn)


def zero_at(drawn: Sequence[Bar]) -> int:
    """Where nought lies on the axis, in thousandths of it."""
    least, greatest = axis(drawn)
    return _place(0, least, greatest)


def in_nats(weight: int) -> str:
    """A weight as people read it: signed, in nats, with one decimal (`+5.5`); nought is `0.0`."""
    tenths = (abs(weight) + 50) // 100
    sign = "" if tenths == 0 else "+" if weight > 0 else "−"
    return f"{sign}{tenths // 10}.{tenths % 10}"


def _span(bar: Bar, least: int, greatest: int) -> Span:
    left, right = (_place(at, least, greatest) for at in sorted((bar.start, bar.end)))
    width = max(right - left, 5) if bar.weight else 0
    return Span(min(left, 1000 - width), width)


def _place(at: int, least: int, greatest: int) -> int:
    length = greatest - least
    return (at - least) * 1000 // length if length else 0
