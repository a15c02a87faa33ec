"""The ways by which listed owners reach a company, stake by stake."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from brightline.ownership.above import Above, Stake
from brightline.ownership.control import Reach
from brightline.ownership.grains import WHOLE, told
from brightline.terms import Holding, OwnerPath

MOST_PATHS = 32  # a reviewer reads no more; that there are more is said
_STEPS = 2_000  # looked at before giving up: a thicket of cross-holdings has more ways than anybody counts
_CARRIES = {"votes", "control", "influence"}  # kinds that carry nothing where only ownership counts
_WORDS = {
    "votes": "of the votes", "control": "control", "influence": "influence that may come to control",
    "consolidated": "in its consolidated accounts", "nominee": "through a nominee", "trust": "through a trust",
    "joint": "held jointly", "treasury": "in itself",
}  # fmt: skip


def paths(above: Above, reach: Reach, listed: Collection[int], *, control: bool) -> tuple[tuple[OwnerPath, ...], bool]:
    """The ways from listed owners to the company at place 0, the shortest first, and whether some are left out.

    Each owner on a way is reached itself, so that its stake counts. `control`: votes and control carry too.
    """
    carrying = [one for one in above.stakes if one.owner in reach.possible and (control or one.kind not in _CARRIES)]
    walk = _Walk(carrying, set(listed) - {0})
    found = sorted(walk.ways(), key=lambda way: (len(way), [stake.edge[:2] for stake in way]))
    told_ways = [OwnerPath(tuple(_holding(one, above) for one in way), _sure(way, reach)) for way in found[:MOST_PATHS]]
    return tuple(told_ways), len(found) > MOST_PATHS or walk.gave_up


class _Walk:
    """Every simple way up from the company to a listed owner, within a bounded number of steps."""

    def __init__(self, stakes: list[Stake], listed: Collection[int]) -> None:
        self._into: dict[int, list[Stake]] = {}
        for stake in stakes:
            if stake.kind != "treasury" and stake.greatest > 0:
                self._into.setdefault(stake.owned, []).append(stake)
        self._listed = listed
        self._left = _STEPS
        self.gave_up = False

    def ways(self) -> Iterator[tuple[Stake, ...]]:
        """The ways, the listed owner's stake first. Shortest ways are found first, so that a bound cuts the longest."""
        waiting: list[tuple[int, tuple[Stake, ...], frozenset[int]]] = [(0, (), frozenset({0}))]
        for place, way, seen in waiting:
            for stake in self._into.get(place, ()):
                self._left -= 1
                if self._left < 0:
                    self.gave_up = True
                    return
                longer = (stake, *way)
                if stake.owner in self._listed:
                    yield longer
                elif stake.owner not in seen:
                    waiting.append((stake.owner, longer, seen | {stake.owner}))


def _sure(way: tuple[Stake, ...], reach: Reach) -> bool:
    return all(stake.owner in reach.sure and stake.least > 0 for stake in way)


def _holding(stake: Stake, above: Above) -> Holding:
    edge = stake.edge
    return Holding(
        above.nodes[stake.owner].name, above.nodes[stake.owned].name, share_words(stake),
        stake.kind, edge.start, edge.end, edge.source,
    )  # fmt: skip


def share_words(stake: Stake) -> str:
    """The share of a stake in words, with what kind of stake it is."""
    kind = _WORDS.get(stake.kind, "")
    if stake.edge.portion is None or (stake.kind == "nominee" and stake.least == WHOLE):
        return kind or told(None)
    return f"{told(stake.edge.portion)} {kind}".rstrip()
