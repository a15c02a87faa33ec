"""Legal entities and who consolidates whom, from tables and from the JSON of the API."""

from __future__ import annotations

import json
from pathlib import Path

from brightline.lists.source import ReadList, SourceFile
from brightline.lists.sources.gleif.read import SOURCE
from brightline.ownership.book import OwnerBook, Register
from brightline.ownership.graph import OwnerGraph
from brightline.terms import ListedIdentifier, Portion

CHILD, PARENT = "529900T8BM49AURSDO55", "5493001KJTIIGC8Y1R12"
LEVEL_1 = f"LEI,Entity.LegalName,Entity.LegalAddress.Country,Entity.Other\n{CHILD},Cedar GmbH,DE,x\n"
LEVEL_2 = (
    "Relationship.StartNode.NodeID,Relationship.EndNode.NodeID,Relationship.RelationshipType,"
    "Relationship.RelationshipStatus,Relationship.Period.1.startDate,Relationship.Period.1.endDate,"
    "Relationship.Period.1.periodType,Registration.RegistrationStatus\n"
    f"{CHILD},{PARENT},{{kind}},{{status}},2020-01-01T00:00:00Z,,RELATIONSHIP_PERIOD,{{registered}}\n"
)


def read(**files: str) -> ReadList:
    return SOURCE.read([SourceFile(f"{name}.csv", text.encode()) for name, text in files.items()])


def level_2(kind: str = "IS_DIRECTLY_CONSOLIDATED_BY", status: str = "ACTIVE", registered: str = "PUBLISHED") -> str:
    return LEVEL_2.format(kind=kind, status=status, registered=registered)


def test_level_2_states_stakes_between_leis() -> None:
    found = read(two=level_2())
    (stake,) = found.edges
    assert (stake.owner, stake.owned, stake.portion, stake.kind) == (PARENT, CHILD, None, "consolidated")
    assert (stake.start, stake.printed) == ("2020-01-01", "IS_DIRECTLY_CONSOLIDATED_BY")
    assert (found.list_id, {node.name for node in found.nodes}) == ("gleif", {CHILD, PARENT})


def test_level_1_says_who_bears_a_lei() -> None:
    found = read(one=LEVEL_1)
    (node,) = found.nodes
    assert (found.list_id, found.edges, node.name) == ("gleif-entities", (), "Cedar GmbH")
    assert node.identifiers == (ListedIdentifier("LEI", CHILD),)


def test_the_levels_are_registers_of_their_own_and_a_question_joins_them_by_lei() -> None:
    files = [SourceFile("b.csv", level_2().encode()), SourceFile("a.csv", LEVEL_1.encode())]
    assert [[file.name for file in each] for each in SOURCE.sets(files)] == [["a.csv"], ["b.csv"]]
    reads = [SOURCE.read(each) for each in SOURCE.sets(files)]
    book = OwnerBook([Register(one.list_id, OwnerGraph.of(one.nodes, one.edges)) for one in reads])
    (place,) = book.named("Cedar GmbH")
    above = book.above(place, "2024-07-01")
    assert [node.name for node in above.nodes] == ["Cedar GmbH", PARENT]
    assert [(stake.owner, stake.owned) for stake in above.stakes] == [(1, 0)]


def test_a_branch_is_its_head_office_in_full() -> None:
    assert read(two=level_2("IS_INTERNATIONAL_BRANCH_OF")).edges[0].portion == Portion(10000, 10000)


def test_what_is_void_over_or_holds_nothing_is_passed_over_and_a_new_kind_named() -> None:
    assert read(two=level_2(registered="ANNULLED")).edges == ()
    assert read(two=level_2(status="INACTIVE")).edges == ()
    assert read(two=level_2("IS_FEEDER_TO")).unknown_fields == ()
    assert read(two=level_2("IS_RIVAL_OF")).unknown_fields == ("relationship IS_RIVAL_OF",)


def test_an_answer_of_the_api_gives_its_day() -> None:
    relation = {"startNode": {"id": CHILD}, "endNode": {"id": PARENT}, "type": "IS_DIRECTLY_CONSOLIDATED_BY"}
    data = [{"type": "relationship-records", "attributes": {"relationship": relation}}]
    text = json.dumps({"meta": {"goldenCopy": {"publishDate": "2025-05-15T00:00:00Z"}}, "data": data})
    assert SOURCE.recognise(text.encode(), "x")
    found = SOURCE.read([SourceFile("answer.json", text.encode())])
    assert (found.published, found.published_from, len(found.edges)) == ("2025-05-15", "content", 1)


def test_the_answers_at_hand_are_read_whole(shared_data: Path) -> None:
    paths = sorted((shared_data / "ownership/gleif_api").rglob("*.json"))
    sets = SOURCE.sets([SourceFile(str(path), path.read_bytes()) for path in paths])
    found = {one.list_id: one for one in map(SOURCE.read, sets)}
    assert {(one.skipped, one.unknown_fields, one.published) for one in found.values()} == {((), (), "2025-05-15")}
    assert (len(found["gleif"].edges), found["gleif-entities"].edges) == (60, ())
