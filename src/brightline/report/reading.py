"""Taking values out of a decision's JSON for show: missing is empty, long is cut and says so, unprintable is made seen.

A decision may carry anything a stranger wrote into a payment. Escaping is the templates' business; here every value is
bounded, and signs that steer or hide text (direction marks, control characters, lone surrogates) become visible ones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

Json = Mapping[str, object]

NAME, LINE, PASSAGE = 240, 400, 1400  # characters shown of a name, a short line, a passage of text
FEW, SOME, MANY = 12, 40, 60  # items shown of a list

# Direction marks and overrides, zero-width signs, line separators, control characters, lone surrogates.
_STEERING = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


def shown(value: object, limit: int = LINE) -> str:
    """The value as bounded text: cut at `limit` characters with its true length told, steering signs as `‹U+202E›`."""
    if value is None:
        return ""
    text = value if isinstance(value, str) else str(value)
    cut = text[:limit]
    told = f"… (cut here, {len(text):,} characters in all)" if len(text) > limit else ""
    return _STEERING.sub(lambda sign: f"‹U+{ord(sign[0]):04X}›", cut) + told


def word(content: Json, key: str, limit: int = LINE) -> str:
    """The value under a key as bounded text; empty where there is none."""
    return shown(content.get(key), limit)


def part(content: Json, key: str) -> Json:
    """The object under a key; an empty one where there is none."""
    value = content.get(key)
    return value if isinstance(value, Mapping) else {}


def parts(content: Json, key: str) -> tuple[Json, ...]:
    """The objects in the list under a key, all of them."""
    return tuple(one for one in _sequence(content.get(key)) if isinstance(one, Mapping))


def words(content: Json, key: str, limit: int = LINE, most: int = FEW) -> tuple[str, ...]:
    """The values in the list under a key as bounded texts, `most` of them; one more line tells how many are left."""
    values = _sequence(content.get(key))
    left = len(values) - most
    more = (f"… and {left:,} more",) if left > 0 else ()
    return (*(shown(value, limit) for value in values[:most]), *more)


def whole(content: Json, key: str) -> int:
    """The integer under a key; nought where there is none."""
    value = content.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def length(content: Json, key: str) -> int:
    """How many items the list under a key has."""
    return len(_sequence(content.get(key)))


def _sequence(value: object) -> Sequence[object]:
    return value if isinstance(value, Sequence) and not isinstance(value, str | bytes) else ()
