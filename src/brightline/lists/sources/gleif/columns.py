"""The columns of the golden copy tables that are used."""

from __future__ import annotations

from collections.abc import Mapping

from brightline.lists.sources.gleif.records import Entity, Relation

_NAME, _COUNTRY, _JURISDICTION = "Entity.LegalName", "Entity.LegalAddress.Country", "Entity.LegalJurisdiction"
_NUMBER = "Entity.RegistrationAuthority.RegistrationAuthorityEntityID"
_CHILD, _PARENT = "Relationship.StartNode.NodeID", "Relationship.EndNode.NodeID"
_KIND, _STATUS = "Relationship.RelationshipType", "Relationship.RelationshipStatus"
_PERIODS = range(1, 6)
ENTITY = frozenset({"LEI", _NAME, _COUNTRY})
RELATION = frozenset({_CHILD, _PARENT, _KIND, _STATUS})


def entity_of_row(row: Mapping[str, str], where: str) -> Entity:
    """A row of the table of level 1."""
    country = (row.get(_JURISDICTION) or row[_COUNTRY])[:2].upper()
    return Entity(row["LEI"], " ".join(row[_NAME].split()), country or None, row.get(_NUMBER, "").strip(), (), where)


def relation_of_row(row: Mapping[str, str], where: str) -> Relation:
    """A row of the table of level 2."""
    start, end = _period(row)
    return Relation(
        row[_CHILD], row[_PARENT], row[_KIND], row[_STATUS], row.get("Registration.RegistrationStatus", ""),
        start, end, where,
    )  # fmt: skip


def _period(row: Mapping[str, str]) -> tuple[str, str]:
    for number in _PERIODS:
        begins = f"Relationship.Period.{number}."
        if row.get(f"{begins}periodType") == "RELATIONSHIP_PERIOD":
            return row.get(f"{begins}startDate", "")[:10], row.get(f"{begins}endDate", "")[:10]
    return "", ""
