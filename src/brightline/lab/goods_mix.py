"""The goods of the corridor by kind and weight, from one table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

KINDS = ("civil", "near", "priority", "vague")


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """Goods of the mix. `hs`: six digits, HS 2022; empty for words that name nothing."""

    kind: str
    weight: float
    hs: str
    words: str


@lru_cache(maxsize=1)
def goods_mix() -> dict[str, tuple[GoodsLine, ...]]:
    """The goods of each kind, in the order of the table."""
    text = resources.files("brightline.lab").joinpath("goods.tsv").read_text(encoding="utf-8")
    rows = [row.split("\t") for row in text.splitlines() if row and not row.startswith("#")]
    lines = [GoodsLine(kind, float(weight), "" if hs == "-" else hs, words) for kind, weight, hs, words in rows]
    return {kind: tuple(one for one in lines if one.kind == kind) for kind in KINDS}
