"""The firms of the corridor: buyers, sellers and agents, each with a name, and numbers and accounts that stay its own.

Buyers come in classes: ordinary ones, names like a listed one, listed ones, firms that a listed firm owns, and firms in
which one holds a smaller part. Sellers are ordinary or shells, agents are go-betweens in Russia or in third countries.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from brightline.lab.names import Listed, agent_names, buyer_names, listed_firms, look_alikes, seller_names
from brightline.lab.streams import below, picks, shares
from brightline.lab.world import World

BUYERS = ("ordinary", "alike", "listed", "owned", "minority")
ORDINARY, ALIKE, OF_LIST, OWNED_FIRM, MINORITY_FIRM = range(len(BUYERS))
BUYER_BANKS = ("SEVBRUMM", "VOLRRUMM", "ZARKRUMM", "KEDBRU2K")
SELLER_BANKS = ("HDBKCNBJ", "JZCMCNSH", "YHRCCNBN")
HONG_KONG_BANK = "HTDBHKHH"
AGENTS = 40
_SHELLS = 30  # one seller in so many is a shell
_OWNED = 25  # one firm in so many is owned by a listed one, and as many have a listed holder of a smaller part
_WEIGHTS = np.array([2, 4, 10, 3, 5, 9, 4, 6, 8])  # of the digits of an INN of a legal entity


@dataclass(frozen=True, slots=True)
class Spans:
    """Where each class of buyers begins and how many it has."""

    first: NDArray[np.int64]
    count: NDArray[np.int64]


class Firms:
    """Every firm of a world, by place. Names are made when first asked for."""

    def __init__(self, world: World) -> None:
        self.world, ordinary = world, max(1, int(world["firms"]))
        owned = max(20, ordinary // _OWNED)
        counts = np.array([ordinary, len(look_alikes()), len(listed_firms()), owned, owned])
        self.buyers = Spans(np.cumsum(counts) - counts, counts)
        self.sellers, self.shells = ordinary, max(10, ordinary // _SHELLS)

    @cached_property
    def buyer_names(self) -> list[str]:
        """Names of all buyers, class by class; of a listed one the list's own."""
        ordinary, _, _, owned, minority = self.buyers.count.tolist()
        made = buyer_names(self.world.seed, ordinary + owned + minority, self.world["own_script_share"])
        return [*made[:ordinary], *look_alikes(), *(one.names[0] for one in listed_firms()), *made[ordinary:]]

    @cached_property
    def buyer_numbers(self) -> list[str]:
        """Tax numbers: a listed firm's own where its list has it, else an invented one of region 94 that checks."""
        total = int(self.buyers.count.sum())
        ids = np.arange(total, dtype=np.uint64)
        body = 940_000_000 + below(self.world.seed, "buyer/number", ids, 10_000_000)
        digits = (body[:, None] // 10 ** np.arange(8, -1, -1)) % 10
        made = [
            f"{one}{check}" for one, check in zip(body.tolist(), (digits @ _WEIGHTS % 11 % 10).tolist(), strict=True)
        ]
        start = int(self.buyers.first[OF_LIST])
        return [
            *made[:start],
            *(self.listed[at].number for at in range(len(self.listed))),
            *made[start + len(self.listed) :],
        ]

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        """The listed firms, in the order of their class."""
        return listed_firms()

    @cached_property
    def seller_names(self) -> list[str]:
        """Names of all sellers, the shells last."""
        return seller_names(self.world.seed, self.sellers + self.shells, self.world["own_script_share"])

    @cached_property
    def agent_names(self) -> list[str]:
        """Names of all agents: those in Russia, then those in third countries."""
        return agent_names(self.world.seed, AGENTS)

    def bank_of_buyer(self) -> NDArray[np.int64]:
        """The bank of each buyer, a place in `BUYER_BANKS`."""
        ids = np.arange(int(self.buyers.count.sum()), dtype=np.uint64)
        return picks(self.world.seed, "buyer/bank", ids, np.array([0.45, 0.30, 0.17, 0.08]))

    def bank_of_seller(self) -> NDArray[np.int64]:
        """The mainland bank of each seller, a place in `SELLER_BANKS`."""
        ids = np.arange(self.sellers + self.shells, dtype=np.uint64)
        return picks(self.world.seed, "seller/bank", ids, np.array([0.5, 0.33, 0.17]))

    def known(self, layer: str, count: int, setting: str) -> NDArray[np.bool_]:
        """Which of so many firms something is known of: a register has them, a profile is on file."""
        return shares(self.world.seed, layer, np.arange(count, dtype=np.uint64)) < self.world[setting]
