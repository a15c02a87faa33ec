"""The numbers that a FollowTheMoney entity bears."""

from __future__ import annotations

from collections.abc import Iterator

from brightline.lists.reading.entry import clean
from brightline.lists.reading.numbers import identifier, numbers_in, scheme_by_digits
from brightline.lists.sources.ftm.lines import Node
from brightline.lists.sources.ftm.properties import NUMBERS
from brightline.terms import ListedIdentifier

_CHECKED = ("registrationNumber", "taxNumber", "idNumber")


def numbers_of(node: Node) -> Iterator[ListedIdentifier]:
    """Each number under its scheme; one of a general kind whose check digits tell more under that."""
    for prop, scheme in NUMBERS.items():
        for value in node.get(prop):
            text = clean(value)
            told = scheme_by_digits(text.replace(" ", "")) if prop in _CHECKED else None
            yield from numbers_in(text, "IMO") if scheme == "IMO" else (identifier(told or scheme, text),)
