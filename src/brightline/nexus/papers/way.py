"""The way of the goods by papers: where they go, and on which ship."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from brightline.nexus.papers.contradiction import Contradiction, alike
from brightline.nexus.route import destinations
from brightline.terms import Party, Payment
from brightline.terms.beside import Paper, Place
from brightline.text.countries import countries_in

# Countries without a sea: their goods are discharged in another one as a matter of course.
LANDLOCKED = frozenset(
    ["AM", "AT", "AZ", "BY", "CH", "CZ", "HU", "KG", "KZ", "MD", "MK", "MN", "RS", "SK", "TJ", "TM", "UZ"]
)


def other_destination(message: Payment, papers: Sequence[Paper]) -> Iterator[Contradiction]:
    """Places where papers end the way in a country to which, by the message, nothing goes; papers that end elsewhere.

    A port of discharge counts where no place of delivery is named, and never for a country without a sea.
    """
    ends = [(place, countries) for paper in papers for place in _ends(paper) if (countries := countries_of(place))]
    yield from _elsewhere(message, ends)
    for (place, countries), (other, others) in combinations(ends, 2):
        if place.kind == other.kind == "delivery" and not set(countries) & set(others):
            yield Contradiction(place.path, _told(place, countries), other.path, _told(other, others))


def ends_in(message: Payment, papers: Sequence[Paper], there: Collection[str]) -> Iterator[Contradiction]:
    """Places in one of the countries where papers end the way, and to which, by the message, nothing goes."""
    ends = ((place, countries_of(place)) for paper in papers for place in _ends(paper))
    yield from _elsewhere(message, [(place, told) for place, told in ends if not set(told).isdisjoint(there)])


def _elsewhere(message: Payment, ends: Sequence[tuple[Place, tuple[str, ...]]]) -> Iterator[Contradiction]:
    stated = destinations(message) if ends else ()
    for place, countries in ends:
        by_sea = place.kind == "discharge" and set(stated) & LANDLOCKED
        if stated and not by_sea and not set(countries) & set(stated):
            yield Contradiction("destination", ", ".join(stated), place.path, _told(place, countries))


def other_vessel(payment: Payment, message: Payment) -> Iterator[Contradiction]:
    """Ships with another number than one named elsewhere, with a number that cannot be one, or with two names."""
    ships = [party for party in payment.parties if party.role == "vessel"]
    for ship in ships:
        if any(one.scheme == "IMO" and one.valid is False for one in ship.identifiers):
            yield Contradiction(ship.path, f"IMO {_imo(ship)}", "check digit", "no ship has this number")
    for ship, other in combinations(ships, 2):
        if (_imo(ship) and _imo(other) and _imo(ship) != _imo(other)) or _two_names(ship, other):
            yield Contradiction(ship.path, _ship(ship), other.path, _ship(other))
    for noted in message.identifiers:
        if noted.kind == "IMO" and (wrong := [one for one in ships if _imo(one) not in (None, noted.value)]):
            yield Contradiction(noted.path, f"IMO {noted.value}", wrong[0].path, _ship(wrong[0]))


def countries_of(place: Place) -> tuple[str, ...]:
    """The country of a place as it is said, else those that its name tells."""
    return (place.country,) if place.country else countries_in(place.name or "")


def _ends(paper: Paper) -> tuple[Place, ...]:
    delivered = tuple(place for place in paper.places if place.kind == "delivery")
    return delivered or tuple(place for place in paper.places if place.kind == "discharge")


def _told(place: Place, countries: Sequence[str]) -> str:
    return f"{place.kind} at {place.name or 'a place'}, {', '.join(countries)}"


def _imo(ship: Party) -> str | None:
    return next((one.value for one in ship.identifiers if one.scheme == "IMO"), None)


def _two_names(ship: Party, other: Party) -> bool:
    same = _imo(ship) is not None and _imo(ship) == _imo(other)
    return bool(same and ship.name and other.name and not alike(ship.name, other.name))


def _ship(ship: Party) -> str:
    return f"{ship.name or 'a ship'}, IMO {_imo(ship) or 'not said'}"
