"""Sides of the deal that papers name and the message does not: who sells, who buys, who gets the goods."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from brightline.nexus.papers.contradiction import Contradiction, customers, is_disclosed
from brightline.terms import Party, Payment
from brightline.terms.beside import Paper

_PRICED = ("invoice", "contract")
_SIDES = {"buyer": ("debtor", "ultimate_debtor"), "seller": ("creditor", "ultimate_creditor")}
_TO_ORDER = "to order"  # a bill of lading made out to whoever holds it, or to a bank


def other_sides(message: Payment, papers: Sequence[Paper]) -> Iterator[Contradiction]:
    """Buyers and sellers of invoices and contracts whom the message does not name: a third party pays or is paid."""
    for party in _of(papers, ("buyer", "seller"), _PRICED):
        if not is_disclosed(party, message):
            yield _beside(party, message, _SIDES[party.role])


def other_receivers(message: Payment, papers: Sequence[Paper]) -> Iterator[Contradiction]:
    """The receivers that the message does not disclose, each beside its buyer."""
    return (_beside(party, message, _SIDES["buyer"]) for party in undisclosed(message, papers))


def receivers_in(message: Payment, papers: Sequence[Paper], places: Collection[str]) -> Iterator[Contradiction]:
    """Those of them that sit in one of the countries."""
    there = (party for party in undisclosed(message, papers) if not set(_countries(party)).isdisjoint(places))
    return (_beside(party, message, _SIDES["buyer"]) for party in there)


def undisclosed(message: Payment, papers: Sequence[Paper]) -> Iterator[Party]:
    """Consignees whom neither the message nor an invoice as buyer names; end users in a country it does not name.

    That a statement names an end user of the buyer's own country is what it is for.
    """
    countries = {country for party in customers(message) for country in _countries(party)}
    buyers = [party for party in _of(papers, ("buyer",), _PRICED) if is_disclosed(party, message)]
    for party in _of(papers, ("consignee", "end_user")):
        abroad = bool(_countries(party)) and not countries & set(_countries(party))
        asked = party.role == "consignee" or abroad
        if asked and not _to_order(party) and not is_disclosed(party, message) and not _is_one(party, buyers):
            yield party


def _of(papers: Sequence[Paper], roles: Sequence[str], kinds: Sequence[str] = ()) -> Iterator[Party]:
    """Parties of papers in these roles, each name and role once."""
    found: dict[tuple[str, str | None], Party] = {}
    for party in (party for paper in papers if not kinds or paper.kind in kinds for party in paper.parties):
        if party.role in roles:
            found.setdefault((party.role, party.name), party)
    yield from found.values()


def _beside(party: Party, message: Payment, roles: Sequence[str]) -> Contradiction:
    side = next((one for one in customers(message) if one.role in roles), None)
    words = f"{side.role.replace('_', ' ')} {side.name!r}" if side else f"no {roles[0]}"
    other = f"{party.role.replace('_', ' ')} {party.name!r}" + (f" in {party.country}" if party.country else "")
    return Contradiction(side.path if side else roles[0], words, party.path, other)


def _is_one(party: Party, others: Sequence[Party]) -> bool:
    return any(party.name == other.name for other in others)


def _to_order(party: Party) -> bool:
    return (party.name or "").casefold().startswith(_TO_ORDER)


def _countries(party: Party) -> tuple[str, ...]:
    return tuple(filter(None, (party.country, *(form.value for form in party.countries))))
