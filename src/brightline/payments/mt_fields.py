"""Values of MT fields: amounts, dates, references, codes and texts, and the table of what each tag holds.

Amounts come with a decimal comma and are given with a decimal point, digits as printed (`1234,` is `1234`). Dates are
YYMMDD and are given as ISO dates: 80 to 99 are of the last century. Both are also kept as printed, among the codes, so
that every sign of the message can be found again.
"""

from __future__ import annotations

import re
from datetime import date

from brightline.errors import UnreadableMessage

_AMOUNT = re.compile(r"\d+(?:[.,]\d*)?")
_MONEY = re.compile(r"\s*(?P<date>\d{6})?\s*(?P<currency>[A-Za-z]{3})\s*(?P<amount>[-+0-9.,]\S*)\s*")
_DATE = re.compile(r"\s*(\d{2})(\d{2})(\d{2})")
_CODE_LINE = re.compile(r"\s*/([A-Za-z0-9]{1,8})/(.*)")
_PIVOT = 80
_LONGEST_LINE = 35
_ASK = "Ask the sender for a correct message."

REFERENCES = {
    "20": "transaction_reference",
    "21": "related_reference",
    "21A": "related_reference",
    "21E": "direct_debit_reference",
    "21F": "deal_reference",
    "21R": "customer_reference",
    "21S": "bank_reference",
    "21N": "contract_reference",
    "23": "pre_advice_reference",
}

CODES = {
    "11R": "original_message",
    "11S": "original_message",
    "13C": "time_indication",
    "13D": "date_time_indication",
    "23B": "bank_operation",
    "23E": "instruction",
    "23G": "function",
    "26E": "amendment_number",
    "26T": "transaction_type",
    "27": "sequence_of_total",
    "28": "statement_number",
    "28C": "statement_number",
    "28D": "message_index",
    "36": "exchange_rate",
    "39A": "amount_tolerance",
    "39B": "amount_maximum",
    "40A": "credit_form",
    "40E": "applicable_rules",
    "43P": "partial_shipments",
    "43T": "transhipment",
    "48": "presentation_period",
    "49": "confirmation",
    "71A": "charge_bearer",
    "12": "requested_type",
}

TEXTS = {
    "39C": "additional_amounts",
    "42C": "drafts",
    "42M": "mixed_payment",
    "42P": "deferred_payment",
    "44A": "transport",
    "44B": "transport",
    "44D": "transport",
    "44E": "transport",
    "44F": "transport",
    "45A": "goods",
    "45B": "goods",
    "46A": "documents",
    "46B": "documents",
    "47A": "conditions",
    "47B": "conditions",
    "49G": "payment_conditions",
    "49H": "payment_conditions",
    "49M": "payment_conditions",
    "49N": "payment_conditions",
    "70": "remittance",
    "71B": "charges",
    "71D": "charges",
    "72": "bank-to-bank",
    "72Z": "bank-to-bank",
    "73": "charges",
    "75": "query",
    "76": "answer",
    "77A": "narrative",
    "77B": "regulatory",
    "77D": "narrative",
    "77E": "narrative",
    "77T": "remittance",
    "78": "instruction",
    "79": "narrative",
    "79Z": "narrative",
    "86": "narrative",
}

AMOUNTS = {
    "32A": "settlement",
    "32B": "transaction",
    "33B": "instructed",
    "34F": "floor_limit",
    "71F": "charges",
    "71G": "charges",
    "71H": "charges",
    "32M": "amount",
    "33F": "amount",
    "34B": "amount",
}

DATES = {"30": "execution_date", "31C": "issue_date", "31D": "expiry_date", "44C": "latest_shipment_date"}

ACCOUNTS = {"25": "account", "25A": "charges_account", "25P": "account"}


def amount_of(printed: str, where: str) -> str:
    """An MT amount with a decimal point, digits as printed. Raises UnreadableMessage for anything else."""
    text = printed.strip()
    if not _AMOUNT.fullmatch(text) or not text.isascii():
        raise UnreadableMessage(
            where, printed[:40] or "nothing", "an amount of digits with one decimal comma, such as 1250000,00", _ASK
        )
    return text.replace(",", ".").rstrip(".")


def money_of(printed: str, where: str) -> tuple[str | None, str, str]:
    """Date as printed (or None), currency, and amount of a field such as 32A or 33B. Raises UnreadableMessage."""
    match = _MONEY.fullmatch("".join(printed.split()))
    if match is None or not printed.isascii():
        raise UnreadableMessage(
            where, printed[:40] or "nothing", "a currency of three letters and an amount, in 32A after a date", _ASK
        )
    return match.group("date"), match.group("currency").upper(), amount_of(match.group("amount"), where)


def date_of(printed: str) -> str | None:
    """YYMMDD as an ISO date, or None where there is no such day."""
    match = _DATE.match(printed)
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups())
    try:
        return date(year + (1900 if year >= _PIVOT else 2000), month, day).isoformat()
    except ValueError:
        return None


def joined_lines(value: str) -> str | None:
    """A text with words that broke at the end of a full line made whole; None where no line before the last is full."""
    lines = [line.strip().removeprefix("//") if place else line.strip() for place, line in enumerate(value.split("\n"))]
    full = [len(line.strip()) >= _LONGEST_LINE for line in value.split("\n")]
    if not any(full[:-1]):
        return None
    return "".join(line if place == 0 or full[place - 1] else f" {line}" for place, line in enumerate(lines))


def coded_lines(value: str) -> tuple[tuple[str, str], ...]:
    """`/CODE/text` lines with their continuation lines (`//…`, or lines without a code) joined by a blank."""
    found: list[tuple[str, str]] = []
    for line in value.split("\n"):
        match = _CODE_LINE.match(line)
        if match:
            found.append((match.group(1).upper(), match.group(2).strip()))
        elif found:
            rest = line.strip().removeprefix("//").strip()
            found[-1] = (found[-1][0], f"{found[-1][1]} {rest}".strip())
    return tuple(found)


_IN_REMITTANCE = re.compile(r"/(ROC|INV|RFB|IPI|ULTD|ULTB|TSU)/(.+?)(?=///|//[A-Z]|\n/|/[A-Z]{3,4}/|\Z)", re.DOTALL)


def remittance_codes(value: str) -> tuple[tuple[str, str], ...]:
    """References and ultimate parties inside field 70: `/ROC/REF1///URI/…`, `/INV/…`, `/ULTB/NAME`."""
    if "/" not in value:
        return ()
    found = []
    for code, text in _IN_REMITTANCE.findall(value):
        first = text if code in ("ULTD", "ULTB") else text.split("\n")[0]
        found.append((code, " ".join(first.split()).strip("/ ")))
    return tuple(pair for pair in found if pair[1])
