"""The SECO consolidated sanctions list in XML (swiss-sanctions-list), built from the published schema."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from brightline.errors import SourceError
from brightline.lists.reading import xml
from brightline.lists.reading.days import half_date, one_day
from brightline.lists.reading.entry import Entry, clean
from brightline.lists.reading.measures import measures_of
from brightline.lists.reading.numbers import identifier, numbers_in
from brightline.lists.reading.xml import Element, child, children, place, text_of, texts
from brightline.lists.source import ReadList, Source, SourceFile
from brightline.lists.sources.ch_seco.known import KNOWN
from brightline.lists.sources.ch_seco.names import add_names
from brightline.terms import ListedEntity

LIST_ID = "ch-seco"
_PARTS = frozenset({"sanctions-program", "target", "place"})
_SUBJECTS = {"individual": "Person", "entity": "Organization", "object": "LegalEntity"}
_OBJECTS = {"vessel": "Vessel", "ship": "Vessel", "aircraft": "Airplane"}
_DOCUMENTS = {"passport": "PASSPORT", "diplomatic-passport": "PASSPORT", "travel-document": "PASSPORT"}
_LABELLED = re.compile(
    r"\b(?:SWIFT(?:/BIC)?|BIC|IMO|INN|OGRN|KPP|OKPO|LEI|USCC|Tax (?:ID|identification)|Registration (?:no|number)|"
    r"Registration ID)\b[^;\n]*",
    re.IGNORECASE,
)


def recognise(head: bytes, file_name: str) -> bool:
    """The root element is swiss-sanctions-list."""
    return xml.root_name(head) == "swiss-sanctions-list"


def read(files: Sequence[SourceFile]) -> ReadList:
    """Read the list. Raises SourceError for a file that is not one; targets that fail are named in `skipped`."""
    skipped: list[str] = []
    unknown: dict[str, None] = {}
    published: str | None = None
    entities: list[ListedEntity] = []
    delisted = 0
    for file in files:
        places = _places(file)
        programs: dict[str, str] = {}
        for element in xml.elements(file.data, _PARTS, file.name):
            name = xml.local(element)
            if name == "sanctions-program":
                programs.update(_program(element))
            elif name not in _PARTS:
                published = _check_root(element, file.name)
            elif name == "place":
                continue
            elif _delisted(element):
                delisted += 1
            else:
                try:
                    entities.append(_entity(element, file.name, programs, places, unknown))
                except SourceError as wrong:
                    skipped.append(str(wrong))
    notes = (f"{delisted} targets that were taken off the list are left out",) if delisted else ()
    origin = "content" if published else None
    return ReadList(LIST_ID, published, origin, tuple(entities), tuple(skipped), tuple(unknown), notes=notes)


def _check_root(root: Element, where: str) -> str | None:
    if xml.local(root) != "swiss-sanctions-list":
        raise SourceError(where, f"the root element {xml.local(root)}", "swiss-sanctions-list")
    if (kind := root.get("list-type") or "whole-list") != "whole-list":
        raise SourceError(where, f"a list of type {kind}", "the whole list", "Fetch the complete list.")
    return one_day(root.get("date"))


def _places(file: SourceFile) -> dict[str, tuple[str, str]]:
    """Places by id: their words and the code of their country. They stand below the targets, so they are read first."""
    found: dict[str, tuple[str, str]] = {}
    for element in xml.elements(file.data, _PARTS, file.name):
        if xml.local(element) == "place":
            parts = [*texts(element, "location"), *texts(element, "area"), *texts(element, "country")]
            country = child(element, "country")
            code = (country.get("iso-code") or "") if country is not None else ""
            found[element.get("ssid") or ""] = (", ".join(parts), code)
    return found


def _program(element: Element) -> Mapping[str, str]:
    """The sets of a programme by id, each with the programme's key, or name, in English."""
    named = [*children(element, "program-key"), *children(element, "program-name")]
    english = [text_of(each) for each in named if each.get("lang") in ("eng", "en")]
    words = next(iter([*english, *(text_of(each) for each in named)]), "")
    sets = [element.get("ssid") or "", *(each.get("ssid") or "" for each in children(element, "sanctions-set"))]
    return dict.fromkeys((each for each in sets if each), words)


def _delisted(target: Element) -> bool:
    """Whether the latest modification takes the target off the list; of two on a day the first printed is the later."""
    modifications = list(children(target, "modification"))
    if not modifications:
        return False
    latest = max(modifications, key=lambda each: (_moment(each), -modifications.index(each)))
    return latest.get("modification-type") == "de-listed"


def _moment(modification: Element) -> str:
    for name in ("effective-date", "enactment-date", "publication-date"):
        if value := modification.get(name):
            return value
    return ""


def _entity(
    target: Element,
    where: str,
    programs: Mapping[str, str],
    places: Mapping[str, tuple[str, str]],
    unknown: dict[str, None],
) -> ListedEntity:
    subject = next((each for each in target if xml.local(each) in _SUBJECTS), None)
    if subject is None:
        raise SourceError(place(target, where), "no individual, entity or object", "one of them")
    schema = _SUBJECTS[xml.local(subject)]
    schema = _OBJECTS.get((subject.get("object-type") or "").lower(), schema) if schema == "LegalEntity" else schema
    entry = Entry(LIST_ID, target.get("ssid") or "", schema, place(target, where))
    _programs(entry, target, programs)
    entry.gender(subject.get("sex"))
    for identity in children(subject, "identity"):
        _identity(entry, identity, places)
    _words(entry, subject)
    listed = [m for m in children(target, "modification") if m.get("modification-type") == "listed"]
    entry.listed_on = min((day for m in listed if (day := one_day(_moment(m)))), default=None)
    for number in texts(target, "foreign-identifier"):
        entry.keep("foreign-identifier", number)
    for path, text in xml.unknown_parts(target, KNOWN):
        unknown.setdefault(path)
        entry.keep(path, text)
    return entry.done()


def _programs(entry: Entry, target: Element, programs: Mapping[str, str]) -> None:
    sets = [*(target.get("sanctions-set-id") or "").split(), *texts(target, "sanctions-set-id")]
    words = [programs.get(each) or each for each in sets]
    entry.add("programs", *words)
    told = [measure for measure in measures_of(words) if measure not in ("other", "sectoral")]
    entry.add("measures", *(told or ["blocking"]))


def _identity(entry: Entry, identity: Element, places: Mapping[str, tuple[str, str]]) -> None:
    add_names(entry, identity, main=(identity.get("main") or "true") == "true")
    for birth in children(identity, "day-month-year"):
        if (year := birth.get("year") or "").isdigit():
            entry.born(half_date(year, birth.get("month"), birth.get("day")))
    for born in children(identity, "place-of-birth"):
        entry.keep("place-of-birth", places.get(born.get("place-id") or "", ("", ""))[0])
    for nationality in children(identity, "nationality"):
        _country(entry, child(nationality, "country"))
    for address in children(identity, "address"):
        _address(entry, address, places)
    for document in children(identity, "identification-document"):
        _document(entry, document)


def _country(entry: Entry, country: Element | None) -> None:
    if country is not None:
        entry.countries(country.get("iso-code") or text_of(country))


def _address(entry: Entry, address: Element, places: Mapping[str, tuple[str, str]]) -> None:
    words, code = places.get(address.get("place-id") or "", ("", ""))
    names = ("c-o", "address-details", "p-o-box", "zip-code", "location", "area")
    parts = [*(text_of(child(address, name)) for name in names), words]
    entry.add("addresses", ", ".join(text for part in parts if (text := clean(part))))
    entry.countries(code)
    _country(entry, child(address, "country"))
    for remark in texts(address, "remarks"):
        entry.keep("address remarks", remark)


def _document(entry: Entry, document: Element) -> None:
    scheme = _DOCUMENTS.get(document.get("document-type") or "", "NATIONAL-ID")
    scheme = "OTHER" if document.get("document-type") in ("driving-license", "driving-permit", "other") else scheme
    issuer = child(document, "issuer")
    code = (issuer.get("code") or "").upper() if issuer is not None else ""
    for number in texts(document, "number"):
        entry.identifiers((identifier(scheme, clean(number), code if len(code) == 2 else None),))
    for remark in texts(document, "remark"):
        entry.keep("identification-document", remark)


def _words(entry: Entry, subject: Element) -> None:
    for text in [*texts(subject, "justification"), *texts(subject, "other-information")]:
        entry.add("remarks", text)
        for label in _LABELLED.findall(clean(text)):
            entry.identifiers(found for found in numbers_in(label, "OTHER") if found.scheme != "OTHER")
    for relation in children(subject, "relation"):
        kind, other = relation.get("relation-type") or "related-to", relation.get("target-id") or ""
        entry.link(kind, text_of(child(relation, "remark")) or other, other or None)
    for attribute in children(subject, "generic-attribute"):
        entry.keep(attribute.get("name") or "generic-attribute", text_of(attribute))


SOURCE = Source("ch_seco", recognise, read)
