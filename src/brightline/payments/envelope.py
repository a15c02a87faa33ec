"""A file → the messages in it, out of any wrapper: envelopes, several messages, CDATA, escaped text.

A message is known by its root element (`FIToFICstmrCdtTrf`), or by a `Document` around something that we do not
know. A header (`AppHdr`) belongs to the message that follows it. Everything else is wrapping; its values are kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from brightline.errors import UnreadableMessage
from brightline.payments.harden import DEEPEST, parse_text
from brightline.payments.kinds import ROOTS, kind_of_root, type_in
from brightline.payments.tree import XSI, local, shown
from brightline.terms import Unread

_MOST_INSIDE = 3
_HEADERS = frozenset(("AppHdr", "BizHdr", "BusinessApplicationHeader"))


@dataclass(slots=True)
class Enclosed:
    """One message as it lies in the file: its root (None if only a header came), header, namespace."""

    root: etree._Element | None
    header: etree._Element | None
    namespace: str


@dataclass(slots=True)
class Opened:
    """All messages of a file, and the values of the wrapping."""

    messages: list[Enclosed] = field(default_factory=list)
    wrapping: list[Unread] = field(default_factory=list)
    header: etree._Element | None = None


def open_envelope(root: etree._Element) -> Opened:
    """The messages in the order of the file. Raises UnreadableMessage for broken XML inside a wrapper."""
    opened = Opened()
    _visit(root, local(root.tag), opened, 0, 0)
    if opened.header is not None:
        opened.messages.append(Enclosed(None, opened.header, ""))
    return opened


def _visit(element: etree._Element, path: str, opened: Opened, depth: int, inside: int) -> None:
    if depth > DEEPEST:
        raise UnreadableMessage(
            shown(path), f"elements nested deeper than {DEEPEST} levels", "a message of fewer levels"
        )
    name = local(element.tag)
    if name in _HEADERS:
        if opened.header is not None:
            opened.messages.append(Enclosed(None, opened.header, ""))
        opened.header = element
    elif kind_of_root(name) is not None and (len(element) or name in ROOTS):
        _found(element, element, opened)
    elif name == "Document" and _holds_message(element):
        _keep(element, path, opened)
        _found(element[0], element, opened)
        for position in range(1, len(element)):
            _visit(element[position], f"{path}/{local(element[position].tag)}", opened, depth + 1, inside)
    else:
        _unwrap(element, path, opened, depth, inside)


def _holds_message(document: etree._Element) -> bool:
    """Whether the first child is the message itself: known, or in an ISO 20022 namespace, or holding no header."""
    if len(document) == 0:
        return False
    first = document[0]
    if kind_of_root(local(first.tag)) is not None or type_in(_namespace(first)) or type_in(_namespace(document)):
        return True
    known = {local(below.tag) for below in document.iterdescendants()}
    return not any(name in _HEADERS or kind_of_root(name) for name in known)


def _found(message: etree._Element, document: etree._Element, opened: Opened) -> None:
    named = _namespace(message)
    opened.messages.append(Enclosed(message, opened.header, named if type_in(named) else _namespace(document)))
    opened.header = None


def _namespace(element: etree._Element) -> str:
    return element.tag.rpartition("}")[0][1:]


def _unwrap(element: etree._Element, path: str, opened: Opened, depth: int, inside: int) -> None:
    """A wrapper: its own values are kept, its children visited; text that is XML is opened in its turn."""
    _keep(element, path, opened)
    text = (element.text or "").strip()
    if text.startswith("<") and text.endswith(">") and inside < _MOST_INSIDE and _names_message(text):
        root = parse_text(text)
        _visit(root, f"{path}/{local(root.tag)}", opened, depth + 1, inside + 1)
    elif text:
        opened.wrapping.append(Unread(path, text))
    for child in element:
        _visit(child, f"{path}/{local(child.tag)}", opened, depth + 1, inside)
        tail = (child.tail or "").strip()
        if tail:
            opened.wrapping.append(Unread(f"{path}/text()", tail))


def _names_message(text: str) -> bool:
    return "Document" in text or "AppHdr" in text or any(name in text for name in ROOTS)


def _keep(element: etree._Element, path: str, opened: Opened) -> None:
    for key, value in element.items():
        if not str(key).startswith(XSI) and str(value).strip():
            opened.wrapping.append(Unread(f"{path}/@{local(str(key))}", str(value).strip()))


def message_type(message: Enclosed, defined: str | None) -> str | None:
    """`pacs.008.001.08` from the namespace, else the header, else as far as the root element tells."""
    name = local(message.root.tag) if message.root is not None else ""
    return type_in(message.namespace) or type_in(defined) or type_in(name) or kind_of_root(name)
