"""OFAC's Advanced XML (`SDN_ADVANCED.XML`, `CONS_ADVANCED.XML`): parties, documents, places and programmes by number.

Built from the published schema (UN/OFAC "Advanced Sanctions Data Model", root `Sanctions`). Reference values, places,
documents and parties come first; the programme of a party stands in `SanctionsEntries` and its ties in
`ProfileRelationships` at the end, so that entries are finished when the whole file has been read.
"""

from __future__ import annotations

from collections.abc import Sequence

from brightline.errors import SourceError
from brightline.lists.programs import CONS, SDN, list_by_programs
from brightline.lists.reading.node import Node
from brightline.lists.reading.xml import Element, elements_below, local
from brightline.lists.source import ReadList, Source, SourceFile
from brightline.lists.sources.us_ofac_advanced.party import Party, finished, read_party
from brightline.lists.sources.us_ofac_advanced.tables import Tables

_VALUE_SETS = (
    "AliasType",
    "AreaCode",
    "Country",
    "DetailReference",
    "FeatureType",
    "IDRegDocType",
    "List",
    "LocPartType",
    "NamePartType",
    "PartySubType",
    "PartyType",
    "RelationType",
    "SanctionsType",
    "Script",
)
_PARTS = frozenset(
    (
        "ReferenceValueSets",
        "DateOfIssue",
        "Location",
        "IDRegDocument",
        "DistinctParty",
        "ProfileRelationship",
        "SanctionsEntry",
    )
)


def recognise(head: bytes, file_name: str) -> bool:
    """Whether the root element is `Sanctions` and reference values follow it."""
    start = head[:8192]
    return (b"<Sanctions " in start or b"<Sanctions>" in start or b":Sanctions " in start) and (
        b"ReferenceValueSets" in head or b"DateOfIssue" in start
    )


def read(files: Sequence[SourceFile]) -> ReadList:
    """The list in one file. Raises SourceError where it is not whole or a known element has gone."""
    (file,) = files
    tables, parties = Tables(), dict[str, Party]()
    for element in elements_below(file.data, _PARTS, file.name):
        _take(element, file.name, tables, parties)
    if tables.published is None:
        raise SourceError(file.name, "no DateOfIssue", "the day of issue", "Fetch the file anew.")
    list_id = _list_id(file, tables, parties)
    entities = tuple(finished(party, list_id, tables, parties) for party in parties.values())
    return ReadList(list_id, tables.published, "content", entities, unknown_fields=tuple(sorted(tables.unknown)))


def _take(element: Element, file: str, tables: Tables, parties: dict[str, Party]) -> None:
    name = local(element)
    node = Node(element, f"{file}: {name} {element.get('ID') or element.get('FixedRef') or ''}".strip(), tables.unknown)
    if name == "ReferenceValueSets":
        for value_set in _VALUE_SETS:
            for each in node.inside(f"{value_set}Values", value_set):
                tables.values[value_set, each.need_attribute("ID")] = each.own_text()
                if each.attribute("ISO2"):
                    tables.iso[each.need_attribute("ID")] = str(each.attribute("ISO2"))
                if each.attribute("PartyTypeID"):
                    tables.types_of_party[each.need_attribute("ID")] = str(each.attribute("PartyTypeID"))
        return
    if name == "DateOfIssue":
        tables.published = "-".join((node.need("Year"), node.need("Month").zfill(2), node.need("Day").zfill(2)))
    elif name == "Location":
        tables.take_location(node)
    elif name == "IDRegDocument":
        tables.take_document(node)
    elif name == "DistinctParty":
        party = read_party(node)
        parties[party.profile] = party
    elif name == "ProfileRelationship":
        tables.take_relationship(node)
    else:
        tables.take_entry(node)


def _list_id(file: SourceFile, tables: Tables, parties: dict[str, Party]) -> str:
    lists = {name.casefold() for profile in parties for name in tables.entry(profile).lists}
    if lists and all(name != "sdn list" for name in lists):
        return CONS
    if lists == {"sdn list"}:
        return SDN
    return list_by_programs((tables.entry(profile).programs for profile in parties), file.name)


SOURCE = Source("us_ofac_advanced", recognise, read)
