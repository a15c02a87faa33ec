"""docs/system.md: every part of the system we build, once, with where it lives and what proves it."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "system.md"
ROOT = PAGE.parents[1]
ROW = re.compile(r"^\| \*\*(S\d+)\*\*[^|]*\|([^|]*)\|([^|]*)\|([^|]*)\|$", re.M)


def _rows() -> list[tuple[str, str, str, str]]:
    return ROW.findall(PAGE.read_text(encoding="utf-8"))


def test_every_part_stands_once() -> None:
    numbers = sorted(int(number[1:]) for number, *_ in _rows())
    assert numbers == list(range(1, 33))


def test_every_place_and_every_test_it_names_is_there() -> None:
    gone = []
    for number, lives, _, proof in _rows():
        for named in re.findall(r"`([^`\s]+)`", lives):
            if not (ROOT / "src" / "brightline" / named).exists():
                gone.append(f"{number}: {named}")
        for named in re.findall(r"`(tests/[^`\s:]+)(?:::(\w+))?`", proof):
            path = ROOT / named[0]
            if not path.exists() or (named[1] and f"def {named[1]}(" not in path.read_text(encoding="utf-8")):
                gone.append(f"{number}: {'::'.join(named)}")
    assert gone == []


def test_what_is_not_there_yet_is_said_plainly() -> None:
    """A part either names a place in the code with a test, or the part of the plan that brings it."""
    for number, lives, shows, proof in _rows():
        here = "`" in lives
        assert here or re.search(r"part \d of the plan", lives), number
        if here:
            assert "`tests/" in proof, f"{number} names no test"
            assert shows.strip(), f"{number} names no command that shows it"
