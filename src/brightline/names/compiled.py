"""Loops over whole numbers, compiled by numba when first called."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba

F = TypeVar("F", bound=Callable[..., Any])


def compiled(function: F) -> F:
    """The same function, compiled. What is compiled is kept for the next process, if there is a place to write it."""
    try:
        return cast(F, numba.njit(cache=True)(function))
    except RuntimeError:  # numba's word for: neither the program's folder nor the user's cache can be written
        return cast(F, numba.njit(function))
