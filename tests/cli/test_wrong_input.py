"""Wrong input: a clear sentence, the right exit status, nothing lost, nothing half-written, in 20 s and 1.5 GB."""

from __future__ import annotations

import gzip
import json
import os
import resource
import signal
import subprocess
import time
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


def test_a_hundred_megabytes_of_one_element(desk: Any, sentence: Callable[[Any], str]) -> None:
    desk.write("big.xml", PAIN.encode() + b"<Nm>" + b"A" * 100 * 2**20 + b"</Nm></FIToFICstmrCdtTrf></Document>")
    done = desk("screen", "big.xml", "--trial")
    assert done.status == 3
    assert '"outcome":"unreadable"' in done.out
    assert len(done.out) < 10_000
    sentence(done)


def test_a_hundred_megabytes_of_one_small_element_again_and_again(desk: Any, sentence: Callable[[Any], str]) -> None:
    desk.write("many.xml", PAIN.encode() + b"<Nm>A</Nm>" * (10 * 2**20) + b"</FIToFICstmrCdtTrf></Document>")
    done = desk("screen", "many.xml", "--trial")
    assert done.status == 3
    assert '"outcome":"unreadable"' in done.out
    sentence(done)


def test_a_small_file_that_unpacks_to_gigabytes(desk: Any, sentence: Callable[[Any], str]) -> None:
    desk.write("bomb.xml.gz", gzip.compress(b" " * 2**24) * 256)
    done = desk("screen", "bomb.xml.gz", "--trial")
    assert done.status == 3
    assert '"outcome":"unreadable"' in done.out
    sentence(done)


def test_a_folder_of_very_many_names(desk: Any, sentence: Callable[[Any], str]) -> None:
    folder = desk.folder / "many"
    folder.mkdir()
    for number in range(20_000):
        (folder / f"{number:07}.xml").touch()
    done = desk("screen", "many", "--trial", "--out", "d.jsonl")
    assert done.status == 3
    assert (desk.folder / "d.jsonl").read_bytes().count(b"\n") == 20_000
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


LOADS = "import pathlib; pathlib.Path('../loaded').touch()\n"
LOADED = "import brightline.cli.main\n" + LOADS
LOADING = """import pathlib, sys
class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "brightline.cli.main":  # loaded by the call itself, which answers ctrl-C from here on
            pathlib.Path("../loaded").touch()
sys.meta_path.insert(0, Watch())
"""


def _when_loaded(desk: Any, *arguments: str, before: str = LOADED, **more: Any) -> Any:
    """A call that has begun its work: the program is loaded, the verb is about to run."""
    mark = desk.folder.parent / "loaded"
    mark.unlink(missing_ok=True)
    process = desk.start(*arguments, before=before, **more)
    until = time.monotonic() + 30
    while not mark.exists() and time.monotonic() < until:
        time.sleep(0.01)
    return process


def test_ctrl_c_while_the_program_loads(desk: Any) -> None:
    for delay in (0.0, 0.05, 0.2, 0.4):
        process = _when_loaded(desk, "demo", before=LOADING)
        time.sleep(delay)
        process.send_signal(signal.SIGINT)
        done = desk.wait(process)
        assert done.status in (0, 130), done.err
        assert "Traceback" not in done.err, done.err


def test_ctrl_c_in_the_middle_of_an_import(
    desk: Any, sdn_file: Callable[..., bytes], fingerprint: Callable[[Path], Mapping[str, str]]
) -> None:
    """Wherever it strikes: status 130, one sentence, and the home as it was; or the import was already whole."""
    desk.write("good.csv", sdn_file(3))
    assert desk.quick("lists", "import", "good.csv", "--excerpt", "--published", "2024-06-01").status == 0
    before = fingerprint(desk.home)
    desk.write("sdn.csv", sdn_file(15_000))
    stopped = 0
    for delay in (0.1, 0.5, 1.0, 2.0, 3.0):
        process = _when_loaded(desk, "lists", "import", "sdn.csv", "--published", "2024-07-01")
        time.sleep(delay)
        process.send_signal(signal.SIGINT)
        done = desk.wait(process)
        assert "Traceback" not in done.err, done.err
        if done.status == 130:
            stopped += 1
            assert "ctrl-C" in done.err
            assert fingerprint(desk.home) == before
        else:  # it was done before the key was struck
            assert done.status == 0, done.err
            break
    assert stopped, "no import was stopped in its middle"
    assert desk("lists", "show").status == 0


def test_ctrl_c_in_the_middle_of_screening(desk: Any) -> None:
    row = "10.00,CNY,Tea House Of {0},Tea Maker {0},green tea\n"
    text = "amount,currency,debtor_name,creditor_name,goods\n" + "".join(row.format(number) for number in range(60_000))
    desk.write("many.csv", text)
    call = ("screen", "many.csv", "--trial", "--out", "d.jsonl", "--workers", "2")
    process = _when_loaded(desk, *call, start_new_session=True)
    time.sleep(2)
    os.killpg(process.pid, signal.SIGINT)  # a terminal sends it to every process of the call
    done = desk.wait(process)
    assert done.status == 130, done.err
    assert "Traceback" not in done.err
    assert sorted(path.name for path in desk.folder.iterdir()) == ["many.csv"]


def _little_room() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


def test_a_file_that_may_not_grow_leaves_nothing_behind(desk: Any, sdn_file: Callable[..., bytes]) -> None:
    """A limit on the size of files stands in for a full disk: it strikes in the middle of a write as well."""
    desk.write("sdn.csv", sdn_file(3000))
    done = desk("lists", "import", "sdn.csv", "--excerpt", "--published", "2024-07-01", preexec_fn=_little_room)
    assert done.status == 1
    assert "nothing half-written" in done.err
    assert "Traceback" not in done.err
    assert [path for path in desk.home.rglob("*") if path.is_file()] == []
    assert desk("lists", "show", "--json").out == ""


def test_decisions_that_find_no_room_leave_nothing_behind(desk: Any) -> None:
    rows = "".join(f"10.00,CNY,Tea House {number},Tea Maker {number}\n" for number in range(200))
    desk.write("many.csv", "amount,currency,debtor_name,creditor_name\n" + rows)
    done = desk("screen", "many.csv", "--trial", "--out", "d.jsonl", preexec_fn=_little_room)
    assert done.status == 1, done.err
    assert "Traceback" not in done.err
    assert sorted(path.name for path in desk.folder.iterdir()) == ["many.csv"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device here that is always full")
def test_a_full_disk_behind_stdout_is_told(desk: Any) -> None:
    desk.write("one.csv", "amount,currency,debtor_name,creditor_name\n10.00,CNY,A,B\n")
    with open("/dev/full", "wb") as full:
        done = desk("screen", "one.csv", "--trial", stdout=full)
    assert done.status == 1
    assert "disk is full" in done.err
    assert "Traceback" not in done.err
    assert "Exception ignored" not in done.err


def test_a_reader_that_goes_away_is_told(desk: Any) -> None:
    rows = "".join(f"10.00,CNY,Tea House {number},Tea Maker {number}\n" for number in range(500))
    desk.write("many.csv", "amount,currency,debtor_name,creditor_name\n" + rows)
    reading, writing = os.pipe()
    process = desk.start("screen", "many.csv", "--trial", stdout=writing)
    os.close(writing)
    os.close(reading)
    done = desk.wait(process)
    assert done.status == 1
    assert "Traceback" not in done.err
    assert "Exception ignored" not in done.err


def test_an_output_that_is_a_pipe_is_written_to_and_left_as_it_is(desk: Any) -> None:
    """Writing aside and moving into place would replace a device or a pipe by a file."""
    os.mkfifo(desk.folder / "pipe")
    desk.write("one.csv", "amount,currency,debtor_name,creditor_name\n10.00,CNY,A,B\n")
    reader = subprocess.Popen(["cat", desk.folder / "pipe"], stdout=subprocess.PIPE, text=True)
    done = desk("screen", "one.csv", "--trial", "--out", "pipe")
    read, _ = reader.communicate(timeout=20)
    assert done.status == 0, done.err
    assert (desk.folder / "pipe").is_fifo()
    assert json.loads(read)["payment"]["source"] == "one.csv#1"


def test_a_home_that_may_not_be_written_is_told(desk: Any, sdn_file: Callable[..., bytes]) -> None:
    desk.write("home-is-a-file", "")
    desk.write("sdn.csv", sdn_file(3))
    done = desk.quick(
        "--home", "home-is-a-file", "lists", "import", "sdn.csv", "--excerpt", "--published", "2024-07-01"
    )
    assert done.status in (1, 2)
    assert "home-is-a-file" in done.err
    assert "Traceback" not in done.err
