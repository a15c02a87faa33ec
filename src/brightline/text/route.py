"""A way as people write it in one cell: `CN;KZ;RU`, `CN > RU`, `CN-RU`."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"\s*(?:[;|,>→–—/]|-+>?)\s*")


def stations(written: str) -> tuple[str, ...]:
    """The stations of a way in their order, as written."""
    return tuple(part for part in _BETWEEN.split(written.strip()) if part)
