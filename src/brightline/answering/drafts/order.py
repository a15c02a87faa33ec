"""What a draft is made of: the payment it speaks of, who signs, to whom, which code, and what people add in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import cast

from brightline.answering.drafts.kinds import Code, Kind, kind_of
from brightline.errors import Refused
from brightline.screen.plain import Json, maps

LONGEST_WORDS = 1700  # letters: what a narrative of 35 lines holds
_BIC = re.compile(r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_UETR = re.compile(r"[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[89ab][a-f0-9]{3}-[a-f0-9]{12}")
_CUSTOMERS = ("debtor", "creditor")


@dataclass(frozen=True, slots=True)
class Original:
    """The payment a draft speaks of. `instruction_id`: what ties a draft to it where there is no UETR, as field 21."""

    message_id: str
    message_name: str
    instruction_id: str | None
    end_to_end_id: str | None
    uetr: str | None
    amount: str | None
    currency: str | None
    value_date: str | None
    debtor: Json
    debtor_agent: str | None

    @property
    def reference(self) -> str:
        """What the other bank knows the payment by."""
        return self.instruction_id or self.message_id


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asks for. `code`, `ours`, `theirs`: None takes what fits the payment. `words`: added as they are.

    `to_reference`: of the message that is answered, for camt.111 and MT196; None names the payment alone.
    """

    kind: str
    code: str | None = None
    words: str = ""
    ours: str | None = None
    theirs: str | None = None
    to_reference: str | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """Everything a draft says. `reference`: at most 16 letters, the same for the same draft of a moment."""

    kind: Kind
    original: Original
    code: Code | None
    words: str
    ours: str
    theirs: str
    made: datetime
    reference: str
    to_reference: str | None


def order_of(line: Json, wish: Wish, made: datetime) -> Order:
    """The order for a draft of a decision line. Raises Refused for what the decision does not permit or hold."""
    kind = kind_of(wish.kind)
    payment = _payment(line)
    _check_permitted(kind, line)
    if len(wish.words) > LONGEST_WORDS:
        raise Refused("words", f"{len(wish.words)} letters", f"at most {LONGEST_WORDS}")
    original = original_of(payment)
    ours = _bic(wish.ours, payment, kind.ours, "sender")
    theirs = _bic(wish.theirs, payment, kind.theirs, "receiver")
    moment = made.astimezone(UTC).replace(microsecond=0)
    drawn = sha256(f"{line.get('id')} {kind.kind} {moment.isoformat()}".encode()).hexdigest()[:14].upper()
    code, words = kind.code(wish.code), wish.words.strip()
    return Order(kind, original, code, words, ours, theirs, moment, f"BL{drawn}", wish.to_reference)


def original_of(payment: Json) -> Original:
    """The payment as drafts name it."""
    named = {str(one["kind"]): str(one["value"]) for one in reversed(maps(payment, "references"))}
    parties = {str(one["role"]): one for one in reversed(maps(payment, "parties"))}
    uetr = str(payment.get("uetr") or "").lower()
    return Original(
        message_id=_cut(payment.get("message_id")) or "NOTPROVIDED",
        message_name=str(payment.get("format") or "")[:35],
        instruction_id=_cut(named.get("instruction_id") or named.get("transaction_reference")),
        end_to_end_id=_cut(payment.get("end_to_end_id")),
        uetr=uetr if _UETR.fullmatch(uetr) else None,
        amount=_text(payment.get("amount")),
        currency=_text(payment.get("currency")),
        value_date=_text(payment.get("value_date")),
        debtor=parties.get("debtor", {}),
        debtor_agent=_valid(parties.get("debtor_agent", {}).get("bic")),
    )


def bic_of(payment: Json, roles: Sequence[str]) -> str | None:
    """The BIC of the first of these agents that has one."""
    parties = maps(payment, "parties")
    found = (_valid(one.get("bic")) for role in roles for one in parties if one["role"] == role)
    return next((one for one in found if one), None)


def in_chunks(words: str, most: int) -> Iterator[str]:
    """Words in parts of at most so many letters, broken at blanks where there is one."""
    left = " ".join(words.split())
    while left:
        end = len(left) if len(left) <= most else left.rfind(" ", 1, most + 1)
        end = end if end > 0 else most
        yield left[:end]
        left = left[end:].lstrip()


def _payment(line: Json) -> Json:
    payment = cast("Json", line.get("payment") or {})
    if not maps(payment, "parties"):
        raise Refused("case", "a message without parties that could be read", "one with a payment in it")
    return payment


def _check_permitted(kind: Kind, line: Json) -> None:
    permitted = cast("Sequence[str]", line.get("permitted_actions") or ())
    if kind.needs and kind.needs not in permitted:
        told = f"a decision that permits {', '.join(permitted) or 'nothing'}"
        raise Refused(f"draft {kind.kind}", told, f"one that permits to {kind.needs}", "Ask legal before you go on.")


def _bic(wanted: str | None, payment: Json, roles: Sequence[str], what: str) -> str:
    if wanted is not None and _valid(wanted) is None:
        raise Refused(f"BIC of the {what}", repr(wanted[:20]), "a BIC of 8 or 11 letters such as QINGCNBJ")
    found = wanted or bic_of(payment, roles)
    if found is None:
        told = f"none in the payment, as {' or '.join(roles)}"
        raise Refused(f"BIC of the {what}", told, "a BIC", "Name it.")
    return found


def _valid(bic: object) -> str | None:
    return bic if isinstance(bic, str) and _BIC.fullmatch(bic) else None


def _text(value: object) -> str | None:
    return str(value) if value else None


def _cut(value: object) -> str | None:
    """A reference as 35 letters hold it: a longer one cannot be named in a message of ours."""
    return str(value)[:35] if value else None
