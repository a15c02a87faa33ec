"""The starter edition is well-formed, and every row says what the publisher's own file says."""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from stdnum import bic, imo, lei
from stdnum.cn import uscc
from stdnum.ru import inn

from brightline.errors import ShrunkenList, SourceError
from brightline.lists.starter import read
from brightline.lists.starter.read import starter_entities, starter_version
from brightline.terms import ListedEntity

CHECKED = {
    "INN": inn.is_valid,
    "LEI": lei.is_valid,
    "IMO": imo.is_valid,
    "BIC": bic.is_valid,
    "USCC": uscc.is_valid,
}
SIDE_LETTER = {"s11": "Section 11 of Executive Order 14024", "ukraine-589": "589.201", "north-korea": "North Korea"}


def entity(entry: str) -> ListedEntity:
    return next(one for one in starter_entities() if one.entry == entry)


def values_of(entity: ListedEntity, kind: str) -> list[str]:
    return [name.value for name in entity.names if name.kind == kind]


def rows_of(path: Path) -> Iterator[list[str]]:
    text = gzip.decompress(path.read_bytes()).decode("ascii").replace("\x1a", "")
    yield from ([cell.strip() for cell in row] for row in csv.reader(io.StringIO(text)) if len(row) > 1)


def test_it_has_about_150_entries_of_every_kind() -> None:
    entities = starter_entities()
    assert 140 <= len(entities) <= 200
    assert {one.schema for one in entities} >= {"Person", "Company", "Organization", "Vessel"}
    assert len({one.entry for one in entities}) == len(entities)
    assert all(one.list == "brightline-starter" and one.programs and one.names for one in entities)


def test_names_stand_in_latin_cyrillic_and_chinese() -> None:
    originals = [value for one in starter_entities() for value in values_of(one, "original")]
    assert sum(bool(re.search("[а-яё]", name, re.IGNORECASE)) for name in originals) > 80
    assert sum(bool(re.search("[一-鿿]", name)) for name in originals) > 20


def test_the_version_can_never_be_taken_for_a_real_list() -> None:
    version = starter_version()
    assert (version.list, version.regime, version.public, version.excerpt) == (
        "brightline-starter",
        "trial",
        False,
        True,
    )
    assert "not for use" in version.publisher
    assert version.entries == len(starter_entities())
    assert len(version.digest) == 64


def test_a_known_bank_carries_its_identifiers_and_the_section_11_remark() -> None:
    vtb = entity("ofac-17013")
    assert {(one.scheme, one.value) for one in vtb.identifiers} >= {("BIC", "VTBRRUMM"), ("INN", "7702070139")}
    assert vtb.secondary[0] == "s11"
    assert "ВТБ" in values_of(vtb, "original")


def test_nothing_was_listed_after_the_day_of_the_edition() -> None:
    assert all((one.listed_on or "") <= starter_version().published for one in starter_entities())


def test_gazprombank_stands_as_it_was_on_that_day() -> None:
    gazprombank = entity("ofac-17016")
    assert gazprombank.measures == ("sectoral",)
    assert "2024-11-21" in " ".join(gazprombank.remarks)


def test_every_check_digit_holds() -> None:
    wrong = [
        (one.entry, found.scheme, found.value)
        for one in starter_entities()
        for found in one.identifiers
        if found.scheme in CHECKED and not CHECKED[found.scheme](found.value)
    ]
    assert wrong == []


def test_an_unknown_column_is_refused() -> None:
    with pytest.raises(SourceError, match="columns"):
        read._entities(b"id,name\nx,y\n")


def test_a_short_file_is_refused() -> None:
    with pytest.raises(ShrunkenList, match="0 entries"):
        read._entities((",".join(read.COLUMNS) + "\n").encode())


def test_an_identifier_without_scheme_is_refused() -> None:
    with pytest.raises(SourceError, match="SCHEME:VALUE"):
        read._identifier("7702070139", "line 2")


def test_an_unknown_measure_is_refused() -> None:
    with pytest.raises(SourceError, match="one of blocking"):
        read._one_of("freezing", read.MEASURES, "line 2")


def test_every_us_row_is_in_the_list_of_its_day(shared_data: Path) -> None:
    printed = {row[0]: row for row in rows_of(shared_data / "ofac" / "sdn_2024-07-02.csv.gz")}
    checked = 0
    for one in starter_entities():
        if dict(one.kept)["publisher_list"] != "us-ofac-sdn":
            continue
        row = printed[one.entry.removeprefix("ofac-")]
        assert re.sub(r"\s+", " ", row[1]) == values_of(one, "primary")[0]
        assert tuple(row[3].split("] [")) == one.programs
        assert all(found.value in row[11] for found in one.identifiers), one.entry
        assert all(weak in row[11] for weak in values_of(one, "weak")), one.entry
        assert {tag for tag, words in SIDE_LETTER.items() if words in row[11]} == set(one.secondary) & set(SIDE_LETTER)
        checked += 1
    assert checked > 140


def test_every_ascii_alias_is_the_publishers(shared_data: Path) -> None:
    aliases: dict[str, set[str]] = {}
    for folder in ("set_2023-12-28", "parts_2025-12"):
        for row in rows_of(shared_data / "ofac" / folder / "alt.csv.gz"):
            aliases.setdefault(row[0], set()).add(row[3])
    for one in starter_entities():
        if dict(one.kept)["publisher_list"] == "us-ofac-sdn":
            assert set(values_of(one, "alias")) <= aliases.get(one.entry.removeprefix("ofac-"), set()), one.entry


def test_listing_days_agree_with_the_dated_lists(shared_data: Path) -> None:
    for day in ("2024-02-21", "2024-04-26"):
        known = {row[0] for row in rows_of(shared_data / "ofac" / f"sdn_{day}.csv.gz")}
        for one in starter_entities():
            if one.listed_on and dict(one.kept)["publisher_list"] == "us-ofac-sdn":
                assert (one.entry.removeprefix("ofac-") in known) == (one.listed_on <= day), one.entry


@pytest.fixture
def long_cells() -> Iterator[None]:
    """Cells longer than Python reads by itself; the limit is the whole process's, so it is put back."""
    others = csv.field_size_limit(10_000_000)
    yield
    csv.field_size_limit(others)


@pytest.mark.usefixtures("long_cells")
def test_every_eu_row_is_in_the_official_journal(shared_data: Path) -> None:
    for one in starter_entities():
        listed = dict(one.kept)["publisher_list"]
        if not listed.startswith("eu-oj-"):
            continue
        path = shared_data / "eu" / "consolidated" / f"{listed.removeprefix('eu-oj-').upper()}.csv.gz"
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            row = next(row for row in csv.DictReader(file) if row["name"] == values_of(one, "primary")[0])
        day, month, year = row["startDate"].split(".")
        assert one.listed_on == f"{year}-{int(month):02}-{int(day):02}"
        assert one.entry.endswith(row["recordId"])
        assert row["programKey"] in one.programs


def test_gazprombank_is_on_the_sectoral_list(shared_data: Path) -> None:
    with gzip.open(shared_data / "us_csl" / "consolidated_2022-05.csv.gz", "rt", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["entity_number"] == "17016" and "(SSI)" in row["source"]]
    gazprombank = entity("ofac-17016")
    assert rows[0]["name"] == values_of(gazprombank, "primary")[0]
    assert tuple(rows[0]["programs"].split("; ")) == gazprombank.programs
    assert all(found.value in rows[0]["ids"] for found in gazprombank.identifiers)
