"""Elements whose children are taken one by one."""

from __future__ import annotations

import pytest
from lxml import etree

from brightline.errors import SourceError
from brightline.lists.reading.node import Node

XML = b'<l xmlns="urn:x"><e n="1"><a> one  two </a><b><c>3</c><c>4</c><d/></b></e><e n="2"><f>5<g>6</g></f></e></l>'


def nodes(data: bytes) -> tuple[list[Node], dict[str, None]]:
    unknown: dict[str, None] = {}
    root = etree.fromstring(data)
    return [Node(each, f"x.xml: e {each.get('n')}", unknown) for each in root], unknown


def test_children_are_taken_and_the_rest_is_named() -> None:
    (one, two), unknown = nodes(XML)
    assert one.need("a") == "one two"
    assert [each.own_text() for each in one.inside("b", "c")] == ["3", "4"]
    assert (one.text("absent"), one.rest(), one.need_attribute("n")) == (None, [], "1")
    assert two.rest() == [("f", "5 6")]
    assert sorted(unknown) == ["e/b/d", "e/f"]


def test_what_must_be_there_is_missed() -> None:
    (one, two), _ = nodes(XML)
    for missing in (lambda: two.need("a"), lambda: two.need_nodes("b"), lambda: two.need_attribute("z")):
        with pytest.raises(SourceError, match=r"x\.xml: e 2: expected the"):
            missing()
    with pytest.raises(SourceError, match="expected one text, found several elements"):
        two.text("f")
    with pytest.raises(SourceError, match="expected a number, found 'one two'"):
        one.need_number("a")
