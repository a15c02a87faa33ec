"""What is used of a record of GLEIF, and where it stands in the JSON of the API."""

from __future__ import annotations

from dataclasses import dataclass, field

from brightline.lists.reading.json_records import Fields


@dataclass(frozen=True, slots=True)
class Entity:
    """A legal entity. `number`: its number in the register of its country."""

    lei: str
    name: str
    country: str | None
    number: str
    bics: tuple[str, ...]
    where: str


@dataclass(frozen=True, slots=True)
class Relation:
    """That `child` stands to `parent` in a relationship of a kind; days as printed, cut to ten signs."""

    child: str
    parent: str
    kind: str
    status: str
    registration: str
    start: str
    end: str
    where: str = field(compare=False)


def entity_of(one: Fields) -> Entity:
    """A record of level 1."""
    entity = one.inner("attributes", "entity")
    jurisdiction = entity.text("jurisdiction")[:2] or entity.text("legalAddress", "country")
    return Entity(
        one.text("id"), entity.text("legalName", "name"), jurisdiction.upper() or None,
        entity.text("registeredAs"), one.inner("attributes").texts("bic"), one.where,
    )  # fmt: skip


def relation_of(one: Fields) -> Relation:
    """A record of level 2; its days are those of the relationship, not of accounts or filings."""
    said = one.inner("attributes", "relationship")
    period = next((each for each in said.each("periods") if each.text("type") == "RELATIONSHIP_PERIOD"), Fields({}, ""))
    return Relation(
        said.text("startNode", "id"), said.text("endNode", "id"), said.text("type"), said.text("status"),
        one.text("attributes", "registration", "status"), period.text("startDate")[:10], period.text("endDate")[:10],
        one.where,
    )  # fmt: skip
