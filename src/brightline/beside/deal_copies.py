"""Deals checked before: the same again, and altered near-copies, with what differs side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from brightline.beside.cleared import name_key

_LEAST_EQUAL = 60  # of a hundred values of both deals together
_IDENTITY = ("seller.name", "buyer.name", "end_user.name", "consignee.name")
# Fields that differ from one order of the same goods to the next, and hide nothing.
ORDINARY = ("deal", "dated", "amount", "terms", "papers")


@dataclass(frozen=True, slots=True)
class CheckedBefore:
    """An earlier check of a deal: its digest and values, when, and what came out."""

    digest: str
    given: Mapping[str, object]
    as_of: str
    outcome: str
    decision: str


@dataclass(frozen=True, slots=True)
class Altered:
    """A value that differs between two deals; None where one has none."""

    field: str
    before: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class NearCopy:
    """A deal checked before that this one is an altered copy of."""

    before: CheckedBefore
    altered: tuple[Altered, ...]

    @property
    def telling(self) -> tuple[Altered, ...]:
        """What differs beyond number, day, price, terms and papers of an ordinary next order."""
        return tuple(one for one in self.altered if not _is_ordinary(one.field))

    @property
    def slips_past(self) -> bool:
        """Whether something that tells who or what was changed after the deal had been held."""
        return self.before.outcome != "release" and bool(self.telling)


def near_copies(given: Mapping[str, object], earlier: Sequence[CheckedBefore], digest: str) -> tuple[NearCopy, ...]:
    """The earlier checks of deals of which this one is an altered copy, the oldest first.

    A near-copy shares a party or all its goods with this deal, and most of the values of both are equal.
    """
    others = [one for one in earlier if one.digest != digest and _is_near(one.given, given)]
    ordered = sorted(others, key=lambda one: (one.as_of, one.digest))
    return tuple(NearCopy(one, tuple(_altered(one.given, given))) for one in ordered)


def _is_near(before: Mapping[str, object], now: Mapping[str, object]) -> bool:
    old, new = dict(_flat(before)), dict(_flat(now))
    shared = any(old.get(field) and _same(old.get(field), new.get(field)) for field in _IDENTITY)
    if not shared and before.get("goods") != now.get("goods"):
        return False
    fields = {field for field in old.keys() | new.keys() if not _is_ordinary(field)}
    equal = sum(_same(old.get(field), new.get(field)) for field in fields)
    return equal * 100 >= len(fields) * _LEAST_EQUAL


def _altered(before: Mapping[str, object], now: Mapping[str, object]) -> Iterator[Altered]:
    old, new = dict(_flat(before)), dict(_flat(now))
    for field in sorted(old.keys() | new.keys()):
        if old.get(field) != new.get(field):
            yield Altered(field, old.get(field), new.get(field))


def _same(one: str | None, other: str | None) -> bool:
    return one == other or (one is not None and other is not None and name_key(one) == name_key(other))


def _is_ordinary(field: str) -> bool:
    return field.partition(".")[0].partition("[")[0] in ORDINARY or field.endswith((".quantity", ".value"))


def _flat(value: object, field: str = "") -> Iterator[tuple[str, str]]:
    """Every single value with its place, such as `goods[0].hs`."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _flat(inner, f"{field}.{name}" if field else str(name))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _flat(inner, f"{field}[{at}]")
    else:
        yield field, str(value)
