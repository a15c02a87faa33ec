"""JSON → payments: our own payment objects, or rows of a table; one object, an array, or one object a line.

Read strictly: a key given twice, NaN and infinities are refused; numbers keep their digits as printed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from brightline.errors import UnreadableMessage
from brightline.payments.picks import day_of, digits_of
from brightline.payments.shape import from_json, known_keys
from brightline.terms import Payment

MOST_BYTES = 64 * 2**20


class Printed(str):
    """The digits of a JSON number, as printed."""

    __slots__ = ()


def parse_json(text: str, where: str) -> object:
    """The value. Raises UnreadableMessage for what is no JSON, for a repeated key, NaN, and nesting without end."""
    try:
        return json.loads(
            text, object_pairs_hook=_once, parse_float=Printed, parse_int=Printed, parse_constant=_refuse_constant
        )
    except json.JSONDecodeError as broken:
        at = f"line {broken.lineno}, column {broken.colno}"
        raise UnreadableMessage(f"{where}: {at}" if where else at, f"broken JSON ({broken.msg})", "JSON") from None
    except RecursionError:
        raise UnreadableMessage(where or "JSON", "lists or objects nested too deep", "a payment object") from None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    result: dict[str, object] = {}
    for key, value in pairs:
        if key in result:
            raise UnreadableMessage(f"key {key[:60]!r}", "the same key twice", "each key once")
        result[key] = value
    return result


def _refuse_constant(name: str) -> object:
    raise UnreadableMessage("JSON", name, "a number")


def documents(text: str) -> Iterator[tuple[str, object | UnreadableMessage]]:
    """Every object of a JSON text with its place: the one object, those of an array, or one a line."""
    if len(text) > MOST_BYTES and not _looks_like_lines(text):
        yield "JSON", UnreadableMessage("JSON", f"{len(text) >> 20} MB of JSON", f"at most {MOST_BYTES >> 20} MB")
        return
    try:
        whole = parse_json(text, "")
    except UnreadableMessage as told:
        if _looks_like_lines(text):
            yield from _lines(text)
        else:
            yield "JSON", told
        return
    if isinstance(whole, list):
        yield from ((f"item {at}", part) for at, part in enumerate(whole, start=1))
    else:
        yield "payment", whole


def _looks_like_lines(text: str) -> bool:
    """Whether the first line closes what it opens, and there is another."""
    first, _, rest = text.lstrip().partition("\n")
    return first.startswith("{") and first.rstrip().endswith("}") and bool(rest.strip())


def _lines(text: str) -> Iterator[tuple[str, object | UnreadableMessage]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield f"line {number}", parse_json(line, f"line {number}")
        except UnreadableMessage as told:
            yield f"line {number}", told


def is_payment_object(obj: object) -> bool:
    """Whether an object is meant as a payment object rather than a row of a table."""
    return isinstance(obj, dict) and any(key in obj for key in ("parties", "texts", "message_id", "format"))


def read_payment_object(obj: object, source: str, where: str) -> Payment:
    """Our payment object as a payment, with all that a payment to be screened must have.

    Raises UnreadableMessage for an unknown key, a missing amount, currency or list of parties, or a date that is none.
    """
    try:
        payment = from_json(obj, source)
    except UnreadableMessage as told:
        place = told.where if where == "payment" else f"{where}: {told.where}"
        raise UnreadableMessage(place, told.found, told.expected, told.advice) from None
    prefix = "payment" if where == "payment" else f"{where}: payment"
    told_of = isinstance(obj, dict) and obj.get("parties") is not None  # an entry of a statement may name nobody
    for key, value in (("amount", payment.amount), ("currency", payment.currency), ("parties", told_of)):
        if not value:
            raise UnreadableMessage(f"{prefix}.{key}", "nothing", f"{key}; known keys: {', '.join(known_keys())}")
    digits_of(payment.amount or "", f"{prefix}.amount")
    if payment.value_date:
        day_of(payment.value_date, f"{prefix}.value_date")
    return payment
