"""An XML element as the walker wants it: local names, trimmed text, and its place in the message.

A place is the path of local names without prefixes, from the message's root element; a name that is repeated among
its siblings, or that opens a transaction, carries its number from 1: `CdtTrfTxInf[1]/Cdtr/Nm`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from brightline.errors import UnreadableMessage
from brightline.payments.harden import DEEPEST

MOST_VALUE = 1_000_000
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
ALWAYS_NUMBERED = frozenset(
    ("CdtTrfTxInf", "TxInf", "PmtInf", "Stmt", "Rpt", "Ntfctn", "Ntry", "NtryDtls", "TxDtls", "DrctDbtTxInf")
)


class Node:
    """One element. A leaf has no children; text between children becomes a leaf named `text()`."""

    __slots__ = ("_first", "attributes", "children", "name", "path", "text")

    def __init__(self, name: str, path: str, text: str = "") -> None:
        self.name = name
        self.path = path
        self.text = text
        self.attributes: tuple[tuple[str, str], ...] = ()
        self.children: list[Node] = []
        self._first: dict[str, Node] | None = None

    def all(self, name: str) -> list[Node]:
        """The children of that name."""
        return [child for child in self.children if child.name == name]

    def find(self, path: str) -> Node | None:
        """The first descendant along the names of the path, or None."""
        node: Node | None = self
        for name in path.split("/"):
            node = node.child(name) if node is not None else None
        return node

    def child(self, name: str) -> Node | None:
        """The first child of that name. To be asked only when all children are there."""
        if self._first is None:
            self._first = {}
            for child in self.children:
                self._first.setdefault(child.name, child)
        return self._first.get(name)

    def leaves(self) -> Iterator[Node]:
        """Every leaf at or below this element, in message order."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()


def shown(path: str) -> str:
    """A path short enough for a sentence."""
    return path if len(path) <= 160 else f"{path[:60]}…{path[-60:]}"


def local(tag: str) -> str:
    """The name without its namespace."""
    return tag.rpartition("}")[2]


def read_tree(element: etree._Element, path: str) -> Node:
    """The element and all below it, read once; nothing of libxml2 is kept.

    Raises UnreadableMessage where elements are nested deeper than `DEEPEST`, or a value is longer than `MOST_VALUE`.
    """
    return _plant(element, local(element.tag), path, 0)


def _plant(element: etree._Element, name: str, path: str, depth: int) -> Node:
    text = element.text
    node = Node(name, path)
    items = element.items()
    if items:
        node.attributes = tuple((local(str(key)), str(value)) for key, value in items if not str(key).startswith(XSI))
    if text and len(text) > MOST_VALUE:
        raise UnreadableMessage(shown(path), f"a value of {len(text)} characters", f"at most {MOST_VALUE}")
    if len(element) == 0:
        if text:
            node.text = text.strip()
        return node
    if depth >= DEEPEST:
        raise UnreadableMessage(shown(path), f"elements nested deeper than {DEEPEST} levels", "fewer levels")
    if text and not text.isspace():
        node.children.append(Node("text()", f"{path}/text()", text.strip()))
    _plant_children(node, element, depth)
    return node


def _plant_children(node: Node, element: etree._Element, depth: int) -> None:
    """The children with their paths, and the text between them."""
    inside = list(element)
    names = [child.tag.rpartition("}")[2] for child in inside]
    add = node.children.append
    for child, name, path in zip(inside, names, _paths(node.path, names), strict=True):
        add(_plant(child, name, path, depth + 1))
        tail = child.tail
        if tail and not tail.isspace():
            add(Node("text()", f"{node.path}/text()", tail.strip()))


def _paths(parent: str, names: list[str]) -> list[str]:
    """A path for each name, numbered where it is repeated or always is."""
    prefix = f"{parent}/" if parent else ""
    distinct = set(names)
    if len(distinct) == len(names) and ALWAYS_NUMBERED.isdisjoint(distinct):
        return [prefix + name for name in names]
    often = Counter(names)
    seen: Counter[str] = Counter()
    paths: list[str] = []
    for name in names:
        seen[name] += 1
        numbered = often[name] > 1 or name in ALWAYS_NUMBERED
        paths.append(f"{prefix}{name}[{seen[name]}]" if numbered else prefix + name)
    return paths
