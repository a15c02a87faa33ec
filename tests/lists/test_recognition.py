"""Every real list is claimed by one publisher's source and no other; our own CSV is asked last."""

from __future__ import annotations

from pathlib import Path

import pytest

from brightline.errors import SourceError
from brightline.lists.source import HEAD, SourceFile
from brightline.lists.sources.registry import SOURCES
from brightline.lists.unpacking import unpacked

FOLDERS = ("ofac", "us_csl", "un", "eu", "uk", "ua", "us_other", "opensanctions_format", "jp")


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_two_sources_claim_the_same_file(shared_data: Path, folder: str) -> None:
    for path in sorted((shared_data / folder).rglob("*")):
        if not path.is_file():
            continue
        try:
            files = list(unpacked(SourceFile(path.name, path.read_bytes())))
        except SourceError:
            continue
        for file in files:
            claims = [source.name for source in SOURCES if source.recognise(file.data[:HEAD], file.name)]
            particular = [name for name in claims if name != "own_csv"]  # our own CSV takes any table with names
            assert len(particular) <= 1, f"{path.name}: {claims}"
            if folder in ("ofac", "us_csl") and "derived" not in path.name:
                assert claims[0].startswith("us_"), path.name


def test_our_own_csv_is_asked_last_of_all() -> None:
    assert SOURCES[-1].name == "own_csv"
