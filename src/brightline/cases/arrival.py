"""A message that came in, before anything is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message that came in. `by`: the id of the person or key; `key`: the Idempotency-Key of the call.

    `as_of_given`: the caller named the moment; else it is that of the arrival, and no part of what the call asked.
    `key_digest`: of the key of API it came with; looked at once more as the message is stored.
    """

    body: bytes
    content_type: str
    as_of: datetime
    as_of_given: bool
    by: str
    key: str | None = None
    key_digest: str | None = None

    def digest(self) -> str:
        """What must be equal where a key is used again."""
        asked = self.as_of.isoformat() if self.as_of_given else ""
        return sha256(asked.encode() + b"\n" + self.body).hexdigest()
