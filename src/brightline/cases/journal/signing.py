"""The key that signs checkpoints: a file in the home that only its owner may read, made at first use."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from brightline.cases.journal.checkpoint import Checkpoint, signed_text
from brightline.errors import CallError

FILE, PUBLIC_FILE = "journal.key", "journal.pub"


@dataclass(frozen=True, slots=True)
class Signer:
    """Signs checkpoints. `public`: the 32 bytes an examiner checks with."""

    private: Ed25519PrivateKey
    public: bytes

    def sign(self, origin: str, size: int, root: bytes, at: str) -> Checkpoint:
        """A signed checkpoint."""
        return Checkpoint(origin, size, root, at, self.public, self.private.sign(signed_text(origin, size, root, at)))


def signer_from(seed: bytes) -> Signer:
    """A signer from the 32 bytes of its private key."""
    private = Ed25519PrivateKey.from_private_bytes(seed)
    return Signer(private, private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))


def open_signer(folder: Path) -> Signer:
    """The signer of a home; its key file is made at first use, mode 600, the public half beside it in hex.

    Raises CallError where the file is no key.
    """
    path = folder / FILE
    if not path.exists():
        _make(path)
    try:
        signer = signer_from(bytes.fromhex(path.read_text(encoding="ascii").strip()))
    except ValueError:
        advice = "Put the key back from a backup; a new one cannot vouch for lines the old one signed."
        raise CallError(str(path), "no key", "64 hex digits", advice) from None
    public = folder / PUBLIC_FILE
    if not public.exists():
        public.write_text(signer.public.hex() + "\n", encoding="ascii")
    return signer


def _make(path: Path) -> None:
    """Whole or not at all, and never over a key that is there: two processes starting together get the same one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # mode 600
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(os.urandom(32).hex() + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(aside, path)
    except FileExistsError:
        return
    finally:
        os.unlink(aside)


def read_public_key(path: Path) -> bytes:
    """A public key file: 64 hex digits. Raises CallError where it is none."""
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError) as broken:
        raise CallError(str(path), str(broken), "a file with 64 hex digits") from None
    if len(key) != 32:
        raise CallError(str(path), f"{len(key)} bytes", "a public key of 32 bytes in hex")
    return key
