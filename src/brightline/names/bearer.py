"""What else is known of the bearer of a name, as steps for and against: kind, country, birth date, identifiers."""

from __future__ import annotations

from brightline.names.weights import Weights, weights
from brightline.terms import Identifier, ListedEntity, ListedIdentifier, Query, Step

# Worldwide or nationwide unique: an equal one settles, a different one of the same kind clears a namesake.
SETTLING = frozenset({"INN", "OGRN", "LEI", "IMO", "USCC", "BIC"})
CLEARING = frozenset({"INN", "OGRN", "LEI", "IMO", "USCC"})
# Unique only with their country; publishers call tax numbers by many names.
_DOCUMENTS = frozenset({"PASSPORT", "NATIONAL-ID", "TAX", "REG", "DUNS", "MMSI", "CALLSIGN", "OKPO"})
_ALIKE = {"INN": "TAX", "OGRN": "REG", "USCC": "REG"}
_ORGANISED = frozenset({"Organization", "Company", "LegalEntity"})
_CRAFT = frozenset({"Vessel", "Airplane"})


def plain_identifier(scheme: str, value: str) -> str:
    """An identifier as compared: letters and digits, upper case; of a BIC the first eight, as branches are one bank."""
    plain = "".join([letter for letter in value.upper() if letter.isalnum()])
    if scheme == "BIC":
        return plain[:8]
    return plain.removeprefix("IMO") if scheme == "IMO" else plain


def comparable(scheme: str) -> bool:
    """Whether identifiers of this scheme are compared at all."""
    return scheme in SETTLING or scheme in _DOCUMENTS


def scheme_group(scheme: str) -> str:
    """The group in which equal values count: INN with other tax numbers, OGRN and USCC with registration numbers."""
    return _ALIKE.get(scheme, scheme)


def bearer_steps(query: Query, entity: ListedEntity, name_weight: int) -> tuple[Step, ...]:
    """The steps on everything but the name. `name_weight` is taken back where an identifier clears a namesake."""
    numbers = weights()
    steps = [*_schema(query, entity, numbers), *_country(query, entity, numbers), *_birth(query, entity, numbers)]
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
    for settles in (True, False):
        for ours, theirs in pairs:
            if _equal(ours, theirs) and (not SETTLING.isdisjoint((ours.scheme, theirs.scheme))) == settles:
                weight = numbers.identifier_same if settles else numbers.document_same
                name = "identifier-same" if settles else "document-same"
                return [Step(name, f"{ours.scheme} {ours.value}", f"{theirs.scheme} {theirs.value}", weight)]
    for ours, theirs in pairs:
        if _different(ours, theirs):
            weight = numbers.identifier_differs - max(0, name_weight)
            return [
                Step("identifier-differs", f"{ours.scheme} {ours.value}", f"{theirs.scheme} {theirs.value}", weight)
            ]
    return []


def _equal(ours: Identifier, theirs: ListedIdentifier) -> bool:
    """Equal values of one scheme (or group of schemes), at least five signs long."""
    if not comparable(ours.scheme) or scheme_group(ours.scheme) != scheme_group(theirs.scheme):
        return False
    plain = plain_identifier(ours.scheme, ours.value)
    return len(plain) >= 5 and plain == plain_identifier(theirs.scheme, theirs.value)


def _different(ours: Identifier, theirs: ListedIdentifier) -> bool:
    """Different values of one clearing scheme; of equal length, so that a person's INN does not clear a company's."""
    if ours.scheme != theirs.scheme or ours.scheme not in CLEARING:
        return False
    mine, other = (plain_identifier(ours.scheme, value) for value in (ours.value, theirs.value))
    return mine != other and len(mine) == len(other)
