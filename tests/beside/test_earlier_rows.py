"""A file of earlier payments is read whole, or refused with file, row and column."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from brightline.beside.earlier_rows import COLUMNS, NO_MOMENT, read_rows
from brightline.errors import CallError
from brightline.payments.columns import COLUMNS as OF_PAYMENTS

ROW = {
    "date": "2024-05-02", "outcome": "released", "amount": "12.50", "currency": "CNY",
    "debtor_name": "OOO Chai", "creditor_name": "Leaf",
}  # fmt: skip
HEAD = "date,outcome,amount,currency,debtor_name,creditor_name"


def read(text: str) -> Any:
    return read_rows(io.BytesIO(text.encode()), "h")


def test_the_columns_are_those_of_a_table_of_payments() -> None:
    assert set(OF_PAYMENTS) < set(COLUMNS)
    assert len(set(COLUMNS)) == len(COLUMNS)


def test_csv_json_lines_and_parquet_say_the_same() -> None:
    table = pa.table({column: [value] for column, value in ROW.items()} | {"date": [date(2024, 5, 2)]})
    packed = io.BytesIO()
    pq.write_table(table, packed)
    packed.seek(0)
    csv, lines = read(f"{HEAD}\n{','.join(ROW.values())}\n"), read(json.dumps(ROW) + "\n\n")
    for found in (csv, lines, read_rows(packed, "h")):
        assert found.table.select(list(ROW)).to_pylist() == [ROW]
        assert (found.amounts.tolist(), found.moments.tolist()) == ([125_000], [NO_MOMENT])


def test_a_semicolon_parts_as_well() -> None:
    assert read(HEAD.replace(",", ";") + "\n" + ";".join(ROW.values())).days.tolist() == [date(2024, 5, 2).toordinal()]


def test_a_moment_carries_its_zone() -> None:
    found = read(json.dumps(ROW | {"date": "2024-05-02T00:00:00+03:00"}))
    assert found.moments.tolist() == [1714597200]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"date": "02.05.2024"}, "h: line 2: date: expected a day such as 2024-05-16"),
        ({"date": "2024-05-02T10:00:00"}, "h: line 2: date"),
        ({"date": ""}, "h: line 2: date: expected a day such as 2024-05-16, or a moment with its zone, found an empty"),
        ({"outcome": "paid"}, "h: line 2: outcome: expected one of released, held"),
        ({"amount": "1,5"}, "h: line 2: amount"),
        ({"amount": 12}, "h: line 2: amount: expected a text"),
        ({"currency": "yuan"}, "h: line 2: currency"),
        ({"determination": "maybe"}, "h: line 2: determination: expected one of linked"),
        ({"debtor": "OOO Chai"}, "h: line 2: expected one of date"),
    ],
)
def test_the_first_thing_wrong_is_named_with_its_line(change: dict[str, object], told: str) -> None:
    with pytest.raises(CallError) as refused:
        read(json.dumps(ROW) + "\n" + json.dumps(ROW | change))
    assert str(refused.value).startswith(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "h: header: expected the columns date"),
        (f"{HEAD}\n", "h: expected at least one earlier payment"),
        (f"{HEAD}\n2024-05-02,released,1,CNY,a\n", "h: expected a whole table"),
        (f"{HEAD},date\n", "h: header: expected each column once"),
        ("date,outcome\n", "h: header: expected the columns date, outcome, amount"),
        ("{]\n", "h: line 1"),
        ("[1]\n", "h: line 1: expected one earlier payment a line"),
        ('{"date": "2024-05-02", "date": "2024-05-03"}', "h: line 1: expected each key once"),
    ],
)
def test_a_file_that_is_no_table_is_refused(text: str, told: str) -> None:
    with pytest.raises(CallError) as refused:
        read(text)
    assert str(refused.value).startswith(told)


def test_money_in_floating_point_is_refused() -> None:
    packed = io.BytesIO()
    pq.write_table(pa.table({column: [value] for column, value in ROW.items()} | {"amount": [12.5]}), packed)
    packed.seek(0)
    with pytest.raises(CallError, match="a column of double"):
        read_rows(packed, "h")
