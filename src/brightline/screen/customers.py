"""The same rules asked about a customer, for periodic review: what it is, who owns it, what it trades and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from brightline.beside.customers import Customer
from brightline.beside.record import beside_of
from brightline.payments.enrich import complete
from brightline.payments.identifiers import identifier
from brightline.screen.brief import reasons
from brightline.screen.edition import Edition
from brightline.screen.requirements import CUSTOMER, OURS
from brightline.screen.screen import screen
from brightline.screen.wire import decision_json
from brightline.terms import AsOf, Decision, Determined, Form, Goods, Noted, Party, Payment, Text
from brightline.terms.beside import Beside

# Days until the next look, by our own choice: a customer with Russian business sooner than one without.
SOON, WITH_RUSSIA, WITHOUT = 30, 180, 365
RUSSIAN = ("RU", "BY")
# Open questions that a customer cannot settle: of the way of a transfer, of lists, and of the law book.
OF_TRANSFERS = ("primary-us-nexus", "listed-bank-in-chain", "licence", *OURS)


@dataclass(frozen=True, slots=True)
class Assessed:
    """A customer, what the rules say of it, and the day of the next review."""

    customer: Customer
    decision: Decision
    next_review: date

    @property
    def ask(self) -> tuple[str, ...]:
        """What to ask the customer for; nothing where it is not linked."""
        open_ = self.decision.determination.answer is not Determined.NOT_LINKED
        about = [one for one in self.decision.unknowns if one.rule not in OF_TRANSFERS]
        wanted = [one.would_settle for one in about] if open_ else []
        return tuple(dict.fromkeys(wanted))


def assess(customer: Customer, edition: Edition, as_of: AsOf) -> Assessed:
    """The determination over a customer: as a buyer of what it trades, in Russia too where it has business there."""
    decision = screen(_payment(customer), edition, as_of, beside=_beside(customer))
    return Assessed(customer, decision, _next_review(customer, decision, as_of.known.date()))


def _next_review(customer: Customer, decision: Decision, today: date) -> date:
    """At once where linked, soon where nobody can tell; else counted from the last review, never before today."""
    answer = decision.determination.answer
    if answer is not Determined.NOT_LINKED:
        return today + timedelta(days=0 if answer is Determined.LINKED else SOON)
    last = date.fromisoformat(customer.last_review) if customer.last_review else today
    every = WITH_RUSSIA if customer.country in RUSSIAN or _share(customer) else WITHOUT
    return max(today, last + timedelta(days=every))


def _share(customer: Customer) -> Decimal:
    return Decimal(customer.russian_share or 0)


def _payment(customer: Customer) -> Payment:
    """What the rules look at: the customer as who gets its goods, the codes it trades, its business in words."""
    numbers = tuple(identifier(one.scheme.strip().upper(), one.value) for one in customer.identifiers)
    countries = (Form("address", customer.country),) if customer.country else ()
    party = Party(
        "debtor", "name", customer.name, (customer.name,), country=customer.country, countries=countries,
        identifiers=numbers,
    )  # fmt: skip
    route = tuple(_route(customer))
    return complete(
        Payment(
            source=customer.id,
            format=CUSTOMER,
            end_to_end_id=customer.id,
            parties=(party,),
            texts=(Text("business", customer.business, "business"),) if customer.business else (),
            goods=tuple(Goods(code, None, None, f"hs[{at}]") for at, code in enumerate(customer.hs)),
            route=route,
            references=(Noted("route", " ".join(route), "russian_share"),) if _share(customer) else (),
        )
    )


def _route(customer: Customer) -> Iterator[str]:
    if customer.country:
        yield customer.country
    if _share(customer):
        yield "RU"


def _beside(customer: Customer) -> Beside:
    """The customer's profile, as far as the row tells it."""
    profile = {
        "name": customer.name,
        "country": customer.country,
        "business": customer.business,
        "identifiers": [one.model_dump() for one in customer.identifiers],
        "owners": [one.model_dump(exclude_none=True) for one in customer.owners],
        "trade": {"hs": list(customer.hs)},
    }
    return beside_of({"profiles": [{key: value for key, value in profile.items() if value}]})


def assessed_json(assessed: Assessed) -> dict[str, object]:
    """A line of the answer, for programs."""
    customer, decision = assessed.customer, decision_json(assessed.decision)
    return {
        "id": customer.id,
        "name": customer.name,
        "determination": decision["determination"],
        "outcome": assessed.decision.outcome.value,
        "reasons": list(reasons(decision)),
        "ask": list(assessed.ask),
        "russian_share": customer.russian_share,
        "last_review": customer.last_review,
        "next_review": assessed.next_review.isoformat(),
        "decision": decision,
    }
