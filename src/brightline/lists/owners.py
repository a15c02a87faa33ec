"""What a list says of owners, in the name of its version."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from brightline.terms import OwnershipEdge, OwnershipNode


def digest_with_owners(digest: str, nodes: Sequence[OwnershipNode], edges: Sequence[OwnershipEdge]) -> str:
    """The digest of a list's entries with its owners and stakes, whatever order they come in.

    That of a list without any stays what it is.
    """
    if not nodes and not edges:
        return digest
    whole = hashlib.sha256(digest.encode())
    for line in sorted([str(tuple(edge)) for edge in edges]) + sorted([repr(node) for node in nodes]):
        whole.update(line.encode("utf-8", "surrogatepass"))
        whole.update(b"\n")
    return whole.hexdigest()
