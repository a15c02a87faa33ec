"""Profiles: what is on file about parties. Their documented shape, read into nouns, and whose profile is whose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, cast

from pydantic import Field, TypeAdapter, model_validator

from brightline.beside.cleared import name_key, names_in
from brightline.beside.strict import Strict, at, read_json, shaped
from brightline.beside.values import Amount, Country, Currency, Day, IdentifierShape, Percent, Tariff, Words
from brightline.errors import CallError
from brightline.terms import AsOf, Identifier, Party, Payment
from brightline.terms.beside import Attestation, HolderOnFile, Profile


class OwnerShape(Strict):
    """Somebody who holds a part; no `percent`: nobody says how much."""

    name: Words
    country: Country | None = None
    identifiers: list[IdentifierShape] = Field(default_factory=list)
    percent: Percent | None = None
    start: Day | None = None
    end: Day | None = None


class TradeShape(Strict):
    """What the party usually trades: tariff codes at any depth, countries, the greatest usual amount."""

    hs: list[Tariff] = Field(default_factory=list)
    countries: list[Country] = Field(default_factory=list)
    usual_most: Amount | None = None
    usual_currency: Currency | None = None

    @model_validator(mode="after")
    def _amount_has_a_currency(self) -> TradeShape:
        if (self.usual_most is None) != (self.usual_currency is None):
            raise ValueError("usual_most and usual_currency together")
        return self


class AttestationShape(Strict):
    """What the party stated or answered, with its end."""

    kind: Literal["end_use", "no_re_export", "ownership", "questionnaire", "other"]
    given: Day
    expires: Day
    words: Words | None = None

    @model_validator(mode="after")
    def _ends_after_it_began(self) -> AttestationShape:
        if self.expires < self.given:
            raise ValueError(f"expires on or after given ({self.given})")
        return self


class ProfileShape(Strict):
    """What is on file about one party. `size`: the class of the firm, by which the desk counts whom reviews fall on.

    No rule asks for the size.
    """

    name: Words
    identifiers: list[IdentifierShape] = Field(default_factory=list)
    country: Country | None = None
    business: Words | None = None
    size: Literal["micro", "small", "medium", "large"] | None = None
    incorporated: Day | None = None
    address: list[Words] = Field(default_factory=list)
    owners: list[OwnerShape] = Field(default_factory=list)
    trade: TradeShape = Field(default_factory=TradeShape)
    offices: list[Country] = Field(default_factory=list)
    attestations: list[AttestationShape] = Field(default_factory=list)


_SHAPE = TypeAdapter(list[ProfileShape])


@dataclass(frozen=True, slots=True)
class ProfileBook:
    """The profiles of a file, as given, with the places of each name and number in it."""

    given: Sequence[Mapping[str, object]] = ()
    by_key: Mapping[object, tuple[int, ...]] = field(default_factory=dict)

    def given_for(self, payment: Payment, as_of: AsOf) -> object:
        """The profiles of the parties of a payment as JSON, in the order of the file."""
        places = {place for party in payment.parties for key in _keys_of(party) for place in self.by_key.get(key, ())}
        return [self.given[place] for place in sorted(places)]


def read_profiles(text: str, where: str) -> ProfileBook:
    """A file of profiles: a JSON list. Raises CallError with file and line."""
    content = read_json(text, where)
    profiles = _profiles(shaped(_SHAPE, content, where, text))
    by_key: dict[object, tuple[int, ...]] = {}
    for place, profile in enumerate(profiles):
        for key in _keys(profile):
            by_key[key] = (*by_key.get(key, ()), place)
    _each_once(profiles, by_key, where, text)
    return ProfileBook(cast("list[dict[str, object]]", content), by_key)


def profiles_of(given: object, where: str) -> tuple[Profile, ...]:
    """The profiles of the parties of one payment. Raises CallError where it is not of the documented shape."""
    return _profiles(shaped(_SHAPE, given, where))


def is_of(profile: Profile, party: Party) -> bool:
    """Whether a profile is a party's: an equal number, or the same words in the name and no other country or number."""
    ours, theirs = _numbers(party.identifiers), _numbers(profile.identifiers)
    if ours & theirs:
        return True
    other = {scheme for scheme, _ in ours} & {scheme for scheme, _ in theirs}
    abroad = profile.country and party.country and profile.country != party.country
    return not other and not abroad and bool(set(_keys_of(party)) & {name_key(profile.name)})


def _each_once(profiles: Sequence[Profile], by_key: Mapping[object, tuple[int, ...]], where: str, text: str) -> None:
    for first, second in (pair for places in by_key.values() for pair in pairwise(places)):
        one, other = profiles[first], profiles[second]
        if one.country == other.country or _numbers(one.identifiers) & _numbers(other.identifiers):
            told = f"a second profile of {other.name!r}"
            raise CallError(at(where, text, (second, "name")), told, "each party once")


def _keys(profile: Profile) -> tuple[object, ...]:
    return (name_key(profile.name), *_numbers(profile.identifiers))


def _keys_of(party: Party) -> tuple[object, ...]:
    return (*names_in(party), *_numbers(party.identifiers))


def _numbers(identifiers: Sequence[Identifier]) -> set[tuple[str, str]]:
    return {(one.scheme, one.value) for one in identifiers}


def _profiles(shapes: list[ProfileShape]) -> tuple[Profile, ...]:
    return tuple(_profile(one, f"profiles[{number}]") for number, one in enumerate(shapes))


def _profile(said: ProfileShape, path: str) -> Profile:
    trade = said.trade
    return Profile(
        said.name, path, tuple(one.noun() for one in said.identifiers), said.country, said.business, said.incorporated,
        tuple(said.address), tuple(_holder(one, f"{path}.owners[{n}]") for n, one in enumerate(said.owners)),
        tuple("".join(letter for letter in code if letter.isdigit()) for code in trade.hs), tuple(trade.countries),
        tuple(said.offices), trade.usual_most, trade.usual_currency,
        tuple(
            Attestation(one.kind, f"{path}.attestations[{n}]", one.given, one.expires, one.words)
            for n, one in enumerate(said.attestations)
        ),
    )  # fmt: skip


def _holder(said: OwnerShape, path: str) -> HolderOnFile:
    numbers = tuple(one.noun() for one in said.identifiers)
    return HolderOnFile(said.name, path, said.country, numbers, said.percent, said.start, said.end)
