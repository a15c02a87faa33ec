"""OFAC's `sdn.xml` and `consolidated.xml`: one `sdnEntry` an entry.

Built from the published schema (`sdn.xsd`, "SDN XML"): the namespace has been `http://tempuri.org/sdnList.xsd` and
is now `https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML`; both are read. OFAC files
secondary-sanctions remarks and genders here as identifiers (`idType`); they are read for what they mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from brightline.errors import SourceError
from brightline.lists.draft import Draft, looks_like_a_company
from brightline.lists.facts import note_fact
from brightline.lists.programs import CONS, SDN, list_by_programs, measures_by_program
from brightline.lists.reading.days import us_date
from brightline.lists.reading.node import Node
from brightline.lists.reading.numbers import identifier_of_kind
from brightline.lists.reading.xml import elements_below, local
from brightline.lists.remarks import note_remarks
from brightline.lists.source import ReadList, Source, SourceFile
from brightline.terms import Link, ListedEntity

_SCHEMAS = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane"}
_TYPES = frozenset((*_SCHEMAS, "entity"))
_VESSEL = (
    ("callSign", "call sign"),
    ("vesselType", "vessel type"),
    ("vesselFlag", "vessel flag"),
    ("vesselOwner", "vessel owner"),
    ("tonnage", "tonnage"),
    ("grossRegisteredTonnage", "gross tonnage"),
)
_ADDRESS = ("address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "country")


def recognise(head: bytes, file_name: str) -> bool:
    """Whether the root element is `sdnList`."""
    return b"<sdnList" in head[:4096] or b":sdnList" in head[:4096]


def read(files: Sequence[SourceFile]) -> ReadList:
    """The list in one file. Raises SourceError where it is not whole or a known element has gone."""
    (file,) = files
    unknown: dict[str, None] = {}
    published: str | None = None
    count: str | None = None
    drafts: list[Draft] = []
    for element in elements_below(file.data, frozenset({"publshInformation", "sdnEntry"}), file.name):
        if local(element) == "publshInformation":
            head = Node(element, f"{file.name}: publshInformation", unknown)
            published, count = us_date(head.need("Publish_Date")), head.text("Record_Count")
            head.rest()
        else:
            drafts.append(_draft(Node(element, f"{file.name}: sdnEntry {len(drafts) + 1}", unknown)))
    if published is None:
        raise SourceError(file.name, "no day in Publish_Date", "publshInformation with a day", "Fetch the file anew.")
    if count and count.isdecimal() and int(count) != len(drafts):
        raise SourceError(file.name, f"{len(drafts)} entries", f"{count} entries, as it says itself", "Fetch it anew.")
    list_id = list_by_programs((draft.programs for draft in drafts), file.name)
    entities = tuple(_entity(draft, list_id) for draft in drafts)
    return ReadList(list_id, published, "content", entities, unknown_fields=tuple(sorted(unknown)))


def _entity(draft: Draft, list_id: str) -> ListedEntity:
    entity = replace(draft.entity(), list=list_id)
    if list_id == SDN:
        return replace(entity, measures=tuple(dict.fromkeys(("blocking", *entity.measures))))
    measures = tuple(dict.fromkeys((*measures_by_program(entity.programs), *entity.measures)))
    return replace(entity, measures=measures or ("other",))


def _draft(node: Node) -> Draft:
    entry, kind, name = node.need_number("uid"), node.need("sdnType"), _name(node)
    if kind.casefold() not in _TYPES:
        raise SourceError(f"{node.where}/sdnType", repr(kind), "Individual, Entity, Vessel or Aircraft")
    schema = _SCHEMAS.get(kind.casefold()) or ("Company" if looks_like_a_company(name) else "Organization")
    draft = Draft(CONS, entry, schema)
    draft.name(name, "primary")
    draft.programs.extend(each.own_text() for each in node.inside("programList", "program") if each.own_text())
    title = node.text("title")
    if title:
        draft.titles.append(title)
    _add_aliases(draft, node)
    _add_addresses(draft, node)
    _add_person(draft, node)
    _add_vessel(draft, node)
    _add_ids(draft, node)
    note_remarks(draft, node.text("remarks") or "")
    draft.kept.extend(node.rest())
    return draft


def _name(node: Node) -> str:
    last, first = node.need("lastName"), node.text("firstName")
    return f"{last}, {first}" if first else last


def _add_aliases(draft: Draft, node: Node) -> None:
    for aka in node.inside("akaList", "aka"):
        aka.skip("uid")
        kind, category = aka.text("type") or "", aka.text("category") or ""
        plain = "former" if kind.casefold().startswith("f") else "alias"
        draft.name(_name(aka), "weak" if category.casefold() == "weak" else plain)
        draft.kept.extend(aka.rest())


def _add_addresses(draft: Draft, node: Node) -> None:
    for address in node.inside("addressList", "address"):
        address.skip("uid")
        parts = {name: address.text(name) for name in _ADDRESS}
        draft.kept.extend(address.rest())
        printed = ", ".join(part for part in parts.values() if part)
        if printed:
            draft.addresses.append(printed)
        draft.country(parts["country"])


def _add_person(draft: Draft, node: Node) -> None:
    for container, item, value, kind in (
        ("nationalityList", "nationality", "country", "nationality"),
        ("citizenshipList", "citizenship", "country", "citizen"),
        ("dateOfBirthList", "dateOfBirthItem", "dateOfBirth", "DOB"),
        ("placeOfBirthList", "placeOfBirthItem", "placeOfBirth", "POB"),
    ):
        for each in node.inside(container, item):
            each.skip("uid", "mainEntry")
            note_fact(draft, kind, each.need(value))
            draft.kept.extend(each.rest())


def _add_vessel(draft: Draft, node: Node) -> None:
    for vessel in node.nodes("vesselInfo"):
        for name, label in _VESSEL:
            value = vessel.text(name)
            if value is None:
                continue
            if name == "vesselOwner":
                draft.links.append(Link("owner", value))
            elif name == "callSign":
                draft.identifiers.extend(each for each in [identifier_of_kind("Call Sign", value)] if each)
            else:
                note_fact(draft, label, value)
        draft.kept.extend(vessel.rest())


def _add_ids(draft: Draft, node: Node) -> None:
    for each in node.inside("idList", "id"):
        each.skip("uid")
        kind, value, country = each.need("idType"), each.text("idNumber"), each.text("idCountry")
        dates = [day for name in ("issueDate", "expirationDate") if (day := each.text(name))]
        draft.kept.extend((f"{kind} issued or expires", day) for day in dates)
        draft.kept.extend(each.rest())
        if value:
            known = len(draft.identifiers)
            note_fact(draft, kind, value, country)
            if len(draft.identifiers) == known:
                draft.remarks.append(f"{kind} {value}")


SOURCE = Source("us_ofac_xml", recognise, read)
