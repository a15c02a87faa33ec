"""One element of a list in XML, its children taken one by one: what nobody took is kept and named once.

A known element that is missing or has turned into something else is refused.
"""

from __future__ import annotations

from collections.abc import Iterator

from brightline.errors import SourceError
from brightline.lists.reading.xml import Element, local

_ADVICE = "Fetch the file anew; if it is the same, the publisher has changed the format."


class Node:
    """An element whose children and attributes are taken one by one; `rest` names what nobody took."""

    __slots__ = ("_children", "_element", "_unknown", "_where")

    def __init__(self, element: Element, where: str, unknown: dict[str, None]) -> None:
        self._element = element
        self._where = where
        self._unknown = unknown
        self._children: dict[str, list[Element]] = {}
        for child in element:
            name = local(child)
            if name:
                self._children.setdefault(name, []).append(child)

    @property
    def where(self) -> str:
        """The place of this element in the publisher's file."""
        return self._where

    def own_text(self) -> str:
        """The text of this element itself, spaces put in order."""
        return " ".join((self._element.text or "").split())

    def all_texts(self) -> list[str]:
        """Every text inside this element, in order."""
        return [text for each in _texts(self._element) if (text := " ".join(each.split()))]

    def attribute(self, name: str) -> str | None:
        """An attribute of this element, or None."""
        return self._element.get(name)

    def need_attribute(self, name: str) -> str:
        """An attribute that must be there. Raises SourceError where it is not."""
        value = self._element.get(name)
        if value is None:
            raise SourceError(self._where, "no such attribute", f"the attribute {name!r}", _ADVICE)
        return value

    def text(self, name: str) -> str | None:
        """The text of an optional child; None where it is absent or empty. Raises SourceError where it has children."""
        found = self._children.pop(name, None)
        if not found:
            return None
        if len(found) > 1 or len(found[0]):
            raise SourceError(f"{self._where}/{name}", "several elements", "one text", _ADVICE)
        return " ".join((found[0].text or "").split()) or None

    def need(self, name: str) -> str:
        """The text of a child that must be there and not be empty. Raises SourceError where it is not."""
        value = self.text(name)
        if value is None:
            raise SourceError(self._where, "no such element", f"the element {name!r} with a text", _ADVICE)
        return value

    def need_number(self, name: str) -> str:
        """The text of a child that must be a whole number, as written. Raises SourceError where it is not."""
        value = self.need(name)
        if not (value.isascii() and value.isdigit()):
            raise SourceError(f"{self._where}/{name}", repr(value), "a number", _ADVICE)
        return value

    def nodes(self, name: str) -> list[Node]:
        """All children of this name."""
        path = f"{self._where}/{name}"
        return [Node(child, path, self._unknown) for child in self._children.pop(name, ())]

    def need_nodes(self, name: str) -> list[Node]:
        """All children of this name. Raises SourceError where there is none."""
        found = self.nodes(name)
        if not found:
            raise SourceError(self._where, "no such element", f"the element {name!r}", _ADVICE)
        return found

    def inside(self, container: str, name: str) -> list[Node]:
        """The children of this name within an optional container; other children of it are unknown."""
        found: list[Node] = []
        for box in self.nodes(container):
            found.extend(box.nodes(name))
            box.rest()
        return found

    def skip(self, *names: str) -> None:
        """Pass over children that say nothing we need: bookkeeping of the publisher."""
        for name in names:
            self._children.pop(name, None)

    def rest(self) -> list[tuple[str, str]]:
        """What nobody took, as name and text; each name is noted once for the whole list."""
        found: list[tuple[str, str]] = []
        for name, elements in self._children.items():
            self._unknown[f"{_without_number(self._where)}/{name}"] = None
            found.extend((name, text) for element in elements if (text := " ".join("".join(_texts(element)).split())))
        self._children = {}
        return found


def _texts(element: Element) -> Iterator[str]:
    for text in element.itertext():
        yield f"{text if isinstance(text, str) else text.decode()} "


def _without_number(where: str) -> str:
    """The path of an element without the file and the number of the entry."""
    return "/".join(part.partition(" ")[0] for part in where.partition(": ")[2].split("/"))
