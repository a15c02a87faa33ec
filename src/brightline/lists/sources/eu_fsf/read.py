"""The EU consolidated financial sanctions file in XML (FSF 1.1; 1.0 has the same attributes where they exist)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brightline.errors import SourceError
from brightline.lists.reading import days, xml
from brightline.lists.reading.entry import Entry, clean
from brightline.lists.reading.kinds import scheme_of
from brightline.lists.reading.nations import nation
from brightline.lists.reading.numbers import identifier, numbers_in
from brightline.lists.reading.xml import Element, child, children, place, text_of
from brightline.lists.source import ReadList, Source, SourceFile
from brightline.lists.sources.eu_fsf.known import KNOWN
from brightline.terms import ListedEntity, ListedIdentifier

LIST_ID = "eu-fsf"
_SCHEMAS = {"person": "Person", "P": "Person", "enterprise": "Organization", "E": "Organization"}
_BY_CODE = {
    "passport": "PASSPORT",
    "diplompassport": "PASSPORT",
    "traveldoc": "PASSPORT",
    "id": "NATIONAL-ID",
    "ssn": "NATIONAL-ID",
    "fiscalcode": "TAX",
    "taxid": "TAX",
    "regnumber": "REG",
    "tradelic": "REG",
    "swiftbic": "BIC",
    "bic": "BIC",
    "imo": "IMO",
}
_CONTACTS = {
    "EMAIL": "EMAIL",
    "PHONE": "PHONE",
    "FAX": "PHONE",
    "MOBILE": "PHONE",
    "WEB": "WEBSITE",
    "WEBSITE": "WEBSITE",
}
_LABELLED = re.compile(r"\b(?:INN|OGRN|KPP|OKPO|LEI|IMO|SWIFT(?:/BIC)?|BIC|USCC|Tax ID|TIN)\b[^;\n]*", re.IGNORECASE)


def recognise(head: bytes, file_name: str) -> bool:
    """The root element is export and the file speaks of the FSF."""
    return xml.root_name(head) == "export" and (b"/fsd/export" in head or b"sanctionEntity" in head)


def read(files: Sequence[SourceFile]) -> ReadList:
    """Read the list. Raises SourceError for a file that is not one; entities that fail are named in `skipped`."""
    entities: list[ListedEntity] = []
    skipped: list[str] = []
    unknown: dict[str, None] = {}
    published: str | None = None
    for file in files:
        for element in xml.elements(file.data, frozenset({"sanctionEntity"}), file.name):
            if xml.local(element) != "sanctionEntity":
                published = _check_root(element, file.name) or published
                continue
            try:
                entities.append(_entity(element, file.name, unknown))
            except SourceError as wrong:
                skipped.append(str(wrong))
    return ReadList(
        LIST_ID, published, "content" if published else None, tuple(entities), tuple(skipped), tuple(unknown)
    )


def _check_root(root: Element, where: str) -> str | None:
    if xml.local(root) != "export":
        raise SourceError(where, f"the root element {xml.local(root)}", "export")
    return root.get("generationDate")


def _entity(element: Element, where: str, unknown: dict[str, None]) -> ListedEntity:
    subject = child(element, "subjectType")
    told = (subject.get("code") or subject.get("classificationCode") or "") if subject is not None else ""
    if told not in _SCHEMAS:
        found = f"subjectType {told!r}" if subject is not None else "no subjectType"
        raise SourceError(place(element, where), found, f"one of {', '.join(_SCHEMAS)}")
    entry_id = element.get("euReferenceNumber") or element.get("logicalId") or ""
    entry = Entry(LIST_ID, entry_id, _SCHEMAS[told], place(element, where))
    entry.add("measures", "blocking")
    _acts(entry, element, where)
    for alias in sorted(children(element, "nameAlias"), key=_rank):
        _name(entry, alias, where)
    _person(entry, element)
    for address in children(element, "address"):
        _address(entry, address)
    for document in children(element, "identification"):
        _document(entry, document)
    for path, text in xml.unknown_parts(element, KNOWN):
        unknown.setdefault(path)
        entry.keep(path, text)
    return entry.done()


def _acts(entry: Entry, element: Element, where: str) -> None:
    for name in ("logicalId", "unitedNationId", "designationDetails"):
        entry.keep(name, element.get(name))
    listed = element.get("designationDate") or ""
    entry.listed_on = days.one_day(listed)
    if listed and entry.listed_on is None:
        raise SourceError(place(element, where), f"designationDate {listed!r}", "a day such as 2022-02-23")
    for act in children(element, "regulation"):
        entry.add("programs", act.get("programme"))
        entry.keep("regulation", act.get("numberTitle"))
        entry.add("urls", text_of(child(act, "publicationUrl")) or act.get("publicationUrl"))
        if listed == "" and act.get("publicationDate"):
            entry.listed_on = min(
                filter(None, (entry.listed_on, days.one_day(act.get("publicationDate")))), default=None
            )
    for remark in children(element, "remark"):
        _remark(entry, text_of(remark))


def _rank(alias: Element) -> tuple[bool, bool]:
    """Strong names before weak ones, those in English or without a language before translations; else as printed."""
    return (_weak(alias), (alias.get("nameLanguage") or "EN").upper() != "EN")


def _weak(alias: Element) -> bool:
    return (alias.get("strong") or "true").lower() == "false"


def _name(entry: Entry, alias: Element, where: str) -> None:
    strong = (alias.get("strong") or "true").lower()
    if strong not in ("true", "false"):
        raise SourceError(place(alias, where), f"strong {strong!r}", "true or false")
    parts = [alias.get(name) or "" for name in ("firstName", "middleName", "lastName")]
    whole = clean(alias.get("wholeName")) or clean(" ".join(parts))
    kind = "weak" if strong == "false" else "alias" if entry.names_found() else "primary"
    if entry.schema == "Person":
        entry.name(whole, kind)
    else:
        entry.names(whole, kind)
    entry.gender(alias.get("gender"))
    entry.add("titles", alias.get("title"), alias.get("function"))
    for remark in children(alias, "remark"):
        _remark(entry, text_of(remark))


def _remark(entry: Entry, text: str) -> None:
    entry.add("remarks", text)
    for label in _LABELLED.findall(text):
        entry.identifiers(found for found in numbers_in(label, "OTHER") if found.scheme != "OTHER")


def _person(entry: Entry, element: Element) -> None:
    for citizenship in children(element, "citizenship"):
        _country(entry, citizenship)
    for birth in children(element, "birthdate"):
        _birth(entry, birth)


def _country(entry: Entry, element: Element) -> str | None:
    code = (element.get("countryIso2Code") or "").upper()
    described = element.get("countryDescription") or ""
    found = code if re.fullmatch(r"[A-Z]{2}", code) else nation(described)
    if found:
        entry.add("countries", found)
    elif described and described.upper() != "UNKNOWN":
        entry.keep("country", described)
    return found


def _birth(entry: Entry, birth: Element) -> None:
    first, last = birth.get("yearRangeFrom") or "", birth.get("yearRangeTo") or ""
    if first.isdigit() and last.isdigit():
        entry.add("birth_dates", *days.year_range(int(first), int(last)))
    year = birth.get("year") or ""
    day = birth.get("birthdate") or ""
    written = day or (days.half_date(year, birth.get("monthOfYear"), birth.get("dayOfMonth")) if year.isdigit() else "")
    if (birth.get("calendarType") or "GREGORIAN") == "GREGORIAN":
        entry.born(written)
    elif written:
        entry.keep("birthdate", f"{written} ({birth.get('calendarType')})")
    if written and (birth.get("circa") or "") == "true":
        entry.add("remarks", f"DOB circa {written}")
    names = ("place", "city", "zipCode", "region", "countryDescription")
    entry.keep("birthplace", ", ".join(clean(birth.get(name)) for name in names if clean(birth.get(name))))
    for remark in children(birth, "remark"):
        entry.add("remarks", text_of(remark))


def _address(entry: Entry, address: Element) -> None:
    _country(entry, address)
    names = ("poBox", "street", "place", "city", "zipCode", "region", "countryDescription")
    parts = [clean(address.get(name)) for name in names]
    entry.add("addresses", ", ".join(part for part in parts if part and part.upper() != "UNKNOWN"))
    for contact in children(address, "contactInfo"):
        scheme = _CONTACTS.get((contact.get("key") or "").upper())
        if scheme:
            entry.identifier(scheme, contact.get("value"))
        else:
            entry.keep(f"contactInfo {contact.get('key')}", contact.get("value"))
    for remark in children(address, "remark"):
        entry.add("remarks", text_of(remark))


def _document(entry: Entry, document: Element) -> None:
    number = clean(document.get("latinNumber")) or clean(document.get("number"))
    described = document.get("identificationTypeDescription") or ""
    scheme = _BY_CODE.get((document.get("identificationTypeCode") or "").lower())
    scheme = scheme or scheme_of(described) or "OTHER"
    country = _country(entry, document) if scheme == "PASSPORT" else nation(document.get("countryDescription") or "")
    code = (document.get("countryIso2Code") or "").upper()
    country = country or (code if re.fullmatch(r"[A-Z]{2}", code) else None)
    entry.identifiers(_numbers(number, scheme, country))
    for each in (document.get("number"), document.get("latinNumber")):
        if clean(each) and clean(each) != number:
            entry.keep("identification", each)
    notes = [name for name in ("diplomatic", "knownExpired", "knownFalse", "reportedLost", "revokedByIssuer")
             if (document.get(name) or "").lower() == "true"]  # fmt: skip
    if notes:
        entry.keep("identification", f"{number}: {', '.join(notes)}")
    for remark in children(document, "remark"):
        _remark(entry, text_of(remark))


def _numbers(number: str, scheme: str, country: str | None) -> tuple[ListedIdentifier, ...]:
    if not number:
        return ()
    whole = identifier(scheme, number, country)
    found = numbers_in(number, scheme, country)
    if scheme in ("TAX", "REG", "OTHER", "BIC", "IMO"):
        return found or (whole,)
    return (whole,) if len(number) <= 24 else found or (whole,)


SOURCE = Source("eu_fsf", recognise, read)
