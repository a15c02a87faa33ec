"""Every error says where, what was found, what was expected; and survives the trip back from a worker."""

from __future__ import annotations

import ast
import importlib
import pickle
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import brightline
from brightline.errors import BrightlineError

THREE_PARTS = 3


def _family(kind: type[BrightlineError]) -> Iterator[type[BrightlineError]]:
    for child in kind.__subclasses__():
        yield child
        yield from _family(child)


def _all_errors() -> list[type[BrightlineError]]:
    """Every class of the family, wherever it is written: modules that define a class named so are imported first."""
    top = Path(brightline.__path__[0])
    for path in sorted(top.rglob("*.py")):
        if re.search(
            r"^class \w+\(.*(Error|Edition|Recognised|List|Message)\)", path.read_text(encoding="utf-8"), re.M
        ):
            importlib.import_module(".".join(path.relative_to(top.parent).with_suffix("").parts))
    return sorted(
        {kind for kind in _family(BrightlineError) if not kind.__name__.startswith("_")}, key=lambda k: k.__name__
    )


ERRORS = _all_errors()


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_it_survives_pickling_and_tells_all_parts(kind: type[BrightlineError]) -> None:
    told = kind("row 7", "a comma", "a date like 2024-05-31", "Mend the row.")
    back = pickle.loads(pickle.dumps(told))
    assert type(back) is kind
    assert str(back) == str(told)
    assert (back.where, back.found, back.expected, back.advice) == (told.where, told.found, told.expected, told.advice)
    assert all(part in str(told) for part in ("row 7", "a comma", "a date like 2024-05-31", "Mend the row."))


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_its_exit_status_is_one_of_the_contract(kind: type[BrightlineError]) -> None:
    assert kind.exit_status in {1, 2, 3}


def test_the_drawn_tree_names_every_error() -> None:
    errors = importlib.import_module("brightline.errors")
    here = [kind.__name__ for kind in ERRORS if kind.__module__ == "brightline.errors"]
    assert [name for name in here if name not in (errors.__doc__ or "")] == []
    assert len(here) >= 7


def test_every_raise_names_place_finding_and_expectation(modules: Mapping[str, ast.Module]) -> None:
    names = {kind.__name__ for kind in ERRORS}
    short = [
        f"{where}: line {node.lineno}"
        for where, tree in modules.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
        if len(node.args) + len(node.keywords) < THREE_PARTS and not any(isinstance(a, ast.Starred) for a in node.args)
    ]
    assert short == []


def test_no_message_part_is_an_empty_text(modules: Mapping[str, ast.Module]) -> None:
    names = {kind.__name__ for kind in ERRORS}
    empty = [
        f"{where}: line {node.lineno}"
        for where, tree in modules.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
        if any(isinstance(one, ast.Constant) and one.value == "" for one in node.args[:THREE_PARTS])
    ]
    assert empty == []
