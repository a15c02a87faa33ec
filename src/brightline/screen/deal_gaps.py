"""What a check of a deal did not verify: said in full, so that nobody takes the certificate for more than it is."""

from __future__ import annotations

from collections.abc import Iterator

from brightline.beside.deals import DealBank, DealParty, DealShape
from brightline.screen.deals import CheckedDeal
from brightline.screen.requirements import REGIMES

ALWAYS = (
    "that the papers are genuine, and that what the deal file says is so: nothing but the file was looked at",
    "the tariff codes: they are those the exporter gave",
    "where the goods go after delivery, and who uses them then",
    "who owns the parties, unless a register of owners that is loaded says so",
    "licences that the exporting country may ask for",
)
WANTED = {"contract": "the contract", "invoice": "the invoice", "end_user_statement": "a statement of the end user"}
_NUMBERED = ("seller", "buyer", "payer", "end_user", "consignee")


def not_verified(checked: CheckedDeal) -> tuple[str, ...]:
    """A sentence for each thing the check left open, what holds for every deal last."""
    deal = checked.deal.shape
    regimes = (one.lacks for one in checked.decision.unknowns if one.rule == REGIMES)
    trial = ("anybody but the few well-known parties of the starter edition",) if checked.decision.trial else ()
    return (*trial, *regimes, *_parties(deal), *_way(deal), *_papers(deal), *ALWAYS)


def _parties(deal: DealShape) -> Iterator[str]:
    for role in _NUMBERED:
        party: DealParty | None = getattr(deal, role)
        if party is not None and not party.identifiers:
            yield f"who the {_words(role)} {party.name} is beyond its name: no number of a register was given"
    if deal.end_user is None:
        yield "who the end user is: none is named"
    for side, bank in (("buyer", deal.banks.buyer), ("seller", deal.banks.seller)):
        if not _is_named(bank):
            yield f"the {side}'s bank: none is named"


def _way(deal: DealShape) -> Iterator[str]:
    if deal.carrier is None and deal.vessel is None:
        yield "who carries the goods: no carrier and no vessel is named"
    elif deal.vessel is not None and deal.vessel.imo is None:
        yield "the vessel: ships share names, and no IMO number was given"
    if not deal.route:
        yield "the route: no country on the way is named"
    for at, line in enumerate(deal.goods, start=1):
        if line.hs is None:
            yield f"the goods of line {at} beyond the words {line.words!r}: no tariff code was given"


def _papers(deal: DealShape) -> Iterator[str]:
    there = {paper.kind for paper in deal.papers}
    yield from (f"{told}: not among the papers" for kind, told in WANTED.items() if kind not in there)


def _is_named(bank: DealBank | None) -> bool:
    return bank is not None and bool(bank.bic or bank.name)


def _words(role: str) -> str:
    return role.replace("_", " ")
