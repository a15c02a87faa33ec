"""Listed names as flat arrays in one block of bytes that can be mapped into memory. Equal entities give equal bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from brightline.errors import SourceError
from brightline.names.bearer import comparable, plain_identifier, scheme_group
from brightline.names.near import hashes_left
from brightline.names.read import Name, read_name
from brightline.names.weights import weights
from brightline.names.words import Word
from brightline.terms import ListedEntity

Array = NDArray[Any]
_MAGIC = b"BLNAMES1"
_KINDS = ("primary", "alias", "weak", "former", "original")


def hash64(text: str) -> int:
    """A stable 64-bit hash of a text."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def whole_hashes(name: Name) -> tuple[int, int]:
    """What two names equal in all words, or in all letters, share."""
    return hash64("W " + " ".join(name.whole)), hash64("C " + name.compact)


def asked_hashes(name: Name) -> tuple[int, ...]:
    """The hashes under which names equal to this one are looked up: its own, and that without its places."""
    return (*whole_hashes(name), *([hash64("W " + " ".join(name.anywhere))] if name.anywhere else []))


def initial_bound(word: Word) -> int:
    """The most that a word gains by fitting an initial (or an initial by fitting a word), without the other's lack."""
    return weights().initial + min(word.lack, weights().initial_lack)


def identifier_hash(scheme: str, value: str) -> int:
    """What two equal identifiers share."""
    return hash64(f"{scheme_group(scheme)} {plain_identifier(scheme, value)}")


class _Gathering:
    """Rows while they are being gathered, as plain lists."""

    def __init__(self) -> None:
        self.texts: list[bytes] = []
        self.name_entity: list[int] = []
        self.name_kind: list[int] = []
        self.name_person: list[int] = []
        self.row_name: list[int] = []
        self.row_base: list[int] = []
        self.row_words: list[int] = []
        self.repeats: list[tuple[int, int]] = []
        self.words: dict[str, int] = {}
        self.word_list: list[Word] = []
        self.postings: list[list[int]] = []
        self.joins: list[tuple[int, int, int]] = []
        self.wholes: list[tuple[int, int]] = []
        self.identifiers: set[tuple[int, int]] = set()

    def add(self, position: int, entity: ListedEntity) -> None:
        """One entity with all its names and identifiers."""
        for listed in entity.names:
            self.texts.append(listed.value.encode("utf-8", "surrogatepass"))
            self.name_entity.append(position)
            self.name_kind.append(_KINDS.index(listed.kind) if listed.kind in _KINDS else 1)
            self.name_person.append(entity.schema == "Person")
            for name in read_name(listed.value, entity.schema == "Person"):
                self._add_row(name)
        for identifier in entity.identifiers:
            if comparable(identifier.scheme):
                self.identifiers.add((identifier_hash(identifier.scheme, identifier.value), position))

    def _add_row(self, name: Name) -> None:
        """One reading of the name added last."""
        row = len(self.row_name)
        self.row_name.append(len(self.texts) - 1)
        lack = min(weights().lack_cap_theirs, sum([word.lack for word in name.words]))
        self.row_base.append(-lack)
        self.row_words.append(len(name.words))
        places = sorted([self._word(word) for word in name.words])
        for place, at in enumerate(places):
            if place and places[place - 1] == at:
                self.repeats.append((at, row))
            else:
                self.postings[at].append(row)
        self.joins += [(hash64(join.word.sound), row, join.lack) for join in name.joins]
        self.wholes += [(value, row) for value in sorted(set(whole_hashes(name)))]

    def _word(self, word: Word) -> int:
        """The number of a word, by its plain letters."""
        at = self.words.setdefault(word.plain, len(self.word_list))
        if at == len(self.word_list):
            self.word_list.append(word)
            self.postings.append([])
        return at


def _sorted_pairs(keys: Array, values: Array) -> tuple[Array, Array]:
    """Keys in order, and the values beside them; equal pairs once."""
    order = np.lexsort((values, keys))
    keys, values = keys[order], values[order]
    fresh = np.ones(len(keys), dtype=bool)
    fresh[1:] = (keys[1:] != keys[:-1]) | (values[1:] != values[:-1])
    return keys[fresh], values[fresh]


def _pair_arrays(pairs: Iterable[tuple[int, int]]) -> tuple[Array, Array]:
    """Pairs as two arrays, sorted, each pair once."""
    listed = list(pairs)
    keys = np.array([key for key, _ in listed], dtype=np.uint64)
    return _sorted_pairs(keys, np.array([value for _, value in listed], dtype=np.int32))


def _near_arrays(words: Sequence[Word]) -> tuple[Array, Array]:
    """Checksums of the forms left of all words, sorted, and the words they are of."""
    hashes = [hashes_left(word.plain, word.sound) for word in words]
    keys = np.fromiter((value for found in hashes for value in found), dtype=np.uint32)
    return _sorted_pairs(keys, np.repeat(np.arange(len(words), dtype=np.int32), [len(found) for found in hashes]))


def _offsets(lengths: Iterable[int]) -> Array:
    """Where each of the parts begins, and where the last ends."""
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(np.fromiter(lengths, dtype=np.int64))])


def _arrays(rows: _Gathering) -> dict[str, Array]:
    """The gathered rows as arrays."""
    plain = [word.plain.encode("utf-8", "surrogatepass") for word in rows.word_list]
    groups = [(hash64(word.key), at) for at, word in enumerate(rows.word_list) if word.key != word.sound]
    joins = sorted(rows.joins)
    repeats = sorted(rows.repeats)
    named = {
        "name_text": np.frombuffer(b"".join(rows.texts), dtype=np.uint8),
        "name_start": _offsets(map(len, rows.texts)),
        "name_entity": np.array(rows.name_entity, dtype=np.int32),
        "name_kind": np.array(rows.name_kind, dtype=np.uint8),
        "name_person": np.array(rows.name_person, dtype=np.uint8),
        "row_name": np.array(rows.row_name, dtype=np.int32),
        "row_base": np.array(rows.row_base, dtype=np.int32),
        "row_words": np.array(rows.row_words, dtype=np.int32),
        "repeat_word": np.array([at for at, _ in repeats], dtype=np.int32),
        "repeat_row": np.array([row for _, row in repeats], dtype=np.int32),
        "word_text": np.frombuffer(b"".join(plain), dtype=np.uint8),
        "word_start": _offsets(map(len, plain)),
        "word_weight": np.array([word.weight for word in rows.word_list], dtype=np.int32),
        "word_lack": np.array([word.lack for word in rows.word_list], dtype=np.int32),
        "posting_start": _offsets(map(len, rows.postings)),
        "posting_row": np.array([row for rows_of in rows.postings for row in rows_of], dtype=np.int32),
        "join_hash": np.array([value for value, _, _ in joins], dtype=np.uint64),
        "join_row": np.array([row for _, row, _ in joins], dtype=np.int32),
        "join_lack": np.array([lack for _, _, lack in joins], dtype=np.int32),
    }
    words = [(hash64(word.sound), at) for at, word in enumerate(rows.word_list)]
    for label, pairs in (("word", words), ("group", groups), ("whole", rows.wholes), ("identifier", rows.identifiers)):
        named[f"{label}_hash"], named[f"{label}_at"] = _pair_arrays(pairs)
    named["near_hash"], named["near_at"] = _near_arrays(rows.word_list)
    return named


def pack(arrays: Mapping[str, Array], entities: int) -> bytes:
    """Arrays behind a header that says where each stands; each begins at a multiple of 64."""
    places: dict[str, list[object]] = {}
    body = bytearray()
    for name in sorted(arrays):
        body += b"\0" * (-len(body) % 64)
        places[name] = [arrays[name].dtype.str, len(body), int(arrays[name].size)]
        body += np.ascontiguousarray(arrays[name]).tobytes()
    header = {"arrays": places, "entities": entities, "weights": weights().version}
    head = json.dumps(header, sort_keys=True).encode()
    head += b" " * (-(len(head) + 16) % 64)
    return _MAGIC + len(head).to_bytes(8, "little") + head + bytes(body)


def unpack(block: memoryview) -> tuple[dict[str, Array], int]:
    """The arrays of a packed block, without copying, and the number of entities.

    Raises SourceError for anything but a whole block of ours made with the weights in use.
    """
    if bytes(block[:8]) != _MAGIC:
        raise SourceError(
            "name index", f"a file that begins with {bytes(block[:8])!r}", "an index of names", "Build it again."
        )
    length = int.from_bytes(block[8:16], "little")
    header = json.loads(bytes(block[16 : 16 + length]))
    if header["weights"] != weights().version:
        raise SourceError(
            "name index", f"weights {header['weights']}", f"weights {weights().version}", "Build it again."
        )
    start = 16 + length
    arrays = {}
    for name, (kind, at, size) in header["arrays"].items():
        if start + at + size * np.dtype(kind).itemsize > len(block):
            raise SourceError("name index", "a file cut short", "a whole index", "Build it again.")
        arrays[name] = np.frombuffer(block, dtype=np.dtype(kind), count=size, offset=start + at)
    return arrays, int(header["entities"])


def build(entities: Iterable[ListedEntity]) -> bytes:
    """The frozen index of these entities, in this order. Equal entities give equal bytes on every machine."""
    rows = _Gathering()
    count = 0
    for position, entity in enumerate(entities):
        rows.add(position, entity)
        count = position + 1
    return pack(_arrays(rows), count)
