"""Names in capital Latin letters, as the character set of MT messages asks."""

from __future__ import annotations

from functools import lru_cache

from brightline.text.fold import fold
from brightline.text.translit import latin


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """A name as MT can carry it: itself where its letters are, else transliterated in capitals."""
    return name if name.isascii() else " ".join(latin(word) for word in fold(name).split()).upper()
