"""The shape of a party that two people cleared, shared by passports and pairs, and how a party is found again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pydantic import Field

from brightline.beside.strict import Strict
from brightline.beside.values import Country, Day, IdentifierShape, Words
from brightline.terms import Party
from brightline.terms.cleared import Cleared
from brightline.text.fold import tokens
from brightline.text.scripts import is_han
from brightline.text.translit import latin

# Words of legal forms that a bank may print in full or cut short: the same name either way.
_SHORT = {"company": "co", "limited": "ltd", "incorporated": "inc", "corporation": "corp", "private": "pvt"}


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


@lru_cache(maxsize=16384)
def name_key(name: str) -> str:
    """The words of a name in any order, Cyrillic in Latin letters, words of legal forms as they are abbreviated.

    Chinese signs stay as they are: many are read alike, and a passport releases.
    """
    return " ".join(sorted(word if any(map(is_han, word)) else _SHORT.get(word, latin(word)) for word in tokens(name)))


def keys_of(cleared: Cleared) -> frozenset[str]:
    """What a cleared party is found by: its names and its numbers."""
    numbers = (f"{one.scheme}:{one.value}" for one in cleared.identifiers)
    return frozenset((*map(name_key, cleared.names), *numbers))


def names_in(party: Party) -> frozenset[str]:
    """The keys of a party's name, as written and as read otherwise."""
    written = (party.name, *(form.value for form in party.forms if not form.kind.endswith("address")))
    return frozenset(key for name in written if name and (key := name_key(name)))


def keys_in(party: Party) -> Iterator[str]:
    """What a party of a payment is looked up by: its names, and those of its numbers that may be right."""
    yield from names_in(party)
    yield from (f"{one.scheme}:{_plain(one.value)}" for one in party.identifiers if one.valid is not False)


def differences(cleared: Cleared, party: Party) -> tuple[str, ...]:
    """In words, what tells a party of a payment from the one that was cleared; empty where nothing does.

    Its name must be one of those cleared, unless a number is equal; country, numbers and birth date may be absent on
    either side, and differ on none.
    """
    return tuple(_differences(cleared, party))


def _differences(cleared: Cleared, party: Party) -> Iterator[str]:
    ours = {one.scheme: _plain(one.value) for one in party.identifiers if one.valid is not False}
    theirs = {one.scheme: one.value for one in cleared.identifiers}
    both = sorted(ours.keys() & theirs.keys())
    numbered = any(ours[scheme] == theirs[scheme] for scheme in both)
    if not numbered and names_in(party).isdisjoint(map(name_key, cleared.names)):
        yield _told("name", party.name, cleared.names[0])
    yield from (_told(scheme, ours[scheme], theirs[scheme]) for scheme in both if ours[scheme] != theirs[scheme])
    if party.country and cleared.country and party.country != cleared.country:
        yield _told("country", party.country, cleared.country)
    if party.birth_date and cleared.birth_date and party.birth_date != cleared.birth_date:
        yield _told("birth date", party.birth_date, cleared.birth_date)


def shown_equal(cleared: Cleared, party: Party) -> tuple[str, ...]:
    """What beside the name shows that a party of a payment is the one that was cleared: equal numbers and the like."""
    ours = {(one.scheme, _plain(one.value)) for one in party.identifiers if one.valid is not False}
    told = [f"{one.scheme} {one.value}" for one in cleared.identifiers if (one.scheme, one.value) in ours]
    if party.account and _plain(party.account) in cleared.accounts:
        told.append(f"account {party.account}")
    if party.birth_date and party.birth_date == cleared.birth_date:
        told.append(f"born {party.birth_date}")
    if party.address and name_key(" ".join(party.address)) == name_key(" ".join(cleared.address)):
        told.append(f"address {' '.join(party.address)}")
    return tuple(told)


def _told(what: str, now: str | None, then: str) -> str:
    return f"{what} {now or 'not given'!r}, not {then!r}"


def _plain(value: str) -> str:
    return "".join(value.split()).upper()
