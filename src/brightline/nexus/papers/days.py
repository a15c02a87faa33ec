"""Days of papers out of order with each other, the payment, or the moment they are looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from brightline.beside.papers import SHIPPING
from brightline.nexus.papers.contradiction import Contradiction
from brightline.terms import Payment
from brightline.terms.beside import Paper


def not_yet(papers: Sequence[Paper], moment: datetime) -> Iterator[Contradiction]:
    """Papers dated a day or more after the moment they are looked at; a day is left for zones."""
    latest = moment.date() + timedelta(days=1)
    for paper in papers:
        if paper.issued and date.fromisoformat(paper.issued) > latest:
            yield Contradiction(f"{paper.path}.issued", paper.issued, "moment", moment.date().isoformat())


def after_payment(payment: Payment, papers: Sequence[Paper], kind: str, days: int) -> Iterator[Contradiction]:
    """Papers of a kind issued more than `days` after the value date."""
    paid = _day(payment.value_date)
    for paper in papers if paid else ():
        if paper.kind == kind and paper.issued and paid and date.fromisoformat(paper.issued) > paid + timedelta(days):
            yield Contradiction(f"{paper.path}.issued", paper.issued, "value_date", paid.isoformat())


def shipped_before_contract(papers: Sequence[Paper]) -> Iterator[Contradiction]:
    """Goods shipped before any contract in the papers was made."""
    made = [paper for paper in papers if paper.kind == "contract" and paper.issued]
    first = min(made, key=lambda paper: paper.issued or "", default=None)
    for paper in papers:
        shipped = paper.shipped or (paper.issued if paper.kind in SHIPPING else None)
        if first and first.issued and shipped and shipped < first.issued:
            yield Contradiction(f"{paper.path}.shipped", f"shipped {shipped}", f"{first.path}.issued", first.issued)


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:  # a message may print a day that is none; that is told elsewhere
        return None
