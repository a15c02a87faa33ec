"""The digest of the deciding code, its tables, and the versions of the libraries that take part in deciding."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

DECIDING = ("text", "names", "goods", "payments", "law", "nexus", "screen", "terms", "beside", "ownership")
NAMING = ("text", "names")
STATING = ("text", "terms", "ownership")
LIBRARIES = ("lxml", "pycountry", "pypinyin", "python-stdnum", "rapidfuzz")


def engine_digest() -> str:
    """Sixteen hex digits that change when a line of deciding code, a table or a deciding library changes."""
    return _digest_of(DECIDING)


def names_digest() -> str:
    """The same over what reads and indexes names alone: an index made by other code is made anew."""
    return _digest_of(NAMING)


def stated_digest() -> str:
    """The same over what reads owners in a list's links and words: what other code read is read anew."""
    return _digest_of(STATING)


@cache
def _digest_of(places: tuple[str, ...]) -> str:
    told = hashlib.sha256()
    package = resources.files("brightline")
    for name in places:
        for path, content in _files(package.joinpath(name), name):
            told.update(f"{path}\0{len(content)}\0".encode())
            told.update(content)
    for library in LIBRARIES:
        told.update(f"{library}={metadata.version(library)}\n".encode())
    return told.hexdigest()[:16]


def _files(place: Traversable, path: str) -> list[tuple[str, bytes]]:
    """Every file of a folder with its path, in byte order of the path, caches left out."""
    if place.is_file():
        return [(path, place.read_bytes())]
    found: list[tuple[str, bytes]] = []
    for inner in place.iterdir():
        if inner.name != "__pycache__" and not _told_elsewhere(inner.name, path):
            found += _files(inner, f"{path}/{inner.name}")
    return sorted(found)


def _told_elsewhere(name: str, folder: str) -> bool:
    """Compiled caches, and the law's own text, which the law book's digest names."""
    return name.endswith((".pyc", ".nbi", ".nbc")) or (folder.startswith("law") and name.endswith(".yaml"))
