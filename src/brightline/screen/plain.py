"""Small helpers of texts made from a decision's JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

Json = Mapping[str, object]
SHORT = 160  # signs of a value on a line of its own


def maps(content: Json, key: str) -> Sequence[Json]:
    """The objects in a list of the decision; none where the list is missing or empty."""
    return cast("Sequence[Json]", content.get(key) or ())


def short(value: object, most: int = SHORT) -> str:
    """A value on one line, cut where it would not fit."""
    text = " ".join(str(value).split())
    return text if len(text) <= most else text[: most - 1] + "…"
