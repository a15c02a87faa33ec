"""An independent count of what a message says, to hold a reading against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from lxml import etree

from brightline.terms import NotAPayment, Payment, Read, Unread

XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
NEVER_UNREAD = ("Nm", "AdrLine", "BICFI", "BIC", "AnyBIC", "IBAN", "Ustrd", "StrtNm", "TwnNm", "Ctry", "LEI")


def values_of_xml(data: bytes) -> Iterator[tuple[str, str]]:
    """Every leaf text and attribute value with the local name that holds it, by another way than the reader's."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, remove_comments=True, remove_pis=True))
    for element in root.iter():
        name = etree.QName(element).localname
        for key, value in element.attrib.items():
            if not str(key).startswith(XSI) and str(value).strip():
                yield f"@{key}", str(value).strip()
        for text in (element.text, *(child.tail for child in element)):
            if text and text.strip():
                yield name, text.strip()


def strings_in(thing: object) -> Iterator[str]:
    """Every string that a reading holds, wherever."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, (tuple, list)):
        for part in thing:
            yield from strings_in(part)
    elif is_dataclass(thing):
        for part in fields(thing):
            yield from strings_in(getattr(thing, part.name))


def payments_in(reads: Iterable[Read]) -> list[Payment]:
    """The payments, and those inside what is not a payment."""
    return [
        read.payment if isinstance(read, NotAPayment) else read
        for read in reads
        if isinstance(read, (Payment, NotAPayment))
    ]


def lost_values(data: bytes, reads: Iterable[Read]) -> list[tuple[str, str]]:
    """The values of the file that no payment of it holds, itself or as part of a printed value."""
    held = list(strings_in(payments_in(reads)))
    exact = set(held)
    whole = "\n".join(held)
    squeezed = " ".join(whole.split())
    return [
        (name, value)
        for name, value in values_of_xml(data)
        if value not in exact and value not in whole and " ".join(value.split()) not in squeezed
    ]


def wrongly_unread(reads: Iterable[Read]) -> list[Unread]:
    """What stands in unread though it is a party, agent, amount, date, account or remittance text."""
    return [
        unread
        for payment in payments_in(reads)
        for unread in payment.unread
        if _matters(unread.path.rsplit("/", 1)[-1].split("[")[0])
        or "/RmtInf/" in unread.path
        or "FinInstnId" in unread.path
        or "PstlAdr" in unread.path
        or "Acct/" in unread.path
    ]


def _matters(name: str) -> bool:
    return name in NEVER_UNREAD or name.endswith(("Amt", "Dt", "DtTm")) or name == "@Ccy"
