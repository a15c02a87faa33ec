"""What stands above one company on one day: its owners, their owners, and the stakes between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from brightline.ownership.grains import WHOLE, bounds
from brightline.terms import OwnershipEdge, OwnershipNode


class Stake(NamedTuple):
    """A stake between two places of what stands above, least and greatest in grains."""

    owner: int
    owned: int
    least: int
    greatest: int
    kind: str
    edge: OwnershipEdge


@dataclass(frozen=True)
class Above:
    """Owners and stakes above the company at place 0, as they stood on `day` (YYYYMMDD).

    `ended`: stakes given up before that day. `cut`: there are more owners than were followed.
    """

    day: int
    nodes: tuple[OwnershipNode, ...]
    stakes: tuple[Stake, ...]
    ended: tuple[Stake, ...] = ()
    cut: bool = False

    @cached_property
    def into(self) -> Mapping[int, tuple[Stake, ...]]:
        """The stakes in each place, by place."""
        found: dict[int, list[Stake]] = defaultdict(list)
        for stake in self.stakes:
            found[stake.owned].append(stake)
        return {place: tuple(stakes) for place, stakes in found.items()}

    @cached_property
    def held_by(self) -> Mapping[int, tuple[int, ...]]:
        """The places in which each place holds something."""
        found: dict[int, dict[int, None]] = defaultdict(dict)
        for stake in self.stakes:
            found[stake.owner][stake.owned] = None
        return {place: tuple(held) for place, held in found.items()}

    @property
    def told_day(self) -> str:
        """The day as ISO."""
        return f"{self.day // 10000:04d}-{self.day // 100 % 100:02d}-{self.day % 100:02d}"

    def with_stakes(self, stakes: tuple[Stake, ...]) -> Above:
        """The same owners with other stakes."""
        return Above(self.day, self.nodes, stakes, self.ended, self.cut)


def stake_of(owner: int, owned: int, edge: OwnershipEdge) -> Stake:
    """A stake as it counts: a nominee holds all for its owner; shares in itself are no one else's."""
    kind = "treasury" if owner == owned else edge.kind
    least, greatest = (WHOLE, WHOLE) if kind == "nominee" else bounds(edge.portion)
    return Stake(owner, owned, least, greatest, kind, edge)


def day_number(day: str | None) -> int:
    """A day 2024-05-16 as 20240516; 0 where none is given."""
    return int(day[:10].replace("-", "")) if day else 0
