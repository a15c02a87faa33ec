"""Countries in the cells of lists: several in one, in sentences of nationality, at the end of an address."""

from __future__ import annotations

import re
from functools import lru_cache

from brightline.text.countries import country_code

_NUMBERED = re.compile(r"\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)(?:\s*(?:-|to)\s*\(\d{1,2}\))?", re.IGNORECASE)
_BETWEEN = re.compile(r"[;/,\n]|\band/or\b|\band\b|\bor\b", re.IGNORECASE)
_AROUND = re.compile(r"^(?:of )?(?:the )?|\s*(?:nationality|national|citizen(?:ship)?|passport)$", re.IGNORECASE)


@lru_cache(maxsize=8192)
def nation(written: str) -> str | None:
    """The ISO alpha-2 code of a country name, code or adjective of nationality; None where it is none."""
    text = " ".join(written.split()).strip(" .,;:'\"()[]")
    if not text:
        return None
    return country_code(text) or _without_words(text)


def _without_words(text: str) -> str | None:
    bare = _AROUND.sub("", re.sub(r"\s*\([^()]*\)", "", text)).strip()
    return country_code(bare) if bare and bare != text else None


def nations(written: str) -> tuple[str, ...]:
    """Every country a cell names: `Russian, Swiss`, `(1) Tunisian (2) Moroccan`, `Latvia and Israel`."""
    whole = nation(written)
    if whole:
        return (whole,)
    parts = [part for numbered in _NUMBERED.split(written) for part in _outside_brackets(numbered)]
    return tuple(dict.fromkeys(code for part in parts if (code := nation(part))))


def _outside_brackets(text: str) -> list[str]:
    bare = re.sub(r"\([^()]*\)", " ", text)
    return _BETWEEN.split(bare)


@lru_cache(maxsize=16384)
def address_nation(address: str) -> str | None:
    """The country that closes an address: the last part between commas that is one, notes in brackets aside."""
    parts = re.split(r"[,;\n]", re.sub(r"\([^()]*\)", " ", address))
    for part in reversed(parts[-3:]):
        text = part.strip(" .")
        if len(text) > 3 and (code := nation(text)):
            return code
    return None
