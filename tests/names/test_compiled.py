"""Compiled functions give what they give uncompiled, also where nothing can be kept for the next process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numba
import pytest

from brightline.names.compiled import compiled


def _least(one: int, other: int) -> int:
    return min(one, other) * 3 // 2


def test_what_is_compiled_gives_what_it_gave() -> None:
    assert compiled(_least)(7, 5) == _least(7, 5) == 7


def test_without_a_place_to_keep_it_is_compiled_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    plain: Callable[..., Any] = numba.njit

    def refusing(*functions: object, cache: bool = False) -> Any:
        if cache:
            raise RuntimeError("cannot cache function: no locator available")
        return plain(*functions)

    monkeypatch.setattr(numba, "njit", refusing)
    assert compiled(_least)(7, 5) == 7
