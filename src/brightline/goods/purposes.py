"""What purpose codes and currency-operation codes say of goods: none, into Russia, out of Russia."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from brightline.terms import Noted, SeenGoods


@dataclass(frozen=True, slots=True)
class _Table:
    purposes: Mapping[str, str]
    groups: Mapping[str, str]
    into_russia: frozenset[str]


@lru_cache(maxsize=1)
def _table() -> _Table:
    read = yaml.safe_load(files("brightline.goods").joinpath("purposes.yaml").read_text(encoding="utf-8"))
    return _Table(read["purpose"], read["currency-operation-groups"], frozenset(read["goods-into-russia"]))


def see_purposes(codes: Sequence[Noted]) -> tuple[SeenGoods, ...]:
    """The purpose codes that say "no goods", as lines read `service`, in message order."""
    return tuple(line for code in codes if (line := _purpose(code)) is not None)


def brings_goods_into_russia(codes: Sequence[Noted]) -> bool:
    """Whether a currency-operation code says that goods come into Russia or are sold inside it."""
    return any(code.kind == "currency-operation" and code.value in _table().into_russia for code in codes)


def _purpose(code: Noted) -> SeenGoods | None:
    if code.kind == "currency-operation":
        told, words = _table().groups.get(code.value[:2]), f"{{VO{code.value}}}"
    elif "purpose" in code.kind:
        told, words = _table().purposes.get(code.value.upper()), code.value.upper()
    else:
        return None
    if told is None:
        return None
    return SeenGoods(
        code.path, None, None, "words", words=f"{words} ({told})", reading="service", note="a purpose code"
    )
