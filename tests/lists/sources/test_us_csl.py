"""The Consolidated Screening List as CSV and JSON, in samples of our own, and the publisher's where it is at hand."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from brightline.errors import SourceError
from brightline.lists.gather import gather
from brightline.lists.source import ReadList, SourceFile
from brightline.lists.sources.us_csl.read import _COLUMNS, read, recognise
from brightline.lists.sources.us_csl.row import printed_ids
from brightline.terms import Link, ListedIdentifier

SDN = "Specially Designated Nationals (SDN) - Treasury Department"
SSI = "Sectoral Sanctions Identifications List (SSI) - Treasury Department"
ENTITY_LIST = "Entity List (EL) - Bureau of Industry and Security"

BANK = {
    "_id": "18725",
    "source": SDN,
    "entity_number": "18725",
    "type": "Entity",
    "programs": "RUSSIA-EO14024; UKRAINE-EO13662",
    "name": "PRIMER BANK OJSC",
    "addresses": "12, Ulitsa Primernaya, Moscow, RU; Minsk, BY",
    "remarks": "(Linked To: STATE SAMPLE CORPORATION)",
    "alt_names": "BANK OF SAMPLES; PRIMER\nBANK",
    "ids": "RU, 7707083893, Tax ID No.; PRIMRUMM, SWIFT/BIC; See Section 11 of Executive Order 14024., "
    "Secondary sanctions risk:; Subject to Directive 1, Executive Order 13662 Directive Determination -",
    "source_list_url": "http://example.org/sdn",
}
BANK_AGAIN = {**BANK, "source": SSI, "name": "PRIMER BANK, OJSC"}
PERSON = {
    "_id": "1",
    "source": SDN,
    "type": "Individual",
    "programs": "SDGT",
    "name": "OBRAZTSOV, Ivan",
    "dates_of_birth": "1968-03-02; circa 1969",
    "nationalities": "RU",
    "citizenships": "CY",
    "places_of_birth": '""',
    "ids": "Male, Gender; RU, 7512345, Passport",
    "source_list_url": "http://example.org/sdn",
}
WORKS = {
    "_id": "abc",
    "source": ENTITY_LIST,
    "name": "Sample Works",
    "addresses": "Lahore, PK",
    "start_date": "0017-05-26",
    "end_date": "2030-01-01",
    "license_requirement": "For all items subject to the EAR",
    "source_list_url": "http://example.org/el",
}


def table(*rows: dict[str, str], columns: tuple[str, ...] = _COLUMNS) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows({name: row.get(name, "") for name in columns} for row in rows)
    return out.getvalue().encode()


def reading(data: bytes) -> ReadList:
    return read([SourceFile("consolidated.csv", data)])


def test_rows_of_one_party_become_one_entry() -> None:
    data = table(BANK, PERSON, BANK_AGAIN, WORKS)
    assert recognise(data, "x")
    found = {entity.entry: entity for entity in reading(data).entities}
    bank = found["18725"]
    assert {name.value for name in bank.names} == {
        "PRIMER BANK OJSC",
        "PRIMER BANK, OJSC",
        "BANK OF SAMPLES",
        "PRIMER BANK",
    }
    assert sorted(bank.measures) == ["blocking", "sectoral"]
    assert {value for label, value in bank.kept if label == "source"} == {SDN, SSI}
    assert bank.secondary == ("s11",)
    assert set(bank.identifiers) == {
        ListedIdentifier("INN", "7707083893", "RU"),
        ListedIdentifier("BIC", "PRIMRUMM", None),
    }
    assert bank.links == (Link("linked-to", "STATE SAMPLE CORPORATION"),)
    assert bank.countries == ("RU", "BY")
    assert found["1"].birth_dates == ("1968-03-02", "1969")
    assert (found["1"].genders, found["1"].countries, found["1"].schema) == (("male",), ("RU", "CY"), "Person")
    assert found["1"].kept == (("source", SDN), ("nationality", "RU"), ("citizenship", "CY"))
    works = found["abc"]
    assert (works.schema, works.measures, works.listed_on, works.ends_on) == (
        "LegalEntity",
        ("export-control",),
        None,
        "2030-01-01",
    )
    assert ("start date", "0017-05-26") in works.kept


def test_the_order_of_rows_changes_nothing() -> None:
    one, other = (gather([SourceFile("csl_2022-05-16.csv", table(*rows))], excerpt=True)[0] for rows in (
        (BANK, PERSON, BANK_AGAIN, WORKS),
        (WORKS, BANK_AGAIN, PERSON, BANK),
    ))  # fmt: skip
    assert one.version is not None
    assert one.version == other.version


def test_identifiers_of_a_cell() -> None:
    assert printed_ids(
        "RU, 77, Tax ID No.; a; b, Website; North Korea Sanctions Regulations, sections 510.201, Risk:"
    ) == [
        ("Tax ID No.", "77", "RU"),
        ("Website", "a; b", None),
        ("Risk:", "North Korea Sanctions Regulations, sections 510.201", None),
    ]


def as_object(**changed: Any) -> dict[str, Any]:
    return {
        "id": "18725",
        "source": SDN,
        "entity_number": 18725,
        "type": "Entity",
        "programs": ["RUSSIA-EO14024"],
        "name": "PRIMER BANK OJSC",
        "title": None,
        "addresses": [
            {
                "address": "12, Ulitsa Primernaya",
                "city": "Moscow",
                "state": None,
                "postal_code": "101000",
                "country": "RU",
            }
        ],
        "federal_register_notice": None,
        "start_date": None,
        "end_date": None,
        "remarks": "(Linked To: STATE SAMPLE CORPORATION)",
        "source_list_url": "http://example.org/sdn",
        "alt_names": ["BANK OF SAMPLES"],
        "citizenships": [],
        "dates_of_birth": [],
        "nationalities": [],
        "places_of_birth": [],
        "source_information_url": None,
        "ids": [
            {
                "type": "Tax ID No.",
                "number": "7707083893",
                "country": "RU",
                "issue_date": None,
                "expiration_date": None,
            },
            {
                "type": "Secondary sanctions risk:",
                "number": "See Section 11 of Executive Order 14024.",
                "country": None,
                "issue_date": None,
                "expiration_date": None,
            },
        ],
        **changed,
    }


def as_json(*objects: dict[str, Any], **outside: Any) -> bytes:
    return json.dumps({**outside, "results": list(objects)}).encode()


def test_json_says_the_same() -> None:
    data = as_json(as_object())
    assert recognise(data, "consolidated.json")
    found = reading(data)
    (bank,) = found.entities
    assert found.unknown_fields == ()
    assert (bank.entry, bank.secondary, bank.measures) == ("18725", ("s11",), ("blocking",))
    assert bank.identifiers == (ListedIdentifier("INN", "7707083893", "RU"),)
    assert bank.addresses == ("12, Ulitsa Primernaya, Moscow, 101000, RU",)
    assert reading(json.dumps([as_object()]).encode()).entities == found.entities


def test_a_new_field_is_kept_and_named_once() -> None:
    found = reading(as_json(as_object(mood="calm"), as_object(id="2", mood="gay")))
    assert found.unknown_fields == ("mood",)
    assert [dict(entity.kept)["mood"] for entity in found.entities] == ['"calm"', '"gay"']


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (table(BANK, columns=(*_COLUMNS, "mood")), "found the unread field 'mood'"),
        (table(BANK, columns=_COLUMNS[:-1]), "expected the field 'ids'"),
        (table(BANK, {**PERSON, "name": ""}), "found no id, name or source"),
        (table(BANK, PERSON)[:-40], "stops in the middle"),
        (table(BANK)[: table(BANK).rindex(b"SWIFT")], "unexpected end of data"),
        (as_json(as_object())[:-20], "JSON that is not whole"),
        (as_json(as_object(addresses="Moscow")), "addresses: expected a list, found a str"),
        (as_json(as_object(name=["PRIMER"])), "name: expected a text, found a list"),
        (as_json(as_object(name=None)), "found no id, name or source"),
        (as_json(as_object(), total=2), "expected 2, as it says itself, found 1 results"),
        (b'{"source_list_url": 1, "alt_names": 2}', "found no list of results"),
    ],
)
def test_what_is_not_as_agreed_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as refused:
        reading(data)
    assert message in str(refused.value)


def test_the_list_of_may_2022(shared_data: Path) -> None:
    data = (shared_data / "us_csl" / "consolidated_2022-05.csv.gz").read_bytes()
    (found,) = gather([SourceFile("consolidated_2022-05.csv.gz", data)], published="2022-05-16")
    assert found.version is not None
    assert (found.version.list, found.version.published, found.version.published_from) == (
        "us-csl",
        "2022-05-16",
        "option",
    )
    assert found.version.entries == 14048
    assert found.version.skipped == ()
    assert not any("anctions" in each.value for entity in found.entities for each in entity.identifiers)
