"""What a client sends as an example of an entity → our question, and the example as we understood it.

Written as FollowTheMoney writes properties: each a text or a list of texts. A property we do not know, or a value that
is none, says nothing, as with yente; the `query` of the answer shows what was understood.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from brightline.api.yente.schemas import PARENTS
from brightline.errors import CallError
from brightline.lists.reading.days import only_date
from brightline.lists.sources.ftm.properties import COUNTRIES, KEPT, NAMES, NUMBERS, PLAIN, SCHEMAS
from brightline.terms import Identifier, Query
from brightline.text.countries import country_code

MOST_VALUES = 100  # of one property; names beyond these are not looked for
_NAME_PARTS = ("firstName", "secondName", "middleName", "fatherName", "lastName")
_ALSO_KNOWN = frozenset((*KEPT, *PLAIN, "address", "birthDate", "gender"))


@dataclass(frozen=True, slots=True)
class Example:
    """An example as understood: the schema as sent, cleaned properties, and the question (None: no name, no number)."""

    schema: str
    properties: Mapping[str, tuple[str, ...]]
    query: Query | None


def read_example(schema: str, properties: Mapping[str, object]) -> Example:
    """The example. Raises CallError for a schema that FollowTheMoney does not have."""
    if schema not in PARENTS:
        raise CallError("schema", repr(schema[:60]), f"one of {', '.join(sorted(PARENTS))}")
    cleaned = {name: values for name, given in properties.items() if (values := _cleaned(name, given))}
    return Example(schema, cleaned, _query(schema, cleaned))


def _cleaned(name: str, given: object) -> tuple[str, ...]:
    """The values of a property, each once and in the form we compare."""
    clean = _cleaner(name)
    if clean is None:
        return ()
    listed = given if isinstance(given, list | tuple) else [given]
    written = [str(one).strip() for one in listed[:MOST_VALUES] if isinstance(one, str | int | float)]
    return tuple(dict.fromkeys(value for one in written if one and (value := clean(one))))


def _cleaner(name: str) -> Callable[[str], str | None] | None:
    """How values of a property are brought into form; None for a property nobody knows."""
    if name in COUNTRIES:
        return lambda written: (country_code(written) or "").lower() or None
    if name == "birthDate":
        return only_date
    if name in NAMES or name in NUMBERS or name in _ALSO_KNOWN:
        return lambda written: written
    return None


def _query(schema: str, properties: Mapping[str, tuple[str, ...]]) -> Query | None:
    names = _names(properties)
    identifiers = tuple(
        Identifier(scheme, "".join(value.split()).upper())
        for name, scheme in NUMBERS.items()
        for value in properties.get(name, ())
    )
    if not names and not identifiers:
        return None
    return Query(
        name=names[0] if names else "",
        schema=SCHEMAS.get(schema),
        countries=_countries(properties),
        birth_date=next(iter(properties.get("birthDate", ())), None),
        identifiers=identifiers,
        forms=tuple(names[1:]),
    )


def _names(properties: Mapping[str, tuple[str, ...]]) -> Sequence[str]:
    """Every name, or what its parts make together where only they are given."""
    given = [value for name in NAMES for value in properties.get(name, ())]
    parts = [properties[name][0] for name in _NAME_PARTS if properties.get(name)]
    return list(dict.fromkeys(given)) or ([" ".join(parts)] if parts else [])


def _countries(properties: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    codes = (value.upper() for name in COUNTRIES for value in properties.get(name, ()))
    return tuple(dict.fromkeys(codes))
