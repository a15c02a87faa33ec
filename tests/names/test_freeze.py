"""Listed names as one block of bytes: what goes in comes out, and anything else is refused."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.errors import SourceError
from brightline.names import block as block_module
from brightline.names.block import pack, unpack
from brightline.names.bounds import asked_hashes, whole_hashes
from brightline.names.freeze import build, identifier_hashes
from brightline.names.read import read_name
from brightline.names.weights import weights
from brightline.terms import ListedEntity, ListedIdentifier, ListedName
from brightline.text.block import hash64

ENTITY = ListedEntity(
    "test", "1", "Company", (ListedName("OOO KVARTSOVIK", "primary"), ListedName("КВАРЦОВИК", "original")),
    identifiers=(ListedIdentifier("INN", "7707083893"), ListedIdentifier("IBAN", "DE89370400440532013000")),
)  # fmt: skip
NUMBERS = st.lists(st.integers(-(2**31), 2**31 - 1), max_size=40)


@given(st.dictionaries(st.text("abc_", min_size=1, max_size=5), NUMBERS, max_size=5), st.integers(0, 10**6))
def test_arrays_come_out_as_they_went_in(said: dict[str, list[int]], count: int) -> None:
    arrays = {name: np.array(values, dtype=np.int32) for name, values in said.items()}
    found, entities = unpack(memoryview(pack(arrays, count)))
    assert entities == count
    assert {name: array.tolist() for name, array in found.items()} == said


def test_every_array_begins_at_a_multiple_of_64() -> None:
    block = build((ENTITY,))
    length = int.from_bytes(block[8:16], "little")
    header = json.loads(block[16 : 16 + length])
    assert (16 + length) % 64 == 0
    assert all(at % 64 == 0 for _, at, _ in header["arrays"].values())


def test_a_block_cut_short_is_refused() -> None:
    block = build((ENTITY,))
    with pytest.raises(SourceError, match="cut short"):
        unpack(memoryview(block[:-1]))


def test_a_block_made_with_other_weights_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    block = build((ENTITY,))
    other = replace(weights(), version=weights().version + 1)
    monkeypatch.setattr(block_module, "weights", lambda: other)
    with pytest.raises(SourceError, match=f"expected weights {other.version}, found weights {weights().version}"):
        unpack(memoryview(block))


def test_what_is_no_block_of_ours_is_refused() -> None:
    with pytest.raises(SourceError, match="an index of names"):
        unpack(memoryview(b"PK\x03\x04" + bytes(100)))


def test_names_and_comparable_numbers_are_held() -> None:
    arrays, entities = unpack(memoryview(build((ENTITY, ENTITY))))
    assert entities == 2
    assert arrays["name_text"].tobytes().decode() == "OOO KVARTSOVIKКВАРЦОВИК" * 2
    assert arrays["name_entity"].tolist() == [0, 0, 1, 1]
    assert (
        arrays["identifier_hash"].tolist() == identifier_hashes("INN", "7707083893") * 2
    )  # an account is not compared


def test_equal_names_share_their_hashes() -> None:
    (first,), (second,) = (read_name(name)[:1] for name in ("OOO «Kvartsovik»", "Kvartsovik LLC"))
    assert whole_hashes(first) == whole_hashes(second)
    assert set(whole_hashes(first)) <= set(asked_hashes(second))


def test_tax_numbers_by_another_name_share_their_hash() -> None:
    assert identifier_hashes("INN", "77 0708 3893") == identifier_hashes("TAX", "7707083893")
    assert set(identifier_hashes("BIC", "SVMKRUMM")) & set(identifier_hashes("BIC", "SVMKCNSH"))
    assert not set(identifier_hashes("BIC", "SVMKRUMM")) & set(identifier_hashes("BIC", "ZRCHRUMM"))


def test_the_hash_of_a_text_is_the_same_on_every_machine() -> None:
    assert hash64("kvartsovik") == 5803141476109923030
    assert 0 <= hash64("\ud800") < 2**64
    assert hash64("a") != hash64("b")
