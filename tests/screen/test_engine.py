"""The name of the deciding code: short, steady, and blind to what decides nothing."""

from __future__ import annotations

import re
from importlib import metadata, resources
from pathlib import Path

from brightline.screen.engine import DECIDING, LIBRARIES, NAMING, _files, engine_digest, names_digest


def test_both_digests_are_sixteen_hex_digits_and_differ() -> None:
    for told in (engine_digest(), names_digest()):
        assert re.fullmatch(r"[0-9a-f]{16}", told)
    assert engine_digest() != names_digest()


def test_every_place_that_decides_is_there() -> None:
    package = resources.files("brightline")
    assert set(NAMING) <= set(DECIDING)
    for name in DECIDING:
        assert _files(package.joinpath(name), name), name
    for library in LIBRARIES:
        assert metadata.version(library)


def test_tables_take_part_and_caches_and_the_text_of_the_law_do_not(tmp_path: Path) -> None:
    for name in ("words.tsv", "policies/shipped.yaml", "b.py", "a.py", "a.pyc", "__pycache__/a.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    assert [path for path, _ in _files(tmp_path, "screen")] == [
        "screen/a.py",
        "screen/b.py",
        "screen/policies/shipped.yaml",
        "screen/words.tsv",
    ]
    assert "law/policies/shipped.yaml" not in [path for path, _ in _files(tmp_path, "law")]
