"""A register of owners as flat arrays in one block of bytes that can be mapped into memory.

The same owners and stakes give the same bytes, in whatever order they were read. What an array holds:

| arrays | hold |
| --- | --- |
| `text`, `text_start` | every distinct text once; others hold its number, 0 being the empty text |
| `node_*` | for each owner its id, name, kind, country, birth; by id |
| `number_*` | identifiers, those of one owner side by side from `number_start` |
| `edge_*` | stakes by the company they are in, from `above_start`; shares in hundredths of a percent, -1 unstated |
| `key_*` | owners by the hash of an identifier or a folded name |
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import count, pairwise
from operator import attrgetter, itemgetter

import numpy as np

from brightline.errors import SourceError
from brightline.ownership.above import day_number
from brightline.terms import OwnershipEdge, OwnershipNode, Portion
from brightline.terms.owned import STAKES
from brightline.text.block import Array, hashes64, pack_arrays
from brightline.text.fold import fold

MAGIC = b"BLOWNER1"
WHAT = "index of owners"
NODE_KINDS = ("unknown", "company", "person", "state", "arrangement")
_STAKE = {kind: place for place, kind in enumerate(STAKES)}
_NAME = attrgetter("name")
_UNSTATED = Portion(-1, -1)
_NODE = {kind: place for place, kind in enumerate(NODE_KINDS)}


def number_text(scheme: str, value: str) -> str:
    """What equal identifiers of one scheme share, however they are spaced."""
    return f"N {scheme} {plain_number(value)}"


def plain_number(value: str) -> str:
    """An identifier as compared: its letters and digits, upper case."""
    return value.upper() if value.isalnum() else "".join([sign for sign in value.upper() if sign.isalnum()])


def name_text(name: str) -> str:
    """What equal names share, whatever their case, accents and punctuation."""
    return f"F {fold(name)}"


class _Texts:
    """Distinct texts while they are being gathered; None is the empty text. By maps, for there are millions."""

    def __init__(self) -> None:
        self._number: defaultdict[str | None, int] = defaultdict(count(1).__next__)
        self._number[""] = self._number[None] = 0

    def all(self, texts: Iterable[str | None]) -> Array:
        """The number of each text."""
        return np.fromiter(map(self._number.__getitem__, texts), np.int32)

    def arrays(self) -> dict[str, Array]:
        """The texts end to end, and where each begins."""
        encoded = [one.encode("utf-8", "surrogatepass") for one in self._number if one is not None]
        start = np.zeros(len(encoded) + 1, np.int64)
        np.cumsum([len(one) for one in encoded], out=start[1:])
        return {"text": np.frombuffer(b"".join(encoded), np.uint8), "text_start": start}


def build(nodes: Sequence[OwnershipNode], edges: Sequence[OwnershipEdge]) -> bytes:
    """The register as one block. Raises SourceError for an id that stands twice, or a stake of an owner without one."""
    ordered = sorted(nodes, key=lambda node: node.id)
    place = {node.id: at for at, node in enumerate(ordered)}
    if len(place) < len(ordered):
        twice = next(left.id for left, right in pairwise(ordered) if left.id == right.id)
        raise SourceError("owners", f"the id {twice!r} twice", "an id for each owner of its own")
    texts = _Texts()
    arrays = _node_arrays(ordered, texts) | _edge_arrays(edges, place, texts) | _key_arrays(ordered)
    return pack_arrays(MAGIC, arrays | texts.arrays(), {"nodes": len(ordered), "edges": len(edges)})


def _node_arrays(nodes: Sequence[OwnershipNode], texts: _Texts) -> dict[str, Array]:
    start = np.zeros(len(nodes) + 1, np.int32)
    np.cumsum([len(node.identifiers) for node in nodes], out=start[1:])
    numbers = [one for node in nodes for one in node.identifiers]
    return {
        "node_id": texts.all(map(attrgetter("id"), nodes)),
        "node_name": texts.all(map(_NAME, nodes)),
        "node_birth": texts.all(map(attrgetter("birth_date"), nodes)),
        "node_country": texts.all(map(attrgetter("country"), nodes)),
        "node_kind": np.fromiter((_NODE[node.kind] for node in nodes), np.uint8),
        "number_start": start,
        "number_scheme": texts.all(one.scheme for one in numbers),
        "number_value": texts.all(one.value for one in numbers),
        "number_country": texts.all(one.country for one in numbers),
    }


def _edge_arrays(edges: Sequence[OwnershipEdge], place: dict[str, int], texts: _Texts) -> dict[str, Array]:
    """The stakes, ordered by what tells them apart: company, owner, kind, days, share, source."""
    try:
        owned = np.fromiter(map(place.__getitem__, map(itemgetter(1), edges)), np.int32)
        owner = np.fromiter(map(place.__getitem__, map(itemgetter(0), edges)), np.int32)
    except KeyError as unknown:
        raise SourceError("owners", f"a stake of {unknown}", "an owner that the register names") from None
    portions = [one.portion or _UNSTATED for one in edges]
    columns: dict[str, Array] = {
        "edge_owner": owner,
        "edge_kind": np.fromiter(map(_STAKE.__getitem__, map(itemgetter(3), edges)), np.uint8),
        "edge_start": _days([one.start for one in edges]),
        "edge_end": _days([one.end for one in edges]),
        "edge_least": np.fromiter(map(itemgetter(0), portions), np.int32),
        "edge_greatest": np.fromiter(map(itemgetter(1), portions), np.int32),
        "edge_open": np.fromiter((one[2] + 2 * one[3] for one in portions), np.uint8),
    }
    words = {"edge_source": [one.source for one in edges], "edge_printed": [one.printed for one in edges]}
    keys: list[Array] = [owned, *columns.values(), *(_ranks(said) for said in words.values())]
    order = np.lexsort(keys[::-1])
    placed: dict[str, Array] = {name: column[order] for name, column in columns.items()}
    for name, said in words.items():
        placed[name] = texts.all(map(said.__getitem__, order.tolist()))
    placed["above_start"] = np.searchsorted(owned[order], np.arange(len(place) + 1)).astype(np.int32)
    return placed


def _ranks(words: Sequence[str]) -> Array:
    """The place of each word among the distinct ones in order."""
    rank = {word: at for at, word in enumerate(sorted(set(words)))}
    return np.fromiter(map(rank.__getitem__, words), np.int32)


def _days(days: Sequence[str | None]) -> Array:
    known = {day: day_number(day) for day in set(days)}
    return np.fromiter(map(known.__getitem__, days), np.int32)


def _key_arrays(nodes: Sequence[OwnershipNode]) -> dict[str, Array]:
    numbered = [(number_text(one.scheme, one.value), at) for at, node in enumerate(nodes) for one in node.identifiers]
    hashes = hashes64([*map(name_text, map(_NAME, nodes)), *map(itemgetter(0), numbered)])
    owners = np.array([*range(len(nodes)), *map(itemgetter(1), numbered)], np.int32)
    order = np.lexsort((owners, hashes))
    return {"key_hash": hashes[order], "key_node": owners[order]}
