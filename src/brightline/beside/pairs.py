"""Pairs as they are handed in: a JSON array of findings that a party is not a listed entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import cast

from pydantic import TypeAdapter, model_validator

from brightline.beside.cleared import ClearedShape, cleared_of, name_key, names_in
from brightline.beside.strict import Strict, read_json, shaped
from brightline.beside.values import Day, Words
from brightline.terms import AsOf, Payment
from brightline.terms.cleared import ListedThen, Pair

KIND = "pairs"


class PairShape(Strict):
    """This party is not that entry, say owner and approver, until it expires.

    The party needs more than a name: a number, an account, a birth date or an address, by which it is known again.
    `digest`: that of the entry's telling fields when they looked.
    """

    party: ClearedShape
    list: Words
    entry: Words
    digest: Words
    reason: Words
    owner: Words
    approver: Words
    made: Day
    expires: Day

    @model_validator(mode="after")
    def _two_people_and_more_than_a_name(self) -> PairShape:
        if self.owner.strip().casefold() == self.approver.strip().casefold():
            raise ValueError(f"an approver who is not the owner {self.owner!r}")
        if self.expires < self.made:
            raise ValueError("an expiry that is not before the day it was made")
        party = self.party
        if not (party.identifiers or party.accounts or party.birth_date or party.address):
            raise ValueError("a party with a number, an account, a birth date or an address: a name alone tells nobody")
        return self


_MANY = TypeAdapter(list[PairShape])


def pairs_of(given: object, where: str, text: str | None = None) -> tuple[Pair, ...]:
    """The nouns behind a JSON array of pairs. Raises CallError for the first thing wrong, with its line."""
    shapes = shaped(_MANY, given, where, text)
    return tuple(_noun(shape, f"{KIND}[{at}]") for at, shape in enumerate(shapes))


def _noun(shape: PairShape, path: str) -> Pair:
    return Pair(
        path=path,
        party=cleared_of(shape.party),
        entry=ListedThen(shape.list, shape.entry, shape.digest),
        reason=shape.reason,
        owner=shape.owner,
        approver=shape.approver,
        made=date.fromisoformat(shape.made),
        expires=date.fromisoformat(shape.expires),
    )


@dataclass(frozen=True)
class PairBook:
    """Every pair handed in, as JSON and as nouns, found by the party's name."""

    given: Sequence[Mapping[str, object]]
    pairs: tuple[Pair, ...]

    def given_for(self, payment: Payment, as_of: AsOf) -> object:
        """The pairs of parties that the payment names."""
        named = {key for party in payment.parties for key in names_in(party)}
        return [self.given[at] for at in sorted({at for key in named for at in self._by_name.get(key, ())})]

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {}
        for at, pair in enumerate(self.pairs):
            for name in pair.party.names:
                found.setdefault(name_key(name), []).append(at)
        return {name: tuple(places) for name, places in found.items()}


def read_pairs(text: str, where: str) -> PairBook:
    """A file of pairs. Raises CallError, with the line, for what is not of the shape."""
    given = read_json(text, where)
    return PairBook(cast("Sequence[Mapping[str, object]]", given), pairs_of(given, where, text))
