"""Signing a notice as Standard Webhooks does, so that any library that checks such signatures checks ours.

https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from brightline.errors import CallError

PREFIX = "whsec_"
_FEWEST, _MOST = 24, 64  # bytes


def read_secret(path: Path, where: str) -> bytes:
    """The secret on the first line of a file. Raises CallError, which says nothing of what stands there."""
    expected = f"{PREFIX} and {_FEWEST} to {_MOST} bytes in base64"
    try:
        said = path.read_text(encoding="ascii").strip()
    except OSError as broken:
        raise CallError(where, f"{path}: {broken.strerror}", "a file with the secret") from None
    except UnicodeDecodeError:
        raise CallError(where, f"{path}: other text", expected) from None
    try:
        secret = base64.b64decode(said.removeprefix(PREFIX), validate=True)
    except binascii.Error:
        secret = b""
    if not said.startswith(PREFIX) or not _FEWEST <= len(secret) <= _MOST:
        raise CallError(where, f"{path}: other text", expected, "`brightline doors secret` makes one.")
    return secret


def signed_headers(secret: bytes, name: str, seconds: int, body: bytes) -> Mapping[str, str]:
    """The id, the second it is sent at, and HMAC-SHA256 over `id.seconds.body`."""
    mac = hmac.new(secret, f"{name}.{seconds}.".encode() + body, sha256).digest()
    return {
        "webhook-id": name,
        "webhook-timestamp": str(seconds),
        "webhook-signature": f"v1,{base64.b64encode(mac).decode()}",
    }
