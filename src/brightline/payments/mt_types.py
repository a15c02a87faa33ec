"""Which MT types are read, which are transfers we do not read, and which move no money.

| type | kind | why |
| --- | --- | --- |
| 101 | read | request for transfer: one payment for each transaction of sequence B |
| 103, 103 STP, 103 REMIT | read | single customer credit transfer |
| 202, 202 COV, 205, 205 COV | read | transfer between banks; COV by {119:COV} or by customers (50a, 59a) in it |
| 700 | read | documentary credit: goods in 45A, ports in 44E/44F |
| 910 | read | confirmation of credit: money has come in |
| other 1xx (102, 104, 107, 110, 121 …) | transfer, not read | several transfers, direct debits, cheques, EDIFACT |
| other 2xx (200, 201, 203, 204, 206, 207, 256 …) | transfer, not read | own and multiple transfers, direct debits |
| 400, 405, 450 | transfer, not read | proceeds of collections and cash letters |
| 701, 705, 707, 708, 710, 711, 720, 721 | transfer, not read | parts of and changes to documentary credits |
| 740, 742, 744, 747, 750, 752, 754, 756 | transfer, not read | claims and advices under documentary credits |
| 9xx with entries (:61:), such as 940, 942, 950 | transfer, not read | each entry is a payment not spelt out |
| 900 | not a payment | confirms a debit whose transfer travels in a message of its own |
| 210 | not a payment | announces money to be received |
| 9xx without entries (920, 941, 985 …) | not a payment | requests, balances |
| n90 to n99 (191, 192, 195, 196, 199, 999 …) | not a payment | charges, cancellations, queries, answers, free format |
| 3xx, 5xx, 6xx, 8xx, other 4xx and 7xx | not a payment | trades, securities, metals, cheques, notices |
| 000 to 099 | not a payment | messages of the network |
"""

from __future__ import annotations

import re

from brightline.payments.mt_blocks import FinMessage

READ = frozenset({"101", "103", "202", "205", "700", "910"})
NO_TRANSFERS = frozenset({"210", "900"})  # within categories that otherwise move money
TRANSFERS_NOT_READ = re.compile(
    r"[12](?!9)\d\d|40[05]|450|7(?:01|05|07|08|10|11|20|21|40|42|44|47|50|52|54|56)"  # see the table above
)
_STATEMENT_WITH_ENTRIES = re.compile(r"9[0-8]\d")
_APPLICATION = re.compile(r"\s*[IO]?\s*([0-9]{3})", re.IGNORECASE)


def message_type(message: FinMessage) -> str | None:
    """The three digits of block 2, else what the fields can only belong to, else None."""
    told = _APPLICATION.match(message.application or "")
    return told.group(1) if told else _type_of_fields(frozenset(field.tag for field in message.fields))


def _type_of_fields(tags: frozenset[str]) -> str | None:
    """The type that the fields show where block 2 is missing; None where they could be of several."""
    numbers = {tag[:2] for tag in tags}
    if "60F" in tags or "60M" in tags:
        return "940"
    if {"20", "40A", "32B"} <= tags and numbers & {"44", "45", "46"}:
        return "700"
    if {"20", "21", "32B"} <= tags and "59" in numbers and numbers & {"28", "30"}:
        return "101"
    if "32A" in tags and "23B" in tags:
        return "103"
    if "32A" in tags and "58" in numbers:
        return "202"
    if "32A" in tags and "50" in numbers and "59" in numbers:
        return "103"
    if {"20", "25", "32A"} <= tags and numbers & {"50", "52"}:
        return "910"
    return "999" if "79" in numbers else None


def is_unread_transfer(kind: str, message: FinMessage) -> bool:
    """Whether the message moves money in a way we do not read; such a message is unreadable, never `not a payment`."""
    if kind not in READ and kind not in NO_TRANSFERS and TRANSFERS_NOT_READ.fullmatch(kind):
        return True
    return bool(_STATEMENT_WITH_ENTRIES.fullmatch(kind)) and any(field.tag == "61" for field in message.fields)


def variant_of(kind: str, message: FinMessage) -> str | None:
    """`COV`, `STP`, `REMIT`, or `core`; None for types that have no variants."""
    flag = next((value.strip().upper() for tag, value in message.user if tag == "119"), "")
    if kind in ("202", "205"):
        return "COV" if flag == "COV" or _has_customers(message) else "core"
    if kind == "103":
        return flag if flag in ("STP", "REMIT") else "core"
    return None


def _has_customers(message: FinMessage) -> bool:
    return any(field.number in ("50", "59") for field in message.fields)
