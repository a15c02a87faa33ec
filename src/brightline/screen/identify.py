"""Identifiers as people write them on a command line or in a table: SCHEME:VALUE."""

from __future__ import annotations

from brightline.terms import Identifier


def known_identifier(written: str) -> Identifier:
    """`INN:7707083893` as an identifier. Raises ValueError if it is not of that shape."""
    scheme, colon, value = written.partition(":")
    if not colon or not scheme.strip() or not value.strip():
        raise ValueError(written)
    return Identifier(scheme.strip().upper(), "".join(value.split()).upper())
