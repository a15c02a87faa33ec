"""What the house tests look at: the source as trees, the files git would keep, the pages."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "brightline"


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def modules() -> Mapping[str, ast.Module]:
    """Every module of the package, by its path below src/brightline, as a syntax tree."""
    found = sorted(SOURCE.rglob("*.py"))
    return {str(path.relative_to(SOURCE)): ast.parse(path.read_text(encoding="utf-8"), str(path)) for path in found}


@pytest.fixture(scope="session")
def kept_files() -> tuple[Path, ...]:
    """Every file that git keeps or would keep; a copy without git is skipped, since nothing can be told there."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: which files are kept cannot be told")
    call = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(call, capture_output=True, check=True, text=True).stdout
    return tuple(path for name in listed.split("\0") if name and (path := ROOT / name).is_file())
