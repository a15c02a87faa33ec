"""Ids and secrets drawn by the machine, and the digests under which secrets are kept."""

from __future__ import annotations

import secrets
from hashlib import sha256


def new_id() -> str:
    """An id nobody can guess: 32 hex digits."""
    return secrets.token_hex(16)


def new_secret() -> str:
    """A secret of 256 bits that travels in a header or a cookie."""
    return secrets.token_urlsafe(32)


def kept(secret: str) -> str:
    """What is kept of a secret. Plain sha256 will do: 256 random bits are not guessed, however fast the hash."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
