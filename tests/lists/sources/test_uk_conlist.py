"""The UK ConList: samples of our own in both sets of columns, every refusal, and the real list where it is present."""

from __future__ import annotations

import csv
import gzip
import io
import random
from pathlib import Path

import pytest

from brightline.errors import SourceError
from brightline.lists.source import ReadList, SourceFile
from brightline.lists.sources.uk_conlist.read import COLUMNS, SOURCE
from brightline.terms import ListedIdentifier, ListedName

OLD = (*COLUMNS, "NI Number")
NEW = (
    *(*COLUMNS, "Name Non-Latin Script", "Non-Latin Script Type", "Non-Latin Script Language", "Passport Number"),
    *("National Identification Number", "National Identification Details", "Alias Quality"),
    "UK Sanctions List Date Designated",
)
PERSON = {
    "Name 6": "TARSEN",
    "Name 1": "Odran",
    "Name 2": "Kelvi",
    "Title": "Dr.",
    "DOB": "00/00/1945",
    "Town of Birth": "(1) Brelk (2) Minsk",
    "Nationality": "(1) Tunisian (2) Moroccan",
    "Passport Details": "(1) A-333602 (Indian) issued on 4 June 1985 (2) M110522 (Indian) issued on 13 Nov 1978",
    "NI Number": "W374031, Tunisian national identity number",
    "Position": "(1) Head (2) Deputy",
    "Address 1": "1 Quay",
    "Address 6": "Tunis",
    "Country": "Tunisia",
    "Other Information": "UN Ref QU.1. Also referred to as Abu Obeida and Obeid. Caf\xe9 owner.",
    "Group Type": "Individual",
    "Alias Type": "Prime Alias",
    "Regime": "Quarth",
    "Listed On": "24/04/2002",
    "Last Updated": "20/01/2015",
    "Group ID": "7087",
}
ALIAS = {**PERSON, "Name 2": "", "Name 6": "TARZEN", "Alias Type": "AKA", "DOB": "05/02/1946"}
FORMER = {**PERSON, "Name 2": "", "Name 6": "KROLL", "Alias Type": "FKA"}
ENTITY = {
    "Name 6": "BRELK OPTICS JSC",
    "Group Type": "Entity",
    "Alias Type": "Primary name",
    "Regime": "Quarth",
    "Listed On": "01/01/2020",
    "Group ID": "7088",
    "Alias Quality": "",
    "Name Non-Latin Script": "АО Брелк",
    "Other Information": "(UK Sanctions List Ref):QUA0002. (Phone number):(1) +7 495 000 (2) +7 495 001 "
    "(Email address):a@brelk.example (Business Reg No):INN 7707083893 (IMO number):9074729",
}


def table(*rows: dict[str, str], columns: tuple[str, ...] = OLD, first: str = "Last Updated,12/02/2016\n") -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return (first + text.getvalue()).encode("cp1252" if columns == OLD else "utf-8")


def read(content: bytes) -> ReadList:
    return SOURCE.read([SourceFile("ConList.csv", content)])


def test_recognised_and_dated() -> None:
    assert SOURCE.recognise(table(PERSON), "x")
    assert SOURCE.recognise(table(PERSON, first=""), "x")
    assert not SOURCE.recognise(b"Last Updated,Unique ID,Name 6\n", "x")
    found = read(table(PERSON))
    assert (found.list_id, found.published, found.published_from) == ("uk-conlist", "2016-02-12", "content")


def test_rows_of_a_group_are_one_entity_in_any_order() -> None:
    (person,) = read(table(ALIAS, FORMER, PERSON)).entities
    assert person == read(table(PERSON, ALIAS, FORMER)).entities[0]
    assert person.entry == "7087"
    assert person.names == (
        ListedName("Odran Kelvi TARSEN", "primary"),
        ListedName("Abu Obeida", "weak"),
        ListedName("Obeid", "weak"),
        ListedName("Odran KROLL", "former"),
        ListedName("Odran TARZEN", "alias"),
    )
    assert person.birth_dates == ("1945", "1946-02-05")


def test_numbered_cells_and_another_code_page() -> None:
    (person,) = read(table(PERSON)).entities
    assert person.countries == ("TN", "MA")
    assert person.titles == ("Dr.", "Head", "Deputy")
    assert person.identifiers == (
        ListedIdentifier("PASSPORT", "A-333602", "IN"),
        ListedIdentifier("PASSPORT", "M110522", "IN"),
        ListedIdentifier("NATIONAL-ID", "W374031"),
    )
    assert any("Caf\xe9 owner" in remark for remark in person.remarks)
    assert (person.listed_on, person.programs, person.measures) == ("2002-04-24", ("Quarth",), ("blocking",))
    assert person.addresses == ("1 Quay, Tunis, Tunisia",)


def test_the_columns_of_2022() -> None:
    (entity,) = read(table(ENTITY, columns=NEW)).entities
    assert entity.names == (ListedName("BRELK OPTICS JSC", "primary"), ListedName("АО Брелк", "original"))
    assert entity.identifiers == (
        ListedIdentifier("PHONE", "+7 495 000"),
        ListedIdentifier("PHONE", "+7 495 001"),
        ListedIdentifier("EMAIL", "a@brelk.example"),
        ListedIdentifier("INN", "7707083893", "RU"),
        ListedIdentifier("IMO", "9074729"),
    )
    assert ("UK Sanctions List Ref", "QUA0002") in entity.kept


def test_a_weak_alias_of_2022() -> None:
    rows = ({**PERSON, "Alias Type": "Primary name"}, {**ALIAS, "Alias Quality": "Low", "Other Information": ""})
    (person,) = read(table(*rows, columns=NEW)).entities
    assert ListedName("Odran TARZEN", "weak") in person.names


def test_a_group_without_a_prime_alias_is_led_by_a_strong_one() -> None:
    (person,) = read(table(FORMER, ALIAS)).entities
    assert person.names[0].kind == "primary"
    assert person.names[0].value in ("Odran KROLL", "Odran TARZEN")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (table(PERSON).replace(b"Regime", b"Regimes", 1), "unknown column 'Regimes'"),
        (table(PERSON).replace(b",Group ID", b"", 1), "no column 'Group ID'"),
        (table(PERSON).replace(b",NI Number", b"", 1), "no column 'NI Number'"),
        (table(ENTITY, columns=NEW).replace(b",Alias Quality", b"", 1), "no column 'Alias Quality'"),
        (b"", "an empty file"),
        (b"\x00\x01\x02\x03", "binary content"),
        (b"id,schema,name\n1,Person,A\n", "unknown columns"),
        (table(PERSON) + b'"open', "closed quotes"),
    ],
)
def test_a_bad_file_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        read(content)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [("Group ID", "", "Group ID ''"), ("Group Type", "Ghost", "Group Type 'ghost'"), ("Name 6", "", "without a name")],
)
def test_a_bad_row_is_named(field: str, value: str, says: str) -> None:
    found = read(table(PERSON, {**ENTITY, field: value}))
    assert [entity.entry for entity in found.entities] == ["7087"]
    assert says in found.skipped[0]


def test_the_real_list_of_2016(shared_data: Path) -> None:
    content = gzip.decompress((shared_data / "uk/conlist_2016-02-12.csv.gz").read_bytes())
    found = read(content)
    assert (len(found.entities), found.skipped, found.published) == (463, (), "2016-02-12")
    assert sum(entity.schema == "Person" for entity in found.entities) == 323
    litvinov = next(entity for entity in found.entities if entity.entry == "13070")
    assert litvinov.names[0] == ListedName("Boris Alekseevich LITVINOV", "primary")
    lines = content.split(b"\r\n") if b"\r\n" in content else content.split(b"\n")
    assert len(list(csv.reader(io.StringIO(content.decode("cp1252"), newline="")))) - 2 == 800
    assert len(lines) >= 802


def test_the_order_of_rows_in_the_real_list_does_not_matter(shared_data: Path) -> None:
    text = gzip.decompress((shared_data / "uk/conlist_2016-02-12.csv.gz").read_bytes()).decode("cp1252")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    body = rows[2:]
    random.Random(7).shuffle(body)
    out = io.StringIO()
    csv.writer(out).writerows([*rows[:2], *body])
    shuffled = {entity.entry: entity for entity in read(out.getvalue().encode("cp1252")).entities}
    assert shuffled == {entity.entry: entity for entity in read(text.encode("cp1252")).entities}
