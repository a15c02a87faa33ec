"""`brightline score --pairs`: two columns more, everything else as it was."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest


def test_other_columns_pass_through_in_their_order(desk: Any) -> None:
    desk.write("pairs.csv", 'id,name2,schema,name1\n7,"ROMASHKA, LLC",Company,ООО Ромашка\n8,Heron,Company,Romashka\n')
    done = desk.quick("score", "--pairs", "pairs.csv")
    assert done.status == 0, done.err
    first, second = csv.DictReader(io.StringIO(done.out))
    assert list(first) == ["id", "name2", "schema", "name1", "score", "match"]
    assert (first["id"], first["name2"], first["match"]) == ("7", "ROMASHKA, LLC", "true")
    assert (second["id"], second["match"]) == ("8", "false")
    assert float(first["score"]) > float(second["score"])


def test_earlier_scores_are_written_over_in_their_place(desk: Any) -> None:
    desk.write("pairs.csv", "match,schema,name1,name2,score\nmaybe,Company,Romashka,Romashka,9\n")
    header, row = desk.quick("score", "--pairs", "pairs.csv").out.splitlines()
    assert header == "match,schema,name1,name2,score"
    assert row.startswith("true,Company,Romashka,Romashka,0.")


def test_with_out_nothing_is_on_stdout(desk: Any) -> None:
    desk.write("pairs.csv", "schema,name1,name2\nCompany,Romashka,Heron\n")
    shown = desk.quick("score", "--pairs", "pairs.csv").out
    assert desk.quick("score", "--pairs", "pairs.csv", "--out", "scored.csv").out == ""
    assert (desk.folder / "scored.csv").read_text(encoding="utf-8") == shown


def test_no_pairs_give_the_header_alone(desk: Any) -> None:
    desk.write("pairs.csv", "schema,name1,name2\n")
    assert desk.quick("score", "--pairs", "pairs.csv").out == "schema,name1,name2,score,match\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name1,name2\na,b\n", "pairs.csv: header: expected schema, name1, name2, found no column 'schema'"),
        ("", "no column 'schema'"),
        ("schema,name1,name2\nCompany,a,b,c\n", "pairs.csv: line 2: expected 3 cells"),
    ],
)
def test_a_wrong_table_is_refused(text: str, told: str, desk: Any, sentence: Callable[[Any], str]) -> None:
    desk.write("pairs.csv", text)
    done = desk.quick("score", "--pairs", "pairs.csv", "--out", "scored.csv")
    assert done.status == 2
    assert told in sentence(done)
    assert not (desk.folder / "scored.csv").exists()
