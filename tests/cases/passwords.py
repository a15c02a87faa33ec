"""Passwords hashed at next to no cost while the tests run; what ships is held to its cost by a test of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher

from brightline.cases import people, sessions

SHIPPED, NOBODY = people.HASHER, sessions._NOBODY


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Hashing as it is everywhere, but for its cost: a fifth of a second each."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(people, "HASHER", quick)
        patch.setattr(sessions, "HASHER", quick)
        patch.setattr(sessions, "_NOBODY", quick.hash("nobody has this password"))
        yield
