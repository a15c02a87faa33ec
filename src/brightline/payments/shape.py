"""`Payment` ↔ the contract's `payment` object, exactly, both ways.

The keys of the contract come first, then what we add beside them (`variant`, `amounts`, `dates`…, and a party's
`address`, `countries`, `forms`). Every key is always written; when read, a missing one is empty, an unknown one is
refused with the known ones listed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from brightline.errors import UnreadableMessage
from brightline.terms import Form, Goods, Identifier, Noted, Party, Payment, Text, Unread

MOST_VALUE = 1_000_000
_Noun = TypeVar("_Noun", Form, Goods, Identifier, Noted, Party, Payment, Text, Unread)

# What a key holds: needed text, text or null, true/false/null, a list of texts, or a list of one noun.
NEEDED, OPTIONAL, FLAG, WORDS = "text", "text or null", "true, false or null", "a list of texts"
_SHAPES: dict[type, dict[str, str | type]] = {
    Form: {"kind": NEEDED, "value": NEEDED},
    Identifier: {"scheme": NEEDED, "value": NEEDED, "valid": FLAG},
    Unread: {"path": NEEDED, "value": NEEDED},
    Goods: {"hs": OPTIONAL, "hs_edition": OPTIONAL, "words": OPTIONAL, "path": NEEDED},
    Noted: {"kind": NEEDED, "value": NEEDED, "path": NEEDED, "currency": OPTIONAL},
    Text: {"kind": NEEDED, "value": NEEDED, "path": NEEDED, "forms": Form},
    Party: {
        "role": NEEDED,
        "name": OPTIONAL,
        "printed": WORDS,
        "country": OPTIONAL,
        "bic": OPTIONAL,
        "account": OPTIONAL,
        "identifiers": Identifier,
        "path": NEEDED,
        "address": WORDS,
        "countries": Form,
        "forms": Form,
        "birth_date": OPTIONAL,
    },
    Payment: {
        "source": NEEDED,
        "format": NEEDED,
        "message_id": OPTIONAL,
        "end_to_end_id": OPTIONAL,
        "uetr": OPTIONAL,
        "amount": OPTIONAL,
        "currency": OPTIONAL,
        "value_date": OPTIONAL,
        "parties": Party,
        "texts": Text,
        "goods": Goods,
        "route": WORDS,
        "unread": Unread,
        "variant": OPTIONAL,
        "amounts": Noted,
        "dates": Noted,
        "references": Noted,
        "accounts": Noted,
        "codes": Noted,
        "identifiers": Noted,
    },
}
# A hand-written payment may leave out the place of a value; it is then the place in the object.
_PLACED = frozenset((Party, Text, Goods, Unread, Noted))


def to_json(payment: Payment) -> dict[str, object]:
    """The payment as plain dictionaries, lists, texts, booleans and nulls, keys in a fixed order."""
    return _written(payment)


def from_json(obj: object, source: str) -> Payment:
    """The payment of an object that `to_json` wrote, or that a person wrote in the same shape.

    `source` replaces the one in the object; `from_json(to_json(p), p.source) == p`. Raises UnreadableMessage, with
    the place, for an unknown key or a value of the wrong type.
    """
    known = {"source": source, "format": "brightline.payment"}
    given = dict(_object(obj, "payment"))
    given["source"] = source
    return _read(Payment, {**known, **given}, "payment")


def known_keys() -> tuple[str, ...]:
    """The keys of a payment object."""
    return tuple(_SHAPES[Payment])


def _written(noun: object) -> dict[str, object]:
    result: dict[str, object] = {}
    for key, kind in _SHAPES[type(noun)].items():
        value = getattr(noun, key)
        if isinstance(kind, type):
            result[key] = [_written(part) for part in value]
        else:
            result[key] = list(value) if kind is WORDS else value
    return result


def _read(noun: type[_Noun], obj: object, where: str) -> _Noun:
    given = _object(obj, where)
    shape = _SHAPES[noun]
    unknown = [key for key in given if key not in shape]
    if unknown:
        raise UnreadableMessage(where, f"the unknown key {unknown[0][:60]!r}", f"one of {', '.join(shape)}")
    values: dict[str, object] = {}
    for key, kind in shape.items():
        place = f"{where}.{key}"
        value = given.get(key)
        if isinstance(kind, type):
            values[key] = _read_list(kind, value, place)
        elif value is None and key == "path" and noun in _PLACED:
            values[key] = where
        else:
            values[key] = _read_value(kind, value, place)
    make: Callable[..., _Noun] = noun
    return make(**values)


def _read_list(noun: type, value: object, where: str) -> tuple[object, ...]:
    return tuple(_read(noun, part, f"{where}[{at}]") for at, part in enumerate(_list(value, where)))


def _read_value(kind: str, value: object, where: str) -> object:
    if kind is WORDS:
        return tuple(_text(part, f"{where}[{at}]") for at, part in enumerate(_list(value, where)))
    if kind is FLAG:
        if value is None or isinstance(value, bool):
            return value
        raise UnreadableMessage(where, _told(value), FLAG)
    if value is None and kind is OPTIONAL:
        return None
    return _text(value, where)


def _text(value: object, where: str) -> str:
    if isinstance(value, str) and type(value) is str:
        if len(value) > MOST_VALUE:
            raise UnreadableMessage(where, f"a text of {len(value)} characters", f"at most {MOST_VALUE}")
        return value
    raise UnreadableMessage(where, _told(value), "a text", "Money, dates and numbers are written as texts.")


def _list(value: object, where: str) -> list[object]:
    if value is None:
        return []
    if isinstance(value, list):
        return value
    raise UnreadableMessage(where, _told(value), "a list")


def _object(value: object, where: str) -> Mapping[str, object]:
    if isinstance(value, dict):
        return value
    raise UnreadableMessage(where, _told(value), "an object")


def _told(value: object) -> str:
    """The kind of a JSON value, for a sentence."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    names = {dict: "an object", list: "a list", str: "a text"}
    return next((name for kind, name in names.items() if type(value) is kind), "a number")
