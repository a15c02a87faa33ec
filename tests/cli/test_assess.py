"""`brightline assess`: a line for each customer, what to ask for, the next review, and rows that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

HEADER = "id,name,country,identifiers,business,owners,hs,russian_share,last_review\n"
ROWS = {
    "knitwear": 'C-1,"Ningbo Warm Thread Co., Ltd",CN,,knitwear,,611020;611030,30,2024-05-01',
    "bearings": "C-2,OOO Uralskiy Podshipnik Snab,RU,INN:6671994337,,,848210,100,",
    "german": "C-3,Rheintal Keramik GmbH,DE,,,Anna Vogel = 60; somebody else,,0,2024-05-01",
    "owned": "C-4,OOO Kontinent Snab,RU,,,Sberbank of Russia = 51,640399,100,",
    "nothing known": "C-5,OOO Tikhaya Gavan,RU,,,,,100,2024-08-01",
}
ASKED = ("--trial", "--as-of", "2024-09-10")


def answers(desk: Any, path: str, status: int = 0) -> list[dict[str, Any]]:
    done = desk.quick("assess", path, *ASKED, "--json")
    assert done.status == status, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def one(desk: Any, name: str) -> dict[str, Any]:
    desk.write("parties.csv", HEADER + ROWS[name] + "\n")
    (answer,) = answers(desk, "parties.csv")
    return answer


@pytest.mark.parametrize(
    ("name", "answer", "review"),
    [
        ("knitwear", "not-linked", "2024-10-28"),  # 180 days after the last one: business with Russia
        ("german", "not-linked", "2025-05-01"),  # a year after the last one
        ("bearings", "linked", "2024-09-10"),  # at once
        ("owned", "linked", "2024-09-10"),
        ("nothing known", "cannot-tell", "2024-10-10"),  # 30 days from today
    ],
)
def test_each_customer_has_an_answer_and_a_next_review(desk: Any, name: str, answer: str, review: str) -> None:
    told = one(desk, name)
    assert told["determination"]["answer"] == answer
    assert told["next_review"] == review
    assert bool(told["ask"]) if answer == "cannot-tell" else answer == "linked" or told["ask"] == []


def test_an_owner_in_the_row_counts_as_one_on_file(desk: Any) -> None:
    told = one(desk, "owned")
    assert told["determination"]["limbs"]["s11-owned"] == "yes"
    (owner,) = told["decision"]["beside"]["profiles"][0]["owners"]
    assert (owner["name"], owner["percent"]) == ("Sberbank of Russia", "51")


def test_goods_that_are_not_known_are_asked_for(desk: Any) -> None:
    assert any("invoice" in wanted for wanted in one(desk, "nothing known")["ask"])


def test_business_with_russia_ties_a_customer_elsewhere(desk: Any) -> None:
    told = one(desk, "knitwear")
    assert told["decision"]["payment"]["route"] == ["CN", "RU"]
    assert told["decision"]["release_basis"] == "positive-evidence"


def test_listed_goods_for_russia_link_a_chinese_seller(desk: Any) -> None:
    desk.write("parties.csv", HEADER + 'C-9,"Wafangdian Quiet Roller Co., Ltd",CN,,,,848210,20,\n')
    assert answers(desk, "parties.csv")[0]["determination"]["answer"] == "linked"


def test_the_words_are_a_line_each_with_reasons_below(desk: Any) -> None:
    desk.write("parties.csv", HEADER + "\n".join(ROWS.values()) + "\n")
    done = desk.quick("assess", "parties.csv", *ASKED)
    lines = [line for line in done.out.splitlines() if not line.startswith(" ")]
    assert [line.split()[1] for line in lines] == ["C-1", "C-2", "C-3", "C-4", "C-5"]
    assert lines[0].endswith("Ningbo Warm Thread Co., Ltd (CN); next review 2024-10-28")
    assert "5 customers assessed" in done.err


def test_json_lines_and_parquet_say_the_same_as_csv(desk: Any) -> None:
    desk.write("parties.csv", HEADER + ROWS["owned"] + "\n")
    row = dict(zip(HEADER.strip().split(","), ROWS["owned"].split(","), strict=True))
    desk.write("parties.jsonl", json.dumps(row | {"hs": ["640399"]}) + "\n")
    pq.write_table(pa.table({name: [value] for name, value in row.items()}), Path(desk.folder) / "parties.parquet")
    csv, lines, parquet = (answers(desk, f"parties.{kind}") for kind in ("csv", "jsonl", "parquet"))
    assert csv == lines == parquet


@pytest.mark.parametrize(
    ("row", "place", "found"),
    [
        ("C-5,Broken,Russia,,,,,,", "line 2: country", "Russia"),
        ("C-6,Too much,RU,,,Somebody = 120,,,", "line 2: owners.0.percent", "120"),
        ("C-7,Share,RU,,,,,120,", "line 2: russian_share", "120"),
        ("C-8,Number,RU,7701992148,,,,,", "line 2: identifiers", "7701992148"),
        ("C-9,Day,RU,,,,,,31.12.2024", "line 2: last_review", "31.12.2024"),
        (",No id,RU,,,,,,", "line 2: id", "nothing"),
        ("C-10,Short", "line 2", "2 cells"),
    ],
)
def test_a_row_that_cannot_be_read_stands_in_its_place(desk: Any, row: str, place: str, found: str) -> None:
    desk.write("parties.csv", HEADER + row + "\n" + ROWS["german"] + "\n")
    unread, german = answers(desk, "parties.csv", status=3)
    assert unread["outcome"] == "unreadable"
    assert place in unread["error"]["where"]
    assert found in unread["error"]["found"]
    assert german["id"] == "C-3"


@pytest.mark.parametrize(
    ("header", "found"), [("id,name,sector\n", "the column 'sector'"), ("id,country\n", "no column 'name'")]
)
def test_a_wrong_header_refuses_the_file(desk: Any, sentence: Any, header: str, found: str) -> None:
    desk.write("parties.csv", header)
    done = desk.quick("assess", "parties.csv", *ASKED)
    assert done.status == 2
    assert found in sentence(done)


def test_a_file_that_is_not_there_or_no_parquet_is_said(desk: Any, sentence: Any) -> None:
    desk.write("broken.parquet", b"PAR1 and nothing more")
    for name in ("nowhere.csv", "broken.parquet"):
        done = desk.quick("assess", name, *ASKED)
        assert done.status == 2
        assert name in sentence(done)
