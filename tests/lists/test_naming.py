"""Ids for entries that a publisher gives twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brightline.lists.naming import distinct_entries
from brightline.terms import ListedEntity, ListedName


def entity(entry: str, name: str) -> ListedEntity:
    return ListedEntity("x", entry, "Company", (ListedName(name, "primary"),))


@given(st.permutations(["A", "B", "B", "C"]))
def test_double_entries_are_named_by_content_and_not_by_place(names: list[str]) -> None:
    found = distinct_entries([entity("1", name) for name in names])
    assert {each.names[0].value: each.entry for each in found}.keys() == {"A", "B", "C"}
    expected = {"A": "1", "B": "1~2", "C": "1~3"}
    assert {each.names[0].value: each.entry for each in found} == expected


def test_single_entries_stay() -> None:
    one = (entity("1", "A"), entity("2", "B"))
    assert distinct_entries(one) == one
