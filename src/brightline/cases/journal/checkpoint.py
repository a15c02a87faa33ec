"""A checkpoint: size and root of the log at a moment, signed with Ed25519 (RFC 8032), checked with the public key."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The log of `origin` had `size` lines under `root` at `at`; so says the holder of the private half of `key`."""

    origin: str
    size: int
    root: bytes
    at: str
    key: bytes
    signature: bytes

    def signed_text(self) -> bytes:
        """The bytes that are signed: five lines of text."""
        return signed_text(self.origin, self.size, self.root, self.at)

    def holds(self) -> bool:
        """Whether the signature is that of `key` over this text."""
        try:
            Ed25519PublicKey.from_public_bytes(self.key).verify(self.signature, self.signed_text())
        except (InvalidSignature, ValueError):
            return False
        return True


def signed_text(origin: str, size: int, root: bytes, at: str) -> bytes:
    """What a signer signs: a name for the form, the log, its size, its root in base64, the moment."""
    return "\n".join(["brightline-journal-1", origin, str(size), b64encode(root).decode(), at, ""]).encode()


def checkpoint_json(one: Checkpoint) -> dict[str, object]:
    """A checkpoint for the wire: hashes, key and signature in hex."""
    hexed = {"root": one.root.hex(), "key": one.key.hex(), "signature": one.signature.hex()}
    return {"origin": one.origin, "size": one.size, "at": one.at, **hexed}


def checkpoint_from(said: Mapping[str, object]) -> Checkpoint:
    """A checkpoint back from the wire. Raises KeyError, TypeError or ValueError where it is none."""
    root, key, signature = (bytes.fromhex(str(said[name])) for name in ("root", "key", "signature"))
    return Checkpoint(str(said["origin"]), int(str(said["size"])), root, str(said["at"]), key, signature)
