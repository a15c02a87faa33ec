"""Who holds how much of whom: what a register of owners says, and what follows from it for one company.

Shares are whole numbers of hundredths of a percent: 5000 is half, 10000 all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from brightline.terms.answers import Answer
from brightline.terms.listed import ListedIdentifier

ALL = 10_000  # the whole of a company, in hundredths of a percent

ENTRY = "ENTRY"  # the scheme of an identifier that is an entry of a list: LIST/ENTRY

# What a stake is. `shares`; `votes`; `control` (appoints the board, or has its way); `influence` (may come to control);
# `consolidated` (stands in the owner's accounts, no share said); `nominee` (the owned one holds what it has for the
# owner); `trust`; `joint` (one holding of several owners); `treasury` (a company's shares in itself).
STAKES = (
    "shares", "votes", "control", "influence", "consolidated", "nominee", "trust", "joint", "treasury",
)  # fmt: skip


class Portion(NamedTuple):
    """A share between two bounds, in hundredths of a percent. `above`: more than the least; `below`: less than the
    greatest.
    """

    least: int
    greatest: int
    above: bool = False
    below: bool = False


@dataclass(frozen=True, slots=True)
class OwnershipNode:
    """A company, person or other owner as one register names it; `id` is the register's own."""

    id: str
    name: str
    kind: str = "unknown"  # company, person, state, arrangement, unknown
    country: str | None = None  # ISO alpha-2
    identifiers: tuple[ListedIdentifier, ...] = ()
    birth_date: str | None = None  # of a person: 1961, 1961-12 or 1961-12-07


class OwnershipEdge(NamedTuple):
    """That one holds a stake in another, by the ids of one register.

    `portion` None: nobody says how much. `start`: held from this day on; `end`: no longer held from this day on; None
    where the register does not say. `source`: which register or document; `printed`: the share as it stands there.
    """

    owner: str
    owned: str
    portion: Portion | None
    kind: str
    start: str | None
    end: str | None
    source: str
    printed: str


@dataclass(frozen=True, slots=True)
class Holding:
    """One stake on a path, in words that a reviewer reads: names, share, days and source."""

    owner: str
    owned: str
    share: str
    kind: str
    start: str | None
    end: str | None
    source: str


@dataclass(frozen=True, slots=True)
class OwnerPath:
    """A way from a listed owner down to the party: the listed owner first, the stake in the party itself last."""

    holdings: tuple[Holding, ...]
    sure: bool  # every step carries for certain


@dataclass(frozen=True, slots=True)
class Held:
    """What listed owners hold of a company on one day, as one regime counts.

    `least`, `greatest`: the share that counts, with open ends kept. `answer`: whether the company is owned (or
    controlled) by them. `settles`: for an unknown, the stakes that would settle it. `notes`: what a reviewer should
    know of how it was counted. `cut`: not every path was followed, so that a no is none.
    """

    regime: str
    day: str
    answer: Answer
    portion: Portion
    paths: tuple[OwnerPath, ...] = ()
    settles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    cut: bool = False
