"""OFAC's Enhanced XML (`SDN_ENHANCED.XML`, `CONS_ENHANCED.XML`): one `entity` an entry, all values written out.

Secondary sanctions stand here as features (`Secondary sanctions risk:`) or, in some entries, among the identity
documents; either way they become `secondary` and never an identifier. Names in their own script are translations of a
name and are read as names of the kind `original`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from brightline.errors import SourceError
from brightline.lists.draft import Draft, looks_like_a_company
from brightline.lists.facts import note_fact
from brightline.lists.programs import CONS, SDN, measures_by_list, measures_by_type
from brightline.lists.reading.node import Node
from brightline.lists.reading.xml import elements_below, local
from brightline.lists.remarks import note_remarks
from brightline.lists.source import ReadList, Source, SourceFile
from brightline.terms import Link, ListedEntity

_SCHEMAS = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane"}
_TYPES = frozenset((*_SCHEMAS, "entity"))
_LINKS = {"owned or controlled by": "owner", "owns, controls, or operates": "subsidiary"}
_PARTS = frozenset(("publicationInfo", "referenceValues", "featureTypes", "entity"))
_LISTS = {"sdn list": SDN, "consolidated list": CONS}


def recognise(head: bytes, file_name: str) -> bool:
    """Whether the root element is `sanctionsData`."""
    return b"<sanctionsData" in head[:4096] or b":sanctionsData" in head[:4096]


def read(files: Sequence[SourceFile]) -> ReadList:
    """The list in one file. Raises SourceError where it is not whole or a known element has gone."""
    (file,) = files
    unknown: dict[str, None] = {}
    info: tuple[str, tuple[str, ...]] | None = None
    entities: list[ListedEntity] = []
    for element in elements_below(file.data, _PARTS, file.name):
        if local(element) == "publicationInfo":
            info = _publication(Node(element, f"{file.name}: publicationInfo", unknown))
        elif local(element) == "entity":
            entities.append(_entity(Node(element, f"{file.name}: entity {element.get('id')}", unknown)))
    if info is None:
        raise SourceError(file.name, "no publicationInfo", "the day of publication", "Fetch the file anew.")
    published, lists = info
    list_id = _list_id(file, lists)
    named = tuple(replace(entity, list=list_id) for entity in entities)
    return ReadList(list_id, published, "content", named, unknown_fields=tuple(sorted(unknown)))


def _publication(node: Node) -> tuple[str, tuple[str, ...]]:
    moment = node.need("dataAsOf")
    lists = tuple(
        each.own_text() for box in node.nodes("filters") for each in box.inside("sanctionsLists", "sanctionsList")
    )
    return moment.removesuffix("T00:00:00"), lists


def _list_id(file: SourceFile, lists: Sequence[str]) -> str:
    found = [_LISTS[name.casefold()] for name in lists if name.casefold() in _LISTS]
    if len(found) == 1:
        return found[0]
    return CONS if "cons" in file.base else SDN


def _entity(node: Node) -> ListedEntity:
    entry = node.need_attribute("id")
    general = node.need_nodes("generalInfo")[0]
    kind = general.need("entityType")
    if kind.casefold() not in _TYPES or not entry.isdecimal():
        raise SourceError(node.where, f"the type {kind!r}", "a number and Individual, Entity, Vessel or Aircraft")
    draft = Draft("", entry, _SCHEMAS.get(kind.casefold(), "Organization"))
    draft.programs.extend(each.own_text() for each in node.inside("sanctionsPrograms", "sanctionsProgram"))
    _add_lists(draft, node)
    _add_names(draft, node)
    if draft.schema == "Organization" and looks_like_a_company(draft.names[0].value):
        draft.schema = "Company"
    _add_addresses(draft, node)
    _add_features(draft, node)
    _add_documents(draft, node)
    _add_relationships(draft, node)
    _add_general(draft, general)
    draft.kept.extend(node.rest())
    return draft.entity()


def _add_general(draft: Draft, general: Node) -> None:
    general.skip("identityId")
    title = general.text("title")
    if title:
        draft.titles.append(title)
    note_remarks(draft, general.text("remarks") or "")
    draft.kept.extend(general.rest())


def _add_lists(draft: Draft, node: Node) -> None:
    """The lists, sanctions types and legal authorities; the first day on any list is the day of listing."""
    lists = node.inside("sanctionsLists", "sanctionsList")
    days = sorted(day[:10] for each in lists if (day := each.attribute("datePublished")))
    draft.listed_on = days[0] if days else None
    names = [each.own_text() for each in lists]
    types = [each.own_text() for each in node.inside("sanctionsTypes", "sanctionsType")]
    draft.measures.extend((*measures_by_list(names), *measures_by_type(types)))
    draft.kept.extend(("list", name) for name in names)
    draft.kept.extend(("sanctions type", name) for name in types)
    for each in node.inside("legalAuthorities", "legalAuthority"):
        draft.keep("legal authority", each.own_text())


def _add_names(draft: Draft, node: Node) -> None:
    found: list[tuple[str, str]] = []
    for name in node.inside("names", "name"):
        primary, low = name.need("isPrimary") == "true", name.text("isLowQuality") == "true"
        alias = (name.text("aliasType") or "").casefold()
        kind = "primary" if primary else "weak" if low else "former" if alias.startswith("f") else "alias"
        for each in name.inside("translations", "translation"):
            first = each.text("isPrimary") != "false"
            script = (each.text("script") or "Latin").casefold()
            each.skip("formattedFirstName", "formattedLastName", "nameParts")
            found.append((each.need("formattedFullName"), kind if first and script == "latin" else "original"))
            draft.kept.extend(each.rest())
        draft.kept.extend(name.rest())
    for value, kind in sorted(found, key=lambda each: each[1] != "primary"):
        draft.name(value, kind)
    if not draft.names:
        raise SourceError(node.where, "no name", "the element 'names'", "Fetch the file anew.")


def _add_addresses(draft: Draft, node: Node) -> None:
    for address in node.inside("addresses", "address"):
        country = address.text("country")
        draft.country(country)
        for each in address.inside("translations", "translation"):
            each.skip("isPrimary", "script")
            parts = [_part(part) for part in each.inside("addressParts", "addressPart")]
            printed = ", ".join(part for part in (*parts, country) if part)
            if printed:
                draft.addresses.append(printed)
            draft.kept.extend(each.rest())
        draft.kept.extend(address.rest())


def _part(part: Node) -> str | None:
    part.skip("type")
    return part.text("value")


def _add_features(draft: Draft, node: Node) -> None:
    for feature in node.inside("features", "feature"):
        feature.skip("versionId", "valueRefId", "isPrimary", "reliability")
        kind, value, dates = feature.need("type"), feature.text("value"), feature.nodes("valueDate")
        text = value or " to ".join(_days(dates))
        comment = feature.text("comments")
        draft.kept.extend(feature.rest())
        if text:
            _add_fact(draft, kind, text)
        if comment:
            draft.keep(f"{kind.strip(' :-')}, comment", comment)


def _days(dates: Sequence[Node]) -> list[str]:
    found = [day for each in dates for name in ("fromDateBegin", "toDateEnd") if (day := each.text(name))]
    return list(dict.fromkeys(found))


def _add_fact(draft: Draft, kind: str, text: str, country: str | None = None) -> None:
    """One fact; what does not become an identifier is also kept as a remark, as OFAC prints it in its other forms."""
    known = len(draft.identifiers)
    note_fact(draft, kind, text, country)
    if len(draft.identifiers) == known:
        draft.remarks.append(f"{kind} {text}")


def _add_documents(draft: Draft, node: Node) -> None:
    for document in node.inside("identityDocuments", "identityDocument"):
        kind, number = document.need("type"), document.text("documentNumber")
        authority, country = document.text("issuingAuthority"), document.text("issuingCountry")
        country = country or document.text("issuingLocation")
        document.skip("name", "isValid", "issuingLocation")
        for name in ("issueDate", "expirationDate", "comments"):
            draft.keep(f"{kind}, {name}", document.text(name) or "")
        draft.kept.extend(document.rest())
        if number:
            _add_fact(draft, authority if authority in ("INN", "OGRN", "KPP", "OKPO") else kind, number, country)


def _add_relationships(draft: Draft, node: Node) -> None:
    for relationship in node.inside("relationships", "relationship"):
        kind = relationship.need("type")
        relationship.skip("quality", "comments", "dateEstablished")
        for other in relationship.need_nodes("relatedEntity"):
            link = _LINKS.get(kind.casefold(), "linked-to")
            draft.links.append(Link(link, other.own_text(), other.attribute("entityId")))
            draft.keep("relationship", f"{kind}: {other.own_text()}")
        draft.kept.extend(relationship.rest())


SOURCE = Source("us_ofac_enhanced", recognise, read)
