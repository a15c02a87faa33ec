"""targets.simple.csv: a table of our own, every refusal, and the real table where it is present."""

from __future__ import annotations

import csv
import gzip
import io
from pathlib import Path

import pytest

from brightline.errors import SourceError
from brightline.lists.source import ReadList, SourceFile
from brightline.lists.sources.targets_simple.read import COLUMNS, SOURCE, read_number, sanction_texts
from brightline.terms import ListedIdentifier, ListedName

WITH_PROGRAMS = (*COLUMNS[:11], "program_ids", *COLUMNS[11:])
COMPANY = {
    "id": "NK-1",
    "schema": "Company",
    "name": "Brelk Optics",
    "aliases": "АО Брелк;Brelk Lens;Brelk Lens",
    "countries": "ru;hk",
    "addresses": "1 Quay, Minsk;2 Quay,\nMinsk",
    "identifiers": "7707083893;1027700132195;IMO6495856;99x1",
    "sanctions": '"Makes lenses.\nSells them.";Second',
    "phones": "+7 495 000",
    "emails": "a@brelk.example",
    "program_ids": "QU-1;QU-2",
    "dataset": "Quarth Portal",
    "first_seen": "2025-10-06T14:15:21",
    "last_seen": "2025-12-13T05:41:01",
    "last_change": "2025-11-05T14:54:48",
}
PERSON = {
    **COMPANY,
    "id": "NK-2",
    "schema": "Person",
    "name": "TARSEN Odran",
    "aliases": "",
    "birth_date": "1966-12-21;1967",
}
PERSON |= {"identifiers": "500100732259;4989804010", "sanctions": '""', "last_seen": "2025-12-12T05:41:01"}


def table(*rows: dict[str, str], columns: tuple[str, ...] = WITH_PROGRAMS) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", extrasaction="ignore", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def read(content: bytes, name: str = "targets.simple.csv") -> ReadList:
    return SOURCE.read([SourceFile(name, content)])


def test_named_and_dated_by_the_data_set() -> None:
    assert SOURCE.recognise(table(COMPANY), "x")
    assert not SOURCE.recognise(b"id,schema,name,aliases\n", "x")
    found = read(table(COMPANY, PERSON))
    assert (found.list_id, found.published, found.published_from) == (
        *("quarth-portal", "2025-12-13T05:41:01", "content"),
    )
    assert {entity.list for entity in found.entities} == {"quarth-portal"}


def test_a_table_of_several_data_sets_goes_by_its_file() -> None:
    found = read(table(COMPANY, {**PERSON, "dataset": "Other"}), "sanctions/targets.simple.csv")
    assert found.list_id == "sanctions"


def test_a_copy_of_a_publishers_list_never_takes_its_id() -> None:
    assert read(table({**COMPANY, "dataset": "us_ofac_sdn"})).list_id == "copy-of-us-ofac-sdn"


def test_a_company_in_full() -> None:
    company = read(table(COMPANY)).entities[0]
    assert company.names == (
        ListedName("Brelk Optics", "primary"),
        ListedName("АО Брелк", "original"),
        ListedName("Brelk Lens", "alias"),
    )
    assert company.identifiers == (
        ListedIdentifier("INN", "7707083893", "RU"),
        ListedIdentifier("OGRN", "1027700132195", "RU"),
        ListedIdentifier("IMO", "6495856"),
        ListedIdentifier("REG", "99x1"),
        ListedIdentifier("PHONE", "+7 495 000"),
        ListedIdentifier("EMAIL", "a@brelk.example"),
    )
    assert company.countries == ("RU", "HK")
    assert company.addresses == ("1 Quay, Minsk", "2 Quay, Minsk")
    assert company.programs == ("QU-1", "QU-2")
    assert company.measures == ("other",)
    assert company.remarks == ("Makes lenses. Sells them.", "Second")


def test_a_person_has_no_sanction_text_and_two_birth_dates() -> None:
    person = read(table(PERSON)).entities[0]
    assert person.remarks == ()
    assert person.birth_dates == ("1966-12-21", "1967")
    assert person.identifiers[:2] == (
        ListedIdentifier("INN", "500100732259", "RU"),
        ListedIdentifier("NATIONAL-ID", "4989804010"),
    )


@pytest.mark.parametrize("cell", ["", '""', '""""""', ";", '"";""'])
def test_an_empty_sanctions_cell(cell: str) -> None:
    assert sanction_texts(cell) == []


@pytest.mark.parametrize(
    ("number", "schema", "scheme"),
    [
        ("IMO9253325", "Vessel", "IMO"),
        ("273392530", "Vessel", "MMSI"),
        ("UBZO7", "Vessel", "CALLSIGN"),
        ("529900T8BM49AURSDO55", "Company", "LEI"),
        ("91440300708461136T", "Company", "USCC"),
        ("7707083893", "Person", "TAX"),
        ("7707083894", "LegalEntity", "REG"),
    ],
)
def test_numbers_without_a_kind(number: str, schema: str, scheme: str) -> None:
    assert read_number(number, schema).scheme == scheme


def test_the_column_of_programmes_may_be_missing() -> None:
    assert read(table(COMPANY, columns=COLUMNS)).entities[0].programs == ()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (table(COMPANY).replace(b'"phones"', b'"fones"'), "unknown column 'fones'"),
        (table(COMPANY).replace(b'"phones",', b"", 1), "no column 'phones'"),
        (table(COMPANY)[:-30], "closed quotes"),
        (b"", "an empty file"),
        (table(COMPANY).replace("Брелк".encode(), b"\xc1\xf0"), "byte"),
    ],
)
def test_a_bad_file_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        read(content)


@pytest.mark.parametrize(("field", "value"), [("id", ""), ("schema", "Ghost"), ("name", "")])
def test_a_bad_row_is_named(field: str, value: str) -> None:
    found = read(table(COMPANY, {**PERSON, field: value, "aliases": ""}))
    assert [entity.entry for entity in found.entities] == ["NK-1"]
    assert len(found.skipped) == 1


def test_the_real_table(shared_data: Path) -> None:
    found = read(gzip.decompress((shared_data / "ua/war_and_sanctions_targets_2026-03.csv.gz").read_bytes()))
    schemas = [entity.schema for entity in found.entities]
    assert {schema: schemas.count(schema) for schema in sorted(set(schemas))} == {
        "Company": 1524,
        "LegalEntity": 1193,
        "Person": 1543,
        "Vessel": 1340,
    }
    assert (found.list_id, found.published, found.skipped) == ("ukraine-war-and-sanctions", "2026-03-13T05:41:01", ())
    assert sum(entity.remarks == () for entity in found.entities) >= 3266
    assert sum(identifier.scheme == "IMO" for e in found.entities for identifier in e.identifiers) > 2800
