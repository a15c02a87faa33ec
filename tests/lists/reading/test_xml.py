"""Hardened XML: what is refused, what is forgotten, what is told."""

from __future__ import annotations

import pytest

from brightline.errors import SourceError
from brightline.lists.reading import xml

WANTED = frozenset({"item"})


def read(content: bytes) -> list[str]:
    return [xml.text_of(each) for each in xml.elements(content, WANTED, "f.xml")][1:]


def test_elements_come_one_by_one_with_any_prefix() -> None:
    assert read(b"<l><item>a</item><x><item>b</item></x></l>") == ["a", "b"]
    assert read(b'<p:l xmlns:p="urn:x"><p:item>a</p:item></p:l>') == ["a"]


def test_an_element_inside_its_own_kind_belongs_to_the_outer_one() -> None:
    assert read(b"<l><item>a<old><item>b</item></old></item><item>c</item></l>") == ["a", "c"]


def test_utf_16_is_read_too() -> None:
    content = '<?xml version="1.0" encoding="UTF-16"?><l><item>ж</item></l>'.encode("utf-16")
    assert read(content) == ["ж"]
    assert xml.root_name(content) == "l"


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE l [<!ENTITY a "b">]><l><item>&a;</item></l>',
        b'<!DOCTYPE l SYSTEM "http://127.0.0.1/x.dtd"><l/>',
        b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]><l><item>&x;</item></l>',
    ],
)
def test_a_document_type_definition_is_refused(content: bytes) -> None:
    with pytest.raises(SourceError, match="document type definition"):
        read(content)


@pytest.mark.parametrize(
    "content", [b"<l><item>a</item>", b"<l><item>\xff</item></l>", b"<l>" + b"<d>" * 3000, b"text", b"<l>&nbsp;</l>"]
)
def test_what_is_not_well_formed_is_refused_with_its_line(content: bytes) -> None:
    with pytest.raises(SourceError, match=r"f\.xml line \d+"):
        read(content)


def test_one_element_of_many_megabytes_is_refused() -> None:
    with pytest.raises(SourceError, match="well-formed"):
        read(b"<l><item>" + b"a" * 12_000_000 + b"</item></l>")


def test_the_root_is_found_behind_comments() -> None:
    assert xml.root_name(b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- <a> -->\n<p:export x='1'>") == "export"
    assert xml.root_name(b"no markup") == ""


def test_unknown_parts_are_told_with_their_path() -> None:
    known = {"item": frozenset({"a", "@id"}), "a": frozenset({"*"})}
    content = b'<l><item id="1" hue="red"><a x="1"><b/></a><c>t <d>u</d></c></item></l>'
    told = [
        list(xml.unknown_parts(each, known)) for each in xml.elements(content, WANTED, "f") if xml.local(each) != "l"
    ]
    assert told == [[("item/@hue", "red"), ("item/c", "t u")]]


def test_a_needed_element_is_named_where_it_is_missing_or_empty() -> None:
    given = xml.elements(b"<l>\n<item><a/><b>x</b></item></l>", WANTED, "f.xml")
    next(given)
    item = next(given)
    with pytest.raises(SourceError, match="line 2: expected the element a, found it empty"):
        xml.need(item, "a", "f.xml")
    with pytest.raises(SourceError, match="expected the element c, found only a, b"):
        xml.need(item, "c", "f.xml")
    assert xml.need(item, "b", "f.xml") == "x"


def test_elements_below_are_those_without_the_root() -> None:
    data = b'<l xmlns="urn:x"><item n="1"/><item n="2"><item n="3"/></item></l>'
    found = [(xml.local(each), each.get("n")) for each in xml.elements_below(data, WANTED, "f.xml")]
    assert found == [("item", "1"), ("item", "2")]


def test_a_long_file_leaves_nothing_behind() -> None:
    data = b"<l>" + b"<e><a>x</a></e>" * 40_000 + b"</l>"
    left = []
    for each in xml.elements_below(data, frozenset({"e"}), "x.xml"):
        parent = each.getparent()
        left.append(0 if parent is None else len(parent))
    assert len(left) == 40_000
    assert max(left) < 10_000  # what the parser has read ahead, and no more
