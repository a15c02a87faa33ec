"""FollowTheMoney lines: samples of our own, every refusal, and the real exports where they are present."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from brightline.errors import SourceError
from brightline.lists.source import ReadList, SourceFile
from brightline.lists.sources.ftm.read import SOURCE
from brightline.terms import Link, ListedEntity, ListedIdentifier, ListedName


def node(identity: str, schema: str, target: bool = True, caption: str = "", **properties: object) -> dict[str, object]:
    return {
        "id": identity,
        "caption": caption or identity,
        "schema": schema,
        "properties": properties,
        "datasets": ["quarth_list"],
        "referents": [],
        "target": target,
        "last_seen": "2024-06-01T10:57:03",
    }


COMPANY = node(
    "Q1",
    "Company",
    caption="Brelk Optics",
    name=["АО Брелк", "Brelk Optics"],
    alias=["Brelk Lens"],
    weakAlias=["BO"],
    previousName=["Zavod Brelk"],
    innCode=["7707083893"],
    registrationNumber=["1027700132195", "X-77"],
    swiftBic=["SABRRUMM"],
    country=["ru"],
    addressEntity=["addr-1"],
    topics=["sanction", "export.control"],
    programId=["QU-1"],
    legalForm=["AO"],
)
PERSON = node("Q2", "Person", name=["Odran Tarsen"], birthDate=["1971-03"], nationality=["by"], position=["head"])
OTHERS = [
    node("addr-1", "Address", False, full=["1 Quay, Minsk"], country=["by"]),
    node("s-1", "Sanction", False, entity=["Q1"], program=["Quarth"], startDate=["2022-05-04"], reason=["lenses"]),
    node("o-1", "Ownership", False, owner=["Q3"], asset=["Q1"]),
    node("Q3", "Person", False, caption="Kelvi Owner", name=["Kelvi Owner"]),
    node("i-1", "Passport", False, holder=["Q2"], number=["AB 123456"], country=["by"], type=["passport"]),
    node("p-1", "Position", False, caption="Minister of lenses", name=["Minister of lenses"]),
    node("oc-1", "Occupancy", False, holder=["Q2"], post=["p-1"]),
]


def lines(*nodes: dict[str, object]) -> bytes:
    return "\n".join(json.dumps(each, ensure_ascii=False) for each in nodes).encode()


def read(*contents: bytes, name: str = "entities.ftm.json") -> ReadList:
    return SOURCE.read([SourceFile(name if at == 0 else f"{at}.{name}", each) for at, each in enumerate(contents)])


@pytest.fixture(scope="module")
def listed() -> tuple[ListedEntity, ...]:
    return read(lines(*OTHERS, COMPANY, PERSON)).entities


def test_recognised_and_named_by_its_data_set() -> None:
    assert SOURCE.recognise(lines(COMPANY), "x.json")
    assert not SOURCE.recognise(b'{"versions": {}}', "delta.json")
    assert not SOURCE.recognise(b"[]", "x.json")
    found = read(lines(COMPANY))
    assert (found.list_id, found.published) == ("quarth-list", None)


def test_only_targets_are_entries(listed: tuple[ListedEntity, ...]) -> None:
    assert [entity.entry for entity in listed] == ["Q1", "Q2"]
    assert read(lines(*OTHERS, COMPANY)).notes == ("1 Person that are no targets are read as ties, not as entries",)


def test_a_company_with_all_that_is_joined_to_it(listed: tuple[ListedEntity, ...]) -> None:
    company = listed[0]
    assert company.names == (
        ListedName("Brelk Optics", "primary"),
        ListedName("АО Брелк", "original"),
        ListedName("Brelk Lens", "alias"),
        ListedName("BO", "weak"),
        ListedName("Zavod Brelk", "former"),
    )
    assert company.identifiers == (
        ListedIdentifier("INN", "7707083893", "RU"),
        ListedIdentifier("BIC", "SABRRUMM"),
        ListedIdentifier("OGRN", "1027700132195", "RU"),
        ListedIdentifier("REG", "X-77"),
    )
    assert company.measures == ("blocking", "export-control")
    assert company.programs == ("QU-1", "Quarth")
    assert company.listed_on == "2022-05-04"
    assert company.remarks == ("lenses",)
    assert company.addresses == ("1 Quay, Minsk",)
    assert company.countries == ("RU", "BY")
    assert company.links == (Link("owner", "Kelvi Owner", "Q3"),)
    assert ("legalForm", "AO") in company.kept


def test_a_person_with_passport_and_post(listed: tuple[ListedEntity, ...]) -> None:
    person = listed[1]
    assert person.identifiers == (ListedIdentifier("PASSPORT", "AB 123456", "BY"),)
    assert person.links == (Link("post", "Minister of lenses", "p-1"),)
    assert (person.birth_dates, person.countries, person.titles) == (("1971-03",), ("BY",), ("head",))
    assert person.measures == ("other",)


def test_nested_entities_are_joined_too() -> None:
    inside = {**COMPANY, "properties": {**dict(COMPANY["properties"]), "sanctions": [OTHERS[1]]}}  # type: ignore[call-overload]
    company = read(lines(inside), name="targets.nested.json").entities[0]
    assert company.listed_on == "2022-05-04"
    assert "Quarth" in company.programs


def test_a_delta_alone_is_a_part_and_says_so() -> None:
    ops = lines({"op": "ADD", "entity": COMPANY}, {"op": "DEL", "entity": {"id": "Q9"}})
    found = read(ops, name="entities.delta.json")
    assert found.excerpt_hint
    assert [entity.entry for entity in found.entities] == ["Q1"]
    assert any("removes 1: Q9" in note for note in found.notes)
    assert any("not the whole list" in note for note in found.notes)


def test_a_delta_is_applied_to_the_export_beside_it() -> None:
    changed = {**PERSON, "properties": {"name": ["Odran T."]}}
    delta = lines({"op": "MOD", "entity": changed}, {"op": "DEL", "entity": {"id": "Q1"}})
    files = [SourceFile("entities.delta.json", delta), SourceFile("entities.ftm.json", lines(COMPANY, PERSON))]
    found = SOURCE.read(files)
    assert [entity.names[0].value for entity in found.entities] == ["Odran T."]
    assert not found.excerpt_hint


def test_a_text_where_a_list_is_due_and_what_we_do_not_know() -> None:
    odd = node(
        "Q5", "Person", name="Odran Tarsen", birthDate=1971, hobby=["lenses"], jobs=[{"at": "Brelk"}], alias=[None]
    )
    odd["mood"] = "good"
    found = read(lines(odd))
    assert found.entities[0].birth_dates == ("1971",)
    assert found.unknown_fields == ("mood", "Person:jobs (an object)", "Person:hobby", "Person:jobs")
    assert ("hobby", "lenses") in found.entities[0].kept
    assert ("jobs", '{"at": "Brelk"}') in found.entities[0].kept


def test_a_line_with_a_separator_inside_a_text_is_one_line() -> None:
    assert len(read(lines(node("Q6", "Person", name=["Odran\u2028Tarsen"]))).entities) == 1


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (lines(PERSON)[:60], "no JSON"),
        (b"[1]", "a JSON list"),
        (lines({**PERSON, "id": 7}), "id 7"),
        (lines({**PERSON, "schema": None}), "schema None"),
        (lines({**PERSON, "properties": ["name"]}), "properties list"),
        (lines({"op": "SWAP", "entity": PERSON}), "op 'SWAP'"),
        (lines(node("Q7", "Person", caption=" ")), "without a name"),
        (b'{"a":' * 5000, "no JSON"),
    ],
)
def test_a_bad_line_is_named(line: bytes, says: str) -> None:
    found = read(lines(COMPANY) + b"\n" + line + b"\n")
    assert [entity.entry for entity in found.entities] == ["Q1"]
    assert len(found.skipped) == 1
    assert "line 2" in found.skipped[0]
    assert says in found.skipped[0]


@pytest.mark.parametrize(("content", "says"), [(b"", "an empty file"), (b"\xff\xfe{", "byte 1"), (b"\x00", "binary")])
def test_a_bad_file_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        read(content)


def test_the_real_exports(shared_data: Path) -> None:
    folder = shared_data / "opensanctions_format"
    large = read(gzip.decompress((folder / "entities_sample_2024-03.ftm.json.gz").read_bytes()))
    assert (len(large.entities), large.skipped) == (423, ())
    nested = read(gzip.decompress((folder / "targets_sample_2024-03.nested.json.gz").read_bytes()))
    assert (len(nested.entities), nested.skipped, nested.unknown_fields) == (20, (), ())
    small = read((folder / "t1/entities.ftm.json").read_bytes())
    assert (small.list_id, len(small.entities)) == ("copy-of-eu-fsf", 6)
    assert any(identifier.scheme == "INN" for entity in small.entities for identifier in entity.identifiers)


def test_the_real_deltas(shared_data: Path) -> None:
    files = sorted((shared_data / "opensanctions_format/t2").glob("*/entities.delta.json"))
    found = SOURCE.read([SourceFile(f"{file.parent.name}/{file.name}", file.read_bytes()) for file in files])
    assert (len(found.entities), found.skipped, found.excerpt_hint) == (4, (), True)
    changed = next(entity for entity in found.entities if entity.entry == "NK-2T3S8Hu29ktYnKSTgQp2wL")
    assert changed.names[0].value == "Foobar Foobargroup"
