"""What profiles show of the parties of a payment. Each answer is what was seen, with its place, or nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations

from brightline.beside.profiles import is_of
from brightline.nexus.facts import TIED, Facts
from brightline.nexus.papers.contradiction import alike
from brightline.nexus.signs.contacts import buyers, one_address, trades_in_name, trades_of
from brightline.nexus.signs.goods_kinds import is_service
from brightline.terms import Party
from brightline.terms.beside import Attestation, Profile

Seen = tuple[str, str]  # the place in a profile, and what stands there in a reviewer's words
_CHAPTER = 2  # digits of a tariff code


def profiled(facts: Facts) -> Iterator[tuple[Party, Profile]]:
    """The parties of whom a profile came, banks left out, each profile once."""
    for profile in facts.beside.profiles:
        party = next((one for one in facts.payment.parties if _is_customer(one) and is_of(profile, one)), None)
        if party is not None:
            yield party, profile


def trades_on_file(party: Party, facts: Facts) -> tuple[tuple[str, str], ...]:
    """The trades that a party's name, or the business in its profile, tells of: kind and words."""
    business = [one.business for one in facts.beside.profiles if one.business and is_of(one, party)]
    return (*trades_of(party), *((hit.kind, hit.words) for words in business for hit in trades_in_name(words)))


def founded_late(facts: Facts, since: str, coalition: Collection[str]) -> Iterator[Seen]:
    """Firms founded on or after a day in a country outside the coalition."""
    for party, profile in profiled(facts):
        country = profile.country or party.country
        if profile.incorporated and profile.incorporated >= since and country not in coalition:
            where = f" in {country}" if country else ""
            yield f"{profile.path}.incorporated", f"{profile.name}, founded {profile.incorporated}{where}"


def office_there(facts: Facts) -> Iterator[Seen]:
    """Firms of another country with an office in Russia or Belarus."""
    for party, profile in profiled(facts):
        for country in profile.offices:
            if country in TIED and (profile.country or party.country) not in TIED:
                yield f"{profile.path}.offices", f"{profile.name}, with an office in {country}"


def shared_address(facts: Facts) -> Iterator[Seen]:
    """Two parties of other names at one address, by their profiles or by what the message writes."""
    places = [(party.path, party.name or "", party.address) for party in facts.payment.parties if _is_customer(party)]
    places += [(profile.path, profile.name, profile.address) for _, profile in profiled(facts)]
    known = [(path, name, address) for path, name, address in places if name and address]
    for (path, name, lines), (_, other, others) in combinations(known, 2):
        if one_address(lines, others) and not alike(name, other):
            yield path, f"{name} and {other} at one address"


def out_of_trade(facts: Facts) -> Iterator[Seen]:
    """Goods of another chapter than a buyer trades in, or an amount above the greatest usual one."""
    coded = [line for line in facts.goods if line.grade == "code" and line.hs and not is_service(line)]
    for party, profile in profiled(facts):
        chapters = {code[:_CHAPTER] for code in profile.codes}
        other = [line.hs for line in coded if line.hs and line.hs[:_CHAPTER] not in chapters]
        if chapters and other and party in buyers(facts.payment):
            yield f"{profile.path}.trade.hs", f"{profile.name} trades in {', '.join(profile.codes)}, not HS {other[0]}"
        if _is_above(facts, profile):
            usual = f"{profile.usual_most} {profile.usual_currency}"
            yield f"{profile.path}.trade.usual_most", f"{profile.name} usually pays or gets up to {usual}"


def lapsed(facts: Facts, day: date) -> Iterator[Seen]:
    """Attestations and questionnaires whose newest of a kind has ended by a day."""
    for _, profile in profiled(facts):
        newest: dict[str, Attestation] = {}
        for one in sorted(profile.attestations, key=lambda each: each.expires):
            newest[one.kind] = one
        for kind, one in sorted(newest.items()):
            if one.expires < day.isoformat():
                told = kind.replace("_", " ")
                yield one.path, f"{profile.name}: {told} of {one.given} ended on {one.expires}"


def _is_above(facts: Facts, profile: Profile) -> bool:
    payment = facts.payment
    same = profile.usual_most is not None and profile.usual_currency == payment.currency
    return same and payment.amount is not None and Decimal(payment.amount) > Decimal(profile.usual_most or 0)


def _is_customer(party: Party) -> bool:
    return not party.role.endswith("_agent")
