"""Codes of HS 2017 beside those of HS 2022. A message seldom says which edition it means, so both are tried.

A number that lives on in HS 2022 with other contents is taken as HS 2022 unless the message names an older edition.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

import yaml

from brightline.goods.codes import is_heading

_OLDER = frozenset(("2002", "2007", "2012", "2017"))


@lru_cache(maxsize=1)
def _table() -> Mapping[str, tuple[str, ...]]:
    rows = yaml.safe_load(files("brightline.goods").joinpath("concord.yaml").read_text(encoding="utf-8"))
    return {row["hs2017"]: tuple(row["hs2022"]) for row in rows}


def current_codes(hs6: str, edition: str | None) -> tuple[str, ...]:
    """The HS 2022 codes a six-digit code may stand for: itself, or what became of one of HS 2017."""
    codes = _table().get(hs6, (hs6,))
    ended = hs6 not in codes
    return codes if edition in _OLDER or (edition != "2022" and ended) else (hs6,)


def listed_as(code: str, edition: str | None, held: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """How a code stands to a list: `listed`, `undecided` or `unlisted`, and the codes of the list it may mean.

    `undecided`: a heading that holds a listed code, or an HS 2017 code only some of whose successors are listed.
    """
    if is_heading(code):
        inside = tuple(sorted(known for known in held if known.startswith(code)))
        return ("undecided" if inside else "unlisted"), inside
    codes = current_codes(code, edition)
    inside = tuple(known for known in codes if known in held)
    if not inside:
        return "unlisted", ()
    return ("listed" if len(inside) == len(codes) else "undecided"), inside
