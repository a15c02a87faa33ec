"""Codes of HS 2017 beside those of HS 2022. A message seldom says which edition it means, so both are tried."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

import yaml

from brightline.goods.codes import is_heading


@lru_cache(maxsize=1)
def _table() -> Mapping[str, tuple[str, ...]]:
    rows = yaml.safe_load(files("brightline.goods").joinpath("concord.yaml").read_text(encoding="utf-8"))
    return {row["hs2017"]: tuple(row["hs2022"]) for row in rows}


def current_codes(hs6: str, edition: str | None) -> tuple[str, ...]:
    """The HS 2022 codes a six-digit code may stand for: itself, or the successors of one that ended with HS 2017."""
    if edition == "2022":
        return (hs6,)
    return _table().get(hs6, (hs6,))


def listed_as(code: str, edition: str | None, held: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """How a code stands to a list: `listed`, `undecided` or `unlisted`, and the codes of the list it may mean.

    `undecided`: a heading that holds a listed code, or an HS 2017 code only some of whose successors are listed.
    """
    if is_heading(code):
        inside = tuple(sorted(known for known in held if known.startswith(code)))
        return ("undecided" if inside else "unlisted"), inside
    codes = (code,) if code in held else current_codes(code, edition)
    inside = tuple(known for known in codes if known in held)
    if not inside:
        return "unlisted", ()
    return ("listed" if len(inside) == len(codes) else "undecided"), inside
