"""Lists in XML, read element by element: no DTD, no entities, no network, limits on depth and size.

An element or attribute we have no word for is kept with the entry and named once for the list.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from lxml import etree

from brightline.errors import SourceError

Element = etree._Element
_START = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>)?(?:\s|<!--.*?-->|<\?.*?\?>)*<(?:[\w.-]+:)?([\w.-]+)", re.DOTALL
)
_CUT = "The file is cut or damaged; fetch it again."
_LONGEST = 400  # characters of an unknown element that are kept


def root_name(head: bytes) -> str:
    """The local name of the root element as far as the head of a file shows it; empty where it shows none."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head[: len(head) // 2 * 2].decode("utf-16", "ignore").encode()
    match = _START.match(head)
    return match.group(1).decode("ascii", "replace") if match else ""


def elements(data: bytes, wanted: frozenset[str], where: str) -> Iterator[Element]:
    """The root as it opens, then each wanted child of any depth as it closes, each forgotten after its use.

    Raises SourceError for a file that is empty, cut, not well-formed, in a wrong encoding, too deep or too large in
    one piece, and for one with a document type definition (which no publisher of lists sends).
    """
    if not data.strip():
        raise SourceError(where, "an empty file", "an XML list", "The download may have been cut; fetch it again.")
    try:
        _, root = next(_events(data, ("start",), None))
        _refuse_dtd(root, where)
        yield root
        yield from _wanted(_events(data, ("start", "end"), [f"{{*}}{name}" for name in sorted(wanted)]))
    except etree.XMLSyntaxError as wrong:
        raise SourceError(f"{where} line {wrong.lineno}", str(wrong.msg), "well-formed XML", _CUT) from wrong


def elements_below(data: bytes, wanted: frozenset[str], where: str) -> Iterator[Element]:
    """The wanted elements as `elements` gives them, without the root, for formats whose root says nothing."""
    found = elements(data, wanted, where)
    next(found)
    yield from found


def _events(data: bytes, kinds: tuple[str, ...], tags: list[str] | None) -> Iterator[tuple[str, Element]]:
    """What a hardened parser meets, in order; of certain tags only where they are named."""
    met: Iterator[tuple[str, Element]] = etree.iterparse(
        io.BytesIO(data),
        events=kinds,
        tag=tags,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )
    return met


def _wanted(met: Iterator[tuple[str, Element]]) -> Iterator[Element]:
    """Each element of the wanted tags as it closes; one inside another belongs to the outer one."""
    inside = 0
    for event, element in met:
        inside += 1 if event == "start" else -1
        if event == "end" and inside == 0:
            yield element
            _forget(element)


def _refuse_dtd(root: Element, where: str) -> None:
    """Raises SourceError where a document type definition stands before the root."""
    if root.getroottree().docinfo.internalDTD is not None:
        raise SourceError(where, "a document type definition", "XML without one", "Such files can hide their content.")


def _forget(element: Element) -> None:
    """Free an element and what stands before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def local(element: Element) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    tag = element.tag
    return _without_namespace(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1024)
def _without_namespace(tag: str) -> str:
    return tag.rsplit("}", 1)[-1]


def text_of(element: Element | None) -> str:
    """The text of an element without blanks at its ends; empty where there is none."""
    return (element.text or "").strip() if element is not None else ""


def child(element: Element, name: str) -> Element | None:
    """The first child of this local name."""
    return next(children(element, name), None)


def children(element: Element, name: str) -> Iterator[Element]:
    """The children of this local name, in order."""
    return element.iterchildren(f"{{*}}{name}")


def texts(element: Element, *path: str) -> list[str]:
    """The texts at the end of a path of local names, empty ones left out."""
    found = [element]
    for name in path:
        found = [each for parent in found for each in children(parent, name)]
        if not found:
            return []
    return [text for each in found if (text := text_of(each))]


def need(element: Element, name: str, where: str) -> str:
    """The text of a child that must be there and not be empty. Raises SourceError naming it."""
    text = text_of(child(element, name))
    if not text:
        found = "it empty" if child(element, name) is not None else f"only {_names(element)}"
        raise SourceError(
            place(element, where), found, f"the element {name}", "The publisher may have changed the format."
        )
    return text


def place(element: Element, where: str) -> str:
    """The file and line of an element."""
    return f"{where} line {element.sourceline}"


def _names(element: Element) -> str:
    return ", ".join(dict.fromkeys(local(each) for each in element)) or "nothing"


def unknown_parts(element: Element, known: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """What stands below an element that `known` does not name, as (path, text).

    `known` gives, per element name, its children and (with `@`) its attributes; `*` lets any through.
    """
    allowed = known.get(local(element), frozenset())
    path = local(element)
    if "*" in allowed:
        return
    for name, value in element.attrib.items():
        bare = str(name)
        if "}" not in bare and f"@{bare}" not in allowed and str(value).strip():
            yield f"{path}/@{bare}", str(value)
    for each in element:
        if local(each) not in allowed:
            yield f"{path}/{local(each)}", " ".join("".join(map(str, each.itertext())).split())[:_LONGEST]
        else:
            yield from unknown_parts(each, known)


def is_markup(head: bytes) -> bool:
    """Whether a file begins as markup does."""
    return head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<"
