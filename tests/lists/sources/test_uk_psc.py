"""Persons with significant control: bands, rights, people and companies that are one."""

from __future__ import annotations

import json
from pathlib import Path

from brightline.lists.source import ReadList, SourceFile
from brightline.lists.sources.uk_psc.read import SOURCE
from brightline.terms import ListedIdentifier, Portion


def record(number: str, kind: str, **said: object) -> dict[str, object]:
    return {"company_number": number, "data": {"kind": f"{kind}-person-with-significant-control", **said}}


def read(*records: object, lines: bool = True) -> ReadList:
    text = "\n".join(json.dumps(one) for one in records) if lines else json.dumps(list(records))
    return SOURCE.read([SourceFile("psc.txt", text.encode())])


BORN = {"month": 4, "year": 1970}
ANNA = record(
    "1234567", "individual", name="Ms Anna Alder", date_of_birth=BORN, nationality="British", notified_on="2020-01-02",
    natures_of_control=["ownership-of-shares-25-to-50-percent", "voting-rights-75-to-100-percent"],
)  # fmt: skip


def test_bands_keep_their_open_ends() -> None:
    found = read(ANNA)
    assert [(one.kind, one.portion, one.start) for one in found.edges] == [
        ("shares", Portion(2500, 5000, above=True), "2020-01-02"),
        ("votes", Portion(7500, 10000), "2020-01-02"),
    ]
    person = next(node for node in found.nodes if node.kind == "person")
    assert (person.name, person.birth_date, person.country) == ("Ms Anna Alder", "1970-04", "GB")


def test_an_array_reads_as_lines_do() -> None:
    assert read(ANNA, lines=False).edges == read(ANNA).edges


def test_one_person_of_two_companies_is_one_and_a_company_is_its_number() -> None:
    other = {**ANNA, "company_number": "7654321"}
    above = record(
        "01234567", "corporate-entity", name="Birch Ltd", natures_of_control=["right-to-appoint-and-remove-directors"],
        identification={"country_registered": "United Kingdom", "registration_number": "7654321"},
    )  # fmt: skip
    found = read(ANNA, other, above, {"CompanyNumber": "01234567", "CompanyName": "CEDAR LIMITED"})
    assert sorted(node.name for node in found.nodes) == ["CEDAR LIMITED", "Ms Anna Alder", "company 07654321"]
    assert (found.edges[-1].owner, found.edges[-1].owned, found.edges[-1].kind) == (
        "GB-COH:07654321", "GB-COH:01234567", "control",
    )  # fmt: skip
    company = next(node for node in found.nodes if node.id == "GB-COH:07654321")
    assert company.identifiers == (ListedIdentifier("REG", "07654321", "GB"),)


def test_statements_and_totals_name_no_owner_and_a_new_kind_is_named() -> None:
    statement = {"company_number": "1", "data": {"kind": "persons-with-significant-control-statement"}}
    found = read(ANNA, statement, {"data": {"kind": "totals#snapshot"}}, {"data": {"kind": "unknown-kind"}})
    assert len(found.edges) == 2
    assert "found the kind 'unknown-kind'" in found.skipped[0]


def test_a_right_we_have_no_word_for_is_named_once() -> None:
    odd = record("1", "individual", name="Odd Oak", natures_of_control=["right-to-sing"])
    assert read(odd, odd).unknown_fields == ("natures_of_control right-to-sing",)


def test_a_day_that_never_was_is_named_with_its_line() -> None:
    found = read(ANNA, record("1", "individual", name="Odd Oak", ceased_on="2020-02-30"))
    assert "psc.txt line 2: expected a day such as 2024-05-16, found ceased_on '2020-02-30'" in found.skipped[0]


def test_the_records_at_hand_are_read_whole(shared_data: Path) -> None:
    paths = sorted((shared_data / "ownership/uk_psc").glob("*.json"))
    found = SOURCE.read([SourceFile(path.name, path.read_bytes()) for path in paths])
    assert (found.skipped, found.unknown_fields) == ((), ())
    assert len(found.edges) > 20


def test_a_table_of_names_that_cannot_be_read_takes_only_itself_out() -> None:
    bad = SourceFile("names.csv", b"CompanyName,CompanyNumber,Other\nCEDAR LIMITED,01234567\n")
    found = SOURCE.read([SourceFile("psc.txt", json.dumps(ANNA).encode()), bad])
    assert (len(found.edges), found.skipped) == (2, ())
    (note,) = found.notes
    assert note.startswith("names.csv line 2: expected 3 cells as in the header, found 2 cells.")
