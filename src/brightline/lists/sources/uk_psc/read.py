"""Persons with significant control: who they are, and the bands and rights they hold in a company."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brightline.errors import SourceError
from brightline.lists.reading import table
from brightline.lists.reading.json_records import Fields, records
from brightline.lists.reading.nations import nation
from brightline.lists.reading.owners import Owners, in_order, whole_day
from brightline.lists.source import HEAD, ReadList, Source, SourceFile
from brightline.terms import ListedIdentifier, OwnershipNode, Portion
from brightline.terms.owned import ALL
from brightline.text.fold import fold

LIST_ID = "uk-psc"
SOURCE_TOLD = "UK register of persons with significant control"
_BANDS = {
    "25-to-50-percent": Portion(2500, 5000, above=True),
    "50-to-75-percent": Portion(5000, 7500, above=True, below=True),
    "75-to-100-percent": Portion(7500, ALL),
    "more-than-25-percent": Portion(2500, ALL, above=True),
}
_BAND = re.compile("|".join(_BANDS))
_KINDS = (
    ("ownership-of-shares", "shares"),
    ("right-to-share-surplus-assets", "shares"),
    ("voting-rights", "votes"),
    ("right-to-appoint-and-remove", "control"),
    ("significant-influence-or-control", "influence"),
)
_PERSONS = {"individual": "person", "corporate-entity": "company", "legal-person": "company", "super-secure": "person"}
_SILENT = ("persons-with-significant-control-statement", "exemptions", "totals#")
_AT_HOME = frozenset({"GB", None})
_NUMBER = re.compile(r"[A-Z]{0,2}\d{1,8}")


def recognise(head: bytes, file_name: str) -> bool:
    """Records of the register, or the basic company data that names its companies."""
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1]
    if start not in (b"{", b"["):
        return _is_company_data(head)
    return b"-significant-control" in head or b'"CompanyNumber"' in head or b'"exemptions"' in head


def _is_company_data(head: bytes) -> bool:
    return {"CompanyName", "CompanyNumber"} <= set(table.columns_of(table.first_line(head)))


def together(files: Sequence[SourceFile]) -> list[tuple[SourceFile, ...]]:
    """All files are one register."""
    return [tuple(sorted(files, key=lambda file: file.name))]


def read(files: Sequence[SourceFile]) -> ReadList:
    """Read the register. Records that fail are named in `skipped`, natures of control we have no word for once each."""
    owners, skipped, unknown = Owners(), list[str](), dict[str, None]()
    names: dict[str, str] = {}
    notes: list[str] = []
    for file in files:
        if _is_company_data(file.data[:HEAD]):
            notes += _take_names(file, names)
            continue
        for one in records(file, skipped):
            try:
                _record(one, owners, names, unknown)
            except SourceError as wrong:
                skipped.append(str(wrong))
    nodes = tuple(_named(node, names) for node in owners.nodes)
    return ReadList(
        LIST_ID,
        None,
        None,
        (),
        tuple(skipped),
        tuple(unknown),
        notes=tuple(notes),
        nodes=nodes,
        edges=tuple(owners.edges),
    )


def _take_names(file: SourceFile, names: dict[str, str]) -> Iterator[str]:
    """Take in the names of companies; a file that cannot be read takes only itself out and is named."""
    try:
        names.update(list(_company_names(file)))
    except SourceError as wrong:
        yield f"{str(wrong).rstrip('.')}. Its names of companies are left out; everything else was read."


def _company_names(file: SourceFile) -> Iterator[tuple[str, str]]:
    """The companies of the basic company data with their names."""
    lines = table.rows_of(table.decode(file.data, file.name), file.name)
    _, header = next(lines, (0, []))
    columns = [cell.strip() for cell in header]
    for line, cells in lines:
        row = table.row_fields(columns, cells, f"{file.name} line {line}")
        yield company_id(row["CompanyNumber"]), " ".join(row["CompanyName"].split())


def _record(one: Fields, owners: Owners, names: dict[str, str], unknown: dict[str, None]) -> None:
    if one.holds("CompanyNumber"):
        names[company_id(one.text("CompanyNumber"))] = one.text("CompanyName")
        return
    said, kind = one.inner("data"), one.text("data", "kind")
    if any(kind.startswith(silent) for silent in _SILENT):
        return
    person = next((told for word, told in _PERSONS.items() if kind.startswith(word)), None)
    if person is None or not one.text("company_number"):
        found = f"the kind {kind!r}" if person is None else "no company_number"
        raise SourceError(one.where, found, "a person with significant control of a company")
    owned = owners.add(_company(one.text("company_number")), one.where)
    owner = owners.add(_owner(said, person), one.where)
    start = whole_day(said.text("notified_on"), "notified_on", one.where)
    end = whole_day(said.text("ceased_on"), "ceased_on", one.where)
    in_order(start, end, one.where)
    for nature in said.texts("natures_of_control") or ("",):
        held, portion = _stake(nature, unknown)
        owners.holds(owner, owned, portion, held, start=start, end=end, source=SOURCE_TOLD, printed=nature)


def _stake(nature: str, unknown: dict[str, None]) -> tuple[str, Portion | None]:
    """The kind of stake and its share; where nothing is said, shares of which nobody says how many."""
    if not nature:
        return "shares", None
    kind = next((told for word, told in _KINDS if word in nature), None)
    if kind is None:
        unknown.setdefault(f"natures_of_control {nature}")
        return "influence", None
    band = _BAND.search(nature)
    if kind == "shares" and "as-trust" in nature:
        kind = "trust"
    return kind, _BANDS[band[0]] if band else None


def company_id(number: str) -> str:
    """The id of a company: its number, filled up to eight signs as the register writes it."""
    plain = number.strip().upper()
    return f"GB-COH:{plain.rjust(8, '0') if plain.isdigit() else plain}"


def _company(number: str) -> OwnershipNode:
    node = company_id(number)
    value = node.removeprefix("GB-COH:")
    return OwnershipNode(node, f"company {value}", "company", "GB", (ListedIdentifier("REG", value, "GB"),))


def _named(node: OwnershipNode, names: dict[str, str]) -> OwnershipNode:
    """A company by its name, where a record or the basic company data gives it."""
    name = names.get(node.id)
    if not name:
        return node
    return OwnershipNode(node.id, name, node.kind, node.country, node.identifiers, node.birth_date)


def _owner(said: Fields, person: str) -> OwnershipNode:
    name = said.text("name") or _joined(said.inner("name_elements"))
    if person == "company":
        return _body(said, name)
    if not name:
        return OwnershipNode(f"secret:{said.text('links', 'self')}", "a person whose name is kept secret", "person")
    year, month = said.text("date_of_birth", "year"), said.text("date_of_birth", "month")
    born = f"{year}-{month.zfill(2)}" if year and month else year or None
    country = nation(said.text("nationality")) or nation(said.text("country_of_residence"))
    return OwnershipNode(f"person:{fold(name)}:{born or said.text('links', 'self')}", name, "person", country, (), born)


def _joined(elements: Fields) -> str:
    return " ".join(part for key in ("forename", "middle_name", "surname") if (part := elements.text(key)))


def _body(said: Fields, name: str) -> OwnershipNode:
    """A body by its number in its own register; one of this register is the company of that number."""
    printed = said.text("identification", "registration_number").replace(" ", "").upper()
    country = nation(said.text("identification", "country_registered"))
    stated = country or nation(said.text("address", "country"))
    if printed and stated in _AT_HOME and _NUMBER.fullmatch(printed):
        node = _company(printed)
        return OwnershipNode(node.id, name or node.name, "company", "GB", node.identifiers)
    numbers = (ListedIdentifier("REG", printed, stated),) if printed and stated else ()
    return OwnershipNode(f"body:{fold(name)}:{stated or ''}:{printed}", name, "company", stated, numbers)


SOURCE = Source("uk_psc", recognise, read, together, updates=True)
