"""Statements of beneficial ownership: shares, what changed, what is indirect, who is not named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from brightline.lists.source import ReadList, SourceFile
from brightline.lists.sources.bods.read import SOURCE
from brightline.terms import OwnershipEdge, Portion


def statement(record: str, kind: str, day: str = "2020-01-01", status: str = "new", **details: Any) -> dict[str, Any]:
    return {
        "statementId": f"{record}-{day}", "recordId": record, "recordType": kind, "statementDate": day,
        "recordStatus": status, "publicationDetails": {"publicationDate": day, "publisher": {"name": "a register"}},
        "recordDetails": details,
    }  # fmt: skip


COMPANY = statement(
    "c", "entity", name="Cedar Lda", jurisdiction={"code": "PT"}, entityType={"type": "registeredEntity"}
)
PERSON = statement(
    "p", "person", names=[{"fullName": "Ana Alder"}], birthDate="1970-04", nationalities=[{"code": "PT"}]
)


def stake(share: object, day: str = "2020-01-01", status: str = "new", **interest: Any) -> dict[str, Any]:
    said = {"type": "shareholding", "directOrIndirect": "direct", "share": share, "startDate": day, **interest}
    return statement("r", "relationship", day, status, subject="c", interestedParty="p", interests=[said])


def read(*statements: object) -> ReadList:
    return SOURCE.read([SourceFile("told.json", json.dumps(statements).encode())])


def only(*statements: object) -> OwnershipEdge:
    (edge,) = read(COMPANY, PERSON, *statements).edges
    return edge


def test_a_share_exact_or_between_open_ends() -> None:
    assert only(stake({"exact": 60})).portion == Portion(6000, 6000)
    band = only(stake({"exclusiveMinimum": 25, "maximum": 50}))
    assert (band.portion, band.printed) == (Portion(2500, 5000, above=True), "25 to 50")
    assert only(stake(None)).portion is None


def test_a_later_statement_takes_the_place_of_the_earlier_and_a_closed_one_ends_it() -> None:
    found = read(COMPANY, PERSON, stake({"exact": 60}), stake({"exact": 40}, "2022-05-01", "updated"),
                 stake({"exact": 40}, "2023-06-01", "closed"))  # fmt: skip
    told = [(one.portion, one.start, one.end) for one in found.edges]
    assert told == [
        (Portion(6000, 6000), "2020-01-01", "2022-05-01"),
        (Portion(4000, 4000), "2022-05-01", "2023-06-01"),
    ]


def test_what_is_indirect_is_not_multiplied_and_not_counted_twice() -> None:
    assert only(stake({"exact": 30}, directOrIndirect="indirect")).portion is None
    told = stake({"exact": 30}, directOrIndirect="indirect")
    told["recordDetails"]["componentRecords"] = ["x"]
    assert read(COMPANY, PERSON, told).edges == ()


def test_an_owner_who_is_not_named_is_an_owner() -> None:
    told = stake(None)
    told["recordDetails"]["interestedParty"] = {"reason": "subjectExemptFromDisclosure"}
    found = read(COMPANY, told)
    assert [node.name for node in found.nodes] == ["Cedar Lda", "an owner who is not named"]


def test_a_share_of_more_than_all_is_named() -> None:
    assert "found the share '120'" in read(COMPANY, PERSON, stake({"exact": 120})).skipped[0]


def test_the_examples_of_the_standard_are_read_whole(shared_data: Path) -> None:
    for path in sorted((shared_data / "ownership/bods").glob("*.json")):
        assert SOURCE.recognise(path.read_bytes()[:65536], path.name), path.name
        assert SOURCE.read([SourceFile(path.name, path.read_bytes())]).skipped == (), path.name
