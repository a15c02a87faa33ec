"""The schemas of FollowTheMoney that a client may name, how they descend from each other, and what they hold."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

import yaml

_READ: Mapping[str, Mapping[str, list[str]]] = yaml.safe_load(
    files("brightline.api.yente").joinpath("schemas.yaml").read_text(encoding="utf-8")
)
PARENTS: Mapping[str, tuple[str, ...]] = MappingProxyType({name: tuple(one["extends"]) for name, one in _READ.items()})


@lru_cache(maxsize=8192)
def is_a(schema: str, wanted: str) -> bool:
    """Whether a schema is another one or descends from it; an unknown schema is only itself."""
    return schema == wanted or any(is_a(parent, wanted) for parent in PARENTS.get(schema, ()))


def may_be_same(asked: str, listed: str) -> bool:
    """Whether something asked for under one schema may be an entry of another: one of them descends from the other."""
    return is_a(asked, listed) or is_a(listed, asked)


def holds_entities(schema: str, name: str) -> bool:
    """Whether a property of a schema, its own or inherited, holds other entities: `sanctions`, `ownershipOwner`."""
    return any(name in one["entities"] for other, one in _READ.items() if is_a(schema, other))
