"""What else is known of the bearer of a name, as steps for and against: kind, country, birth, bank, identifiers."""

from __future__ import annotations

from collections.abc import Sequence

from brightline.names.identifiers import differs, sameness
from brightline.names.same_bank import bank_steps
from brightline.names.weights import Weights, weights
from brightline.terms import Identifier, ListedEntity, ListedIdentifier, Query, Step

_ORGANISED = frozenset({"Organization", "Company", "LegalEntity"})
_CRAFT = frozenset({"Vessel", "Airplane"})


def bearer_steps(query: Query, entity: ListedEntity, name_weight: int, named: Sequence[Step] = ()) -> tuple[Step, ...]:
    """The steps on everything but the name. `name_weight` is taken back where an identifier clears a namesake.

    `named`: the steps of the name.
    """
    numbers = weights()
    bank = bank_steps(query, entity, named)
    branch = any(step.name == "bank-same" for step in bank)  # a branch abroad is the same bank, whatever its country
    country = [] if branch else _country(query, entity, numbers)
    steps = [*_schema(query, entity, numbers), *country, *_birth(query, entity, numbers), *bank]
    return (*steps, *_identifiers(query, entity, name_weight, numbers))


def _schema(query: Query, entity: ListedEntity, numbers: Weights) -> list[Step]:
    ours, theirs = query.schema, entity.schema
    if not ours or not theirs or ("LegalEntity" in (ours, theirs) and not _CRAFT & {ours, theirs}):
        return []
    if ours == theirs or (ours in _ORGANISED and theirs in _ORGANISED):
        return [Step("schema-same", ours, theirs, numbers.schema_same)]
    return [Step("schema-differs", ours, theirs, numbers.schema_differs)]


def _country(query: Query, entity: ListedEntity, numbers: Weights) -> list[Step]:
    if not query.countries or not entity.countries:
        return []
    ours, theirs = " ".join(query.countries), " ".join(entity.countries)
    if set(query.countries) & set(entity.countries):
        return [Step("country-same", ours, theirs, numbers.country_same)]
    return [Step("country-differs", ours, theirs, numbers.country_differs)]


def _birth(query: Query, entity: ListedEntity, numbers: Weights) -> list[Step]:
    """The listed birth date that speaks most for the same person."""
    if not query.birth_date or not entity.birth_dates:
        return []
    ours = query.birth_date
    found = [(*_birth_pair(ours, theirs, numbers), theirs) for theirs in entity.birth_dates]
    weight, name, theirs = max(found, key=lambda item: (item[0], item[2]))
    return [Step(name, ours, theirs, weight)]


def _birth_pair(ours: str, theirs: str, numbers: Weights) -> tuple[int, str]:
    """Two dates, each known to the year, month or day."""
    mine, other = ours.split("-"), theirs.split("-")
    known = min(len(mine), len(other), 3)
    if mine[:known] == other[:known]:
        weight = (numbers.birth_year_same, numbers.birth_month_same, numbers.birth_day_same)[known - 1]
        return weight, "birth-date-same"
    if known == 3 and mine[0] == other[0] and sorted(mine) == sorted(other):
        return numbers.birth_near, "birth-date-near"
    years = [part[0] for part in (mine, other)]
    if all(year.isdigit() for year in years) and abs(int(years[0]) - int(years[1])) == 1:
        return numbers.birth_near, "birth-date-near"
    return numbers.birth_differs, "birth-date-differs"


def _identifiers(query: Query, entity: ListedEntity, name_weight: int, numbers: Weights) -> list[Step]:
    """The strongest equal identifier; without one, a different one of a clearing scheme.

    A number settles if either side knows it as unique: a listed INN may stand in a message as a plain tax number.
    """
    pairs = [(ours, theirs) for ours in query.identifiers if ours.valid is not False for theirs in entity.identifiers]
    pairs.sort(key=lambda pair: pair[0].scheme != pair[1].scheme)  # a number under its own name before a plain one
    same = [(sameness(ours, theirs, query.countries), ours, theirs) for ours, theirs in pairs]
    for name, weight in (("identifier-same", numbers.identifier_same), ("document-same", numbers.document_same)):
        for found, ours, theirs in same:
            if found == name:
                return [_pair_step(name, ours, theirs, weight)]
    for ours, theirs in pairs:
        if differs(ours, theirs):
            weight = numbers.identifier_differs - max(0, name_weight)
            return [_pair_step("identifier-differs", ours, theirs, weight)]
    return []


def _pair_step(name: str, ours: Identifier, theirs: ListedIdentifier, weight: int) -> Step:
    return Step(name, f"{ours.scheme} {ours.value}", f"{theirs.scheme} {theirs.value}", weight)
