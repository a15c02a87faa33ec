"""Below the command line nothing reads a clock, opens a socket, draws lots, asks the environment or writes a file."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

import pytest

ABOVE = ("cli/", "doors/", "cases/", "api/", "desk/")  # the only layers that may

HIDDEN_MODULES = frozenset(
    [
        "time",
        "socket",
        "ssl",
        "random",
        "secrets",
        "uuid",
        "http",
        "urllib.request",
        "requests",
        "aiohttp",
        "subprocess",
        "ftplib",
        "smtplib",
        "getpass",
        "platform",
        "tempfile",
        "shutil",
        "glob",
        "locale",
    ]
)
CLOCK_CALLS = frozenset({"now", "today", "utcnow", "fromtimestamp", "localtime", "perf_counter", "monotonic"})
ENVIRONMENT = frozenset({"environ", "getenv", "environb", "getcwd", "expanduser", "home", "cwd"})
WRITING_METHODS = frozenset(
    [
        "write_text",
        "write_bytes",
        "mkdir",
        "makedirs",
        "unlink",
        "rmdir",
        "rename",
        "replace_file",
        "touch",
        "symlink_to",
        "hardlink_to",
        "chmod",
        "remove",
        "removedirs",
        "truncate",
        "write_table",
        "write_feather",
        "OSFile",
        "memory_map_create",
        "create_memory_map",
    ]
)
WRITING_IN_OS = frozenset(
    {"rename", "replace", "remove", "unlink", "mkdir", "makedirs", "open", "rmdir", "link", "symlink"}
)
BUILT_IN_SALT = frozenset({"hash", "id"})  # differ from run to run or from process to process

# Exceptions, each with its reason. A line here is a decision; keep it short.
ALLOWED: Mapping[tuple[str, str], str] = {}


def _below(modules: Mapping[str, ast.Module]) -> Iterator[tuple[str, ast.AST]]:
    for name, tree in modules.items():
        if not name.startswith(ABOVE):
            for node in ast.walk(tree):
                yield name, node


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _calls(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Owner (when plain) and name of a call or an attribute."""
    if isinstance(node, ast.Attribute):
        owner = node.value.id if isinstance(node.value, ast.Name) else ""
        yield owner, node.attr


def _refused(found: set[tuple[str, str]]) -> list[str]:
    return sorted(f"{where}: {what}" for where, what in found if (where, what) not in ALLOWED)


def test_no_module_below_the_command_line_imports_a_hidden_input(modules: Mapping[str, ast.Module]) -> None:
    found = {
        (where, f"import {name}")
        for where, node in _below(modules)
        for name in _imported(node)
        if any(name == hidden or name.startswith(hidden + ".") for hidden in HIDDEN_MODULES)
    }
    assert _refused(found) == []


def test_nothing_below_the_command_line_asks_the_clock(modules: Mapping[str, ast.Module]) -> None:
    found = {
        (where, f"{owner}.{name}")
        for where, node in _below(modules)
        for owner, name in _calls(node)
        if name in CLOCK_CALLS and owner in {"datetime", "date", "dt", "time", "pd", "pyarrow"}
    }
    assert _refused(found) == []


def test_nothing_below_the_command_line_looks_at_the_environment(modules: Mapping[str, ast.Module]) -> None:
    found = {
        (where, f"{owner}.{name}")
        for where, node in _below(modules)
        for owner, name in _calls(node)
        if name in ENVIRONMENT and owner in {"os", "Path"}
    }
    assert _refused(found) == []


def _writes(node: ast.AST) -> Iterator[str]:
    for owner, name in _calls(node):
        if name in WRITING_METHODS or (owner == "os" and name in WRITING_IN_OS):
            yield f"{owner}.{name}" if owner else name
    if isinstance(node, ast.Call) and _is_open(node.func):
        yield from (f"open(…, {mode!r})" for mode in _modes(node) if set(mode) & set("wax+"))


def _is_open(function: ast.expr) -> bool:
    if isinstance(function, ast.Name):
        return function.id == "open"
    return isinstance(function, ast.Attribute) and function.attr == "open"


FILE_FIRST = frozenset({"gzip", "bz2", "lzma", "io", "codecs", "zipfile"})  # modules whose `open` takes the file first


def _modes(call: ast.Call) -> Iterator[str]:
    """The mode of an `open`, where it is written out."""
    function = call.func
    owner = function.value.id if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) else ""
    place = 1 if isinstance(function, ast.Name) or owner in FILE_FIRST else 0
    for value in [*call.args[place : place + 1], *(one.value for one in call.keywords if one.arg == "mode")]:
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.value


def test_nothing_below_the_command_line_writes_a_file(modules: Mapping[str, ast.Module]) -> None:
    found = {(where, what) for where, node in _below(modules) for what in _writes(node)}
    assert _refused(found) == []


def test_nothing_below_the_command_line_uses_a_salted_hash(modules: Mapping[str, ast.Module]) -> None:
    """`hash` of a text differs from process to process, `id` from run to run: neither may decide anything."""
    found = {
        (where, f"{node.func.id}()")
        for where, node in _below(modules)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in BUILT_IN_SALT
    }
    assert _refused(found) == []


ORDERING = frozenset({"list", "tuple", "enumerate", "iter", "next"})


def _unordered(node: ast.AST) -> bool:
    """A set made on the spot: a literal, a comprehension, or a call of `set` or `frozenset`."""
    if isinstance(node, ast.Set | ast.SetComp):
        return True
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"set", "frozenset"}


def _ordered_from_a_set(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or not node.args or not _unordered(node.args[0]):
        return False
    function = node.func
    if isinstance(function, ast.Name):
        return function.id in ORDERING
    return isinstance(function, ast.Attribute) and function.attr == "join"


def test_no_order_is_taken_from_a_set(modules: Mapping[str, ast.Module]) -> None:
    found = {(where, f"line {node.lineno}") for where, node in _below(modules) if _ordered_from_a_set(node)}
    assert _refused(found) == []


def test_the_exceptions_are_still_needed(modules: Mapping[str, ast.Module]) -> None:
    """An exception whose reason is gone goes too."""
    gone = sorted(where for where, _ in ALLOWED if where not in modules)
    assert gone == []
    assert all(reason for reason in ALLOWED.values())


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("open('x', 'w')", ["open(…, 'w')"]),
        ("path.open(mode='ab')", ["open(…, 'ab')"]),
        ("open('x')", []),
        ("gzip.open('x', 'rb')", []),
        ("path.write_bytes(b'')", ["path.write_bytes"]),
        ("os.replace(a, b)", ["os.replace"]),
        ("text.replace('a', 'b')", []),
    ],
)
def test_the_eye_for_writing_sees_it(source: str, expected: list[str]) -> None:
    """The test above would be worth nothing if it could not see."""
    assert [what for node in ast.walk(ast.parse(source)) for what in _writes(node)] == expected
