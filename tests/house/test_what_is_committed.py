"""What git keeps: small, text, free of the machine it was written on, and no test is passed over in silence."""

from __future__ import annotations

import ast
import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

MOST_BYTES = 300_000
LARGE_OR_BINARY = {
    "bench/names/gold.csv": "the gold set of name pairs, one a line",
    "src/brightline/payments/telegraph_codes.txt": "the Chinese commercial code, one character a line",
}
# Written in pieces, so that this file does not name what it looks for.
MACHINE = [re.compile(re.escape(one) + r"(?=[\w/])") for one in ("/" + "work/", "/" + "root/", "/" + "home/")]
TEMPORARY = re.compile("(?<![\\w.])/" + "tmp/")
REGISTRIES = re.compile(
    "|".join(["index" + "-url", "py" + r"pi\.org", "python" + "hosted", "npm" + "js", "art" + "ifactory"])
)
TEXT = {
    ".py",
    ".md",
    ".yaml",
    ".yml",
    ".toml",
    ".lock",
    ".csv",
    ".tsv",
    ".json",
    ".html",
    ".css",
    ".js",
    ".xml",
    ".txt",
    ".fin",
    "",
}


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def test_no_file_names_the_machine_it_was_written_on(root: Path, kept_files: tuple[Path, ...]) -> None:
    found = []
    for path in kept_files:
        text = _text(path) if path.suffix in TEXT else None
        if text and any(pattern.search(text) for pattern in (*MACHINE, TEMPORARY)):
            found.append(str(path.relative_to(root)))
    assert found == []


def test_no_file_names_a_registry(root: Path, kept_files: tuple[Path, ...]) -> None:
    found = [str(path.relative_to(root)) for path in kept_files if REGISTRIES.search(_text(path) or "")]
    assert found == []


def test_the_locks_pin_everything_and_point_nowhere(root: Path) -> None:
    for lock in sorted((root / "requirements").glob("*.lock")):
        lines = [line for line in lock.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        assert lines
        wrong = [
            line for line in lines if not re.match(r"[A-Za-z0-9_.\[\]-]+==[^ ]+|\s+--hash=|-r [a-z]+\.lock$", line)
        ]
        assert wrong == [], lock.name


def test_every_dependency_is_locked(root: Path) -> None:
    stated = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for extra, lock in ((stated["dependencies"], "run.lock"), (stated["optional-dependencies"]["dev"], "dev.lock")):
        text = "\n".join((root / "requirements" / one).read_text(encoding="utf-8") for one in {"run.lock", lock})
        pinned = {name.lower().replace("_", "-") for name in re.findall(r"^([A-Za-z0-9_.-]+)==", text, re.M)}
        wanted = {re.split(r"[\[<>=~! ]", one)[0].lower().replace("_", "-") for one in extra}
        assert sorted(wanted - pinned) == [], lock


def test_every_locked_version_meets_what_is_asked(root: Path) -> None:
    """The lowest versions stated in pyproject.toml are not above the locked ones."""
    stated = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = (root / "requirements" / "run.lock").read_text(encoding="utf-8")
    pinned = {
        name.lower().replace("_", "-"): version for name, version in re.findall(r"^([\w.-]+)==([\w.]+)", text, re.M)
    }
    for one in stated["dependencies"]:
        name, _, least = one.partition(">=")
        assert _numbers(pinned[name.partition("[")[0].lower().replace("_", "-")]) >= _numbers(least), one


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


def test_nothing_large_or_binary_is_kept_unless_named(root: Path, kept_files: tuple[Path, ...]) -> None:
    found = {
        str(path.relative_to(root)): path.stat().st_size
        for path in kept_files
        if path.stat().st_size > MOST_BYTES or b"\0" in path.read_bytes()[:8192]
    }
    known = {name for name in found if name in LARGE_OR_BINARY or _bad_on_purpose(name)}
    known |= {name for name, size in found.items() if size <= MOST_BYTES and _screen(name)}
    unnamed = {name: size for name, size in found.items() if name not in known}
    assert unnamed == {}


def _bad_on_purpose(name: str) -> bool:
    """The shelf of bad files: small ones may hold anything."""
    return PurePosixPath(name).parts[0] == "tests" and "bad" in name


def _screen(name: str) -> bool:
    """What a page of the desk looks like, kept for the guide by its tests; a picture none the less small."""
    return fnmatch(name, "docs/guide/screens/*.png")


def test_everything_the_package_reads_is_declared_as_its_data(root: Path) -> None:
    declared = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = declared["tool"]["setuptools"]["package-data"]["brightline"]
    package = root / "src" / "brightline"
    loose = [
        str(path.relative_to(package))
        for path in sorted(package.rglob("*"))
        if path.is_file() and path.suffix not in {".py", ".pyc", ".md"} and "__pycache__" not in path.parts
        if not any(fnmatch(path.name, pattern.removeprefix("**/")) for pattern in patterns)
    ]
    assert loose == []


def test_every_folder_with_data_is_a_package_or_stands_in_one(root: Path) -> None:
    """Data below a folder without __init__.py still travels, since every pattern begins with `**`."""
    package = root / "src" / "brightline"
    orphans = [str(folder) for folder in sorted(package.iterdir()) if folder.is_dir() and _bare(folder)]
    assert orphans == []


def _bare(folder: Path) -> bool:
    return folder.name != "__pycache__" and not (folder / "__init__.py").is_file()


def test_no_test_is_passed_over_without_a_reason(root: Path) -> None:
    silent = []
    for path in sorted((root / "tests").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if _passes_over(node) and not _reason(node):
                silent.append(f"{path.relative_to(root)}: line {getattr(node, 'lineno', 0)}")
    assert silent == []


def _passes_over(node: ast.AST) -> bool:
    name = node.func if isinstance(node, ast.Call) else node
    return (
        isinstance(name, ast.Attribute)
        and name.attr in {"skip", "skipif", "xfail", "importorskip"}
        and isinstance(node, ast.Call)
    )


def _reason(node: ast.AST) -> bool:
    assert isinstance(node, ast.Call)
    named = any(one.arg in ("reason", "msg") for one in node.keywords)
    told = isinstance(node.func, ast.Attribute) and node.func.attr in {"skip", "xfail"} and bool(node.args)
    return named or told


def test_every_test_file_has_tests(root: Path) -> None:
    empty = [
        str(path.relative_to(root))
        for path in sorted((root / "tests").rglob("test_*.py"))
        if not re.search(
            r"^\s*(async )?def test_|^class \w*Machine|TestCase = ", path.read_text(encoding="utf-8"), re.M
        )
    ]
    assert empty == []


def test_the_two_logs_and_the_licence_are_there(root: Path) -> None:
    for name in ("README.md", "CHANGELOG.md", "LAWLOG.md", "LICENSE"):
        assert (root / name).is_file(), name
    assert "Apache License" in (root / "LICENSE").read_text(encoding="utf-8")
