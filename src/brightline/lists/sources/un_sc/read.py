"""The UN Security Council consolidated list in XML (schema sc-sanctions.xsd)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brightline.errors import SourceError
from brightline.lists.reading import days, xml
from brightline.lists.reading.entry import Entry, clean
from brightline.lists.reading.kinds import scheme_of
from brightline.lists.reading.nations import nation
from brightline.lists.reading.numbers import identifier, numbers_in
from brightline.lists.reading.xml import Element, child, children, need, place, text_of, texts
from brightline.lists.source import ReadList, Source, SourceFile
from brightline.lists.sources.un_sc.known import KNOWN
from brightline.terms import ListedEntity

LIST_ID = "un-sc"
_SCHEMAS = {"INDIVIDUAL": "Person", "ENTITY": "Organization"}
_QUALITY = {"good": "alias", "a.k.a.": "alias", "": "alias", "low": "weak", "f.k.a.": "former"}
_LINK = re.compile(r"https?://[^\s<>\"]+")
_GENDER = re.compile(r"\bgender:?\s*(male|female)\b", re.IGNORECASE)


def recognise(head: bytes, file_name: str) -> bool:
    """The root element is CONSOLIDATED_LIST."""
    return xml.root_name(head) == "CONSOLIDATED_LIST"


def read(files: Sequence[SourceFile]) -> ReadList:
    """Read the list. Raises SourceError for a file that is not one; single entries that fail are named in `skipped`."""
    entities: list[ListedEntity] = []
    skipped: list[str] = []
    unknown: dict[str, None] = {}
    published: str | None = None
    for file in files:
        for element in xml.elements(file.data, frozenset(_SCHEMAS), file.name):
            if xml.local(element) not in _SCHEMAS:
                _check_root(element, file.name)
                published = element.get("dateGenerated") or published
                continue
            try:
                entities.append(_entity(element, file.name, unknown))
            except SourceError as wrong:
                skipped.append(str(wrong))
    return ReadList(
        LIST_ID, published, "content" if published else None, tuple(entities), tuple(skipped), tuple(unknown)
    )


def _check_root(root: Element, where: str) -> None:
    if xml.local(root) != "CONSOLIDATED_LIST":
        raise SourceError(where, f"the root element {xml.local(root)}", "CONSOLIDATED_LIST")


def _entity(element: Element, where: str, unknown: dict[str, None]) -> ListedEntity:
    kind = xml.local(element)
    entry = Entry(LIST_ID, need(element, "REFERENCE_NUMBER", where), _SCHEMAS[kind], place(element, where))
    entry.keep("DATAID", need(element, "DATAID", where))
    entry.add("programs", need(element, "UN_LIST_TYPE", where))
    entry.add("measures", "blocking", "travel" if entry.schema == "Person" else None)
    _names(entry, element, kind, where)
    _dates(entry, element, where)
    _person(entry, element)
    for address in children(element, f"{kind}_ADDRESS"):
        _address(entry, address)
    for document in children(element, f"{kind}_DOCUMENT"):
        _document(entry, document)
    _comments(entry, element)
    for path, text in xml.unknown_parts(element, KNOWN):
        unknown.setdefault(path)
        entry.keep(path, text)
    return entry.done()


def _names(entry: Entry, element: Element, kind: str, where: str) -> None:
    need(element, "FIRST_NAME", where)
    parts = [text_of(child(element, f"{each}_NAME")) for each in ("FIRST", "SECOND", "THIRD", "FOURTH")]
    full = " ".join(part for part in parts if part)
    if kind == "INDIVIDUAL":
        entry.name(full, "primary")
    else:
        entry.names(full, "primary")
    for native in texts(element, "NAME_ORIGINAL_SCRIPT"):
        entry.name(native, "original")
    for alias in children(element, f"{kind}_ALIAS"):
        _alias(entry, alias)


def _alias(entry: Entry, alias: Element) -> None:
    note = text_of(child(alias, "NOTE"))
    quality = _QUALITY.get(text_of(child(alias, "QUALITY")).casefold(), "alias")
    if re.search(r"(?:previously|formerly) (?:listed|known)", note, re.IGNORECASE):
        quality = "former"
    name = text_of(child(alias, "ALIAS_NAME"))
    entry.names(name, quality)
    for native in re.findall(r"in (?:Arabic|original) script:?\s*(\S.*)", note, re.IGNORECASE):
        entry.name(native, "original")
    if name and note:
        entry.keep("ALIAS/NOTE", f"{name}: {note}")
    for birth in texts(alias, "DATE_OF_BIRTH"):
        entry.born(birth)
    birth_place = ", ".join([*texts(alias, "CITY_OF_BIRTH"), *texts(alias, "COUNTRY_OF_BIRTH")])
    entry.keep("ALIAS/PLACE_OF_BIRTH", birth_place)


def _dates(entry: Entry, element: Element, where: str) -> None:
    listed = text_of(child(element, "LISTED_ON"))
    entry.listed_on = days.one_day(listed)
    if listed and entry.listed_on is None:
        raise SourceError(place(element, where), f"LISTED_ON {listed!r}", "a day such as 2012-12-31")
    entry.ends_on = days.one_day(text_of(child(element, "DELISTED_ON")))
    entry.keep("LAST_DAY_UPDATED", max(texts(element, "LAST_DAY_UPDATED", "VALUE"), default=""))
    for birth in children(element, "INDIVIDUAL_DATE_OF_BIRTH"):
        _birth(entry, birth)


def _birth(entry: Entry, birth: Element) -> None:
    names = ("TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "NOTE")
    told = {name: text_of(child(birth, name)) for name in names}
    if told["FROM_YEAR"].isdigit() and told["TO_YEAR"].isdigit():
        entry.add("birth_dates", *days.year_range(int(told["FROM_YEAR"]), int(told["TO_YEAR"])))
        entry.add("remarks", f"DOB between {told['FROM_YEAR']} and {told['TO_YEAR']}")
    written = told["DATE"] or told["YEAR"]
    entry.born(written)
    if written and told["TYPE_OF_DATE"].upper() == "APPROXIMATELY":
        entry.add("remarks", f"DOB circa {written}")
    entry.born(told["NOTE"])


def _person(entry: Entry, element: Element) -> None:
    for name in ("NATIONALITY", "NATIONALITY2"):
        for nationality in [*texts(element, name, "VALUE"), *texts(element, name)]:
            entry.countries(nationality)
    for name in ("TITLE", "DESIGNATION"):
        entry.add("titles", *texts(element, name, "VALUE"), *texts(element, name))
    entry.gender(text_of(child(element, "GENDER")))
    for birth_place in children(element, "INDIVIDUAL_PLACE_OF_BIRTH"):
        entry.keep("PLACE_OF_BIRTH", ", ".join(text for part in birth_place if (text := text_of(part))))


def _address(entry: Entry, address: Element) -> None:
    order = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
    written = ", ".join(text for name in order if (text := clean(text_of(child(address, name)))))
    note = clean(text_of(child(address, "NOTE")))
    if country := text_of(child(address, "COUNTRY")):
        entry.countries(country)
    entry.add("addresses", f"{written} ({note})" if written and note else written or note)


def _document(entry: Entry, document: Element) -> None:
    told = clean(text_of(child(document, "TYPE_OF_DOCUMENT2"))) or clean(text_of(child(document, "TYPE_OF_DOCUMENT")))
    scheme = scheme_of(told) or scheme_of(clean(text_of(child(document, "TYPE_OF_DOCUMENT")))) or "OTHER"
    country = nation(text_of(child(document, "ISSUING_COUNTRY")) or text_of(child(document, "COUNTRY_OF_ISSUE")))
    number, note = clean(text_of(child(document, "NUMBER"))), clean(text_of(child(document, "NOTE")))
    found = numbers_in(number, scheme, country)
    if len(found) == 1 and scheme in ("PASSPORT", "NATIONAL-ID", "OTHER"):
        found = (identifier(scheme, number, country),) if len(number) <= 24 else found
    entry.identifiers(found or ((identifier(scheme, number, country),) if number else ()))
    if not number and note:
        entry.identifiers(numbers_in(note, scheme, country))
    words = ", ".join(text for part in document if (text := clean(text_of(part))))
    if note or (words and not number):
        entry.keep("DOCUMENT", words)


def _comments(entry: Entry, element: Element) -> None:
    comment = clean(text_of(child(element, "COMMENTS1")))
    entry.add("remarks", comment)
    entry.add("urls", *(link.rstrip(".,;)") for link in _LINK.findall(comment)))
    if gender := _GENDER.search(comment):
        entry.gender(gender.group(1))
    entry.keep("SUBMITTED_BY", text_of(child(element, "SUBMITTED_BY")))
    entry.keep("SUBMITTED_ON", text_of(child(element, "SUBMITTED_ON")))


SOURCE = Source("un_sc", recognise, read)
