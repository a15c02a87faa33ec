"""Wrong input: a clear sentence, the right exit status, nothing lost, nothing half-written, in 20 s and 1.5 GB."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">'
PAIN = HEAD + "<FIToFICstmrCdtTrf>"
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{("&" + a + ";") * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><d>&i;</d>"
)
MT_OPEN = "{1:F01BKCHCNBJXXXX0000000000}{2:I103TESTKZ2AXXXXN}{4:\n:20:X\n:32A:240702CNY10,\n:50K:A\n:59:B"

UNREADABLE: Mapping[str, bytes] = {
    "truncated.xml": (PAIN + "<CdtTrfTxInf><Cdtr><Nm>Half a na").encode(),
    "dtd.xml": b'<?xml version="1.0"?><!DOCTYPE d SYSTEM "http://example.invalid/x.dtd"><d/>',
    "external.xml": b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><d>&x;</d>',
    "bomb.xml": BOMB.encode(),
    "deep.xml": b"<a>" * 100_000,
    "declared-wrongly.xml": PAIN.encode() + "<Nm>Ж</Nm>".encode("cp1251"),
    "utf16-cut.xml": (PAIN + "</FIToFICstmrCdtTrf></Document>").encode("utf-16")[:-7],
    "binary.bin": bytes(range(256)) * 400,
    "elf.bin": b"\x7fELF\x02\x01\x01" + b"\0" * 4000,
    "zip.zip": b"PK\x03\x04" + b"\0" * 400,
    "broken.gz": b"\x1f\x8b\x08\x00" + b"\0" * 6 + b"not a stream",
    "empty.xml": b"",
    "blank.txt": b" \n\r\n\t",
    "words.txt": b"Dear colleagues, please find the payments attached.\n",
    "json-cut.json": b'{"parties": [{"role": "debtor"',
    "json-number.json": b"42",
    "json-deep.json": b"[" * 100_000,
    "column-missing.csv": b"amount,currency,creditor_name\n10.00,CNY,Somebody\n",
    "negative.csv": b"amount,currency,debtor_name,creditor_name\n-10.00,CNY,A,B\n",
    "not-an-amount.csv": b"amount,currency,debtor_name,creditor_name\nten,CNY,A,B\n",
    "parquet-cut.parquet": b"PAR1" + b"\0" * 50,
    "nuls.fin": b"\0" * 5000,
    "brace.fin": b"{1:",
}


@pytest.mark.parametrize("option", ["--out", "--report"])
def test_an_output_that_is_a_folder_is_refused_before_anything_is_decided(
    option: str, desk: Any, sentence: Callable[[Any], str]
) -> None:
    desk.write("one.txt", b"anything")
    (desk.folder / "there").mkdir()
    done = desk.quick("screen", "one.txt", "--trial", option, "there")
    assert (done.status, done.out) == (2, "")
    assert "there: expected a file name to write to, found a folder" in sentence(done)


@pytest.mark.parametrize("name", sorted(UNREADABLE))
def test_a_file_that_cannot_be_read_is_one_named_line(name: str, desk: Any, sentence: Callable[[Any], str]) -> None:
    desk.write(name, UNREADABLE[name])
    done = desk.quick("screen", name, "--trial")
    assert done.status == 3, done.err
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert lines
    for line in lines:
        assert line["outcome"] == "unreadable"
        assert line["payment"]["source"].startswith(name + "#")
        assert all(line["error"][part] for part in ("where", "found", "expected"))
        assert len(json.dumps(line)) < 4000, "an error should be short however long the input"
    sentence(done)


def test_a_message_with_missing_block_ends_is_read_or_named(desk: Any) -> None:
    desk.write("open.fin", MT_OPEN)
    done = desk.quick("screen", "open.fin", "--trial")
    assert done.status in (0, 3), done.err
    (line,) = [json.loads(one) for one in done.out.splitlines()]
    if line["outcome"] != "unreadable":
        names = {one["role"]: one["name"] for one in line["payment"]["parties"]}
        assert (names["debtor"], names["creditor"]) == ("A", "B")


def test_good_files_beside_bad_ones_are_still_decided(desk: Any) -> None:
    for name, content in UNREADABLE.items():
        desk.write(f"in/{name}", content)
    desk.write(
        "in/zz.csv", "amount,currency,debtor_name,creditor_name,goods\n10.00,CNY,Tea House,Tea Maker,green tea\n"
    )
    done = desk.quick("screen", "in", "--trial", "--out", "d.jsonl")
    assert done.status == 3
    lines = [json.loads(line) for line in (desk.folder / "d.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [one["payment"]["source"].split("#")[0] for one in lines if one["outcome"] != "unreadable"] == ["zz.csv"]
    assert {one["payment"]["source"].split("#")[0] for one in lines} == {*UNREADABLE, "zz.csv"}


def test_files_that_would_fill_the_memory_are_told(desk: Any, sentence: Callable[[Any], str]) -> None:
    """In a process of its own, whose memory is measured; `python -m bench.proof` has the same with 100 MB each."""
    desk.write("in/big.xml", PAIN.encode() + b"<Nm>" + b"A" * 20 * 2**20 + b"</Nm></FIToFICstmrCdtTrf></Document>")
    desk.write("in/bomb.xml.gz", gzip.compress(b" " * 2**24) * 256)
    desk.write("in/many.xml", PAIN.encode() + b"<Nm>A</Nm>" * (2 * 2**20) + b"</FIToFICstmrCdtTrf></Document>")
    done = desk("screen", "in", "--trial")
    assert done.status == 3
    assert [json.loads(line)["outcome"] for line in done.out.splitlines()] == ["unreadable"] * 3
    assert len(done.out) < 10_000
    sentence(done)


def test_a_folder_of_many_names(desk: Any, sentence: Callable[[Any], str]) -> None:
    folder = desk.folder / "many"
    folder.mkdir()
    for number in range(2_000):
        (folder / f"{number:07}.xml").touch()
    done = desk.quick("screen", "many", "--trial", "--out", "d.jsonl")
    assert done.status == 3
    assert (desk.folder / "d.jsonl").read_bytes().count(b"\n") == 2_000
    sentence(done)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("screen",), "PATH"),
        (("screen", "nowhere.xml", "--trial"), "nowhere.xml"),
        (("screen", "here.csv", "--trial", "--as-of", "soon"), "--as-of"),
        (("screen", "here.csv", "--trial", "--as-of", ""), "--as-of"),
        (("screen", "here.csv", "--trial", "--known", ""), "--known"),
        (("screen", "here.csv", "--trial", "--policy", "nowhere.yaml"), "nowhere.yaml"),
        (("screen", "here.csv", "--trial", "--columns", "nowhere.yaml"), "nowhere.yaml"),
        (("screen", "here.csv", "--trial", "--out", "no/such/folder/d.jsonl"), "no such folder"),
        (("screen", "here.csv", "--trial", "--out", "here.csv"), "here.csv"),
        (("screen", "here.csv", "--trial", "--workers", "0"), "workers"),
        (("screen", "here.csv", "--no-such-option"), "--no-such-option"),
        (("no-such-verb",), "no-such-verb"),
        (("lists", "import"), "PATH"),
        (("lists", "import", "nowhere.csv"), "nowhere.csv"),
        (("lists", "diff", "us-ofac-sdn@2020-01-01", "us-ofac-sdn@2021-01-01"), "us-ofac-sdn@2020-01-01"),
        (("lists", "show", "no-such-list"), "no-such-list"),
        (("match", "--trial"), "NAME"),
        (("match", "Anybody", "--trial", "--schema", "Robot"), "Robot"),
        (("match", "Anybody", "--trial", "--country", "Atlantis"), "Atlantis"),
        (("match", "Anybody", "--trial", "--threshold", "7"), "threshold"),
        (("match", "Anybody", "--trial", "--birth-date", "soon"), "--birth-date"),
        (("match", "Anybody", "--trial", "--id", "7707083893"), "SCHEME:VALUE"),
        (("match", "--names", "here.csv", "--country", "RU", "--trial"), "--country"),
        (("screen", "-", "-", "--trial"), "twice"),
        (("match", "--names", "nowhere.txt", "--trial"), "nowhere.txt"),
        (("score", "--pairs", "nowhere.csv"), "nowhere.csv"),
        (("score", "--pairs", "here.csv"), "schema"),
        (("explain", "nowhere.jsonl"), "nowhere.jsonl"),
        (("explain", "here.csv"), "line 1"),
        (("replay", "here.csv"), "line 1"),
        (("replay", "nowhere.jsonl"), "nowhere.jsonl"),
        (("law", "show", "--on", "yesterday"), "yesterday"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_wrong_call_is_told_in_a_sentence_and_changes_nothing(
    arguments: tuple[str, ...], told: str, desk: Any, sentence: Callable[[Any], str]
) -> None:
    desk.write("here.csv", "amount,currency,debtor_name,creditor_name\n10.00,CNY,A,B\n")
    done = desk.quick(*arguments)
    assert done.status == 2, done.err
    assert told in sentence(done)
    assert done.out == ""
    assert sorted(path.name for path in desk.folder.iterdir()) == ["here.csv"]
    assert not list(desk.home.rglob("*")) if desk.home.exists() else True


def _config(desk: Any, text: str) -> None:
    desk.home.mkdir()
    (desk.home / "config.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "told"), [("colour = 1\n", "colour"), ("workers = [\n", "config.toml"), ("workers = 'many'\n", "workers")]
)
def test_a_wrong_setting_is_named(text: str, told: str, desk: Any, sentence: Callable[[Any], str]) -> None:
    _config(desk, text)
    done = desk.quick("lists", "show")
    assert done.status == 2, done.err
    assert told in sentence(done)


def _list_files(sdn_file: Callable[..., bytes]) -> dict[str, tuple[bytes, tuple[str, ...]]]:
    whole = sdn_file(9000)
    return {
        "cut in half": (whole[: len(whole) // 2], ("--published", "2024-07-01")),
        "cut in the last row": (whole[:-30], ("--published", "2024-07-01")),
        "shrunken": (sdn_file(50), ("--published", "2024-07-01")),
        "of another publisher": (whole, ("--published", "2024-07-01", "--list", "un-sc")),
        "with a column too many": (whole.replace(b"\r\n", b",X\r\n"), ("--published", "2024-07-01")),
        "with a column too few": (whole.replace(b",-0- ,-0- ,", b",-0- ,"), ("--published", "2024-07-01")),
        "binary": (bytes(range(256)) * 100, ()),
        "empty": (b"", ()),
        "of words": (b"The list is attached.\n", ()),
        "a web page": (b"<!DOCTYPE html><html><body>Access denied</body></html>", ()),
        "xml cut": (
            b'<?xml version="1.0"?><sdnList xmlns="x"><publshInformation><Publish_Date>07/02/2024</Publish_Date>',
            (),
        ),
        "packed and cut": (b"\x1f\x8b\x08\x00" + b"\0" * 20, ()),
        "with a moment that is none": (whole, ("--published", "last week")),
    }


WRONG_LISTS = (
    "cut in half", "cut in the last row", "shrunken", "of another publisher", "with a column too many",
    "with a column too few", "binary", "empty", "of words", "a web page", "xml cut", "packed and cut",
    "with a moment that is none",
)  # fmt: skip


@pytest.mark.parametrize("kind", WRONG_LISTS)
def test_a_wrong_list_is_refused_and_the_good_one_stays(
    kind: str,
    desk: Any,
    sdn_file: Callable[..., bytes],
    sentence: Callable[[Any], str],
    fingerprint: Callable[[Path], Mapping[str, str]],
) -> None:
    desk.write("good.csv", sdn_file(3))
    assert desk.quick("lists", "import", "good.csv", "--excerpt", "--published", "2024-06-01").status == 0
    before = fingerprint(desk.home)
    content, options = _list_files(sdn_file)[kind]
    desk.write("sdn.csv", content)
    done = desk.quick("lists", "import", "sdn.csv", *options)
    assert done.status == 2, done.err
    assert len(sentence(done)) < 600
    assert fingerprint(desk.home) == before


def test_a_home_that_may_not_be_written_is_told(desk: Any, sdn_file: Callable[..., bytes]) -> None:
    desk.write("home-is-a-file", "")
    desk.write("sdn.csv", sdn_file(3))
    done = desk.quick(
        "--home", "home-is-a-file", "lists", "import", "sdn.csv", "--excerpt", "--published", "2024-07-01"
    )
    assert done.status in (1, 2)
    assert "home-is-a-file" in done.err
    assert "Traceback" not in done.err
