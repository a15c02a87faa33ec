"""A deal before shipping, asked about by the same rules as the payment for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from brightline.beside.deal_copies import CheckedBefore, NearCopy, near_copies
from brightline.beside.deals import Deal, DealBank, DealParty, DealShape
from brightline.beside.record import beside_of
from brightline.payments.enrich import complete
from brightline.payments.identifiers import check, identifier
from brightline.screen.edition import Edition
from brightline.screen.requirements import OURS
from brightline.screen.screen import screen
from brightline.terms import AsOf, Decision, Form, Goods, Identifier, Noted, Outcome, Party, Payment, Text
from brightline.terms.beside import Beside

FORMAT = "brightline.deal"
DAYS_VALID = 14  # own choice: lists change nearly every day, and a deal should be asked about again before it ships
_ROLES = ("end_user", "consignee", "notify_party", "carrier", "insurer")
ALTERED = "an altered copy of a deal that was held: ask what changed, and have the change confirmed in writing"


@dataclass(frozen=True, slots=True)
class CheckedDeal:
    """A deal and what came out. `outcome` is at least review where a held deal was altered and checked again.

    `before`: earlier checks of the very same deal; `copies`: those of deals that this one is an altered copy of.
    """

    deal: Deal
    decision: Decision
    outcome: Outcome
    before: tuple[CheckedBefore, ...]
    copies: tuple[NearCopy, ...]
    expires: date

    @property
    def ask(self) -> tuple[str, ...]:
        """What to ask the buyer for, the most settling first."""
        held = self.outcome is not Outcome.RELEASE
        wanted = [one.would_settle for one in self.decision.unknowns if one.rule not in OURS] if held else []
        return tuple(dict.fromkeys((*wanted, *((ALTERED,) if any(one.slips_past for one in self.copies) else ()))))


def check_deal(
    deal: Deal, source: str, edition: Edition, as_of: AsOf, earlier: Sequence[CheckedBefore] = ()
) -> CheckedDeal:
    """Ask the rules about a deal; `earlier`: the deals checked before. Raises CallError for papers of no shape."""
    decision = screen(payment_of(deal.shape, source), edition, as_of, beside=_beside(deal))
    copies = near_copies(deal.given, earlier, deal.digest)
    before = tuple(one for one in earlier if one.digest == deal.digest)
    outcome = decision.outcome
    if outcome is Outcome.RELEASE and any(one.slips_past for one in copies):
        outcome = Outcome.REVIEW
    return CheckedDeal(deal, decision, outcome, before, copies, as_of.known.date() + timedelta(days=DAYS_VALID))


def payment_of(deal: DealShape, source: str) -> Payment:
    """The payment that the deal would lead to, with everybody in it; every place names the field of the deal."""
    return complete(
        Payment(
            source=source,
            format=FORMAT,
            end_to_end_id=deal.deal,
            amount=deal.amount,
            currency=deal.currency,
            value_date=deal.dated,
            parties=tuple(_parties(deal)),
            texts=tuple(_texts(deal)),
            goods=tuple(_goods(deal)),
            route=tuple(deal.route),
            references=(Noted("route", " ".join(deal.route), "route"),) if deal.route else (),
        )
    )


def _parties(deal: DealShape) -> Iterator[Party]:
    """Who pays is the debtor; a buyer for whom another pays stands behind it."""
    yield _party("debtor", deal.payer or deal.buyer, "payer" if deal.payer else "buyer")
    if deal.payer is not None:
        yield _party("ultimate_debtor", deal.buyer, "buyer")
    yield from _banks(deal)
    yield _party("creditor", deal.seller, "seller")
    for role in _ROLES:
        if (party := getattr(deal, role)) is not None:
            yield _party(role, party, role)
    if deal.vessel is not None:
        numbers = (identifier("IMO", deal.vessel.imo),) if deal.vessel.imo else ()
        yield Party("vessel", "vessel", deal.vessel.name, identifiers=numbers)


def _party(role: str, said: DealParty, path: str) -> Party:
    numbers = tuple(identifier(one.scheme.strip().upper(), one.value) for one in said.identifiers)
    seen = (Form("address", said.country),) if said.country else ()
    return Party(
        role, path, said.name, (said.name,), address=tuple(said.address), country=said.country, countries=seen,
        identifiers=numbers,
    )  # fmt: skip


def _banks(deal: DealShape) -> Iterator[Party]:
    banks = deal.banks
    if banks.buyer is not None:
        yield _bank("debtor_agent", banks.buyer, "banks.buyer")
    for at, one in enumerate(banks.between):
        yield _bank("intermediary_agent", one, f"banks.between[{at}]")
    if banks.seller is not None:
        yield _bank("creditor_agent", banks.seller, "banks.seller")


def _bank(role: str, said: DealBank, path: str) -> Party:
    numbers = (Identifier("BIC", said.bic, check("BIC", said.bic)),) if said.bic else ()
    return Party(role, path, said.name, country=said.country, bic=said.bic, identifiers=numbers)


def _goods(deal: DealShape) -> Iterator[Goods]:
    for at, line in enumerate(deal.goods):
        words = " ".join(filter(None, (line.words, line.maker, line.part_number)))
        yield Goods(line.hs, line.hs_edition, words or None, f"goods[{at}]")


def _texts(deal: DealShape) -> Iterator[Text]:
    if deal.terms is not None:
        yield Text("terms", deal.terms, "terms")
    for at, place in enumerate(deal.places):
        if place.name:
            yield Text("place", place.name, f"places[{at}]")


def _beside(deal: Deal) -> Beside:
    """The papers of the deal; what it says of end use joins them as a statement of the end user."""
    papers = list(deal.given.get("papers") or ())  # type: ignore[call-overload]
    if deal.shape.end_use is not None:
        papers.append({"kind": "end_user_statement", "statements": [deal.shape.end_use]})
    return beside_of({"papers": papers} if papers else {})
