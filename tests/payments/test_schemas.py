"""Messages with every element that a schema allows, each with a value of its own: none may be lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from accounting import lost_values, payments_in, wrongly_unread
from lxml import etree

from brightline.payments.iso20022 import read_xml
from brightline.payments.kinds import LEVELS
from brightline.terms import Payment

XS = "{http://www.w3.org/2001/XMLSchema}"


class Writer:
    """Writes one instance of a schema: all elements, the `pick`-th branch of each choice."""

    def __init__(self, schema: Path, pick: int) -> None:
        self.root = etree.parse(schema).getroot()
        self.namespace = self.root.get("targetNamespace")
        self.types = {part.get("name"): part for part in self.root if part.get("name") and part.tag != f"{XS}element"}
        self.pick, self.number = pick, 0

    def message(self) -> bytes:
        top = self.root.find(f"{XS}element")
        assert top is not None
        element = etree.Element(f"{{{self.namespace}}}{top.get('name')}")
        self.fill(element, top.get("type"), [])
        return etree.tostring(element)

    def value(self, name: str | None) -> str:
        self.number += 1
        kind = self.types.get(name)
        limits = kind.find(f"{XS}restriction") if kind is not None else None
        base = limits.get("base") if limits is not None else name
        chosen = limits.find(f"{XS}enumeration") if limits is not None else None
        if chosen is not None:
            return str(chosen.get("value"))
        plain = {"xs:boolean": "true", "xs:date": "2024-05-16", "xs:dateTime": "2024-05-16T10:00:00Z"}
        return plain.get(base or "", str(self.number + 100) if base == "xs:decimal" else f"V{self.number}x")

    def fill(self, element: etree._Element, name: str | None, stack: list[str | None]) -> None:
        kind = self.types.get(name)
        content = kind.find(f"{XS}simpleContent/{XS}extension") if kind is not None else None
        if kind is None or kind.tag == f"{XS}simpleType":
            element.text = self.value(name)
        elif content is not None:
            element.text = self.value(content.get("base"))
            for attribute in content.findall(f"{XS}attribute"):
                element.set(str(attribute.get("name")), "EUR")
        elif stack.count(name) < 2:
            for part in kind:
                self.part(element, part, [*stack, name])

    def part(self, element: etree._Element, part: etree._Element, stack: list[str | None]) -> None:
        if part.tag == f"{XS}sequence":
            for inner in part:
                self.part(element, inner, stack)
        elif part.tag == f"{XS}choice":
            self.part(element, part[self.pick % len(part)], stack)
        elif part.tag == f"{XS}element":
            child = etree.SubElement(element, f"{{{self.namespace}}}{part.get('name')}")
            self.fill(child, part.get("type"), stack)
        elif part.tag == f"{XS}any":
            etree.SubElement(element, "{urn:example:extra}Extra").text = self.value(None)


@pytest.mark.parametrize("pick", [0, 1])
def test_every_element_of_every_schema_is_accounted_for(shared_data: Path, pick: int) -> None:
    schemas = [path for path in sorted((shared_data / "xsd").glob("*.xsd")) if ".ch." not in path.name]
    assert len(schemas) >= 30
    for path in schemas:
        data = Writer(path, pick).message()
        reads = read_xml(data, path.name)
        assert wrongly_unread(reads) == [], path.name
        if payments_in(reads):
            assert lost_values(data, reads) == [], path.name
        if path.name[:8] in LEVELS:
            assert all(isinstance(read, Payment) for read in reads), path.name
