"""Single values: what is taken as it is written, and what is refused in words."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from brightline.beside.values import Amount, Country, Currency, Day, IdentifierShape, Percent, Tariff, Words


@pytest.mark.parametrize(
    ("kind", "taken", "refused"),
    [
        (Day, "2024-02-29", "2023-02-29"),
        (Amount, "1250000.00", "1 250 000"),
        (Currency, "CNY", "cny"),
        (Country, "KZ", "QQ"),
        (Percent, "100", "100.01"),
        (Tariff, "8482.10", "84-82"),
        (Words, "x", "   "),
    ],
)
def test_a_value_is_kept_as_written_or_refused(kind: Any, taken: str, refused: str) -> None:
    assert TypeAdapter(kind).validate_python(taken) == taken
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(refused)


def test_a_number_is_read_without_blanks_and_in_capitals() -> None:
    assert IdentifierShape(scheme="uscc", value="9144 0101mA").noun().value == "91440101MA"
