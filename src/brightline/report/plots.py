"""Plots as plain places and sizes in percent, for templates to draw as SVG: the drawing holds no arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Parts = Sequence[tuple[str, int]]  # kinds with their counts, in the order in which they are stacked
WIDEST = 900  # of a column, in hundredths of a percent of the plot
_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece of a stacked bar: what it counts, how many, and where it lies along the bar, in percent texts."""

    kind: str
    count: int
    at: str
    size: str


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One upright bar: its label, the middle and left edge of its place, its width, and its pieces from below."""

    label: str
    total: int
    left: str
    middle: str
    width: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class ColumnPlot:
    """Columns beside each other. `ticks`: values with their height from the top, in percent texts."""

    columns: tuple[ColumnView, ...]
    ticks: tuple[tuple[int, str], ...]


def stacked(parts: Parts, whole: int) -> tuple[Segment, ...]:
    """A bar lying from the left, drawn to the scale of `whole`; parts of nought are left out."""
    segments, at = [], 0
    for kind, count in parts:
        if count:
            segments.append(Segment(kind, count, _percent(at, whole), _percent(count, whole)))
        at += count
    return tuple(segments)


def columns(rows: Sequence[tuple[str, Parts]]) -> ColumnPlot:
    """Upright stacked bars over their labels, with a scale that ends on a round number."""
    totals = [sum(count for _, count in parts) for _, parts in rows]
    top = round_up(max(totals, default=0))
    drawn = tuple(_column(place, len(rows), label, parts, top) for place, (label, parts) in enumerate(rows))
    ticks = tuple((value, _percent(top - value, top)) for value in sorted({0, top // 2, top}))
    return ColumnPlot(drawn, ticks)


def round_up(count: int) -> int:
    """The least of 1, 2, 5, 10, 20, 50… that is not less than a count."""
    ten = 1
    while True:
        for step in _STEPS:
            if step * ten >= count:
                return step * ten
        ten *= 10


def _column(place: int, places: int, label: str, parts: Parts, top: int) -> ColumnView:
    """A column fills seven tenths of its place, and no more than `WIDEST`."""
    segments, below = [], 0
    for kind, count in parts:
        below += count
        if count:
            segments.append(Segment(kind, count, _percent(top - below, top), _percent(count, top)))
    width = min(WIDEST, 7_000 // places)
    middle = (2 * place + 1) * 5_000 // places
    return ColumnView(label, below, _told(middle - width // 2), _told(middle), _told(width), tuple(segments))


def _told(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02}%"


def _percent(part: int, whole: int) -> str:
    """Exact to a hundredth, cut, so that pieces never overlap by rounding."""
    return _told(part * 10_000 // whole if whole else 0)
