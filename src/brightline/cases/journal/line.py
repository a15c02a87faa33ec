"""A line of the journal: what is hashed into the tree, and the salted digest of what it speaks of."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from brightline.cases.journal.hashing import leaf_hash

SALT_BYTES = 16
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `number` counts from 1; `digest`: sha256 over a salt and the content, which stand elsewhere."""

    number: int
    at: str
    kind: str
    subject: str
    digest: bytes

    def leaf(self) -> bytes:
        """The hash of this line in the tree: over its fields as canonical JSON."""
        return leaf_hash(canonical([self.number, self.at, self.kind, self.subject, self.digest.hex()]))


def canonical(said: Mapping[str, object] | Sequence[object]) -> bytes:
    """One text for one content: keys sorted, no blanks, UTF-8."""
    return _ENCODER.encode(said).encode("utf-8", "surrogatepass")


def salted_digest(salt: bytes, content: bytes) -> bytes:
    """What a line holds of a content: nobody without the salt can guess at the content from it."""
    return sha256(salt + content).digest()
