"""Digests that a server states of a file, checked: RFC 9530 (Repr-Digest, Content-Digest), RFC 3230, Content-MD5."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from brightline.errors import SourceError

_KNOWN = {"sha-256": "sha256", "sha-512": "sha512", "sha": "sha1", "md5": "md5"}
_ONE = re.compile(r"\s*([A-Za-z0-9-]+)=:?([A-Za-z0-9+/=]+?):?\s*")


def check_digests(
    headers: Mapping[str, str], path: Path, where: str, *, whole: bool, forget: Callable[[], None]
) -> None:
    """See that a file has every digest stated of it. Raises SourceError, after `forget`, where one differs.

    `whole`: the answer held the whole file; else what is stated of the answer alone says nothing of the file.
    """
    for name, stated in _stated(headers, whole=whole):
        with path.open("rb") as file:
            found = hashlib.file_digest(file, _KNOWN[name]).digest()
        if found != stated:
            forget()
            told = f"another {name} digest than the server states of it"
            raise SourceError(where, told, "the file as published", "The list in the home stays; call again later.")


def _stated(headers: Mapping[str, str], *, whole: bool) -> Iterator[tuple[str, bytes]]:
    names = ("repr-digest", "digest", *(("content-digest", "content-md5") if whole else ()))
    for name in names:
        said = headers.get(name, "")
        for one in [f"md5={said}"] if name == "content-md5" and said else said.split(","):
            match = _ONE.fullmatch(one)
            if match and match[1].lower() in _KNOWN:
                yield match[1].lower(), _bytes(match[2])


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return b""
