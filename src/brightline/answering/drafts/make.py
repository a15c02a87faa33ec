"""One door to every draft: from a decision line and a wish to the bytes of a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from brightline.answering.drafts import fin, investigation, iso
from brightline.answering.drafts.order import Order, Wish, order_of
from brightline.screen.plain import Json

_MAKERS: Mapping[str, Callable[[Order], bytes]] = {
    "pacs.002": iso.status_report,
    "pacs.004": iso.payment_return,
    "camt.056": iso.cancellation_request,
    "camt.029": iso.cancellation_answer,
    "camt.110": investigation.investigation_request,
    "camt.111": investigation.investigation_response,
    "MT195": fin.query,
    "MT196": fin.answer,
    "MT199": fin.free_text,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft ready to be looked at. `name`: of its file. `notes`: what a person should know before sending it."""

    name: str
    content: bytes
    media_type: str
    order: Order
    notes: tuple[str, ...]


def make_draft(line: Json, wish: Wish, made: datetime) -> Draft:
    """A draft about the payment of a decision line. Same line, wish and moment: the same bytes. Raises Refused."""
    order = order_of(line, wish, made)
    content = _MAKERS[order.kind.kind](order)
    ending, media_type = ("fin", "text/plain") if order.kind.is_mt else ("xml", "application/xml")
    return Draft(f"{order.kind.kind}-{order.reference}.{ending}", content, media_type, order, tuple(_notes(order)))


def _notes(order: Order) -> list[str]:
    told = []
    if order.original.uetr is None:
        told.append("The payment names no UETR of the agreed form; the draft carries none.")
    if order.kind.schema == "reading" and not order.kind.is_mt:
        told.append(f"{order.kind.version} follows our own reading; hold it against the schema you send under.")
    return told
