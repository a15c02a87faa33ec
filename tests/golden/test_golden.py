"""Whole decisions, explained: what a reviewer would read of every sample, kept so that a change is seen in review."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
KEPT = sorted(HERE.glob("*.txt"))


@pytest.fixture(scope="module")
def made() -> Mapping[str, str]:
    """What the samples are explained as now."""
    spec = importlib.util.spec_from_file_location("tools_golden", HERE.parents[1] / "tools" / "golden.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Mapping[str, str] = module.golden()
    return found


def test_every_sample_is_kept(made: Mapping[str, str]) -> None:
    assert sorted(made) == [path.name for path in KEPT]
    assert len(made) >= 20


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_a_sample_is_decided_and_explained_as_before(path: Path, made: Mapping[str, str]) -> None:
    """If this differs on purpose: read the difference, then run tools/golden.py."""
    assert made.get(path.name, "").splitlines() == path.read_text(encoding="utf-8").splitlines()
