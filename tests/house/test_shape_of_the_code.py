"""Files, docstrings, names and catches as agreed."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

LONGEST_FILE = 350
LONGER: Mapping[str, str] = {}
VAGUE = {"utils.py", "util.py", "helpers.py", "helper.py", "common.py", "misc.py", "base.py", "core.py"}

# Where everything is caught on purpose, and why.
BROAD_CATCHES: Mapping[str, str] = {
    "cli/service/watching.py": "a fault at one look must not end all further ones",
    "cli/main.py": "the last door: a sentence instead of a traceback",
    "batch/rescreen.py": "one row must not cost the book its others: it is named and counted as ours",
    "doors/taking.py": "a message that breaks us is set aside and named; the rest go on",
    "screen/lines.py": "a payment must never be lost to a fault of ours: it goes to a person",
    "payments/read.py": "a message that breaks our reader is an unreadable line, never the end of a run",
    "cases/keeping.py": "whoever waits for an answer must hear of any fault",
    "cases/workers.py": "whoever waits for an answer must hear of any fault",
    "api/guard.py": "the last door: a problem instead of a broken connection",
    "nexus/ask.py": "a rule that breaks is an unknown with its error, never a gap",
}

Documented = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def _public(body: list[ast.stmt], prefix: str = "") -> Iterator[tuple[str, Documented]]:
    """Public functions and classes of a module, and public methods of public classes."""
    for node in body:
        if isinstance(node, Documented) and not node.name.startswith("_"):
            yield prefix + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from _public(node.body, f"{node.name}.")


def test_no_file_is_too_long(root: Path) -> None:
    source = root / "src" / "brightline"
    counts = {str(path.relative_to(source)): _lines(path) for path in sorted(source.rglob("*.py"))}
    assert {name: count for name, count in counts.items() if count > LONGEST_FILE and name not in LONGER} == {}
    assert all(counts[name] > LONGEST_FILE for name in LONGER), "an exception that is no longer needed"


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_file_has_a_vague_name(modules: Mapping[str, ast.Module]) -> None:
    assert [name for name in modules if Path(name).name in VAGUE] == []


def test_every_module_says_what_it_is_for(modules: Mapping[str, ast.Module]) -> None:
    assert [name for name, tree in modules.items() if tree.body and not ast.get_docstring(tree)] == []


def test_every_public_thing_says_what_it_promises(modules: Mapping[str, ast.Module]) -> None:
    silent = [
        f"{name}: {public}"
        for name, tree in modules.items()
        for public, node in _public(tree.body)
        if not ast.get_docstring(node)
    ]
    assert silent == []


def _broad(node: ast.AST) -> bool:
    if not isinstance(node, ast.ExceptHandler):
        return False
    kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    return any(kind is None or (isinstance(kind, ast.Name) and kind.id == "Exception") for kind in kinds)


def test_everything_is_caught_only_where_named(modules: Mapping[str, ast.Module]) -> None:
    found = {name for name, tree in modules.items() if any(_broad(node) for node in ast.walk(tree))}
    assert sorted(found - set(BROAD_CATCHES)) == []


def test_base_exceptions_are_caught_only_to_clean_up(modules: Mapping[str, ast.Module]) -> None:
    """A handler of BaseException must raise again, or ctrl-C would be swallowed."""
    swallowed = [
        f"{name}: line {node.lineno}"
        for name, tree in modules.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and isinstance(node.type, ast.Name)
        and node.type.id == "BaseException"
        and not any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
    ]
    assert swallowed == []


def test_no_exception_is_passed_over_in_silence(modules: Mapping[str, ast.Module]) -> None:
    """An empty `except` in this product is a payment nobody looked at."""
    silent = [
        f"{name}: line {node.lineno}"
        for name, tree in modules.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and all(isinstance(one, ast.Pass) for one in node.body)
    ]
    assert silent == []


def test_no_assert_carries_logic(modules: Mapping[str, ast.Module]) -> None:
    """Asserts vanish under -O; at most they tell the type checker what holds, one a file."""
    many = {name: count for name, tree in modules.items() if (count := _asserts(tree)) > 2}
    assert many == {}


def _asserts(tree: ast.Module) -> int:
    return sum(isinstance(node, ast.Assert) for node in ast.walk(tree))
