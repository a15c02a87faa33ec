"""A plain letter to a customer in English, Chinese or Russian: what is missing, by when, how to send it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from brightline.answering.letters.documents import documents_for, words_in
from brightline.answering.letters.may_ask import may_ask
from brightline.errors import Refused
from brightline.screen.plain import Json, maps, short

CUSTOMERS = ("debtor", "creditor")


@dataclass(frozen=True, slots=True)
class Ordered:
    """What a person asks for. `customer`: debtor or creditor. `agreed_by`: who of legal agreed, where needed."""

    language: str
    customer: str
    until: date
    agreed_by: str = ""


def letter_text(line: Json, reference: str, ordered: Ordered, today: date) -> str:
    """The letter. Raises Refused where we may not ask, the day is past, or there is nothing to ask a customer for."""
    words = words_in(ordered.language)
    _check(line, ordered, today)
    documents = documents_for(line)
    if not documents:
        raise Refused("letter", "nothing open that a customer could show", "a question a document would settle")
    payment = cast("Json", line.get("payment") or {})
    said = {
        "name": _name(payment, ordered.customer),
        "amount": short(f"{payment.get('amount') or ''} {payment.get('currency') or ''}".strip() or "?"),
        "date": str(payment.get("value_date") or "-"),
        "reference": reference,
        "until": ordered.until.isoformat(),
    }
    asked = "\n".join(f"{number}. {one.says[ordered.language]}" for number, one in enumerate(documents, start=1))
    parts = [words["dear"], words["about"], asked, words["until"], words["how"], words["thanks"], words["close"]]
    return "\n\n".join(part if part == asked else part.format_map(said) for part in parts) + "\n"


def _check(line: Json, ordered: Ordered, today: date) -> None:
    if ordered.customer not in CUSTOMERS:
        raise Refused("customer", repr(ordered.customer[:20]), f"one of {', '.join(CUSTOMERS)}")
    if ordered.until < today:
        raise Refused("until", f"{ordered.until}, which is past", f"{today} or later")
    asking = may_ask(line)
    if asking.answer == "no" or (asking.answer == "legal" and not ordered.agreed_by.strip()):
        raise Refused("letter", asking.why, "the agreement of legal, by name", "Ask legal first, and name who agreed.")


def _name(payment: Json, customer: str) -> str:
    found = next((one for one in maps(payment, "parties") if one["role"] == customer), {})
    return short(found.get("name") or found.get("bic") or "?")
