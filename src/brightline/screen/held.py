"""What registers of owners, and a party's own entry, say of who stands above it, and what that comes to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from brightline.errors import LawError
from brightline.law.book import LawBook
from brightline.names.identifiers import SETTLING
from brightline.names.ordinary import tells_nobody
from brightline.names.scores import weight_of
from brightline.nexus.facts import Matched, Owned
from brightline.ownership.above import Above
from brightline.ownership.answer import held
from brightline.ownership.book import OwnerBook, Place
from brightline.ownership.control import Listed
from brightline.ownership.counting import Counting, counting_of
from brightline.ownership.stated import entry_number, stated_in
from brightline.screen.edition import MOST_REMEMBERED, Edition, ListedOwner
from brightline.screen.sameness import same
from brightline.terms import (
    Answer,
    AsOf,
    Held,
    Identifier,
    ListedEntity,
    ListedIdentifier,
    OwnershipNode,
    Party,
    Query,
)
from brightline.terms.owned import ENTRY

# The share and the way of counting of each regime, by their names in the law book.
SHARES = {"us": "blocked_share", "eu": "owned_share_eu", "uk": "owned_share_uk"}
REGIMES = tuple(SHARES)
_SCHEMAS = {"person": "Person", "company": "Company", "state": "Organization"}


class _Share(TypedDict, total=False):
    least: int
    greatest: int
    counts: Answer


@dataclass(frozen=True, slots=True)
class Found:
    """A party found in the registers. `sure`: whether it is surely that company; `told`: what says so.

    `own`: its entry in a list, where that entry states its owners.
    """

    place: Place
    sure: bool
    told: str
    own: ListedEntity | None = None


def own_entries(party: Party, matched: Iterable[Matched]) -> tuple[ListedEntity, ...]:
    """The entries that a party surely is."""
    return tuple(one.entity for one in matched if one.path == party.path and one.same is Answer.YES)


def owners_held(party: Party, own: Sequence[ListedEntity], edition: Edition, as_of: AsOf) -> Iterator[Owned]:
    """The listed owners that registers name above a party, each with what all of its regime hold together.

    `own`: the entries that the party surely is; what they state of their owners counts as a register does.
    """
    book = edition.owners.book
    stated = tuple(_stated(own, book))
    apart = {place for one in stated for place in book.same_as(one.place)}
    for found in (*(one for one in find_party(party, book) if one.place not in apart), *stated):
        above = book.above(found.place, as_of.law.date().isoformat())
        yield from _above_found(party, own, found, above, listed_above(above, edition), edition.book, as_of)


def _stated(own: Sequence[ListedEntity], book: OwnerBook) -> Iterator[Found]:
    """The party under each entry of its own that states owners."""
    for entity in own:
        for place in book.numbered(ENTRY, entry_number(entity)):
            register = book.registers[place[0]]
            said = [] if register.found_by_name else list(stated_in(register.graph, place[1]))
            if said:
                yield Found(place, True, f"its entry {entity.list} {entity.entry} states {' and '.join(said)}", entity)


def _above_found(
    party: Party,
    own: Sequence[ListedEntity],
    found: Found,
    above: Above,
    listed: Mapping[int, list[ListedOwner]],
    book: LawBook,
    as_of: AsOf,
) -> Iterator[Owned]:
    mine, counted = found.own or (own[-1] if own else None), set()
    owners = [one for place in sorted(listed) if place for one in listed[place] if one.entity != found.own]
    for regime in REGIMES:
        told = held_under(regime, above, listed, book, as_of) if listed else None
        if told is not None:
            counted.add(regime)
            yield from _owned(party, mine, found, told, [one for one in owners if one.regime == regime])
    if found.own:  # a link to an owner whom no regime here blocks is told all the same
        yield from _owned(party, mine, found, None, [one for one in owners if one.regime not in counted])


def _owned(
    party: Party, own: ListedEntity | None, found: Found, told: Held | None, owners: Iterable[ListedOwner]
) -> Iterator[Owned]:
    """Each owner with what is held; `told` None: nobody counts it."""
    for owner in owners:
        same_owner = Answer.YES if owner.sure and found.sure else Answer.UNKNOWN
        yield Owned(
            party.role, party.path, party.name or party.bic or "", owner.candidate, owner.entity, same_owner,
            found.told, owner.regime, own, held=told, **_share(found, told),
        )  # fmt: skip


def _share(found: Found, told: Held | None) -> _Share:
    if told is None:
        return {}
    counts = told.answer if found.sure or told.answer is Answer.NO else Answer.UNKNOWN
    least, greatest = told.portion.least // 10, (told.portion.greatest - told.portion.below) // 10
    return {"least": least, "greatest": greatest, "counts": counts}


def find_party(party: Party, book: OwnerBook) -> tuple[Found, ...]:
    """A party in the registers: by a number, else by an equal name.

    A name is sure only where one company bears it, the country agrees and it is more than one ordinary word.
    """
    for number in party.identifiers:
        if number.valid is not False and (found := find_numbered(number, party.country, book)):
            return found
    return find_named(party.name or "", party.country, book)


def find_numbered(
    number: Identifier | ListedIdentifier, country: str | None, book: OwnerBook, *, entries: bool = False
) -> tuple[Found, ...]:
    """The company that bears a number in the registers; a number not unique worldwide is sure in its country alone.

    `entries`: those that are known by what their own entry states among them.
    """
    places = book.numbered(number.scheme, number.value, entries=entries)
    unique = number.scheme in SETTLING
    home = next((place for place in places if country and book.node(place).country == country), None)
    if not places:
        return ()
    told = f"a register of owners ({book.register_of(places[0])}) holds its {number.scheme} {number.value}"
    return (Found(home or places[0], unique or home is not None, told),)


def find_named(name: str, country: str | None, book: OwnerBook) -> tuple[Found, ...]:
    """Companies of an equal name in the registers; those of another country are left out."""
    alike = [place for place in book.named(name) if _may_be_in(book.node(place), country)] if name else []
    apart: dict[Place, None] = {}
    for place in alike:
        if not any(other in apart for other in book.same_as(place)):
            apart[place] = None
    alone = len(apart) == 1 and not tells_nobody(name)
    return tuple(
        Found(
            place,
            alone and country is not None and book.node(place).country == country,
            f"a register of owners ({book.register_of(place)}) holds a company of its name",
        )
        for place in apart
    )


def _may_be_in(node: OwnershipNode, country: str | None) -> bool:
    return not (country and node.country) or node.country == country


def listed_above(above: Above, edition: Edition) -> dict[int, list[ListedOwner]]:
    """The owners above a company that are listed, or may be, by place; the company itself among them."""
    found = {place: _listed(node, edition) for place, node in enumerate(above.nodes)}
    return {place: owners for place, owners in found.items() if owners}


def _listed(node: OwnershipNode, edition: Edition) -> list[ListedOwner]:
    """The listed entities that an owner is or may be, remembered; of a list that surely holds it, only those."""
    kept = edition.owners.remembered
    known = kept.get(node)
    if known is None:
        if len(kept) >= MOST_REMEMBERED:
            kept.clear()
        known = kept[node] = list(_look_up(node, edition))
    return known


def _look_up(node: OwnershipNode, edition: Edition) -> Iterator[ListedOwner]:
    query = Query(
        name=node.name,
        schema=_SCHEMAS.get(node.kind),
        countries=(node.country,) if node.country else (),
        birth_date=node.birth_date,
        identifiers=tuple(Identifier(one.scheme, one.value, None) for one in node.identifiers if one.scheme != ENTRY),
    )
    entries = {one.value for one in node.identifiers if one.scheme == ENTRY}
    for open_list in edition.lists:
        alike = [
            ListedOwner(
                candidate,
                entity,
                open_list.regime_of(entity),
                entry_number(entity) in entries or same(candidate, entity, edition)[0] is Answer.YES,
            )
            for candidate in open_list.find(query, weight_of(edition.policy.candidate_score))
            for entity in (open_list.entities[candidate.position],)
        ]
        sure = [one for one in alike if one.sure]
        yield from sure or alike


def held_under(
    regime: str, above: Above, listed: Mapping[int, list[ListedOwner]], book: LawBook, as_of: AsOf
) -> Held | None:
    """What owners whom this regime blocks hold; None where it had no rule of ownership yet or blocks none of them."""
    counting = counting_on(regime, book, as_of)
    day = as_of.law.date().isoformat()
    blocked = {
        place: found
        for place, owners in listed.items()
        if (found := _blocked(owners, regime, day)) is not None and place
    }
    return held(above, blocked, counting) if counting is not None and blocked else None


def _blocked(owners: list[ListedOwner], regime: str, day: str) -> Listed | None:
    """An owner as the regime sees it on a day: listed and blocked by then, the surest of its entries."""
    counted = [one for one in owners if one.regime == regime and _runs(one.entity, day)]
    if not counted:
        return None
    first = sorted(counted, key=lambda one: (not one.sure, one.entity.list, one.entity.entry))[0]
    return Listed(first.candidate.name, first.sure, first.entity.listed_on)


def _runs(entity: ListedEntity, day: str) -> bool:
    begun = entity.listed_on is None or entity.listed_on <= day
    return "blocking" in entity.measures and begun and (entity.ends_on is None or entity.ends_on >= day)


def counting_on(regime: str, book: LawBook, as_of: AsOf) -> Counting | None:
    """How a regime counts at a moment; None before its first rule."""
    try:
        words = book.parameter(f"owned_counting_{regime}", as_of.law).words
        share = book.parameter(SHARES[regime], as_of.law).thousandths
    except LawError:
        return None
    return counting_of(regime, words, share or 0)
