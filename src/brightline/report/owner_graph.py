"""The ways from listed owners down to a party as a picture: owners in rows by their distance, the party last.

One picture for the report and the desk, drawn from the decision alone; the same decision gives the same picture. The
ways of a story from its agency down to its copies are drawn the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from brightline.report.reading import MANY, NAME, Json, parts, word

BOX_WIDTH, BOX_HEIGHT, GAP, ROW = 190, 40, 24, 104  # in units of the picture
_NAME_SHOWN = 26  # signs that fit into a box


@dataclass(frozen=True, slots=True)
class Box:
    """An owner or the party, with its top left corner. `kind`: listed, between, party; of a story: origin, between."""

    name: str
    shown: str
    kind: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Arrow:
    """A stake between two boxes, from the owner's lower edge to the company's upper one. `told`: days and source."""

    share: str
    told: str
    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True, slots=True)
class OwnerGraph:
    """The whole picture in its own units."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def owner_graph(evidence: Sequence[Json]) -> OwnerGraph | None:
    """The picture of the owner-paths among the evidence of a finding; None where there are none."""
    ways = [parts(one, "holdings")[:MANY] for one in evidence if one.get("kind") == "owner-path"]
    ways = [way for way in ways if way]
    if not ways:
        return None
    stakes = [[_stake(one) for one in way] for way in ways]
    kinds = {stakes[0][-1][1]: "party"} | {way[0][0]: "listed" for way in stakes}
    return drawn(_rows(stakes), dict.fromkeys(step for way in stakes for step in way), kinds)


Stake = tuple[str, str, str, str]  # owner, owned, share, days and source


def drawn(rows: Sequence[Sequence[str]], steps: Iterable[Stake], kinds: Mapping[str, str]) -> OwnerGraph:
    """The picture of names in rows and the steps between them. `kinds`: those of the boxes that are not `between`."""
    boxes = _boxes(rows, kinds)
    arrows = tuple(_arrow(one, boxes) for one in steps)
    width = max(box.x for box in boxes.values()) + BOX_WIDTH + GAP
    return OwnerGraph(width, max(box.y for box in boxes.values()) + BOX_HEIGHT + GAP, tuple(boxes.values()), arrows)


def _stake(holding: Json) -> Stake:
    start, end = word(holding, "start", NAME), word(holding, "end", NAME)
    days = ", ".join(one for one in (f"from {start}" if start else "", f"until {end}" if end else "") if one)
    told = "; ".join(one for one in (days, word(holding, "source", NAME)) if one)
    return word(holding, "owner", NAME), word(holding, "owned", NAME), word(holding, "share", NAME), told


def _rows(ways: Sequence[Sequence[Stake]]) -> list[list[str]]:
    """Names by their greatest distance from the party, the farthest first, each row in the order of first mention."""
    distance: dict[str, int] = {}
    for way in ways:
        for steps, (owner, owned, _, _) in enumerate(reversed(way), start=1):
            distance.setdefault(owned, steps - 1)
            distance[owner] = max(distance.get(owner, 0), steps)
    deepest = max(distance.values())
    return [[name for name, found in distance.items() if found == row] for row in range(deepest, -1, -1)]


def _boxes(rows: Sequence[Sequence[str]], kinds: Mapping[str, str]) -> dict[str, Box]:
    widest = max(map(len, rows))
    boxes = {}
    for level, names in enumerate(rows):
        indent = (widest - len(names)) * (BOX_WIDTH + GAP) // 2
        for place, name in enumerate(names):
            x, y = GAP + indent + place * (BOX_WIDTH + GAP), GAP + level * ROW
            boxes[name] = Box(name, _cut(name), kinds.get(name, "between"), x, y)
    return boxes


def _cut(name: str) -> str:
    return name if len(name) <= _NAME_SHOWN else f"{name[: _NAME_SHOWN - 1]}…"


def _arrow(stake: Stake, boxes: dict[str, Box]) -> Arrow:
    owner, owned, share, told = stake
    above, below = boxes[owner], boxes[owned]
    middle = BOX_WIDTH // 2
    return Arrow(share, told, above.x + middle, above.y + BOX_HEIGHT, below.x + middle, below.y)
