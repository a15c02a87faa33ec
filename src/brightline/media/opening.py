"""Bytes of an article → text. What is no text (a photo, a PDF, nothing) is named; nothing here guesses beyond that."""

from __future__ import annotations

import re

from brightline.errors import UnreadableMessage

MOST_BYTES = 20 * 2**20
_MAGIC = {
    b"\xff\xd8\xff": "a JPEG picture",
    b"\x89PNG": "a PNG picture",
    b"GIF8": "a GIF picture",
    b"RIFF": "a sound or picture",
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive or office file",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old office file",
}
_EXPECTED = "an article as text or HTML"
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DECLARED = re.compile(rb"charset=[\"']?([A-Za-z0-9_-]{3,20})", re.I)
# Runs, for a single accented letter of a western page reads as one of either.
_CYRILLIC, _HAN = re.compile(r"[а-яА-ЯёЁ]{3,}"), re.compile(r"[\u4e00-\u9fff]{3,}")


def open_text(data: bytes, where: str) -> str:
    """The text of an article's bytes, line ends as `\\n`. Raises UnreadableMessage for what is no text."""
    if len(data) > MOST_BYTES:
        raise UnreadableMessage(where, f"{len(data):,} bytes", f"at most {MOST_BYTES:,}")
    if not data.strip():
        raise UnreadableMessage(where, "an empty file", _EXPECTED)
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise UnreadableMessage(where, what, _EXPECTED)
    text = _decoded(data)
    strange = sum(letter < " " and letter not in "\n\r\t\f" for letter in text[:65536])
    if strange > len(text[:65536]) // 100:
        raise UnreadableMessage(where, "bytes that are no text", _EXPECTED)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _decoded(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    declared = _DECLARED.search(data[:4096])
    names = ["utf-8", *([declared[1].decode("ascii")] if declared else [])]
    for name in names:
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return _guessed(data)


def _guessed(data: bytes) -> str:
    """Old code pages: Chinese or Russian where most of what is no ASCII reads as that, else western."""
    high = sum(byte > 127 for byte in data) or 1
    for name, letters, share in (("gb18030", _HAN, 0.3), ("cp1251", _CYRILLIC, 0.8)):
        text = data.decode(name, "replace")
        if sum(map(len, letters.findall(text))) >= share * high and text.count("\ufffd") * 100 < len(text):
            return text
    return data.decode("cp1252", "replace")


def is_html(text: str) -> bool:
    """Whether a text is a page in HTML."""
    return re.search(r"<(?:!doctype html|html|body|article|p|div)\b", text[:4096], re.I) is not None
