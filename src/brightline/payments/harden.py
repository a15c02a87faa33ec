"""XML bytes → element tree, with no entities, no external references, no network, and limits on size and depth.

A document type declaration is refused before anything is parsed, so entity bombs never begin. libxml2's own limits
(10 MB a text node, 256 levels) stay on beneath ours.
"""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

from brightline.errors import UnreadableMessage
from brightline.payments.encoding import xml_text

_PLACE = re.compile(r", line \d+, column \d+$")

MOST_BYTES = 64 * 2**20
MOST_TAGS = 1_500_000
DEEPEST = 200

_DOCTYPE = re.compile(r"\A(?:\s++|<\?(?:(?!\?>).)*+\?>|<!--(?:(?!-->).)*+-->)*+<!DOCTYPE", re.S)
_SECOND_DOCUMENT = ("Extra content", "XML declaration allowed only")
_DECLARATION = re.compile(r"<\?xml\s(?:(?!\?>).){0,300}\?>", re.S)


def parse(data: bytes) -> etree._Element:
    """The root element of an XML file. Several files written one after another get a root `concatenated`.

    Raises UnreadableMessage for what is not well-formed, not of its encoding, too large, too deep, or has a DTD.
    """
    if len(data) > MOST_BYTES:
        raise _too_large(f"{len(data) >> 20} MB of XML", f"at most {MOST_BYTES >> 20} MB")
    return parse_text(xml_text(data))


def parse_text(text: str) -> etree._Element:
    """The root element of XML in characters, declaration or not. Raises UnreadableMessage as `parse` does."""
    _refuse_doctype(text)
    if text.count("<") > MOST_TAGS:
        raise _too_large(f"{text.count('<')} tags", f"at most {MOST_TAGS}")
    try:
        return etree.fromstring(text.encode(), _parser())
    except etree.XMLSyntaxError as broken:
        if not any(sign in str(broken.msg) for sign in _SECOND_DOCUMENT):
            raise _not_well_formed(broken) from None
    return _parse_concatenated(text)


def _parse_concatenated(text: str) -> etree._Element:
    """Several documents in one file, each perhaps with its own declaration."""
    bare = _DECLARATION.sub("", text)
    try:
        return etree.fromstring(f"<concatenated>{bare}</concatenated>".encode(), _parser())
    except etree.XMLSyntaxError as broken:
        raise _not_well_formed(broken) from None


@cache
def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )


def _refuse_doctype(text: str) -> None:
    if "<!DOCTYPE" in text and _DOCTYPE.match(text):
        raise UnreadableMessage(
            "DOCTYPE",
            "a document type declaration",
            "a message without one",
            "ISO 20022 messages have no DTD; entities and external references are never read.",
        )


def _too_large(found: str, expected: str) -> UnreadableMessage:
    return UnreadableMessage("file", found, expected, "Split the file.")


def _not_well_formed(broken: etree.XMLSyntaxError) -> UnreadableMessage:
    line, column = broken.position
    reason = _PLACE.sub("", " ".join(str(broken.msg).split()))[:200]
    if "depth" in reason.lower():
        return UnreadableMessage(f"line {line}", "elements nested too deep", f"at most {DEEPEST} levels")
    if "limit exceeded" in reason:
        return UnreadableMessage(f"line {line}", "a value longer than 10 MB", "values of ordinary length")
    return UnreadableMessage(
        f"line {line}, column {column}", f"broken XML ({reason})", "well-formed XML", "Ask the sender for it again."
    )
