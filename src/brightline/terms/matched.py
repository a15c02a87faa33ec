"""A name asked for, and the listed entities that resemble it, in steps that sum."""

from __future__ import annotations

from dataclasses import dataclass

from brightline.terms.message import Identifier


@dataclass(frozen=True, slots=True)
class Step:
    """One comparison in thousandths of a nat. `ours` and `theirs` are the written forms compared."""

    name: str
    ours: str
    theirs: str
    weight: int


@dataclass(frozen=True, slots=True)
class Query:
    """A name to look for, with what else is known of its bearer."""

    name: str
    schema: str | None = None
    countries: tuple[str, ...] = ()
    birth_date: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    forms: tuple[str, ...] = ()  # other readings of the same written name


@dataclass(frozen=True, slots=True)
class Candidate:
    """A listed entity worth comparing. The steps, the starting point among them, sum to `weight`."""

    list: str
    entry: str
    name: str
    schema: str
    weight: int
    score: float  # 0..1, four decimals, read from one table of the weight
    steps: tuple[Step, ...]
    position: int = -1  # place of the entity in its edition; not part of any output
