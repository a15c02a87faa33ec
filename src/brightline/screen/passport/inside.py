"""The limits of a passport: parties, goods, route, banks, amounts and prices, each seen in the payment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from brightline.beside.cleared import differences
from brightline.beside.passports import BUYS, SELLS
from brightline.screen.passport.goods import goods_inside
from brightline.screen.passport.question import Question, Seen, yes_if
from brightline.terms import Answer
from brightline.terms.beside import PaperLine
from brightline.terms.cleared import Cleared, PriceBand

ENDS = ("end_user", "consignee")


def buyer(question: Question) -> Seen:
    """Whether who pays is the buyer that was cleared."""
    return _side(question, BUYS, question.passport.buyer)


def seller(question: Question) -> Seen:
    """Whether who is paid is the seller that was cleared."""
    return _side(question, SELLS, question.passport.seller)


def _side(question: Question, roles: Sequence[str], cleared: Cleared) -> Seen:
    """Whether the first of a side is the one cleared; who else stands there is asked for by itself."""
    party = next((one for role in roles for one in question.parties if one.role == role), None)
    if party is None:
        return Answer.NO, "nobody is named"
    told = differences(cleared, party)
    return yes_if(not told, ", ".join(told) or str(party.name))


def end_user(question: Question) -> Seen:
    """Who gets the goods in the end: where message or papers name one, the one that was cleared."""
    cleared = question.passport.end_user or question.passport.buyer
    named = [one for one in question.parties if one.role in ENDS]
    told = [f"{one.role.replace('_', ' ')}: {why}" for one in named for why in differences(cleared, one)]
    silent = f"none is named; {cleared.names[0]} was cleared"
    return yes_if(not told, "; ".join(told) or ", ".join(str(one.name) for one in named) or silent)


def nobody_else(question: Question) -> Seen:
    """Whether everybody named, but carriers and insurers, is one of those that were cleared."""
    passport = question.passport
    known = [one for one in (passport.buyer, passport.seller, passport.end_user) if one is not None]
    others = [one for one in question.parties if all(differences(cleared, one) for cleared in known)]
    told = ", ".join(f"{one.role.replace('_', ' ')} {one.name or one.account or 'unnamed'!r}" for one in others)
    return yes_if(not others, told or "nobody else is named")


def goods(question: Question) -> Seen:
    """Whether the goods are those that were cleared, as far as anything names them."""
    return goods_inside(question.passport.goods, question.facts)


def route(question: Question) -> Seen:
    """Whether every country seen is one of the route."""
    seen = question.facts.countries
    others = [one for one in seen if one not in question.passport.route]
    told = f"{', '.join(others)}: not on the route" if others else ", ".join(seen) or "no country is named"
    return yes_if(not others, told)


def banks(question: Question) -> Seen:
    """Whether every bank is one that was cleared, by its BIC."""
    agents = [one for one in question.facts.payment.parties if one.role.endswith("_agent")]
    cleared = {bic[:8] for bic in question.passport.banks}
    others = [one for one in agents if (one.bic or "")[:8] not in cleared]
    told = ", ".join(str(one.bic or one.name or "a bank without name or code") for one in others or agents)
    return yes_if(not others, told or "no bank is named")


def amount(question: Question) -> Seen:
    """Whether the amount is under the ceiling of one payment, in its currency."""
    payment, ceiling = question.facts.payment, question.passport.ceiling
    told = f"{payment.amount} {payment.currency}; the ceiling is {ceiling.payment} {ceiling.currency}"
    if payment.amount is None or payment.currency != ceiling.currency:
        return Answer.NO, told
    return yes_if(Decimal(payment.amount) <= ceiling.payment, told)


def period(question: Question) -> Seen:
    """The payments counted with the passport, or of those two in the history; where both were counted, the more."""
    ceiling = question.passport.ceiling
    if ceiling.period is None or ceiling.days is None:
        return Answer.YES, "no ceiling of a period was set"
    since = question.as_of.known.date() - timedelta(days=ceiling.days)
    counted = [one for one in (_counted(question, since), _in_history(question, since)) if one is not None]
    if not counted:
        return Answer.UNKNOWN, "nobody counted the payments of the period, and no history was handed in"
    together = max(counted) + Decimal(question.facts.payment.amount or 0)
    limit = f"the ceiling is {ceiling.period} in {ceiling.days} days"
    return yes_if(together <= ceiling.period, f"{together} {ceiling.currency} with this one since {since}; {limit}")


def _counted(question: Question, since: date) -> Decimal | None:
    used = question.passport.used
    return None if used is None else sum((one.amount for one in used if one.on > since), Decimal(0))


def _in_history(question: Question, since: date) -> Decimal | None:
    """The sum of the two's payments in the months that the period touches: whole months, so never too little."""
    history = question.facts.beside.history
    if history is None:
        return None
    first, currency = f"{since:%Y-%m}", question.passport.ceiling.currency
    months = [one for one in history.pair.months if one.month >= first and one.currency == currency]
    return sum((Decimal(one.value) for one in months), Decimal(0))


def price(question: Question) -> Seen:
    """The price of a unit, where a paper says quantity and value in the unit and currency of the band."""
    band = question.passport.price
    if band is None:
        return Answer.YES, "no band of prices was set"
    prices = [price for paper in question.facts.beside.papers for price in _prices(paper.lines, paper.currency, band)]
    outside = [one for one in prices if not band.least <= one <= band.greatest]
    if not prices:
        return Answer.YES, "no price is named"
    told = ", ".join(f"{one:.2f} {band.currency}" for one in outside or prices)
    return yes_if(not outside, f"{told} by {band.unit}; {band.least} to {band.greatest} was cleared")


def _prices(lines: Sequence[PaperLine], currency: str | None, band: PriceBand) -> Iterator[Decimal]:
    for line in lines:
        quantity = Decimal(line.quantity or 0)
        if line.unit == band.unit and currency == band.currency and quantity and line.value:
            yield Decimal(line.value) / quantity
