"""References by which two payments are known to be about one deal: transfer ids, numbers of invoices and contracts."""

from __future__ import annotations

import re
from functools import lru_cache

from brightline.text.fold import visible

_NONE = frozenset({"", "NOTPROVIDED", "NONREF", "NOREF", "NONE", "NA", "UNKNOWN"})
_LABELLED = re.compile(
    r"\b(?:INV(?:OICE)?S?|P/?I|PROFORMA|CONTRACT|CONTR|ORDER|P/?O|S/?C|СЧЕТ|СЧЁТ|ИНВОЙС|КОНТРАКТ|ДОГОВОР)\b"
    r"[\s.:#№-]{0,3}(?:NO\b|NR\b|N\b|NUMBER\b|НОМЕР\b)?[\s.:#№-]{0,3}([A-ZА-Я0-9][A-ZА-Я0-9/-]*)"
    r"|(?:发票|合同|订单)号?[\s.:#№-]{0,3}([A-Z0-9][A-Z0-9/-]*)"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def same_transfer(reference: str) -> bool:
    """Whether an end-to-end id or UETR names one transfer, and is no word for having none."""
    return "".join(sign for sign in reference.upper() if sign.isalnum()) not in _NONE


@lru_cache(maxsize=16384)
def deal_numbers(text: str) -> frozenset[str]:
    """The numbers of invoices, contracts and orders that a text states, letters and digits alone."""
    found = (match[1] or match[2] for match in _LABELLED.finditer(visible(text).upper()))
    plain = ("".join(sign for sign in one if sign.isalnum()) for one in found)
    return frozenset(one for one in plain if any(sign.isdigit() for sign in one) and not _YEAR.fullmatch(one))


def references_in(end_to_end_id: str | None, uetr: str | None, text: str) -> frozenset[str]:
    """Everything by which a payment names its transfer or its deal; the kinds are kept apart."""
    transfers = (f"transfer {one.strip().lower()}" for one in (end_to_end_id, uetr) if one and same_transfer(one))
    return frozenset(transfers) | {f"deal {number}" for number in deal_numbers(text)}
