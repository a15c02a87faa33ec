"""Inputs come in byte order of their relative path; outputs appear whole or not at all."""

from __future__ import annotations

import gzip
import os
import threading
from pathlib import Path

import pytest

from brightline.cli import files
from brightline.cli.files import Input, inputs, read_input, read_text, whole_file, write_whole
from brightline.errors import CallError, PathError


def test_a_folder_is_read_in_byte_order_of_the_relative_path(tmp_path: Path) -> None:
    for name in ("b/2.xml", "b/10.xml", "a.xml", "B.xml", "б.xml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [one.source for one in inputs([str(tmp_path)])] == ["B.xml", "a.xml", "b/10.xml", "b/2.xml", "б.xml"]


def test_a_file_goes_by_its_name_and_standard_input_by_a_dash(tmp_path: Path) -> None:
    (tmp_path / "one.fin").write_text("x")
    assert [one.source for one in inputs([str(tmp_path / "one.fin"), "-"])] == ["one.fin", "-"]


def test_a_path_that_is_not_there_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(PathError, match="nothing there"):
        next(iter(inputs([str(tmp_path), str(tmp_path / "missing")])))


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)
    found = list(inputs([str(tmp_path)]))
    assert [one.source for one in found] == ["loop"]
    with pytest.raises(PathError, match="no regular file"):
        read_input(found[0], 10)


def test_a_pipe_in_a_folder_cannot_hold_us(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PathError, match="no regular file"):
        read_input(Input(str(tmp_path / "pipe"), "pipe"), 10)


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "big").write_bytes(b"x" * 11)
    with pytest.raises(PathError, match="more than"):
        read_input(Input(str(tmp_path / "big"), "big"), 10)


def test_a_name_that_is_no_utf8_is_printable(tmp_path: Path) -> None:
    with open(os.path.join(os.fsencode(tmp_path), b"\xff.xml"), "wb") as file:
        file.write(b"x")
    (one,) = inputs([str(tmp_path)])
    assert one.source == "\ufffd.xml"
    assert read_input(one, 10) == b"x"


def test_standard_input_named_twice_is_refused() -> None:
    with pytest.raises(CallError, match="twice"):
        next(iter(inputs(["-", "-"])))


def test_a_text_is_read_plain_or_packed(tmp_path: Path) -> None:
    for name, data in (("plain", b"\xef\xbb\xbfPRIMER\n"), ("packed", gzip.compress(b"PRIMER\n"))):
        (tmp_path / name).write_bytes(data)
        assert read_text(tmp_path / name, "names") == "PRIMER\n"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xff", "no UTF-8"),
        (gzip.compress(b"PRIMER", mtime=0)[:-4], "cut off"),
        (gzip.compress(b"x" * 2**22, mtime=0), "unfolds"),
    ],
    ids=["bytes", "cut", "bomb"],
)
def test_a_text_that_cannot_be_read_is_refused(
    data: bytes, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_TEXT", 2**20)
    (tmp_path / "text").write_bytes(data)
    with pytest.raises(PathError, match=told):
        read_text(tmp_path / "text", "names")


def test_a_text_without_end_is_refused_within_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_TEXT", 2**20)
    with pytest.raises(PathError, match="more than 1 MB"):
        read_text(Path("/dev/zero"), "names")


def test_a_write_that_breaks_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    place = tmp_path / "out.jsonl"
    write_whole(place, b"old")

    def break_off() -> None:
        with whole_file(place) as file:
            file.write(b"half of the new")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert place.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_folder_is_no_place_to_write_a_file(tmp_path: Path) -> None:
    with pytest.raises(PathError, match="a folder"):
        write_whole(tmp_path, b"x")
    with pytest.raises(PathError, match="nothing there"):
        write_whole(tmp_path / "missing" / "out", b"x")


def test_a_pipe_named_by_the_caller_is_read_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (one,) = inputs([str(tmp_path / "pipe")])
    writer = threading.Thread(target=lambda: (tmp_path / "pipe").write_bytes(b"message"))
    writer.start()
    assert one.once
    assert read_input(one, 10) == b"message"
    writer.join()
