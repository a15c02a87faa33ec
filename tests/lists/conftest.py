"""The dated lists, each read once for all tests."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

from brightline.lists.gather import ReadResult, gather
from brightline.lists.source import SourceFile

Snapshot = Callable[..., ReadResult]


@pytest.fixture(scope="session")
def snapshot(shared_data: Path) -> Snapshot:
    """Reads files of the shared data, by their path there, as one list; the second time from memory."""

    @lru_cache(maxsize=8)
    def read(*names: str) -> ReadResult:
        (found,) = gather([SourceFile(name, (shared_data / name).read_bytes()) for name in names])
        return found

    return read
