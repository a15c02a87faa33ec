"""The Official Journal tables: samples of our own, every refusal, and the real tables where they are present."""

from __future__ import annotations

import csv
import gzip
import io
import random
from pathlib import Path

import pytest

from brightline.errors import SourceError
from brightline.lists.source import ReadList, SourceFile
from brightline.lists.sources.eu_oj.columns import AMENDMENT, COMMON, CONSOLIDATED
from brightline.lists.sources.eu_oj.read import SOURCE
from brightline.terms import ListedEntity, ListedIdentifier, ListedName

PERSON = {
    "celex": "32014R0269",
    "recordId": "12",
    "programKey": "EU-UKR",
    "annex": "I.PERSONS",
    "measure": "Asset freeze",
    "startDate": "17.3.2014",
    "reason": "Director of\nJSC Brelk.",
    "schema": "Person",
    "name": "Odran Kelvievich TARSEN (born KROLL)",
    "alias": "Odran Kelwievich TARSEN (Одран Кельвиевич ТАРСЕН); Одран ТАРСЕН; Odran (Odrin) TARZEN",
    "weakAlias": "The Storeman",
    "nationality": "Ukrainian, Russian (the Union does not recognise passports issued in Crimea)",
    "birthDate": "7.2.1956 or 9.2.1956",
    "birthPlace": "Brelk, former USSR (now Belarus)",
    "position": "director; deputy",
    "passportNumber": "0803 940939",
    "gender": "Male",
    "taxNumber": "500100732259 (Russia)",
    "idNumber": "Passport 717637093, National ID No. 451077",
    "address": "1 Quay; Minsk, Belarus",
}
COMPANY = {
    "celex": "32014R0269",
    "recordId": "12",
    "programKey": "EU-UKR",
    "annex": "I.ENTITIES",
    "measure": "Asset freeze",
    "startDate": "20 March 2022",
    "schema": "LegalEntity",
    "name": "Brelk Optical Plant (BOP)",
    "alias": "Акционерное Общество «Брелк» (АО «Брелк»); Brelk Optics JSC, AO Brelk Optik",
    "previousName": "Zavod Brelk Завод Брелк",
    "registrationNumber": "7707083893 (Tax ID/INN); 1027700132195",
    "kppCode": "773601001",
    "swiftBic": "SABRRUMM",
    "leiCode": "529900T8BM49AURSDO55",
    "phone": "+7 (495) 000-00-01; +7 (495) 000-00-02",
    "email": "a@brelk.example",
    "website": "www.brelk.example",
    "address": "19 Kanal Str., 125167 Moscow, Russian Federation",
    "notes": "In process of liquidation",
}


def table(*rows: dict[str, str], first: tuple[str, ...] = CONSOLIDATED) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, (*first, *COMMON), restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def read(content: bytes, name: str = "32014R0269.csv") -> ReadList:
    return SOURCE.read([SourceFile(name, content)])


def one(row: dict[str, str], **more: str) -> ListedEntity:
    return read(table({**row, **more})).entities[0]


def test_it_is_recognised_by_its_columns_also_when_one_is_wrong() -> None:
    assert SOURCE.recognise(table(PERSON), "x.csv")
    assert SOURCE.recognise(table(PERSON).replace(b"kppCode", b"kpp"), "x.csv")
    assert not SOURCE.recognise(b"id,schema,name\n", "x.csv")


def test_a_list_an_act_without_a_date_inside() -> None:
    found = read(table(PERSON, COMPANY))
    assert (found.list_id, found.published) == ("eu-oj-32014r0269", None)
    assert [entity.entry for entity in found.entities] == ["I.PERSONS/12", "I.ENTITIES/12"]


def test_an_amendment_is_a_list_of_its_own() -> None:
    row = {**PERSON, "amendedCelex": "32014R0269", "amendmentCelex": "32026R1940"}
    del row["celex"]
    found = read(table(row, first=AMENDMENT))
    assert found.list_id == "eu-oj-32014r0269-32026r1940"
    assert ("amendmentCelex", "32026R1940") in found.entities[0].kept


def test_names_in_brackets_are_names_of_their_own() -> None:
    assert one(PERSON).names == (
        ListedName("Odran Kelvievich TARSEN", "primary"),
        ListedName("Odran Kelvievich KROLL", "former"),
        ListedName("Odran Kelwievich TARSEN", "alias"),
        ListedName("Одран Кельвиевич ТАРСЕН", "original"),
        ListedName("Одран ТАРСЕН", "original"),
        ListedName("Odran TARZEN", "alias"),
        ListedName("Odrin TARZEN", "alias"),
        ListedName("The Storeman", "weak"),
    )


def test_names_of_an_organisation() -> None:
    assert one(COMPANY).names == (
        ListedName("Brelk Optical Plant", "primary"),
        ListedName("BOP", "weak"),
        ListedName("Акционерное Общество «Брелк»", "original"),
        ListedName("АО «Брелк»", "original"),
        ListedName("Brelk Optics JSC, AO Brelk Optik", "alias"),
        ListedName("Brelk Optics JSC", "alias"),
        ListedName("AO Brelk Optik", "alias"),
        ListedName("Zavod Brelk", "former"),
        ListedName("Завод Брелк", "former"),
    )


def test_a_person_in_full() -> None:
    person = one(PERSON)
    assert person.birth_dates == ("1956-02-07", "1956-02-09")
    assert person.countries == ("UA", "RU", "BY")
    assert person.genders == ("male",)
    assert person.titles == ("director", "deputy")
    assert person.listed_on == "2014-03-17"
    assert person.remarks[-1] == "Director of JSC Brelk."
    assert person.programs == ("EU-UKR", "EU-UKR annex I.PERSONS")
    assert person.measures == ("blocking",)
    assert person.identifiers == (
        ListedIdentifier("INN", "500100732259", "RU"),
        ListedIdentifier("PASSPORT", "0803 940939"),
        ListedIdentifier("PASSPORT", "717637093"),
        ListedIdentifier("NATIONAL-ID", "451077"),
    )


def test_numbers_go_by_label_and_check_digits() -> None:
    numbers = one(COMPANY).identifiers
    assert set(numbers) == {
        ListedIdentifier("KPP", "773601001", "RU"),
        ListedIdentifier("LEI", "529900T8BM49AURSDO55"),
        ListedIdentifier("BIC", "SABRRUMM"),
        ListedIdentifier("INN", "7707083893", "RU"),
        ListedIdentifier("OGRN", "1027700132195", "RU"),
        ListedIdentifier("PHONE", "+7 (495) 000-00-01"),
        ListedIdentifier("PHONE", "+7 (495) 000-00-02"),
        ListedIdentifier("EMAIL", "a@brelk.example"),
        ListedIdentifier("WEBSITE", "www.brelk.example"),
    }
    assert one(COMPANY).listed_on == "2022-03-20"


@pytest.mark.parametrize(
    ("annex", "measure", "expected"),
    [
        ("IV", "Export control", "export-control"),
        ("XLII", "Transportation restrictions", "trade"),
        ("XIV", "Financial restrictions", "correspondent-account"),
        ("XLV.A", "Financial restrictions", "correspondent-account"),
        ("III", "Financial restrictions", "sectoral"),
        ("XIX.A", "Financial restrictions", "sectoral"),
        ("XV", "Services ban", "other"),
        ("LII.B", "Investment ban", "sectoral"),
    ],
)
def test_what_an_annex_forbids(annex: str, measure: str, expected: str) -> None:
    entity = one(COMPANY, celex="32014R0833", annex=annex, measure=measure, programKey="EU-RUS")
    assert entity.measures == (expected,)
    assert f"EU-RUS annex {annex}" in entity.programs
    assert ("measure", measure) in entity.kept


def test_rows_of_one_entry_are_one_entity_in_any_order() -> None:
    ship = {**COMPANY, "schema": "Vessel", "annex": "V", "name": "AVEX", "alias": "", "imoNumber": "9074729"}
    rows = [{**ship, "measure": each} for each in ("Transportation restrictions", "Financial restrictions")]
    forward, back = read(table(*rows)).entities, read(table(*rows[::-1])).entities
    assert forward == back
    assert forward[0].measures == ("sectoral", "trade")
    assert ListedIdentifier("IMO", "9074729") in forward[0].identifiers


def test_an_entry_without_a_number_goes_by_its_name() -> None:
    assert one(COMPANY, recordId="", annex="XIV").entry == "XIV/Brelk Optical Plant (BOP)"


def test_cells_with_marks_and_quotes() -> None:
    person = one(PERSON, birthDate='"(a) 11.4.1963; (b) 1960"', address='"(a) Kuwait City, Kuwait; b) Muscat, Oman"')
    assert person.birth_dates == ("1963-04-11", "1960")
    assert person.addresses == ("Kuwait City, Kuwait", "Muscat, Oman")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ((b"kppCode", b"kpp"), "unknown column 'kpp'"),
        ((b",kppCode", b""), "no column 'kppCode'"),
        ((b"celex,recordId", b"celex,celex"), "no column 'recordId'"),
    ],
)
def test_a_changed_header_is_refused(change: tuple[bytes, bytes], says: str) -> None:
    with pytest.raises(SourceError, match=says):
        read(table(PERSON).replace(*change))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "an empty file"),
        (table(PERSON).split(b"\n")[0], "no row at all"),
        (table(PERSON, {**COMPANY, "celex": "32014R0833"}), "the acts 32014R0269, 32014R0833"),
        (table(PERSON)[:-40] + b'"open', "closed quotes"),
        (table(PERSON).replace("Одран".encode(), b"\xce\xe4"), "byte"),
        (b"<html><body>error</body></html>", "header"),
        (b"celex,\x00\x00", "binary content"),
    ],
)
def test_a_bad_file_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        read(content)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [("celex", "2014/269", "a CELEX number"), ("name", " ", "an entry without a name"), ("schema", "Ghost", "Ghost")],
)
def test_a_bad_row_is_named(field: str, value: str, says: str) -> None:
    found = read(table(PERSON, {**COMPANY, field: value}))
    assert [entity.entry for entity in found.entities] == ["I.PERSONS/12"]
    assert len(found.skipped) == 1
    assert says in found.skipped[0]
    assert "line" in found.skipped[0]


def test_a_row_cut_short_is_named() -> None:
    found = read(table(PERSON) + b"32014R0269,13,EU-UKR\r\n")
    assert found.skipped == ("32014R0269.csv line 4: expected 45 cells as in the header, found 3 cells",)


@pytest.mark.parametrize(
    ("celex", "entries"), [("32014R0269", 2802), ("32014R0833", 1746), ("32006R0765", 408), ("32024R2642", 100)]
)
def test_the_real_consolidated_tables(shared_data: Path, celex: str, entries: int) -> None:
    content = gzip.decompress((shared_data / f"eu/consolidated/{celex}.csv.gz").read_bytes())
    found = read(content, f"{celex}.csv")
    assert (found.list_id, len(found.entities), found.skipped) == (f"eu-oj-{celex.lower()}", entries, ())
    assert len({entity.entry for entity in found.entities}) == entries


def test_the_asset_freeze_list_has_both_scripts(shared_data: Path) -> None:
    content = gzip.decompress((shared_data / "eu/consolidated/32014R0269.csv.gz").read_bytes())
    entities = read(content).entities
    first = next(entity for entity in entities if entity.entry == "I.PERSONS/1")
    assert ListedName("Sergei Valerievich AKSENOV", "alias") in first.names
    assert ListedName("Сергей Валерьевич АКСЁНОВ", "original") in first.names
    assert sum(entity.schema == "Person" for entity in entities) == 1984
    assert sum(any(name.kind == "original" for name in entity.names) for entity in entities) >= 2593
    assert not any("(" in name.value for e in entities if e.schema == "Person" for name in e.names)
    assert sum(any(i.scheme == "INN" for i in e.identifiers) for e in entities) > 700


def test_every_real_amendment(shared_data: Path) -> None:
    files = sorted((shared_data / "eu/amendments").glob("*.csv"))
    counts = {file.stem: len(read(file.read_bytes(), file.name).entities) for file in files}
    assert counts == {
        "32026R1720": 9,
        "32026R1817": 2,
        "32026R1846": 4,
        "32026R1880": 3,
        "32026R1883": 2,
        "32026R1895": 10,
        "32026R1940": 5,
        "32026R1941": 1,
        "32026R1960": 7,
    }


def test_the_order_of_rows_does_not_matter(shared_data: Path) -> None:
    lines = list(csv.reader(io.StringIO((shared_data / "eu/amendments/32026R1941.csv").read_text())))
    shuffled = lines[1:]
    random.Random(3).shuffle(shuffled)
    text = io.StringIO()
    csv.writer(text).writerows([lines[0], *shuffled[::-1]])
    again = read(text.getvalue().encode())
    assert again.entities == read((shared_data / "eu/amendments/32026R1941.csv").read_bytes()).entities
