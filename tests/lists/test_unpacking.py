"""gzip and ZIP, within a limit."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.errors import SourceError
from brightline.lists import unpacking
from brightline.lists.source import SourceFile
from brightline.lists.unpacking import unpacked


@given(st.lists(st.binary(max_size=200), min_size=1, max_size=3))
def test_gzip_gives_back_every_member(parts: list[bytes]) -> None:
    data = b"".join(gzip.compress(part) for part in parts)
    (one,) = unpacked(SourceFile("a/list.csv.GZ", data, "2024-07-02"))
    assert one == SourceFile("a/list.csv", b"".join(parts), "2024-07-02")


def test_a_plain_file_stays_as_it_is() -> None:
    file = SourceFile("list.csv", b"x", None)
    assert list(unpacked(file)) == [file]


def test_a_zip_gives_its_members_by_name() -> None:
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        archive.writestr("b.csv", b"2")
        archive.writestr("a.csv", b"1")
        archive.mkdir("folder")
    assert [(one.name, one.data) for one in unpacked(SourceFile("x.zip", box.getvalue()))] == [
        ("x.zip/a.csv", b"1"),
        ("x.zip/b.csv", b"2"),
    ]


def test_too_much_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_BYTES", 1000)
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", b"0" * 5000)
    for name, data in (("a.gz", gzip.compress(b"0" * 5000)), ("a.zip", box.getvalue())):
        with pytest.raises(SourceError, match="unpacked"):
            list(unpacked(SourceFile(name, data)))
    assert len(next(iter(unpacked(SourceFile("a.gz", gzip.compress(b"0" * 1000))))).data) == 1000
