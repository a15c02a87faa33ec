"""A listed entity as an entity of FollowTheMoney, the way yente writes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC

from brightline.lists.sources.ftm.properties import NUMBERS
from brightline.screen.edition import OpenList, published_moment
from brightline.terms import ListedEntity

_NAME_KINDS = {"primary": "name", "original": "alias", "alias": "alias", "weak": "weakAlias", "former": "previousName"}
_TOPICS = {
    "blocking": "sanction",
    "sectoral": "sanction",
    "correspondent-account": "sanction",
    "travel": "sanction",
    "export-control": "export.control",
    "trade": "export.control",
}
_PROPERTIES = {scheme: name for name, scheme in reversed(NUMBERS.items())}  # the first property of a scheme stands
_COUNTRY = {"Person": "nationality", "Vessel": "flag", "Company": "jurisdiction"}


def entity_id(entity: ListedEntity, list_id: str) -> str:
    """`{list}-{entry}`: how an entry is named over HTTP."""
    return f"{list_id}-{entity.entry}"


def seen_dates(entity: ListedEntity, one: OpenList) -> Mapping[str, str]:
    """When it was first seen (listed, else published), last seen and last changed, as moments in UTC."""
    published = published_moment(one.version.published).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    listed = f"{entity.listed_on}T00:00:00" if entity.listed_on and len(entity.listed_on) == 10 else published
    return {"first_seen": listed, "last_seen": published, "last_change": listed}


def topics_of(entity: ListedEntity) -> tuple[str, ...]:
    """What FollowTheMoney calls the measures; a measure without a word there is a risk to look at."""
    return tuple(sorted({_TOPICS.get(measure, "poi") for measure in entity.measures or ("other",)}))


def properties_of(entity: ListedEntity) -> dict[str, list[str]]:
    """The properties, sorted by name; values in the list's order, each once."""
    found: dict[str, dict[str, None]] = {}

    def add(name: str, values: Iterable[str]) -> None:
        for value in values:
            if value:
                found.setdefault(name, {})[value] = None

    for written in entity.names:
        add(_NAME_KINDS.get(written.kind, "alias"), (written.value,))
    for number in entity.identifiers:
        add(_PROPERTIES.get(number.scheme, "idNumber"), (number.value,))
    countries = [code.lower() for code in entity.countries]
    add("country", countries)
    add(_COUNTRY.get(entity.schema, "country"), countries)
    add("address", entity.addresses)
    add("birthDate", entity.birth_dates if entity.schema == "Person" else ())
    add("gender", entity.genders)
    add("position" if entity.schema == "Person" else "description", entity.titles)
    add("programId", entity.programs)
    add("notes", entity.remarks)
    add("sourceUrl", entity.urls)
    add("topics", topics_of(entity))
    return {name: list(found[name]) for name in sorted(found)}


def entity_json(entity: ListedEntity, one: OpenList) -> dict[str, object]:
    """The entity without its neighbours."""
    return {
        "id": entity_id(entity, one.version.list),
        "caption": entity.names[0].value if entity.names else entity.entry,
        "schema": entity.schema,
        "properties": properties_of(entity),
        "datasets": [one.version.list],
        "referents": [],
        "target": True,
        **seen_dates(entity, one),
    }
