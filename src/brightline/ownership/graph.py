"""A register of owners, open for questions: owners by number, name or id, and the stakes in each."""

from __future__ import annotations

import mmap
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from brightline.errors import SourceError
from brightline.ownership.freeze import MAGIC, NODE_KINDS, WHAT, build, name_text, number_text, plain_number
from brightline.terms import ListedIdentifier, OwnershipEdge, OwnershipNode, Portion
from brightline.terms.owned import STAKES
from brightline.text.block import hash64, unpack_arrays
from brightline.text.fold import fold


class OwnerGraph:
    """The owners and stakes of one register, mapped into memory; each is decoded when asked for."""

    def __init__(self, block: memoryview) -> None:
        self.arrays = unpack_arrays(MAGIC, block, WHAT)
        self.nodes = len(self.arrays["node_id"])
        self.edges = len(self.arrays["edge_owner"])

    @classmethod
    def open(cls, path: Path) -> OwnerGraph:
        """Map a frozen register into memory. Raises SourceError where the file is none of ours."""
        try:
            with path.open("rb") as file:
                return cls(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)))
        except (OSError, ValueError) as broken:
            raise SourceError(str(path), str(broken), f"an {WHAT}", "Import the register again.") from None

    @classmethod
    def of(cls, nodes: Sequence[OwnershipNode], edges: Sequence[OwnershipEdge]) -> OwnerGraph:
        """The graph of owners and stakes. Raises SourceError as `freeze.build` does."""
        return cls(memoryview(build(nodes, edges)))

    def numbered(self, scheme: str, value: str) -> tuple[int, ...]:
        """The places of owners that bear an identifier."""
        wanted = (scheme, plain_number(value))
        return tuple(at for at in self._keyed(number_text(scheme, value)) if wanted in self._numbers(at))

    def _numbers(self, at: int) -> set[tuple[str, str]]:
        return {(one.scheme, plain_number(one.value)) for one in self.node(at).identifiers}

    def named(self, name: str) -> tuple[int, ...]:
        """The places of owners whose name is equal but for case, accents and punctuation."""
        wanted = fold(name)
        return tuple(at for at in self._keyed(name_text(name)) if wanted and fold(self.name(at)) == wanted)

    def place(self, node: str) -> int | None:
        """The place of an owner by its id in the register; None where there is none. Owners stand by their ids."""
        at = self.place_before(node)
        return at if at < self.nodes and self._text("node_id", at) == node else None

    def place_before(self, node: str) -> int:
        """How many owners stand before an id."""
        return bisect_left(range(self.nodes), node, key=lambda place: self._text("node_id", place))

    def stakes_of(self, node: str) -> int:
        """How many stakes there are in the company of an id."""
        at, start = self.place(node), self.arrays["above_start"]
        return int(start[at + 1]) - int(start[at]) if at is not None else 0

    def _keyed(self, text: str) -> tuple[int, ...]:
        hashes, key = self.arrays["key_hash"], hash64(text)
        first = last = int(np.searchsorted(hashes, np.uint64(key)))
        while last < len(hashes) and int(hashes[last]) == key:
            last += 1
        return tuple(dict.fromkeys(self.arrays["key_node"][first:last].tolist()))

    def name(self, at: int) -> str:
        """The name of the owner at a place, as printed."""
        return self._text("node_name", at)

    def node(self, at: int) -> OwnershipNode:
        """The owner at a place."""
        arrays = self.arrays
        numbers = range(int(arrays["number_start"][at]), int(arrays["number_start"][at + 1]))
        return OwnershipNode(
            self._text("node_id", at),
            self._text("node_name", at),
            NODE_KINDS[arrays["node_kind"][at]],
            self._text("node_country", at) or None,
            tuple(self._number(number) for number in numbers),
            self._text("node_birth", at) or None,
        )

    def _number(self, at: int) -> ListedIdentifier:
        scheme, value, country = (self._text(f"number_{part}", at) for part in ("scheme", "value", "country"))
        return ListedIdentifier(scheme, value, country or None)

    def stakes_in(self, at: int) -> Iterator[tuple[int, OwnershipEdge]]:
        """The stakes in the company at a place, each with the place of its owner, in the order of the register."""
        start = self.arrays["above_start"]
        for edge in range(int(start[at]), int(start[at + 1])):
            owner = int(self.arrays["edge_owner"][edge])
            yield owner, self._edge(edge, owner, at)

    def all_edges(self) -> Iterator[OwnershipEdge]:
        """Every stake, by company."""
        for at in range(self.nodes):
            yield from (edge for _, edge in self.stakes_in(at))

    def _edge(self, edge: int, owner: int, owned: int) -> OwnershipEdge:
        arrays = self.arrays
        least, opened = int(arrays["edge_least"][edge]), int(arrays["edge_open"][edge])
        portion = Portion(least, int(arrays["edge_greatest"][edge]), bool(opened & 1), bool(opened & 2))
        return OwnershipEdge(
            self._text("node_id", owner), self._text("node_id", owned), portion if least >= 0 else None,
            STAKES[arrays["edge_kind"][edge]], _day(int(arrays["edge_start"][edge])),
            _day(int(arrays["edge_end"][edge])), self._text("edge_source", edge), self._text("edge_printed", edge),
        )  # fmt: skip

    def _text(self, column: str, at: int) -> str:
        number, start = int(self.arrays[column][at]), self.arrays["text_start"]
        return bytes(self.arrays["text"][start[number] : start[number + 1]]).decode("utf-8", "surrogatepass")


@lru_cache(maxsize=65536)
def _day(number: int) -> str | None:
    text = f"{number:08d}"
    return f"{text[:4]}-{text[4:6]}-{text[6:]}" if number else None
