"""Who stands beside an entity: what the publisher says of its measures and ties, as neighbours in FollowTheMoney."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brightline.api.yente.entity import entity_id, entity_json, seen_dates
from brightline.screen.edition import Edition, OpenList
from brightline.terms import Link, ListedEntity


def find_entity(edition: Edition, written: str) -> tuple[OpenList, ListedEntity] | None:
    """The entry of an id `{list}-{entry}`, or None."""
    for one in edition.lists:
        prefix = f"{one.version.list}-"
        if written.startswith(prefix):
            found = one.entity(written.removeprefix(prefix))
            if found is not None:
                return one, found
    return None


def neighbours(one: OpenList, entity: ListedEntity) -> dict[str, list[dict[str, object]]]:
    """The neighbours by the property that holds them: `sanctions`, and `unknownLinkFrom` for ties."""
    found = {"sanctions": [_sanction(one, entity)]}
    ties = [_tie(one, entity, link, at) for at, link in enumerate(entity.links, start=1)]
    return found | ({"unknownLinkFrom": ties} if ties else {})


def nested_json(one: OpenList, entity: ListedEntity) -> dict[str, object]:
    """The entity with its neighbours among its properties."""
    said = entity_json(entity, one)
    properties = said["properties"]
    assert isinstance(properties, dict)
    return said | {"properties": properties | neighbours(one, entity)}


def _sanction(one: OpenList, entity: ListedEntity) -> dict[str, object]:
    """The listing itself: who lists, under which programmes, since when."""
    own = entity_id(entity, one.version.list)
    properties: dict[str, list[str]] = {
        "entity": [own],
        "authority": [one.version.publisher],
        "programId": list(entity.programs),
        "listingDate": [entity.listed_on] if entity.listed_on else [],
        "endDate": [entity.ends_on] if entity.ends_on else [],
        "provisions": list(entity.measures),
        "sourceUrl": list(entity.urls),
    }
    named = {"id": f"{own}~sanction", "caption": one.version.publisher, "schema": "Sanction"}
    return _made(one, entity, named, properties)


def _tie(one: OpenList, entity: ListedEntity, link: Link, at: int) -> dict[str, object]:
    """A tie the publisher states; the other side as an entity where it is an entry of the same list."""
    own = entity_id(entity, one.version.list)
    other = one.entity(link.entry) if link.entry else None
    objects: list[object] = [entity_json(other, one)] if other else [link.name]
    properties: dict[str, list[object]] = {"subject": [own], "object": objects, "role": [link.kind]}
    named = {"id": f"{own}~link-{at}", "caption": f"{link.kind}: {link.name}", "schema": "UnknownLink"}
    return _made(one, entity, named, properties)


def _made(
    one: OpenList, entity: ListedEntity, named: Mapping[str, str], properties: Mapping[str, Sequence[object]]
) -> dict[str, object]:
    """An entity that stands beside a listed one: not itself a target. `named`: its id, caption and schema."""
    return {
        **named,
        "properties": {name: list(values) for name, values in properties.items() if values},
        "datasets": [one.version.list],
        "referents": [],
        "target": False,
        **seen_dates(entity, one),
    }
