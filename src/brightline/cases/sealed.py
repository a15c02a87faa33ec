"""Personal data under a key of its own for every decision and message: destroy the key and nobody reads it again.

AES-256-GCM (NIST SP 800-38D) with a random nonce; the subject is bound to it, so that one row's data does not open in
the place of another's. Texts are compressed before they are sealed.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection, bindparam, select

from brightline.cases.rows_in import add_rows
from brightline.cases.tables.keys import case_keys

KEY_BYTES, NONCE_BYTES = 32, 12
_KEY = select(case_keys.c.key).where(case_keys.c.subject == bindparam("named"))


def seal(conn: Connection, subject: str, data: bytes) -> bytes:
    """`data` sealed under the subject's key, which is made where there is none."""
    key = key_of(conn, subject)
    return seal_with(key or new_keys(conn, [subject])[subject], subject, data)


def new_keys(conn: Connection, subjects: Sequence[str]) -> dict[str, bytes]:
    """Keys for subjects that have none yet, all in one go."""
    keys = {subject: os.urandom(KEY_BYTES) for subject in subjects}
    add_rows(conn, case_keys, [{"subject": subject, "key": key} for subject, key in keys.items()])
    return keys


def seal_with(key: bytes, subject: str, data: bytes) -> bytes:
    """`data` sealed under a key at hand."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, zlib.compress(data, 1), subject.encode())


def open_sealed(conn: Connection, subject: str, sealed: bytes | None) -> bytes | None:
    """What was sealed, or None where it was erased. Raises ValueError where the bytes are not what was sealed."""
    key = key_of(conn, subject)
    return None if key is None or sealed is None else open_with(key, subject, sealed)


def open_with(key: bytes, subject: str, sealed: bytes) -> bytes:
    """What was sealed under a key at hand. Raises ValueError where the bytes are not what was sealed."""
    try:
        return zlib.decompress(AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], subject.encode()))
    except (InvalidTag, zlib.error, ValueError) as broken:
        raise ValueError(f"the sealed data of {subject} does not open: it was changed") from broken


def key_of(conn: Connection, subject: str) -> bytes | None:
    """The key of a subject; None where there is none, or it was destroyed."""
    return conn.scalar(_KEY, {"named": subject})
