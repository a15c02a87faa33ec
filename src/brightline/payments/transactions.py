"""A message → its transactions, each with the stretches of the message that speak of it.

What a group, an instruction or a statement says is gathered once and shared by all the transactions within it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from brightline.payments.gathered import Gathered
from brightline.payments.tree import Node
from brightline.payments.walker import gather


@dataclass(frozen=True, slots=True)
class Transaction:
    """One transaction: its elements from the inside out, and what they say from the outside in."""

    nodes: tuple[Node, ...]
    parts: tuple[Gathered, ...]


def transactions(root: Node, levels: tuple[str, ...]) -> Iterator[Transaction]:
    """Every transaction in message order; `levels` are the names of the elements from the outside in."""
    yield from _within(root, levels, (), ())


def _within(
    node: Node, levels: tuple[str, ...], nodes: tuple[Node, ...], parts: tuple[Gathered, ...]
) -> Iterator[Transaction]:
    inner = node.all(levels[0])
    if not inner:
        return
    nodes = (node, *nodes)
    parts = (*parts, gather(node, leaving=levels[0]))
    for child in inner:
        if len(levels) > 1:
            yield from _within(child, levels[1:], nodes, parts)
        elif child.name == "Ntry":
            yield from _entry(child, nodes, parts)
        else:
            yield Transaction((child, *nodes), (*parts, gather(child)))


def _entry(entry: Node, nodes: tuple[Node, ...], parts: tuple[Gathered, ...]) -> Iterator[Transaction]:
    """The transactions of a statement entry; an entry without any is itself one."""
    detailed = [details for details in entry.all("NtryDtls") if details.all("TxDtls")]
    if not detailed:
        yield Transaction((entry, *nodes), (*parts, gather(entry)))
        return
    shared = (*parts, gather(entry, leaving="NtryDtls"))
    for details in entry.all("NtryDtls"):
        if details not in detailed:
            shared = (*shared, gather(details))
    for details in detailed:
        batch = (*shared, gather(details, leaving="TxDtls"))
        for single in details.all("TxDtls"):
            yield Transaction((single, entry, *nodes), (*batch, gather(single)))
