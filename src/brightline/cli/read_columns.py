"""The column map of `--columns`: our column name → the table's column name."""

from __future__ import annotations

from pathlib import Path

import yaml

from brightline.cli.files import read_text
from brightline.errors import CallError
from brightline.payments.columns import check_columns


def read_columns(path: Path | None) -> dict[str, str] | None:
    """Read a column map. Raises PathError or CallError with the place and what is expected."""
    if path is None:
        return None
    expected = "lines such as `debtor_name: Ordering customer`, ours first"
    try:
        said = yaml.safe_load(read_text(path, "a column map in YAML"))
    except yaml.YAMLError as broken:
        raise CallError(str(path), str(broken).splitlines()[0], expected) from None
    if not isinstance(said, dict) or not all(isinstance(word, str) for pair in said.items() for word in pair):
        raise CallError(str(path), "nothing" if said is None else "something else", expected)
    check_columns(said)
    return dict(said)
