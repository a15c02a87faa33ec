"""Frozen lists: the same bytes whatever the order, decoded entry by entry. Names are invented."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import process_time

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.errors import CallError
from brightline.lists.edition import FrozenList, digest_of, entry_order, freeze
from brightline.lists.gather import ReadResult
from brightline.lists.payload import canonical
from brightline.terms import Link, ListedEntity, ListedIdentifier, ListedName, ListVersion

VERSION = ListVersion("us-ofac-sdn", "2024-07-02", "file-name", "", 0, "us", "OFAC", skipped=("row 3: no name",))

TEXTS = st.text(max_size=12)
ENTITIES = st.builds(
    ListedEntity,
    list=st.just("us-ofac-sdn"),
    entry=st.text(alphabet="0123456789a-", min_size=1, max_size=6),
    schema=st.sampled_from(["Person", "Company", "Vessel"]),
    names=st.lists(
        st.builds(ListedName, TEXTS, st.sampled_from(["primary", "alias", "weak", "original"])), max_size=4
    ).map(tuple),
    programs=st.lists(TEXTS, max_size=3).map(tuple),
    secondary=st.lists(st.sampled_from(["s11", "iran"]), max_size=2).map(tuple),
    identifiers=st.lists(
        st.builds(ListedIdentifier, st.sampled_from(["INN", "TAX"]), TEXTS, st.none() | st.just("RU")), max_size=3
    ).map(tuple),
    birth_dates=st.lists(TEXTS, max_size=2).map(tuple),
    addresses=st.lists(TEXTS, max_size=3).map(tuple),
    links=st.lists(st.builds(Link, TEXTS, TEXTS, st.none() | TEXTS), max_size=2).map(tuple),
    listed_on=st.none() | st.just("2024-05-01"),
    remarks=st.lists(TEXTS, max_size=2).map(tuple),
    kept=st.lists(st.tuples(TEXTS, TEXTS), max_size=3).map(tuple),
)
LISTS = st.lists(ENTITIES, max_size=8, unique_by=lambda entity: entity.entry)


def entity(entry: str, name: str = "PRIMER", **more: object) -> ListedEntity:
    return ListedEntity("us-ofac-sdn", entry, "Company", (ListedName(name, "primary"),), **more)  # type: ignore[arg-type]


@given(LISTS, st.randoms(use_true_random=False))
def test_order_changes_neither_bytes_nor_digest(entities: list[ListedEntity], chance: random.Random) -> None:
    shuffled = []
    for one in chance.sample(entities, len(entities)):
        names, kept = list(one.names), list(one.kept)
        chance.shuffle(names)
        chance.shuffle(kept)
        shuffled.append(replace(one, names=tuple(names), kept=tuple(kept), addresses=one.addresses[::-1]))
    assert freeze(VERSION, shuffled) == freeze(VERSION, entities)
    assert digest_of(shuffled) == digest_of(entities)


@given(LISTS)
def test_every_entity_comes_back(entities: list[ListedEntity]) -> None:
    frozen = FrozenList.from_bytes(freeze(VERSION, entities))
    assert len(frozen) == len(entities)
    for one in entities:
        place = frozen.find_entry(one.entry)
        assert place is not None
        assert frozen[place] == canonical(one)
    assert frozen.version == replace(VERSION, digest=digest_of(entities), entries=len(entities))


def test_any_change_changes_the_digest() -> None:
    one = entity("1")
    changed = [
        replace(one, secondary=("s11",)),
        replace(one, remarks=("x",)),
        replace(one, entry="2"),
        replace(one, names=(ListedName("PRIMER", "alias"),)),
    ]
    assert len({digest_of([each]) for each in (one, *changed)}) == len(changed) + 1


def test_entries_stand_in_the_order_of_their_numbers() -> None:
    frozen = FrozenList.from_bytes(freeze(VERSION, [entity(each) for each in ("100", "b", "20", "3", "a")]))
    assert [one.entry for one in frozen] == ["3", "20", "100", "a", "b"]
    assert frozen.entries() == ("3", "20", "100", "a", "b")
    assert entry_order("²")[0] == 1  # a superscript is a digit to Python and no number
    assert entry_order("9" * 5000)[0] == 1
    assert (frozen[-1].entry, [one.entry for one in frozen[1:3]]) == ("b", ["20", "100"])
    with pytest.raises(IndexError):
        frozen[5]


def test_looking_up() -> None:
    frozen = FrozenList.from_bytes(freeze(VERSION, [entity("1"), entity("2")]))
    assert frozen.find_entry("2") == 1
    assert frozen.find_entry("3") is None
    assert frozen[0] is frozen[0]


def test_a_double_entry_is_a_slip_of_ours() -> None:
    with pytest.raises(ValueError, match="two entries '1'"):
        freeze(VERSION, [entity("1"), entity("1", "OTHER")])


def test_a_file_that_is_none_of_ours_is_refused(tmp_path: Path) -> None:
    whole = freeze(VERSION, [entity("1")])
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, pa.schema([("x", pa.int8())])):
        pass
    for name, data in (
        ("empty", b""),
        ("text", b"hello"),
        ("cut", whole[: len(whole) // 2]),
        ("other", sink.getvalue()),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(CallError, match="a frozen list"):
            FrozenList.open(path)
    with pytest.raises(CallError):
        FrozenList.open(tmp_path / "absent")
    with pytest.raises(CallError):
        FrozenList.from_bytes(b"hello")


def test_the_whole_sdn_list_opens_at_once(snapshot: Callable[..., ReadResult], tmp_path: Path) -> None:
    found = snapshot("ofac/sdn_2024-07-02.csv.gz")
    assert found.version is not None
    path = tmp_path / "sdn.arrow"
    path.write_bytes(freeze(found.version, found.entities))
    began = process_time()
    frozen = FrozenList.open(path)
    place = frozen.find_entry("49711")
    took = process_time() - began
    assert frozen.version == found.version
    assert place == len(frozen) - 1 == 15442
    assert took < 1, f"opening took {took:.2f} s"
