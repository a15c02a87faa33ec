"""Imports point down."""

from __future__ import annotations

from pathlib import Path

import pytest
from importlinter.application import use_cases
from importlinter.cli import lint_imports

CONTRACT = "Imports point down"


def test_the_layer_contract_holds(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same check as `make check`, so that a layer cannot be crossed while the tests are green."""
    monkeypatch.chdir(root)
    assert lint_imports(config_filename=str(root / "pyproject.toml"), no_cache=True) == 0


def test_the_contract_is_exhaustive(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new folder must be given a place before it can land."""
    monkeypatch.chdir(root)
    options = use_cases.read_user_options(config_filename=str(root / "pyproject.toml"))
    contracts = {one["name"]: one for one in options.contracts_options}
    assert str(contracts[CONTRACT]["exhaustive"]).lower() == "true"
