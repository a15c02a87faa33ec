"""The shape of a party that two people cleared, shared by passports and pairs, and how a party is found again."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from brightline.beside.strict import Strict
from brightline.beside.values import Country, Day, IdentifierShape, Words
from brightline.terms import Party
from brightline.terms.cleared import Cleared
from brightline.text.fold import fold


class ClearedShape(Strict):
    """A party: its name, further spellings of it, its country, and what else tells it from others."""

    name: Words
    spellings: list[Words] = Field(default_factory=list)
    country: Country | None = None
    identifiers: list[IdentifierShape] = Field(default_factory=list)
    accounts: list[Words] = Field(default_factory=list)
    address: list[Words] = Field(default_factory=list)
    birth_date: Day | None = None


def cleared_of(shape: ClearedShape) -> Cleared:
    """The noun of a party in its documented shape."""
    return Cleared(
        names=(shape.name, *shape.spellings),
        country=shape.country,
        identifiers=tuple(one.noun() for one in shape.identifiers),
        accounts=tuple(_plain(one) for one in shape.accounts),
        address=tuple(shape.address),
        birth_date=shape.birth_date,
    )


def keys_of(cleared: Cleared) -> frozenset[str]:
    """What a cleared party is found by: its folded names and its numbers."""
    numbers = (f"{one.scheme}:{one.value}" for one in cleared.identifiers)
    return frozenset((*(fold(name) for name in cleared.names), *numbers))


def keys_in(party: Party) -> Iterator[str]:
    """The same of a party of a payment: of its name as written and as read otherwise, and of its numbers."""
    for name in (party.name, *(form.value for form in party.forms)):
        if name and (folded := fold(name)):
            yield folded
    yield from (f"{one.scheme}:{_plain(one.value)}" for one in party.identifiers if one.valid is not False)


def _plain(value: str) -> str:
    return "".join(value.split()).upper()
