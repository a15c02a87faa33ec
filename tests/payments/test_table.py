"""Tables: the contract's columns, each bad row by itself, any delimiter, encoding and type."""

from __future__ import annotations

import csv
import datetime
import io
import json
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from brightline.payments.columns import COLUMNS, NEEDED, check_columns
from brightline.payments.read import read_message, read_table
from brightline.payments.table import cell_of, read_csv, read_json, read_parquet
from brightline.terms import Goods, Identifier, Payment, Read, Unreadable

FULL = {
    "end_to_end_id": "E1",
    "uetr": "1b2c3d4e-0000-4000-8000-000000000001",
    "amount": "1250000.00",
    "currency": "CNY",
    "value_date": "2024-05-16",
    "debtor_name": "Iota Electronics",
    "debtor_country": "CN",
    "debtor_address": "Long Road 8\nShenzhen",
    "debtor_account": "6222",
    "debtor_id": "USCC:91440300MA5FA0000X",
    "creditor_name": "Kappa Works",
    "creditor_country": "Russia",
    "creditor_id": "INN:7700000000;990000",
    "ultimate_creditor_name": "Lambda Works",
    "debtor_agent_bic": "ALPHCNBJ",
    "creditor_agent_name": "Beta Bank",
    "intermediary_agent_country": "KZ",
    "remittance": "INV 17, bearings",
    "purpose": "GDDS",
    "hs": "848210;848220",
    "goods": "ball bearings",
    "route": "CN>KZ>RU",
    "branch": "0042",
}


def csv_of(rows: list[dict[str, str]], delimiter: str = ",") -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def only(reads: list[Read]) -> Payment:
    (read,) = reads
    assert isinstance(read, Payment), read
    return read


def check_full(payment: Payment) -> None:
    assert (payment.end_to_end_id, payment.amount, payment.currency) == ("E1", "1250000.00", "CNY")
    assert payment.value_date == "2024-05-16"
    roles = [party.role for party in payment.parties]
    assert roles == ["debtor", "debtor_agent", "intermediary_agent", "creditor_agent", "creditor", "ultimate_creditor"]
    debtor, creditor = payment.parties[0], payment.parties[4]
    assert (debtor.name, debtor.country, debtor.account) == ("Iota Electronics", "CN", "6222")
    assert debtor.address == ("Long Road 8", "Shenzhen")
    assert debtor.path == "debtor_name"
    assert creditor.identifiers[:2] == (Identifier("INN", "7700000000"), Identifier("OTHER", "990000"))
    assert "Russia" in creditor.address
    assert payment.goods == (
        Goods("848210", None, "ball bearings", "hs"),
        Goods("848220", None, "ball bearings", "hs"),
    )
    assert payment.route == ("CN", "KZ", "RU")
    assert [(text.kind, text.value) for text in payment.texts] == [("remittance", "INV 17, bearings")]
    assert [(unread.path, unread.value) for unread in payment.unread] == [("branch", "0042")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_full_row(delimiter: str, encoding: str) -> None:
    check_full(only(read_csv(csv_of([FULL], delimiter).encode(encoding), "t")))


def test_the_same_row_as_json_lines_and_parquet() -> None:
    check_full(only(read_json(json.dumps(FULL).encode(), "t")))
    check_full(only(read_parquet(parquet_of({key: [value] for key, value in FULL.items()}), "t")))


def parquet_of(columns: dict[str, list[object]] | dict[str, list[str]]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def test_typed_columns_keep_their_digits() -> None:
    data = parquet_of(
        {
            "amount": [Decimal("1250000.00"), Decimal("0.10")],
            "currency": ["EUR", "EUR"],
            "debtor_name": ["A", "A"],
            "creditor_name": ["B", "B"],
            "value_date": [datetime.date(2024, 5, 16), None],
            "hs": [["848210"], []],
        }
    )
    first, second = read_message(data, "t.parquet")
    assert isinstance(first, Payment)
    assert isinstance(second, Payment)
    assert (first.amount, second.amount, first.value_date, second.value_date) == (
        "1250000.00",
        "0.10",
        "2024-05-16",
        None,
    )
    assert first.goods[0].hs == "848210"


@pytest.mark.parametrize(
    ("value", "printed"),
    [(None, ""), (12, "12"), (1e16, "10000000000000000"), (0.1, "0.1"), (True, "true"), (Decimal("1E+3"), "1000")],
)
def test_values_are_printed_without_exponents(value: object, printed: str) -> None:
    assert cell_of(value) == printed


@pytest.mark.parametrize("missing", NEEDED)
def test_a_missing_column_refuses_the_table(missing: str) -> None:
    row = {key: value for key, value in FULL.items() if key != missing}
    (read,) = read_message(csv_of([row]).encode(), "t.csv")
    assert isinstance(read, Unreadable)
    assert missing in read.expected
    assert "branch" in read.found
    assert "debtor_account" in read.advice


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"amount": "-5"}, "row 2, amount"),
        ({"amount": "1.250.000,00"}, "row 2, amount"),
        ({"amount": ""}, "row 2, amount"),
        ({"creditor_name": " "}, "row 2, creditor_name"),
        ({"value_date": "16.05.2024"}, "row 2, value_date"),
    ],
)
def test_a_bad_row_stands_alone(change: dict[str, str], where: str) -> None:
    first, second, third = read_message(csv_of([FULL, {**FULL, **change}, FULL]).encode(), "t.csv")
    assert isinstance(first, Payment)
    assert isinstance(third, Payment)
    assert isinstance(second, Unreadable)
    assert (second.where, second.source) == (where, "t.csv#2")


def test_a_row_with_missing_cells_is_unreadable() -> None:
    reads = read_message(b"amount,currency,debtor_name,creditor_name\n1,EUR,A\n1,EUR,A,B\n\n", "t.csv")
    assert [type(read) for read in reads] == [Unreadable, Payment]


def test_a_column_map_names_the_tables_own_columns() -> None:
    data = b"Betrag;Waehrung;Zahler;Empfaenger\n5.00;EUR;A;B\n"
    columns = {"amount": "Betrag", "currency": "Waehrung", "debtor_name": "Zahler", "creditor_name": "Empfaenger"}
    assert only(read_table(data, "t.csv", columns)).parties[1].name == "B"
    (read,) = read_table(data, "t.csv", {**columns, "purpose": "Zweck"})
    assert isinstance(read, Unreadable)
    assert "Zweck" in read.expected


def test_every_column_of_ours_may_be_mapped() -> None:
    assert check_columns({column: column.upper() for column in COLUMNS})["amount"] == "AMOUNT"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp1251", "Завод «Каппа»"), ("gb18030", "深圳市艾欧塔电子有限公司"), ("cp1252", "Müller & Söhne")],
)
def test_other_encodings_are_tried_and_said(encoding: str, name: str) -> None:
    text = f"amount,currency,debtor_name,creditor_name\n1,EUR,{name},B\n-1,EUR,{name},B\n"
    first, second = read_message(text.encode(encoding), "t.csv")
    assert isinstance(first, Payment)
    assert first.parties[0].name == name
    assert isinstance(second, Unreadable)
    assert encoding in second.advice


def test_json_numbers_keep_their_digits() -> None:
    row = '{"amount": 1250000.00, "currency": "EUR", "debtor_name": "A", "creditor_name": "B", "hs": ["848210"]}'
    assert only(read_message(row.encode(), "t.jsonl")).amount == "1250000.00"


def test_json_lines_each_stand_alone() -> None:
    good = json.dumps({key: FULL[key] for key in NEEDED})
    own = '{"amount": "5", "currency": "EUR", "parties": [{"role": "debtor", "name": "A"}]}'
    reads = read_message(f"{good}\n{{broken\n\n{own}\n[1]\n".encode(), "t.jsonl")
    assert [type(read) for read in reads] == [Payment, Unreadable, Payment, Unreadable]
    assert isinstance(reads[1], Unreadable)
    assert "line 2" in reads[1].where


@pytest.mark.parametrize(
    ("obj", "where"),
    [
        ({"currency": "EUR", "parties": [{"role": "debtor", "name": "A"}]}, "payment.amount"),
        ({"amount": "5", "parties": [{"role": "debtor", "name": "A"}]}, "payment.currency"),
        ({"amount": "5", "currency": "EUR", "texts": []}, "payment.parties"),
        ({"amount": "-5", "currency": "EUR", "parties": [{"role": "debtor"}]}, "payment.amount"),
        ({"amount": 5, "currency": "EUR", "parties": [{"role": "debtor"}]}, "payment.amount"),
        ({"amount": "5", "currency": "EUR", "value_date": "x", "parties": [{"role": "debtor"}]}, "payment.value_date"),
    ],
)
def test_a_payment_object_needs_what_a_payment_needs(obj: object, where: str) -> None:
    (read,) = read_message(json.dumps(obj).encode(), "p.json")
    assert isinstance(read, Unreadable)
    assert read.where == where


@pytest.mark.parametrize(
    "data",
    [
        json.dumps({**{key: FULL[key] for key in NEEDED}, "remittance": "A" * 2_000_000}),
        json.dumps({"amount": "5", "currency": "EUR", "parties": [{"role": "debtor", "name": "A" * 2_000_000}]}),
        csv_of([{**FULL, "remittance": "A" * 2_000_000}]),
        '{"amount": "' + "5" * (65 << 20) + '"}',
    ],
    ids=["row", "object", "csv", "json"],
)
def test_values_without_end_are_refused(data: str) -> None:
    (read,) = read_message(data.encode(), "t")
    assert isinstance(read, Unreadable)
    assert "characters" in read.found or "limit" in read.found or "MB of JSON" in read.found


def test_reading_a_table_leaves_the_limits_of_other_tables_alone() -> None:
    before = csv.field_size_limit()
    read_csv(b"amount,currency,debtor_name,creditor_name\n1.00,CNY,A,B\n", "t")
    assert csv.field_size_limit() == before
