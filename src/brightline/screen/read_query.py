"""What a person or a table asks about a name, as written, into a question to the lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brightline.errors import CallError
from brightline.lists.reading.days import only_date
from brightline.terms import Identifier, Query
from brightline.text.countries import country_code


@dataclass(frozen=True, slots=True)
class Written:
    """A name and what else is said of its bearer, as written. `schema`: one of ours, or None."""

    name: str
    schema: str | None = None
    countries: Sequence[str] = ()
    birth_date: str | None = None
    identifiers: Sequence[str] = ()


def read_query(said: Written, where: str) -> Query:
    """The question in our words. Raises CallError, its place `where` followed by country, birth-date or id."""
    return Query(
        name=said.name,
        schema=said.schema,
        countries=tuple(_country(written, f"{where}country") for written in said.countries),
        birth_date=_birth_date(said.birth_date, f"{where}birth-date") if said.birth_date else None,
        identifiers=tuple(_identifier(written, f"{where}id") for written in said.identifiers),
    )


def _country(written: str, where: str) -> str:
    code = country_code(written)
    if code is None:
        raise CallError(where, repr(written), "a country, such as RU or Kazakhstan")
    return code


def _birth_date(written: str, where: str) -> str:
    day = only_date(written)
    if day is None:
        raise CallError(where, repr(written), "a date such as 1945, 1945-03 or 1945-03-07")
    return day


def _identifier(written: str, where: str) -> Identifier:
    scheme, _, value = written.partition(":")
    if not scheme.strip() or not value.strip():
        raise CallError(where, repr(written), "SCHEME:VALUE, such as INN:7707083893")
    return Identifier(scheme.strip().upper(), "".join(value.split()).upper())
