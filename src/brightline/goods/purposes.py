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
    personal: Mapping[str, str]
    groups: Mapping[str, str]
    into_russia: frozenset[str]


@lru_cache(maxsize=1)
def _table() -> _Table:
    read = yaml.safe_load(files("brightline.goods").joinpath("purposes.yaml").read_text(encoding="utf-8"))
    return _Table(
        read["purpose"], read["personal"], read["currency-operation-groups"], frozenset(read["goods-into-russia"])
    )


def see_purposes(codes: Sequence[Noted], *, personal: bool = False) -> tuple[SeenGoods, ...]:
    """The purpose codes that say "no goods", as lines read `service`, in message order.

    `personal`: whether the payment is between natural persons, so that codes of personal payments count.
    """
    return tuple(line for code in codes if (line := _purpose(code, personal)) is not None)


def brings_goods_into_russia(codes: Sequence[Noted]) -> bool:
    """Whether a currency-operation code says that goods come into Russia or are sold inside it."""
    return any(code.kind == "currency-operation" and code.value in _table().into_russia for code in codes)


def _purpose(code: Noted, personal: bool) -> SeenGoods | None:
    if code.kind == "currency-operation":
        told, words = _table().groups.get(code.value[:2]), f"{{VO{code.value}}}"
    elif "purpose" in code.kind:
        words = code.value.upper()
        told = _table().purposes.get(words) or (_table().personal.get(words) if personal else None)
    else:
        return None
    if told is None:
        return None
    return SeenGoods(
        code.path, None, None, "words", words=f"{words} ({told})", reading="service", note="a purpose code"
    )
