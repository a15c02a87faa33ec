"""Every format comes through one door; nothing that a file holds raises."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brightline.errors import CallError
from brightline.payments.read import read_message, read_table
from brightline.payments.shape import to_json
from brightline.terms import NotAPayment, Payment, Unreadable

SAMPLES = Path(__file__).parent / "samples"
FIN = (
    "{1:F01ALPHCNBJAXXX0000000000}{2:I103BETAKZKAXXXXN}{3:{121:1b2c3d4e-0000-4000-8000-000000000001}}{4:\r\n"
    ":20:REF1\r\n:23B:CRED\r\n:32A:240516CNY1250000,00\r\n:50K:/6222000000000001\r\nIOTA ELECTRONICS\r\nSHENZHEN\r\n"
    ":59:/40702\r\nKAPPA WORKS\r\nMOSCOW\r\n:70:INV 17\r\n:71A:SHA\r\n-}"
)
CSV = "amount,currency,debtor_name,creditor_name\n5,EUR,A,B\n"
XML = '<FICdtTrf><CdtTrfTxInf><IntrBkSttlmAmt Ccy="EUR">5</IntrBkSttlmAmt></CdtTrfTxInf></FICdtTrf>'
SEEDS = [*(path.read_bytes() for path in sorted(SAMPLES.glob("*.xml"))), FIN.encode(), CSV.encode()]


@pytest.mark.parametrize(
    ("data", "format_"),
    [
        (XML, "pacs.009"),
        (f"  \n{XML}", "pacs.009"),
        (" " * 9000 + XML, "pacs.009"),
        (FIN, "MT103"),
        (CSV, "csv"),
        ('{"amount": "5", "currency": "EUR", "parties": [{"role": "debtor", "name": "A"}]}', "brightline.payment"),
        ('{"amount": 5, "currency": "EUR", "debtor_name": "A", "creditor_name": "B"}', "json-lines"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_formats_are_recognised_not_asked_for(data: str, format_: str, packed: bool) -> None:
    sent = gzip.compress(data.encode()) if packed else data.encode()
    (read,) = read_message(sent, "file.bin")
    assert isinstance(read, Payment), read
    assert (read.format, read.source) == (format_, "file.bin#1")


def test_sources_are_numbered_over_good_and_bad() -> None:
    reads = read_message((SAMPLES / "pain001.xml").read_bytes(), "f.xml")
    assert [read.source for read in reads if isinstance(read, (Payment, Unreadable))] == [
        "f.xml#1",
        "f.xml#2",
        "f.xml#3",
    ]


def test_what_is_not_a_payment_is_numbered_too() -> None:
    (read,) = read_message(b"<Document><FIToFIPmtStsRpt><GrpHdr/></FIToFIPmtStsRpt></Document>", "s")
    assert isinstance(read, NotAPayment)
    assert read.payment.source == "s#1"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "an empty file"),
        (b" \r\n\0", "nothing but blanks"),
        (b"\xef\xbb\xbf", "nothing but blanks"),
        (b"PK\x03\x04....", "a ZIP archive"),
        (b"%PDF-1.7", "a PDF document"),
        (bytes(range(256)) * 20, "binary data"),
        (b"PAR1 not really", "a broken Parquet file"),
        (b"\x1f\x8bnot gzip", "damaged gzip data"),
        (gzip.compress(XML.encode(), mtime=0)[:-6], "gzip data cut off"),
        (gzip.compress(XML.encode(), mtime=0) + b"rest", "bytes after the end"),
        (gzip.compress(b"\0" * (300 << 20), 1, mtime=0), "unfolds to more than 256 MB"),
        (b"Dear customer, thank you", "text of no format we know"),
        (b"{", "broken JSON"),
        (b"[" * 100_000, "nested too deep"),
        (b"[]", "an empty list"),
        (b"amount,currency,debtor_name,creditor_name\n", "a table without rows"),
        (b'{"amount": NaN}', "NaN"),
        (b'{"amount": "1", "amount": "2"}', "the same key twice"),
        (b"[1, 2]", "no object"),
    ],
)
def test_the_shelf_of_bad_files(data: bytes, found: str) -> None:
    read = read_message(data, "bad")[0]
    assert isinstance(read, Unreadable)
    assert found in read.found
    assert read.expected
    assert read.source == "bad#1"


def test_a_column_map_of_unknown_columns_is_the_callers_fault() -> None:
    with pytest.raises(CallError, match="payer"):
        read_table(CSV.encode(), "t.csv", {"payer": "debtor_name"})


def test_reading_twice_gives_the_same() -> None:
    for seed in SEEDS:
        assert read_message(seed, "x") == read_message(seed, "x")


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SEEDS), st.integers(0, 2**32), st.integers(1, 8))
def test_damaged_bytes_always_give_an_answer(seed: bytes, luck: int, times: int) -> None:
    chance = random.Random(luck)
    data = bytearray(seed)
    for _ in range(times):
        at = chance.randrange(len(data)) if data else 0
        action = chance.randrange(4)
        if action == 0:
            data[at : at + chance.randrange(1, 40)] = b""
        elif action == 1:
            data[at : at + 1] = bytes([chance.randrange(256)])
        elif action == 2:
            data[at:at] = data[at : at + chance.randrange(200)]
        else:
            del data[at:]
    reads = read_message(bytes(data), "f")
    assert reads
    for read in reads:
        assert "our reader fails" not in getattr(read, "found", "")
        if isinstance(read, Payment):
            json.dumps(to_json(read))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_give_an_answer(data: bytes) -> None:
    reads = read_message(data, "f")
    assert reads
    assert all("our reader fails" not in getattr(read, "found", "") for read in reads)


def test_every_shared_message_has_an_answer(shared_data: Path) -> None:
    files = sorted(path for folder in ("mx", "mt") for path in (shared_data / "payments" / folder).iterdir())
    assert len(files) >= 400
    for path in files:
        reads = read_message(path.read_bytes(), path.name)
        assert reads
        assert all("our reader fails" not in getattr(read, "found", "") for read in reads), path.name
