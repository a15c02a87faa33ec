"""One party of the Advanced XML, as it stands there, and finished with all that is kept apart from it."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, field

from brightline.errors import SourceError
from brightline.lists.draft import Draft, looks_like_a_company
from brightline.lists.facts import note_fact
from brightline.lists.programs import CONS, SDN, measures_by_list, measures_by_program, measures_by_type
from brightline.lists.reading.node import Node
from brightline.lists.remarks import note_remarks
from brightline.lists.sources.us_ofac_advanced.tables import Tables, Tie
from brightline.terms import Link, ListedEntity

_SCHEMAS = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane"}
_LINKS = {"owned or controlled by": "owner", "owns, controls, or operates": "subsidiary"}
_NAME_ORDER = ("last name", "matronymic", "first name", "middle name", "patronymic", "maiden name", "nickname")


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A documented name: its parts with the numbers of their kind and script, and how it is used."""

    parts: tuple[tuple[str, str, str], ...]  # kind, value, script; kind and script by number
    alias: str
    primary: bool
    low_quality: bool


@dataclass(slots=True)
class Party:
    """A party as read, every kind still a number."""

    entry: str
    profile: str
    subtype: str
    where: str
    names: list[WrittenName] = field(default_factory=list)
    identities: list[str] = field(default_factory=list)
    features: list[tuple[str, str, str]] = field(default_factory=list)  # kind, detail reference, text
    places: list[tuple[str, str]] = field(default_factory=list)  # kind of feature, place
    comment: str | None = None
    kept: list[tuple[str, str]] = field(default_factory=list)


def read_party(node: Node) -> Party:
    """A party from its element. Raises SourceError where it has no number, profile or name."""
    entry = node.need_attribute("FixedRef")
    profile = node.need_nodes("Profile")[0]
    party = Party(entry, profile.need_attribute("ID"), profile.need_attribute("PartySubTypeID"), node.where)
    party.comment = node.text("Comment")
    for identity in profile.need_nodes("Identity"):
        _read_identity(party, identity)
    for feature in profile.nodes("Feature"):
        _read_feature(party, feature)
    profile.skip("SanctionsEntryReference", "ExternalReference")
    party.kept.extend(profile.rest())
    party.kept.extend(node.rest())
    if not party.names or not entry.isdecimal():
        raise SourceError(node.where, "no number or no name", "a party with both", "Fetch the file anew.")
    return party


def _read_identity(party: Party, identity: Node) -> None:
    party.identities.append(identity.need_attribute("ID"))
    groups = {
        each.need_attribute("ID"): each.attribute("NamePartTypeID") or ""
        for box in identity.nodes("NamePartGroups")
        for each in box.inside("MasterNamePartGroup", "NamePartGroup")
    }
    for alias in identity.need_nodes("Alias"):
        for name in alias.need_nodes("DocumentedName"):
            _read_name(party, alias, name, groups)
        party.kept.extend(alias.rest())
    party.kept.extend(identity.rest())


def _read_name(party: Party, alias: Node, name: Node, groups: Mapping[str, str]) -> None:
    parts = [
        (groups.get(value.attribute("NamePartGroupID") or "", ""), value.own_text(), value.attribute("ScriptID") or "")
        for box in name.need_nodes("DocumentedNamePart")
        for value in box.need_nodes("NamePartValue")
    ]
    written = WrittenName(
        parts=tuple(parts),
        alias=alias.attribute("AliasTypeID") or "",
        primary=alias.attribute("Primary") == "true",
        low_quality=alias.attribute("LowQuality") == "true",
    )
    party.names.append(written)
    name.skip("DocumentedNameCountry")
    party.kept.extend(name.rest())


def _read_feature(party: Party, feature: Node) -> None:
    kind = feature.need_attribute("FeatureTypeID")
    for version in feature.nodes("FeatureVersion"):
        for place in version.nodes("VersionLocation"):
            party.places.append((kind, place.need_attribute("LocationID")))
        for detail in version.nodes("VersionDetail"):
            party.features.append((kind, detail.attribute("DetailReferenceID") or "", detail.own_text()))
        for period in version.nodes("DatePeriod"):
            party.features.append((kind, "", _period(period)))
        comment = version.text("Comment")
        if comment:
            party.kept.append(("feature comment", comment))
        party.kept.extend(version.rest())
    feature.skip("IdentityReference")
    party.kept.extend(feature.rest())


def _period(period: Node) -> str:
    """A period as half-dates: a day, a month, a year, or two of them with `to` between."""
    found = [_day(each) for edge, name in (("Start", "From"), ("End", "To")) for each in _edge(period, edge, name)]
    period.rest()
    if not found:
        return ""
    first, last = found[0], found[-1]
    if first == last:
        return first
    if first[5:] == "01-01" and last == f"{first[:4]}-12-31":
        return first[:4]
    ends = calendar.monthrange(int(first[:4]), int(first[5:7]))[1]
    if first[8:] == "01" and last == f"{first[:7]}-{ends:02}":
        return first[:7]
    return f"{first} to {last}"


def _edge(period: Node, edge: str, name: str) -> list[Node]:
    found: list[Node] = []
    for box in period.nodes(edge):
        found.extend(box.nodes(name))
        box.skip("From", "To")
        box.rest()
    return found


def _day(node: Node) -> str:
    year, month, day = node.need_number("Year"), node.need_number("Month"), node.need_number("Day")
    return f"{int(year):04}-{int(month):02}-{int(day):02}"


def finished(party: Party, list_id: str, tables: Tables, parties: Mapping[str, Party]) -> ListedEntity:
    """The listed entity of a party, with programmes, documents, places and ties."""
    why = tables.entry(party.profile)
    draft = Draft(list_id, party.entry, _schema(party, tables), programs=list(why.programs), listed_on=why.day)
    draft.measures.extend((*measures_by_list(why.lists), *measures_by_type(why.types)))
    if list_id == SDN:
        draft.measures.insert(0, "blocking")
    else:
        draft.measures.extend(measures_by_program(why.programs))
    _add_names(draft, party, tables)
    if draft.schema == "Organization" and looks_like_a_company(draft.names[0].value):
        draft.schema = "Company"
    _add_places(draft, party, tables)
    for kind, reference, text in party.features:
        _add_fact(draft, tables.value("FeatureType", kind), text or tables.value("DetailReference", reference))
    for identity in party.identities:
        _add_documents(draft, identity, tables)
    for tie in tables.ties.get(party.profile, ()):
        _add_tie(draft, tie, tables, parties)
    note_remarks(draft, party.comment or "")
    draft.kept.extend(party.kept)
    draft.kept.extend(("list", name) for name in why.lists)
    draft.kept.extend(("sanctions type", kind) for kind in why.types)
    if list_id == CONS and not draft.measures:
        draft.measures.append("other")
    return draft.entity()


def _schema(party: Party, tables: Tables) -> str:
    """The schema by the subtype or, where that is `Unknown` as for persons and entities, by the type."""
    written = tables.value("PartySubType", party.subtype).casefold()
    if written in _SCHEMAS:
        return _SCHEMAS[written]
    kind = tables.value("PartyType", tables.types_of_party.get(party.subtype)).casefold()
    return _SCHEMAS.get(kind, "Organization")


def _add_names(draft: Draft, party: Party, tables: Tables) -> None:
    found: list[tuple[str, str]] = []
    for name in party.names:
        script = tables.value("Script", name.parts[0][2]).casefold() if name.parts else ""
        alias = tables.value("AliasType", name.alias).casefold()
        plain = "former" if alias.startswith("f") else "alias"
        primary = name.primary or alias == "name"
        kind = "primary" if primary else "weak" if name.low_quality else plain
        found.append((_printed(name, tables), kind if script in ("", "latin") else "original"))
    for value, kind in sorted(found, key=lambda each: each[1] != "primary"):
        draft.name(value, kind)


def _printed(name: WrittenName, tables: Tables) -> str:
    """The name as OFAC prints it in its other forms: last name, a comma, the rest."""
    parts = [(tables.value("NamePartType", kind).casefold(), value) for kind, value, _ in name.parts]
    last = " ".join(value for kind, value in parts if kind in ("last name", "matronymic"))
    rank = {kind: place for place, kind in enumerate(_NAME_ORDER)}
    rest = [each for each in parts if each[0] not in ("last name", "matronymic")]
    others = " ".join(value for _, value in sorted(rest, key=lambda each: rank.get(each[0], len(rank))))
    return f"{last}, {others}" if last and others else last or others


def _add_places(draft: Draft, party: Party, tables: Tables) -> None:
    for kind, number in party.places:
        place, feature = tables.places.get(number), tables.value("FeatureType", kind)
        if place is None:
            raise SourceError(party.where, f"the place {number}, which is not there", "a Location with this ID")
        if feature.casefold() in ("location", "address", ""):
            if place.printed:
                draft.addresses.append(place.printed)
            draft.country(place.country)
        else:
            _add_fact(draft, feature, place.printed)


def _add_fact(draft: Draft, kind: str, text: str, country: str | None = None) -> None:
    if not text or not kind:
        return
    known = len(draft.identifiers)
    note_fact(draft, kind, text, country)
    if len(draft.identifiers) == known:
        draft.remarks.append(f"{kind} {text}")


def _add_documents(draft: Draft, identity: str, tables: Tables) -> None:
    for document in tables.documents.get(identity, ()):
        named = document.authority if document.authority in ("INN", "OGRN", "KPP", "OKPO") else document.kind
        _add_fact(draft, named or "Document", document.number, document.country)
        draft.kept.extend(document.kept)


def _add_tie(draft: Draft, tie: Tie, tables: Tables, parties: Mapping[str, Party]) -> None:
    other = parties.get(tie.other)
    name = _primary(other, tables) if other else tie.other
    entry = other.entry if other else tie.other
    draft.links.append(Link(_LINKS.get(tie.kind.casefold(), "linked-to"), name, entry))
    draft.keep("relationship", f"{tie.kind}: {name}")


def _primary(party: Party, tables: Tables) -> str:
    found = next((name for name in party.names if name.primary), party.names[0])
    return _printed(found, tables)
