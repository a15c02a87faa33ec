"""Reads the public data that the measurements use: lists through `brightline.lists`, labelled names as they stand."""

from __future__ import annotations

import csv
import gzip
import io
import os
from pathlib import Path

from brightline.lists.gather import gather
from brightline.lists.source import SourceFile
from brightline.terms import ListedEntity

DATA = Path(os.environ.get("BRIGHTLINE_SHARED_DATA") or Path(__file__).resolve().parents[3] / "shared" / "data")


def entities_of(*names: str) -> list[ListedEntity]:
    """The entities of one list, from files under the data folder."""
    files = []
    for name in names:
        data = (DATA / name).read_bytes()
        files.append(
            SourceFile(name.removesuffix(".gz"), gzip.decompress(data) if name.endswith(".gz") else data, None)
        )
    entities: list[ListedEntity] = []
    for result in gather(files, published="2024-01-01"):
        if result.error:
            raise result.error
        entities += result.entities
    return entities


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file with a header."""
    data = (DATA / name).read_bytes()
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))
