"""A customer as a bank's book has it, for periodic review: one row of a table, in a documented shape."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pydantic import Field, TypeAdapter

from brightline.beside.profiles import OwnerShape
from brightline.beside.strict import Strict, shaped
from brightline.beside.values import Country, Day, IdentifierShape, Percent, Tariff, Words
from brightline.errors import CallError

COLUMNS = ("id", "name", "country", "identifiers", "business", "owners", "hs", "russian_share", "last_review")
NEEDED = ("id", "name")
_SEVERAL = {"identifiers", "owners", "hs"}
_OWNER = re.compile(r"(?P<name>.+?)(?:\s*=\s*(?P<percent>[0-9.]+)\s*%?)?")


class Customer(Strict):
    """A customer. `hs`: tariff codes of what it trades; `russian_share`: percent of its business with Russia."""

    id: Words
    name: Words
    country: Country | None = None
    identifiers: list[IdentifierShape] = Field(default_factory=list)
    business: Words | None = None
    owners: list[OwnerShape] = Field(default_factory=list)
    hs: list[Tariff] = Field(default_factory=list)
    russian_share: Percent | None = None
    last_review: Day | None = None


_ONE = TypeAdapter(Customer)


def read_customer(cells: Mapping[str, str], where: str) -> Customer:
    """The customer of a row. Raises CallError, with row and column, for the first thing wrong.

    Several numbers, owners or codes of one cell are parted by a semicolon: `INN:7701992148; OGRN:…`,
    `Arina Solovyova = 60; somebody else`, `640399; 640411`. An owner without a percentage holds an unknown share.
    """
    said = {name: value.strip() for name, value in cells.items() if value.strip()}
    return shaped(_ONE, {name: _value(name, value, where) for name, value in said.items()}, where)


def check_columns(columns: Sequence[str], where: str) -> None:
    """Refuse a table without a needed column, or with one that is not known."""
    strange = [name for name in columns if name not in COLUMNS]
    missing = [name for name in NEEDED if name not in columns]
    if strange or missing:
        found = f"the column {strange[0][:60]!r}" if strange else f"no column {missing[0]!r}"
        raise CallError(where, found, f"{' and '.join(NEEDED)}, and perhaps {', '.join(COLUMNS[2:])}")


def _value(name: str, written: str, where: str) -> object:
    if name not in _SEVERAL:
        return written
    parts = [part.strip() for part in written.split(";") if part.strip()]
    if name == "hs":
        return parts
    return [_owner(part) if name == "owners" else _number(part, f"{where}: {name}") for part in parts]


def _number(written: str, where: str) -> dict[str, str]:
    scheme, colon, value = written.partition(":")
    if not colon:
        raise CallError(where, repr(written), "SCHEME:VALUE, such as INN:7701992148")
    return {"scheme": scheme.strip(), "value": value.strip()}


def _owner(written: str) -> dict[str, str]:
    found = _OWNER.fullmatch(written)
    told = found.groupdict() if found else {"name": written, "percent": None}
    return {key: value for key, value in told.items() if value}
