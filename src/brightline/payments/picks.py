"""Which amount, date and reference of a transaction are *the* amount, date and reference of the payment.

Paths are tried in order, first in the transaction, then in what encloses it. The amount: interbank settlement, for
pain.001 the instructed one, for a return the returned one, for an entry the transaction's own, else the entry's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from brightline.errors import UnreadableMessage
from brightline.payments.tree import Node

_ENTRY_AMOUNTS = (
    "Amt",
    "AmtDtls/TxAmt/Amt",
    "AmtDtls/InstdAmt/Amt",
    "NtryDtls/TxDtls/Amt",
    "NtryDtls/Btch/TtlAmt",
)
AMOUNTS: dict[str, tuple[str, ...]] = {
    "pacs.008": ("IntrBkSttlmAmt", "InstdAmt", "Amt/InstdAmt", "EqvtAmt/Amt", "EqvtAmt"),
    "pacs.009": ("IntrBkSttlmAmt", "InstdAmt", "UndrlygCstmrCdtTrf/InstdAmt"),
    "pacs.004": ("RtrdIntrBkSttlmAmt", "RtrdInstdAmt", "IntrBkSttlmAmt"),
    "pain.001": ("Amt/InstdAmt", "InstdAmt", "Amt/EqvtAmt/Amt", "Amt/EqvtAmt"),
    "camt": _ENTRY_AMOUNTS,
}
DATES: dict[str, tuple[str, ...]] = {
    "pacs.008": ("IntrBkSttlmDt", "GrpHdr/IntrBkSttlmDt"),
    "pacs.009": ("IntrBkSttlmDt", "GrpHdr/IntrBkSttlmDt"),
    "pacs.004": ("IntrBkSttlmDt", "GrpHdr/IntrBkSttlmDt"),
    "pain.001": ("ReqdExctnDt/Dt", "ReqdExctnDt/DtTm", "ReqdExctnDt"),
    "camt": ("ValDt/Dt", "ValDt/DtTm", "ValDt", "RltdDts/IntrBkSttlmDt", "BookgDt/Dt", "BookgDt/DtTm", "BookgDt"),
}
END_TO_END = ("PmtId/EndToEndId", "OrgnlEndToEndId", "Refs/EndToEndId")
UETR = ("PmtId/UETR", "OrgnlUETR", "Refs/UETR", "UETR")
DIRECTION = ("CdtDbtInd",)

_NUMBER = re.compile(r"\+?([0-9]+(?:\.[0-9]*)?|\.[0-9]+)\Z")
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T[0-9:.,]+)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?\Z")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount with its currency, as printed."""

    digits: str
    currency: str | None


def pick(nodes: list[Node], paths: tuple[str, ...]) -> Node | None:
    """The first leaf with text: the innermost element before what encloses it, paths in order."""
    for node in nodes:
        for path in paths:
            found = node.find(path)
            if found is not None and found.text:
                return found
    return None


def pick_text(nodes: list[Node], paths: tuple[str, ...]) -> str | None:
    """The text of `pick`, or None."""
    found = pick(nodes, paths)
    return found.text if found is not None else None


def pick_amount(nodes: list[Node], kind: str) -> Amount:
    """The amount of the payment. Raises UnreadableMessage if there is none or it is no plain positive number."""
    paths = AMOUNTS.get(kind) or AMOUNTS["camt"]
    found = pick(nodes, paths)
    if found is None:
        raise UnreadableMessage(nodes[0].path or paths[0], "no amount", f"an amount in {paths[0]}")
    currency = next((value.strip() for name, value in found.attributes if name == "Ccy"), None)
    return Amount(digits_of(found.text, found.path), currency or None)


def digits_of(printed: str, where: str) -> str:
    """The digits with their decimal point. Raises UnreadableMessage for a sign, separators, words or an exponent."""
    number = _NUMBER.match(printed)
    if number is None:
        what = "a negative amount" if printed.lstrip().startswith(("-", "−")) else "an amount that is no number"
        raise UnreadableMessage(
            where, f"{what}: {shortened(printed)}", "digits with at most one decimal point, like 1250.00"
        )
    return number.group(1)


def day_of(printed: str, where: str) -> str:
    """The calendar day of a date or moment. Raises UnreadableMessage if it is none."""
    written = _DAY.match(printed)
    try:
        if written is None:
            raise ValueError(printed)
        return date.fromisoformat(written.group(1)).isoformat()
    except ValueError:
        raise UnreadableMessage(where, f"the date {shortened(printed)}", "a date like 2024-05-31") from None


def shortened(printed: str) -> str:
    """At most sixty characters of a value, for a sentence."""
    return printed if len(printed) <= 60 else f"{printed[:60]}…"
