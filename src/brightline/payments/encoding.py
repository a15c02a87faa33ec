"""Bytes → text, for XML (the declaration rules) and for everything else (tried in order, and said).

XML: a byte order mark, else the pattern of NULs, else the declared encoding, else UTF-8 (XML 1.0, appendix F).
A declaration may stand after comments or blank lines, where some senders put it. Text: UTF-8, then UTF-16 with a
byte order mark, then whichever of GB 18030, Windows-1251 and Windows-1252 makes the most letters of the bytes.
"""

from __future__ import annotations

import codecs
import re

from brightline.errors import UnreadableMessage

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""\A\s*+(?:<!--(?:(?!-->).)*+-->\s*+)*+<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""", re.S
)
_MISPLACED = re.compile(r"\A(\s*+(?:<!--(?:(?!-->).)*+-->\s*+)*+)<\?xml\s(?:(?!\?>).){0,300}\?>", re.S)
# Names that Python knows as text encodings of messages; everything else (zlib, rot13, idna…) is refused.
_KNOWN = re.compile(
    r"(utf-?8|us-ascii|ascii|iso-?8859-?\d{1,2}|latin-?1|windows-?125\d|cp125\d|gb2312|gbk|gb18030|big5|koi8-[ru]"
    r"|shift_jis|euc-(jp|kr)|cp(437|850|866)|ibm(037|500|1047)|cp(037|500))\Z",
    re.I,
)
_WIDE = re.compile(r"(utf-?16|utf-?32|ucs-?[24]|iso-10646-ucs-[24])", re.I)
_HEAD = 20_000
_HAN_IN_LATIN = re.compile(r"(?<=[A-Za-z])[\u4e00-\u9fff](?=[a-z])")


def xml_text(data: bytes) -> str:
    """The characters of an XML file, the declaration first or gone.

    Raises UnreadableMessage for bytes that are not of the encoding they claim, and for NUL characters inside.
    """
    text = _decoded(data, *_xml_encoding(data)).rstrip("\0\x1a \t\r\n").lstrip("\ufeff \t\r\n")
    if "\0" in text:
        raise UnreadableMessage(f"character {text.index(chr(0)) + 1}", "a NUL character", "text without NULs")
    if text.startswith("<?xml"):
        return text
    misplaced = _MISPLACED.match(text)
    return misplaced.group(1) + text[misplaced.end() :] if misplaced else text


def _xml_encoding(data: bytes) -> tuple[str, int]:
    """The encoding of an XML file, and the length of its byte order mark."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name, len(mark)
    head = data[:_HEAD]
    if head[:1] == b"\0" and b"\0<" in head:
        return "utf-16-be", 0
    if head[1:2] == b"\0" and b"<\0" in head:
        return "utf-16-le", 0
    declared = _DECLARED.match(head)
    return (_allowed(declared.group(1).decode("ascii")), 0) if declared else ("utf-8", 0)


def _allowed(name: str) -> str:
    """The declared encoding if we read it. Bytes that we could match as ASCII are not UTF-16, whatever they say."""
    if _WIDE.match(name):
        return "utf-8"
    if not _KNOWN.match(name):
        raise UnreadableMessage(
            "XML declaration", f"encoding {name}", "an encoding we know", "Send the message in UTF-8."
        )
    try:
        return codecs.lookup(name).name
    except LookupError:
        raise UnreadableMessage(
            "XML declaration", f"encoding {name}", "an encoding we know", "Send the message in UTF-8."
        ) from None


def _decoded(data: bytes, encoding: str, skip: int) -> str:
    try:
        return str(memoryview(data)[skip:], encoding)
    except UnicodeDecodeError as broken:
        at = broken.start + skip
        raise UnreadableMessage(
            f"byte {at + 1}",
            f"byte 0x{data[at]:02X}, which is not {encoding.upper()}" if at < len(data) else "a character cut off",
            f"text in {encoding.upper()}",
            "Declare the right encoding or send UTF-8.",
        ) from None


def plain_text(data: bytes) -> tuple[str, str]:
    """The characters of a text file and the encoding that was found. Any bytes at all give some text."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return str(data[len(mark) :], name, "replace"), name
    try:
        return str(data, "utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _best_guess(data)


def _best_guess(data: bytes) -> tuple[str, str]:
    """The reading with the most letters of one script; the earlier one wins a tie."""
    tried: list[tuple[int, str, str]] = []
    for name in ("gb18030", "cp1251", "cp1252"):
        try:
            text = str(data, name)
        except UnicodeDecodeError:
            continue
        tried.append((_plausible(text[:_HEAD], name), text, name))
    if not tried:
        return str(data, "latin-1"), "latin-1"
    _, text, name = max(tried, key=lambda reading: reading[0])
    return text, name


def _plausible(text: str, name: str) -> int:
    """How much of what is beyond ASCII is common in the script that the encoding is for, less what is not.

    A Chinese character takes two bytes and counts twice; one that stands inside a Latin word is a wrong guess.
    """
    beyond = [char for char in text if char > "\x7f"]
    if name == "gb18030":
        common = sum(1 for char in beyond if _gb2312(char))
        return 2 * common - 2 * (len(beyond) - common) - 3 * len(_HAN_IN_LATIN.findall(text))
    if name == "cp1251":
        good = sum(1 for char in beyond if "а" <= char <= "я" or char in "ёЁ№«»" or "А" <= char <= "Я")
        return 2 * good - len(beyond) - 2 * _lonely(text)
    good = sum(1 for char in beyond if char in "äöüßéèêàáâçñóôíúåøæœÄÖÜÉÈÀÇÑØÅÆ’‘“”–€£«»°")
    return 2 * good - len(beyond)


def _gb2312(char: str) -> bool:
    """Whether the character is one of the 6,763 everyday ones (GB 2312), not a rare one that any bytes can make."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _lonely(text: str) -> int:
    """Cyrillic letters that stand between Latin ones: the sign of a wrong guess."""
    return len(re.findall(r"(?<=[A-Za-z])[А-яЁё](?=[A-Za-z])|(?<=[A-Za-z])[А-яЁё]\b|\b[А-яЁё](?=[A-Za-z])", text))
