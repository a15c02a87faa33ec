"""A shelf of bad files: each is refused with one clear sentence, and nothing of it is taken."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from brightline.errors import NotRecognised, SourceError
from brightline.lists.gather import gather
from brightline.lists.source import SourceFile

N = "-0- "
ROW = f'1,"PRIMER LLC",{N},"SYRIA"' + f",{N}" * 8
ROWS = (f"{ROW}\r\n".replace("1,", f"{number},", 1) for number in range(1, 40))
SDN = ("".join(ROWS) + "\x1a").encode()
XML = b'<?xml version="1.0"?>\n<sdnList xmlns="http://tempuri.org/sdnList.xsd">'


def zipped(data: bytes) -> bytes:
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("sdn.csv", data)
    return box.getvalue()


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE sdnList [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    b'<sdnList xmlns="http://tempuri.org/sdnList.xsd"><sdnEntry><uid>&c;</uid></sdnEntry></sdnList>'
)
OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE sdnList SYSTEM "file:///etc/passwd">'
    b'<sdnList xmlns="http://tempuri.org/sdnList.xsd"></sdnList>'
)
DEEP = XML + b"<sdnEntry>" + b"<a>" * 5000 + b"</a>" * 5000 + b"</sdnEntry></sdnList>"
LARGE_TEXT = XML + b"<sdnEntry><uid>1</uid><lastName>" + b"x" * 11_000_000 + b"</lastName></sdnEntry></sdnList>"

SHELF: list[tuple[str, str, bytes, type[SourceError], str]] = [
    ("an empty file", "sdn.csv", b"", NotRecognised, "found an empty file"),
    ("only line ends", "sdn.csv", b"\r\n\r\n", NotRecognised, "found an empty file"),
    ("an error page", "sdn.csv", b"<!DOCTYPE html><html><body>503</body></html>", NotRecognised, "found an HTML page"),
    (
        "an error page in XHTML",
        "sdn.xml",
        b'<?xml version="1.0"?><html><p>503</p></html>',
        NotRecognised,
        "an HTML page",
    ),
    ("a picture", "sdn.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", NotRecognised, "found a binary file"),
    ("other XML", "sdn.xml", b"<feed><item/></feed>", NotRecognised, "found XML that is none of the lists"),
    ("other JSON", "sdn.json", b'{"sdnList": []}', NotRecognised, "found JSON that is none of the lists"),
    ("a letter", "sdn.csv", b"Dear sirs,\nwe hereby\n", NotRecognised, "found text in no format we know"),
    ("a cut row", "sdn.csv", SDN[:-20], SourceError, "stops in the middle"),
    ("a cut quote", "sdn.csv", SDN[: SDN.rindex(b"PRIMER") + 3], SourceError, "stops in the middle"),
    ("a column too many", "sdn.csv", SDN.replace(b"\r\n", b",x\r\n"), SourceError, "found 13 columns"),
    ("a column too few", "sdn.csv", SDN.replace(b'"SYRIA",', b""), SourceError, "found 11 columns"),
    ("aliases alone", "alt.csv", f'1,2,"aka","PRIMER",{N}\r\n\x1a'.encode(), SourceError, "found no file of entries"),
    ("comments alone", "sdn_comments.csv", b'1,"; Gender Male."\r\n\x1a', SourceError, "found no file of entries"),
    ("a damaged gzip", "sdn.csv.gz", gzip.compress(SDN, mtime=0)[:40] + b"\xff" * 40, SourceError, "gzip file"),
    ("a cut gzip", "sdn.csv.gz", gzip.compress(SDN, mtime=0)[:-30], SourceError, "gzip file that stops in the middle"),
    ("a damaged ZIP", "sdn.zip", zipped(SDN)[:-30], SourceError, "damaged ZIP"),
    ("an entity bomb", "sdn.xml", BOMB, SourceError, "found a document type definition"),
    ("an outside entity", "sdn.xml", OUTSIDE, SourceError, "found a document type definition"),
    ("a deep nest", "sdn.xml", DEEP, SourceError, "expected well-formed XML"),
    ("one huge text", "sdn.xml", LARGE_TEXT, SourceError, "expected well-formed XML"),
    ("XML cut in half", "sdn.xml", XML + b"<sdnEntry><uid>1</uid>", SourceError, "expected well-formed XML"),
    ("XML without entries", "sdn.xml", XML + b"</sdnList>", SourceError, "no day in Publish_Date"),
    (
        "wrong letters",
        "sdn.xml",
        XML + b"<sdnEntry>\xff\xfe</sdnEntry></sdnList>",
        SourceError,
        "expected well-formed XML",
    ),
]


@pytest.mark.parametrize(
    ("name", "data", "kind", "message"), [each[1:] for each in SHELF], ids=[each[0] for each in SHELF]
)
def test_it_is_refused_with_one_sentence(name: str, data: bytes, kind: type[SourceError], message: str) -> None:
    (found,) = gather([SourceFile(name, data, "2024-07-02")], excerpt=True)
    assert type(found.error) is kind
    assert message in str(found.error)
    assert "\n" not in str(found.error)
    assert (found.version, found.entities) == (None, ())


def test_a_derived_json_is_no_list_we_know(shared_data: Path) -> None:
    path = shared_data / "ofac" / "sdn_derived_2026-07-11.json.gz"
    (found,) = gather([SourceFile(path.name, path.read_bytes(), "2026-07-11")])
    assert type(found.error) is NotRecognised
    assert "JSON that is none of the lists we know" in str(found.error)


def test_aliases_without_their_list_are_refused(shared_data: Path) -> None:
    folder = shared_data / "ofac" / "parts_2025-12"
    (found,) = gather([SourceFile(path.name, path.read_bytes(), "2025-12-24") for path in sorted(folder.iterdir())])
    assert type(found.error) is SourceError
    assert "sdn.csv or cons_prim.csv with it" in str(found.error)
