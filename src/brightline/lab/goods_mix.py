"""The goods of the corridor by kind and weight, from one table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

KINDS = ("civil", "near", "priority", "vague")


class GoodsLine(NamedTuple):
    """Goods of the mix. `hs`: six digits, HS 2022; empty for words that name nothing."""

    kind: str
    weight: float
    hs: str
    words: str


@lru_cache(maxsize=1)
def shipped_goods() -> tuple[GoodsLine, ...]:
    """The goods that ship, in the order of the table."""
    text = resources.files("brightline.lab").joinpath("goods.tsv").read_text(encoding="utf-8")
    rows = [row.split("\t") for row in text.splitlines() if row and not row.startswith("#")]
    return tuple(GoodsLine(kind, float(weight), "" if hs == "-" else hs, words) for kind, weight, hs, words in rows)


def by_kind(goods: Sequence[GoodsLine]) -> dict[str, tuple[GoodsLine, ...]]:
    """The goods of each kind, in their order."""
    return {kind: tuple(one for one in goods if one.kind == kind) for kind in KINDS}
