"""Owners that a profile names: a small register of its own, counted as registers are, and only ever added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import lru_cache

from brightline.beside.profiles import is_of
from brightline.nexus.facts import Matched, Owned
from brightline.ownership.book import Register
from brightline.ownership.graph import OwnerGraph
from brightline.screen.edition import Edition
from brightline.screen.held import own_entries, owners_held
from brightline.terms import (
    AsOf,
    ListedIdentifier,
    OwnershipEdge,
    OwnershipNode,
    Party,
    Payment,
    Portion,
)
from brightline.terms.beside import Beside, HolderOnFile, Profile

SOURCE = "profile"  # the register by which findings name what a profile says


def owners_on_file(
    payment: Payment, matched: Sequence[Matched], beside: Beside, edition: Edition, as_of: AsOf
) -> tuple[Owned, ...]:
    """The listed owners that profiles name, counted together with those of registers.

    A share on file below the limit takes nothing away: what lists, registers and names tell stays.
    """
    theirs: dict[str, tuple[Profile, Party]] = {}
    for profile in beside.profiles:
        for party in payment.parties if profile.owners else ():
            if _speaks_of(profile, party):
                theirs.setdefault(profile.path, (profile, party))
    if not theirs:
        return ()
    register = _register(tuple(_as_written(*pair) for pair in theirs.values()))
    joined = replace(edition, owners=edition.owners.with_registers((register,)))
    parties = [party for party in payment.parties if any(_speaks_of(profile, party) for profile, _ in theirs.values())]
    return tuple(one for party in parties for one in owners_held(party, own_entries(party, matched), joined, as_of))


def _speaks_of(profile: Profile, party: Party) -> bool:
    return not party.role.endswith("_agent") and is_of(profile, party)


def _as_written(profile: Profile, party: Party) -> Profile:
    """The profile under the name and country by which the payment knows the party, so that the register finds it."""
    return replace(profile, name=party.name or profile.name, country=party.country or profile.country)


@lru_cache(maxsize=1024)
def _register(profiles: tuple[Profile, ...]) -> Register:
    """What profiles say as a register of owners."""
    edges = [
        OwnershipEdge(
            holder.path, profile.path, _portion(holder.percent), "shares", holder.start, holder.end, SOURCE,
            f"{holder.percent} %" if holder.percent else "",
        )
        for profile in profiles
        for holder in profile.owners
    ]  # fmt: skip
    return Register(SOURCE, OwnerGraph.of(tuple(_nodes(profiles)), edges))


def _nodes(profiles: Sequence[Profile]) -> Iterator[OwnershipNode]:
    for profile in profiles:
        yield _node(profile)
        yield from map(_node, profile.owners)


def _node(one: Profile | HolderOnFile) -> OwnershipNode:
    numbers = tuple(ListedIdentifier(each.scheme, each.value, one.country) for each in one.identifiers)
    return OwnershipNode(one.path, one.name, "unknown", one.country, numbers)


def _portion(percent: str | None) -> Portion | None:
    """A percentage in hundredths; one with more decimals lies between two of them."""
    if percent is None:
        return None
    hundredths = Decimal(percent) * 100
    return Portion(int(hundredths.to_integral_value(ROUND_FLOOR)), int(hundredths.to_integral_value(ROUND_CEILING)))
