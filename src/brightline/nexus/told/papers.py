"""Facts of papers beside the message that contradict it or each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from brightline.nexus.logic import either
from brightline.nexus.papers import amounts as priced
from brightline.nexus.papers import days as dated
from brightline.nexus.papers import goods as named
from brightline.nexus.papers import sides as parties
from brightline.nexus.papers import way
from brightline.nexus.papers.contradiction import Contradiction, message_of
from brightline.nexus.signs.goods_kinds import is_vague
from brightline.nexus.told.asked import Asked, Teller, Told
from brightline.terms import Answer, Payment
from brightline.terms.beside import on_paper

TOLERANCE, UNDERVALUED = "papers_tolerance", "papers_undervalued"
THERE = "russia_and_belarus"
LATE_INVOICE, LATE_CONTRACT = "papers_late_invoice", "papers_late_contract"
_NO_PAPERS = Told(Answer.NO, "no papers came beside the message")
_AGREE = Told(Answer.NO, "nothing of the kind is seen")


def amounts(topic: object, asked: Asked) -> Told:
    """Whether more is paid than papers say, lines exceed their total, or customs is told far less."""
    papers, tolerance = asked.facts.beside.papers, _percent(asked, TOLERANCE)
    return _told(
        (
            *priced.paid_too_much(asked.facts.payment, papers, tolerance),
            *priced.sums_differ(papers, tolerance),
            *priced.undervalued(papers, _percent(asked, UNDERVALUED)),
        )
    )


def quantities(topic: object, asked: Asked) -> Told:
    """Whether a shipping paper counts more than the invoices."""
    return _told(priced.shipped_too_much(asked.facts.beside.papers, _percent(asked, TOLERANCE)))


def sides(topic: object, asked: Asked) -> Told:
    """Whether an invoice or contract names a buyer or seller whom the message does not."""
    return _told(parties.other_sides(_message(asked), asked.facts.beside.papers))


def receivers(topic: object, asked: Asked) -> Told:
    """Whether papers name a consignee, or an end user abroad, whom the message does not."""
    return _told(parties.other_receivers(_message(asked), asked.facts.beside.papers))


def goods(topic: object, asked: Asked) -> Told:
    """Whether papers and message name other goods."""
    papers = asked.facts.beside.papers
    return _told((*named.other_codes(_message(asked), papers), *named.other_kinds(asked.facts.goods, papers)))


def destination(topic: object, asked: Asked) -> Told:
    """Whether papers end the way in another country than the message."""
    return _told(way.other_destination(_message(asked), asked.facts.beside.papers))


def undisclosed(topic: object, asked: Asked) -> Told:
    """Unknown where papers lead to Russia or Belarus, the message does not say so, and it alone says which goods."""
    facts, message = asked.facts, _message(asked)
    if any(on_paper(line.path) and not is_vague(line) for line in facts.goods):
        return _AGREE
    there = asked.book.parameter(THERE, asked.moment).words
    papers = facts.beside.papers
    found = (*parties.receivers_in(message, papers, there), *way.ends_in(message, papers, there))
    return _told(replace(one, answer=Answer.UNKNOWN) for one in found)


def vessel(topic: object, asked: Asked) -> Told:
    """Whether two ships are named where one sails, or a number that no ship has."""
    return _told(way.other_vessel(asked.facts.payment, _message(asked)))


def days(topic: object, asked: Asked) -> Told:
    """Whether days are out of order."""
    payment, papers = asked.facts.payment, asked.facts.beside.papers
    return _told(
        (
            *dated.not_yet(papers, asked.moment),
            *dated.after_payment(payment, papers, "invoice", _days(asked, LATE_INVOICE)),
            *dated.after_payment(payment, papers, "contract", _days(asked, LATE_CONTRACT)),
            *dated.shipped_before_contract(papers),
        )
    )


def _message(asked: Asked) -> Payment:
    return asked.once("message", lambda: message_of(asked.facts.payment))


def _told(found: Iterable[Contradiction]) -> Told:
    several = tuple(dict.fromkeys(found))
    if not several:
        return _AGREE
    answer = either(one.answer for one in several)
    return Told(answer, "; ".join(one.told() for one in several), tuple(one.evidence() for one in several))


def _percent(asked: Asked, name: str) -> Decimal:
    return Decimal(asked.book.parameter(name, asked.moment).thousandths or 0) / 1000


def _days(asked: Asked, name: str) -> int:
    return (asked.book.parameter(name, asked.moment).thousandths or 0) // 1000


def _with_papers(teller: Callable[[object, Asked], Told]) -> Teller:
    """The teller, asked only where papers came."""
    return lambda topic, asked: teller(topic, asked) if asked.facts.beside.papers else _NO_PAPERS


_TOLD = (amounts, quantities, sides, receivers, goods, destination, undisclosed, vessel, days)
TELLERS: Mapping[str, Teller] = {f"papers.{teller.__name__}": _with_papers(teller) for teller in _TOLD}
