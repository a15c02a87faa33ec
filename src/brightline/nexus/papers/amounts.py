"""Amounts and quantities of papers beside each other and beside what is paid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from brightline.beside.papers import SHIPPING
from brightline.nexus.papers.contradiction import Contradiction
from brightline.terms import Answer, Payment
from brightline.terms.beside import Paper, PaperLine
from brightline.text.fold import fold

_PRICED = ("invoice", "contract", "documentary_credit")  # papers that say how much is owed at most


def paid_too_much(payment: Payment, papers: Sequence[Paper], percent: Decimal) -> Iterator[Contradiction]:
    """What is paid beyond what invoices, contracts or a credit say, by more than `percent`; or in another currency.

    Less is no contradiction: it may be a part. Only of an invoice another currency leaves the question open.
    """
    paid = _paid(payment)
    for kind in _PRICED if paid else ():
        priced = [paper for paper in papers if paper.kind == kind and paper.amount and paper.currency]
        owed = _by_currency(priced)
        shared = sorted(set(paid) & set(owed))
        for currency in shared:
            if paid[currency] > _with(owed[currency], percent):
                said = f"{owed[currency]} {currency} in all" if len(priced) > 1 else f"{owed[currency]} {currency}"
                yield Contradiction("amount", f"{paid[currency]} {currency}", f"{priced[0].path}.amount", said)
        if priced and not shared and kind == "invoice":
            said = f"{priced[0].amount} {priced[0].currency}"
            yield Contradiction("amount", _told(paid), f"{priced[0].path}.amount", said, Answer.UNKNOWN)


def sums_differ(papers: Sequence[Paper], percent: Decimal) -> Iterator[Contradiction]:
    """Papers whose lines add up to more than their total, by more than `percent`."""
    for paper in papers:
        values = [Decimal(line.value) for line in paper.lines if line.value is not None]
        if paper.amount is None or not values or len(values) < len(paper.lines):
            continue
        if sum(values) > _with(Decimal(paper.amount), percent):
            told = f"lines of {sum(values)} {paper.currency}"
            yield Contradiction(f"{paper.path}.goods", told, f"{paper.path}.amount", f"{paper.amount} {paper.currency}")


def undervalued(papers: Sequence[Paper], percent: Decimal) -> Iterator[Contradiction]:
    """Customs declarations that state less than `percent` of what is invoiced in the same currency."""
    invoiced = _by_currency([paper for paper in papers if paper.kind == "invoice" and paper.amount])
    for paper in papers:
        price = invoiced.get(paper.currency or "")
        if paper.kind != "customs_declaration" or paper.amount is None or price is None:
            continue
        if Decimal(paper.amount) < price * percent / 100:
            first = next(one for one in papers if one.kind == "invoice" and one.currency == paper.currency)
            declared = f"{paper.amount} {paper.currency} declared"
            yield Contradiction(f"{paper.path}.amount", declared, f"{first.path}.amount", f"{price} {paper.currency}")


def shipped_too_much(papers: Sequence[Paper], percent: Decimal) -> Iterator[Contradiction]:
    """Goods of which a shipping paper counts more than the invoices, in the same unit, by more than `percent`."""
    invoiced = _counted(papers, ("invoice",))
    for paper in papers:
        counted = _counted([paper], SHIPPING)
        for key in sorted(set(counted) & set(invoiced)):
            (line, shipped), (other, price) = counted[key], invoiced[key]
            if shipped > _with(price, percent):
                yield Contradiction(
                    f"{line.path}.quantity", f"{shipped} {line.unit}", f"{other.path}.quantity", f"{price} {other.unit}"
                )


def _counted(papers: Sequence[Paper], kinds: Sequence[str]) -> Mapping[tuple[str, str], tuple[PaperLine, Decimal]]:
    """The quantity of each kind of goods by code (or words) and unit, with the first line that names it."""
    found: dict[tuple[str, str], tuple[PaperLine, Decimal]] = {}
    for line in (line for paper in papers if paper.kind in kinds for line in paper.lines):
        if line.quantity is None or line.unit is None:
            continue
        key = (line.hs[:6] if line.hs else fold(line.words or ""), fold(line.unit))
        first, total = found.get(key, (line, Decimal(0)))
        found[key] = (first, total + Decimal(line.quantity))
    return found


def _paid(payment: Payment) -> Mapping[str, Decimal]:
    """What is paid, by currency: the amount, and others of the same payment such as the instructed one."""
    noted = {one.currency: Decimal(one.value) for one in payment.amounts if one.currency and _is_number(one.value)}
    main = {payment.currency: Decimal(payment.amount)} if payment.currency and payment.amount else {}
    return {**noted, **main}


def _is_number(written: str) -> bool:
    return written.replace(".", "", 1).isdecimal()


def _by_currency(papers: Sequence[Paper]) -> Mapping[str, Decimal]:
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for paper in papers:
        sums[paper.currency or ""] += Decimal(paper.amount or 0)
    return sums


def _told(paid: Mapping[str, Decimal]) -> str:
    return ", ".join(f"{value} {currency}" for currency, value in paid.items())


def _with(value: Decimal, percent: Decimal) -> Decimal:
    return value * (100 + percent) / 100
