"""A list, frozen: one Arrow file with a row an entry, mapped into memory and decoded entry by entry when asked for.

The same entries give the same bytes and the same digest in whatever order files and rows were read: values are sorted
within an entry (the primary name first), entries by their number or name. Titles and remarks keep their order.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields, replace
from itertools import pairwise
from pathlib import Path
from typing import overload

import pyarrow as pa

from brightline.errors import CallError
from brightline.lists.payload import canonical, pack, unpack
from brightline.terms import ListedEntity, ListVersion

_FORMAT = b"brightline.list/1"
_SCHEMA = pa.schema(
    [
        pa.field("entry", pa.string()),
        pa.field("schema", pa.string()),
        pa.field("name", pa.string()),
        pa.field("payload", pa.large_binary()),
    ]
)


def entry_order(entry: str) -> tuple[int, int, str]:
    """Numbers by value and before names, names by their characters."""
    return (0, int(entry), entry) if entry.isascii() and entry.isdigit() and len(entry) < 19 else (1, 0, entry)


def in_order(entities: Sequence[ListedEntity]) -> list[ListedEntity]:
    """The entities in canonical form and order."""
    ordered = [canonical(entity) for entity in entities]
    ordered.sort(key=lambda entity: (entry_order(entity.entry), entity.list))
    return ordered


def digest_of(entities: Sequence[ListedEntity]) -> str:
    """The sha256 over the entities, whatever order they and their values come in."""
    return _digest([pack(entity) for entity in in_order(entities)])


def _digest(payloads: Sequence[bytes]) -> str:
    whole = hashlib.sha256()
    for payload in payloads:
        whole.update(len(payload).to_bytes(8, "big"))
        whole.update(payload)
    return whole.hexdigest()


def freeze(version: ListVersion, entities: Sequence[ListedEntity]) -> bytes:
    """The bytes of the frozen list, its digest and number of entries filled in.

    Raises ValueError for an entry id that occurs twice.
    """
    ordered = in_order(entities)
    for left, right in pairwise(ordered):
        if left.entry == right.entry:
            raise ValueError(f"two entries {left.entry!r} in {version.list}")
    payloads = [pack(entity) for entity in ordered]
    stated = replace(version, digest=_digest(payloads), entries=len(ordered))
    columns = [
        [entity.entry for entity in ordered],
        [entity.schema for entity in ordered],
        [entity.names[0].value if entity.names else "" for entity in ordered],
        payloads,
    ]
    metadata = {b"format": _FORMAT, b"version": json.dumps(asdict(stated), ensure_ascii=False, sort_keys=True).encode()}
    schema = _SCHEMA.with_metadata(metadata)
    batch = pa.record_batch(
        [pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)], schema
    )
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, schema) as writer:
        writer.write_batch(batch)
    return bytes(sink.getvalue())


class FrozenList(Sequence[ListedEntity]):
    """A frozen list: a sequence of entities, each decoded when first asked for and then kept."""

    def __init__(self, table: pa.Table, version: ListVersion) -> None:
        self.version = version
        self._table = table
        self._payloads = table.column("payload")
        self._decoded: dict[int, ListedEntity] = {}
        self._entries: dict[str, int] | None = None

    @classmethod
    def open(cls, path: Path) -> FrozenList:
        """Map a frozen list into memory. Raises CallError where the file is none of ours."""
        try:
            return cls._read(pa.memory_map(str(path), "r"), str(path))
        except OSError as broken:
            raise CallError(str(path), str(broken), "a frozen list", "Import the list again.") from None

    @classmethod
    def from_bytes(cls, data: bytes) -> FrozenList:
        """A frozen list from its bytes. Raises CallError where they are none of ours."""
        return cls._read(pa.BufferReader(data), "bytes")

    @classmethod
    def _read(cls, source: pa.NativeFile, where: str) -> FrozenList:
        try:
            table = pa.ipc.open_file(source).read_all()
        except (pa.ArrowInvalid, OSError) as broken:
            raise CallError(where, str(broken), "a frozen list", "Import the list again.") from None
        metadata = table.schema.metadata or {}
        if metadata.get(b"format") != _FORMAT:
            raise CallError(where, "another kind of Arrow file", "a frozen list", "Import the list again.")
        return cls(table, _version(json.loads(metadata[b"version"])))

    def __len__(self) -> int:
        return int(self._table.num_rows)

    @overload
    def __getitem__(self, index: int) -> ListedEntity: ...

    @overload
    def __getitem__(self, index: slice) -> list[ListedEntity]: ...

    def __getitem__(self, index: int | slice) -> ListedEntity | list[ListedEntity]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError(index)
        found = self._decoded.get(place)
        if found is None:
            found = self._decoded[place] = unpack(self.payload(place))
        return found

    def __iter__(self) -> Iterator[ListedEntity]:
        return (self[place] for place in range(len(self)))

    def payload(self, place: int) -> bytes:
        """The stored bytes of an entry; equal bytes mean an equal entry."""
        stored: bytes = self._payloads[place].as_py()
        return stored

    def entries(self) -> tuple[str, ...]:
        """The publisher's ids of all entries, in their order here."""
        return tuple(self._places())

    def find_entry(self, entry: str) -> int | None:
        """The place of an entry by the publisher's own id, or None."""
        return self._places().get(entry)

    def _places(self) -> dict[str, int]:
        if self._entries is None:
            self._entries = {entry: place for place, entry in enumerate(self._table.column("entry").to_pylist())}
        return self._entries


def _version(stated: dict[str, object]) -> ListVersion:
    known = {each.name for each in fields(ListVersion)}
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in stated.items() if key in known}
    return ListVersion(**values)  # type: ignore[arg-type]
