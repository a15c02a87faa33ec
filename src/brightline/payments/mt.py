"""SWIFT MT messages as payments: 101, 103 (STP, REMIT), 202, 202 COV, 205, 205 COV, 700 and 910.

What each type is, and what happens to the others, stands in one table in `mt_types`. Roles:

| field | 103, 101, sequence B of a cover | 202, 205 | sequence A of a cover | 910 | 700 |
| --- | --- | --- | --- | --- | --- |
| sender, receiver | instructing_agent, instructed_agent | same | same | same | same |
| 50 | debtor (101: 50C, 50L initiating_party) | | | debtor | debtor (applicant) |
| 51 | instructing_agent | | | | debtor_agent |
| 52 | debtor_agent | debtor | debtor_agent | debtor_agent, without 50 debtor | debtor_agent |
| 53, 54, 55 | reimbursement_agent | same | same | same | same |
| 56 | intermediary_agent | same | same | same | same |
| 57 | creditor_agent | same | same | same | same |
| 58 | creditor | creditor | creditor_agent | creditor | intermediary_agent |
| 59 | creditor | | | creditor | creditor (beneficiary) |
| 41, 42 | | | | | intermediary_agent, debtor_agent |
| 72 /INS/, 70 /ULTD/ /ULTB/ | instructing_agent, ultimate_debtor, ultimate_creditor | same | same | same | same |

Paths are the tag, `#2` for its second occurrence, `B:` before it in sequence B; `{1}` and `{2}` are the headers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from brightline.errors import UnreadableMessage
from brightline.payments.mt_blocks import Field, FinMessage, split_messages
from brightline.payments.mt_draft import Draft
from brightline.payments.mt_fields import date_of, money_of
from brightline.payments.mt_types import READ, is_unread_transfer, message_type, variant_of
from brightline.terms import NotAPayment, Payment, Read, Unreadable

_CUSTOMER = {
    "50": "debtor",
    "51": "instructing_agent",
    "52": "debtor_agent",
    "53": "reimbursement_agent",
    "54": "reimbursement_agent",
    "55": "reimbursement_agent",
    "56": "intermediary_agent",
    "57": "creditor_agent",
    "58": "creditor",
    "59": "creditor",
}
_BANK = {**_CUSTOMER, "52": "debtor"}
_COVER = {**_CUSTOMER, "58": "creditor_agent"}
_REQUEST = {**_CUSTOMER, "50C": "initiating_party", "50L": "initiating_party"}
_CREDIT = {
    **_CUSTOMER,
    "41": "intermediary_agent",
    "42": "debtor_agent",
    "51": "debtor_agent",
    "58": "intermediary_agent",
}

_CUT = "Check that this is a file of SWIFT MT messages; split it if it is."
_ASK = "Ask the sender for the whole message."
_LT = re.compile(r"[A-Z0-9]{12}")


def read_mt(data: str, source: str) -> list[Read]:
    """Every message of a FIN text, in order, one result a transfer. Raises nothing: bad ones are Unreadable."""
    messages = split_messages(data)
    if not messages:
        return [_unreadable(source, "message", "nothing", "a SWIFT MT message", "Check the file.")]
    return [read for message in messages for read in _read_message(message, source)]


def _read_message(message: FinMessage, source: str) -> list[Read]:
    kind = message_type(message)
    try:
        return _by_type(message, kind, source)
    except UnreadableMessage as stopped:
        where = f"MT{kind} {stopped.where}" if kind else stopped.where
        return [Unreadable(source, where, stopped.found, stopped.expected, stopped.advice)]


def _by_type(message: FinMessage, kind: str | None, source: str) -> list[Read]:
    if message.refused:
        raise UnreadableMessage(
            "file", message.refused, "a million signs a message, half a million messages at most", _CUT
        )
    if not message.has_text and not message.basic and message.service:
        return [NotAPayment(_whole(message, "021", _CUSTOMER).as_payment(source, "021", None))]
    if not message.has_text or not message.fields:
        raise UnreadableMessage(
            "block 4", message.start or "nothing", "a text block {4: with fields such as :20: and :32A:", _ASK
        )
    if kind is None:
        raise UnreadableMessage(
            "block 2", message.start, "a message type, such as {2:I103…}, or fields that tell it", _ASK
        )
    if is_unread_transfer(kind, message):
        raise UnreadableMessage(
            "block 2",
            f"MT{kind}",
            "one of the transfers read: MT101, 103, 202, 205, 700, 910",
            "Have the payments sent in one of these forms.",
        )
    if kind not in READ:
        return [NotAPayment(_whole(message, kind, _CUSTOMER).as_payment(source, kind, None))]
    if kind == "101":
        return _requests(message, source)
    return [_single(message, kind, source)]


def _whole(message: FinMessage, kind: str, roles: dict[str, str]) -> Draft:
    """Every value of a message that needs no second look at its sequences."""
    draft = _started(message)
    for content in placed(message.fields):
        draft.note_field(content, roles)
    return draft


def _started(message: FinMessage) -> Draft:
    draft = Draft()
    draft.note_frame(message)
    draft.note_agents(*_ends(message))
    return draft


def _ends(message: FinMessage) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
    """Sender and receiver: block 1 is our side, block 2 the other; an output message has come in."""
    ours = _bic_at(message.basic, 3, "{1}")
    application = (message.application or "").upper()
    if application.startswith("O"):
        return _bic_at(application, 14, "{2}"), ours
    return ours, _bic_at(application, 4, "{2}")


def _bic_at(header: str | None, at: int, path: str) -> tuple[str, str] | None:
    """The BIC of a logical terminal address: eight signs, the terminal letter, the branch (XXX is none)."""
    terminal = (header or "")[at : at + 12].upper()
    if not _LT.fullmatch(terminal):
        bic = re.match(r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}", terminal)
        return (bic.group(), path) if bic else None
    branch = terminal[9:]
    return terminal[:8] + ("" if branch == "XXX" else branch), path


def placed(fields: Sequence[Field], prefix: str = "") -> list[Field]:
    """Fields with their paths: the tag, with `#n` from its second occurrence on."""
    counts: dict[str, int] = {}
    found = []
    for content in fields:
        counts[content.tag] = count = counts.get(content.tag, 0) + 1
        found.append(replace(content, path=f"{prefix}{content.tag}" + (f"#{count}" if count > 1 else "")))
    return found


def _single(message: FinMessage, kind: str, source: str) -> Payment:
    variant = variant_of(kind, message)
    needed = "32B" if kind == "700" else "32A"
    amount_field = _needed(message.fields, (needed,), f":{needed}: with currency and amount")
    printed_date, currency, amount = money_of(amount_field.value, needed)
    draft = _started(message)
    if variant == "COV":
        _note_cover(draft, message.fields)
    else:
        _check_parties(message, kind)
        for content in placed(message.fields):
            draft.note_field(content, _roles(kind, message.fields))
    if kind in ("202", "205", "910") and draft.end_to_end_id is None:
        draft.end_to_end_id = _value_of(message.fields, "21")
    value_date = date_of(printed_date) if printed_date else None
    payment = draft.as_payment(source, kind, variant)
    return replace(payment, amount=amount, currency=currency, value_date=value_date)


def _roles(kind: str, fields: Sequence[Field]) -> dict[str, str]:
    if kind in ("202", "205"):
        return _BANK
    if kind == "700":
        return _CREDIT
    if kind == "910" and not any(content.number == "50" for content in fields):
        return _BANK
    return _CUSTOMER


def _note_cover(draft: Draft, fields: Sequence[Field]) -> None:
    """Sequence A up to the first customer, sequence B from there."""
    start = next((place for place, content in enumerate(fields) if content.number in ("50", "59")), len(fields))
    _needed(fields[start:], ("50",), "in sequence B the ordering customer, :50a:")
    _needed(fields[start:], ("59",), "in sequence B the beneficiary customer, :59a:")
    for content in placed(fields[:start]):
        draft.note_field(content, _COVER)
    for content in placed(fields[start:], "B:"):
        draft.note_field(content, _CUSTOMER)


def _check_parties(message: FinMessage, kind: str) -> None:
    """A transfer without the party that pays or is paid was cut, and cannot be screened."""
    fields = message.fields
    if kind in ("103", "700"):
        _needed(fields, ("50",), "the ordering customer, :50a:")
        _needed(fields, ("59",), "the beneficiary, :59a:")
    elif kind in ("202", "205"):
        _needed(fields, ("58", "57", "56"), "the beneficiary institution, :58a:")
    else:
        _needed(fields, ("50", "52"), "the ordering customer or institution, :50a: or :52a:")
    if kind == "103":
        _check_end(message, fields)


def _check_end(message: FinMessage, fields: Sequence[Field]) -> None:
    """A 103 or 101 whose text is not closed and lacks the charges that end it was cut, perhaps inside a name."""
    if message.closed or _has(fields, "71A"):
        return
    last = fields[-1]
    raise UnreadableMessage(
        f"field {last.tag}",
        f"the end of the file after {last.value[-40:]!r}",
        "the fields up to :71A: and the end of the text, -}",
        _ASK,
    )


def _has(fields: Sequence[Field], tag: str) -> bool:
    return any(tag in (content.tag, content.number) and content.value.strip() for content in fields)


def _needed(fields: Sequence[Field], tags: tuple[str, ...], expected: str) -> Field:
    for tag in tags:
        for content in fields:
            if tag in (content.tag, content.number) and content.value.strip():
                return content
    found = " ".join(f":{content.tag}:" for content in fields[:12]) or "no field"
    raise UnreadableMessage(f"field {tags[0]}", found, expected, _ASK)


def _value_of(fields: Sequence[Field], tag: str) -> str | None:
    return next((content.value.strip() for content in fields if content.tag == tag and content.value.strip()), None)


def _requests(message: FinMessage, source: str) -> list[Read]:
    """MT101: sequence A is shared, every transaction of sequence B is a payment of its own."""
    starts = [place for place, content in enumerate(message.fields) if content.tag == "21"]
    if not starts:
        _needed(message.fields, ("21",), "a transaction, beginning with :21:")
        starts = [len(message.fields)]
    shared = message.fields[: starts[0]]
    bounds = [*starts, len(message.fields)]
    found: list[Read] = []
    for start, end in pairwise(bounds):
        try:
            found.append(_request(message, shared, message.fields[start:end], source))
        except UnreadableMessage as stopped:
            found.append(Unreadable(source, f"MT101 {stopped.where}", stopped.found, stopped.expected, stopped.advice))
    return found


def _request(message: FinMessage, shared: Sequence[Field], own: Sequence[Field], source: str) -> Payment:
    amount_field = _needed(own, ("32B",), "the transaction amount, :32B:")
    _, currency, amount = money_of(amount_field.value, "32B")
    _needed([*shared, *own], ("50",), "the ordering customer, :50a:")
    _needed(own, ("59",), "the beneficiary, :59a:")
    _check_end(message, own)
    draft = _started(message)
    for content in (*placed(shared), *placed(own, "B:")):
        draft.note_field(content, _REQUEST)
    draft.end_to_end_id = draft.end_to_end_id or _value_of(own, "21")
    execution = _value_of(shared, "30")
    payment = draft.as_payment(source, "101", None)
    return replace(payment, amount=amount, currency=currency, value_date=date_of(execution) if execution else None)


def _unreadable(source: str, where: str, found: str, expected: str, advice: str) -> Unreadable:
    return Unreadable(source, where, found, expected, advice)
