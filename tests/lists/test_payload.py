"""Entries as bytes and back."""

from __future__ import annotations

from brightline.lists.payload import canonical, pack, unpack
from brightline.terms import Link, ListedEntity, ListedIdentifier, ListedName

ENTITY = ListedEntity(
    "us-ofac-sdn",
    "1",
    "Person",
    (ListedName("Б", "original"), ListedName("Z", "alias"), ListedName("OBRAZTSOV, Ivan", "primary")),
    programs=("B", "A"),
    identifiers=(ListedIdentifier("TAX", "2"), ListedIdentifier("INN", "1", "RU")),
    links=(Link("owner", "X", None),),
    listed_on="2024-05-01",
    remarks=("second", "first"),
    kept=(("b", "2"), ("a", "1")),
)


def test_there_and_back() -> None:
    assert unpack(pack(ENTITY)) == ENTITY


def test_what_is_empty_takes_no_room() -> None:
    bare = ListedEntity("x", "1", "Person", ())
    assert pack(bare) == b'{"list":"x","entry":"1","schema":"Person"}'
    assert unpack(pack(bare)) == bare


def test_the_canonical_form_puts_the_primary_name_first_and_keeps_remarks_as_they_are() -> None:
    found = canonical(ENTITY)
    assert [name.value for name in found.names] == ["OBRAZTSOV, Ivan", "Б", "Z"]
    assert (found.programs, found.remarks) == (("A", "B"), ("second", "first"))
    assert found.identifiers[0].scheme == "INN"
    assert found.kept == (("a", "1"), ("b", "2"))
    assert canonical(found) == found


def test_a_lone_surrogate_survives() -> None:
    odd = ListedEntity("x", "1", "Person", (ListedName("\ud800", "primary"),))
    assert unpack(pack(odd)) == odd
