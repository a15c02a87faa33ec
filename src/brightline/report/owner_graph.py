"""The ways from listed owners down to a party as a picture: owners in rows by their distance, the party last.

One picture for the report and the desk, drawn from the decision alone; the same decision gives the same picture. The
ways of a story from its agency down to its copies are drawn the same way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from brightline.report.reading import MANY, NAME, Json, parts, word

BOX_WIDTH, BOX_HEIGHT, GAP, ROW = 190, 40, 24, 104  # in units of the picture
MOST_ABREAST = 3  # boxes side by side; more stand in further lines of the same row, so that all stay readable
_NAME_SHOWN = 24  # narrow signs that fit into a line of a box
_LINES = 2


@dataclass(frozen=True, slots=True)
class Box:
    """An owner or the party, with its top left corner. `kind`: listed, between, party; of a story: origin, between."""

    name: str
    lines: tuple[str, ...]
    kind: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Arrow:
    """A stake between two boxes, from the owner's lower edge to the company's upper one. `told`: days and source.

    `x`, `y`: where its share stands, in the gap below the owner, or above the company where the owner holds several.
    """

    share: str
    told: str
    x1: int
    y1: int
    x2: int
    y2: int
    x: int
    y: int


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
    boxes, steps = _boxes(rows, kinds), list(steps)
    held = Counter(one[0] for one in steps)
    arrows = tuple(_arrow(one, boxes, several=held[one[0]] > 1) for one in steps)
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
    lines = [list(names[at : at + MOST_ABREAST]) for names in rows for at in range(0, len(names), MOST_ABREAST)]
    widest = max(map(len, lines))
    boxes = {}
    for level, names in enumerate(lines):
        indent = (widest - len(names)) * (BOX_WIDTH + GAP) // 2
        for place, name in enumerate(names):
            x, y = GAP + indent + place * (BOX_WIDTH + GAP), GAP + level * ROW
            boxes[name] = Box(name, _broken(name), kinds.get(name, "between"), x, y)
    return boxes


def _broken(name: str) -> tuple[str, ...]:
    """A name over the lines of its box, broken between words where it can be; the rest is cut."""
    lines: list[str] = []
    rest = name
    while rest and len(lines) < _LINES:
        fits = next((at for at in range(len(rest), 0, -1) if _width(rest[:at]) <= _NAME_SHOWN), 1)
        space = rest.rfind(" ", 0, fits + 1) if fits < len(rest) and len(lines) < _LINES - 1 else -1
        lines.append(rest[: space if space > 0 else fits].strip())
        rest = rest[space if space > 0 else fits :].strip()
    if rest:
        lines[-1] = f"{lines[-1][:-1]}…"
    return tuple(lines)


def _width(text: str) -> int:
    """How wide a text is in narrow signs: a Chinese, Japanese or Korean one takes two."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _arrow(stake: Stake, boxes: dict[str, Box], *, several: bool) -> Arrow:
    owner, owned, share, told = stake
    above, below = boxes[owner], boxes[owned]
    x1, y1, x2, y2 = above.x + BOX_WIDTH // 2, above.y + BOX_HEIGHT, below.x + BOX_WIDTH // 2, below.y
    y = y2 - (ROW - BOX_HEIGHT) // 2 if several else y1 + (ROW - BOX_HEIGHT) // 2
    x = x1 + (x2 - x1) * (y - y1) // (y2 - y1)
    return Arrow(share, told, x1, y1, x2, y2, x, y)
