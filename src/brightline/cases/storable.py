"""Texts as both databases hold them."""

from __future__ import annotations


def storable(text: str) -> str:
    """The text without what a database refuses: NUL and lone surrogates become replacement signs."""
    return text.replace("\0", "�").encode("utf-8", "replace").decode("utf-8")


def storable_or_none(text: str | None) -> str | None:
    """As `storable`; nothing stays nothing."""
    return None if text is None else storable(text)
