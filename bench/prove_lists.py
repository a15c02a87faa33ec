"""Lists spoilt in every way: each is read whole or refused with a sentence; order of rows and files changes nothing."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.inputs import SHARED
from bench.spoil import spoilt
from brightline.errors import BrightlineError
from brightline.lists.edition import FrozenList, digest_of, freeze
from brightline.lists.gather import ReadResult, gather
from brightline.lists.source import SourceFile
from brightline.lists.unpacking import unpacked

CASES = 30  # for each hundredth of the work
MOST_BYTES = 60_000  # of a list that is spoilt: its beginning, so that thousands of cases fit into minutes
FOLDERS = ("ofac", "us_csl", "un", "eu", "uk", "ua", "opensanctions_format")


def prove_lists(share: int) -> Iterator[str]:
    """`share` hundredths of the cases, over the beginnings of real lists where they are at hand."""
    files = _files()
    if not files:
        yield "real lists: not here, skipped"
        return
    count, told = share * CASES, Counter[str]()
    for number in range(count):
        told.update(_case(files[number % len(files)], number))
    yield f"{count:,} spoilt lists of {len(files)} files: {told['read']:,} read, {told['refused']:,} refused"
    yield from _shuffled(files, share)


def _files() -> list[SourceFile]:
    paths = [path for folder in FOLDERS for path in sorted((SHARED / folder).rglob("*")) if path.is_file()]
    return [_beginning(path) for path in paths if path.suffix != ".md"]


def _beginning(path: Path) -> SourceFile:
    """The first whole lines of a file, unpacked; a small file whole."""
    (file, *_) = unpacked(SourceFile(path.name, path.read_bytes(), "2024-07-02"))
    data = file.data
    if len(data) > MOST_BYTES:
        data = data[: data.rfind(b"\n", 0, MOST_BYTES) + 1]
    return SourceFile(file.name, data, "2024-07-02")


def _case(file: SourceFile, number: int) -> Iterator[str]:
    case = f"case {number}: {file.name}"
    try:
        results = gather([SourceFile(file.name, spoilt(file.data, number), file.file_day)], excerpt=True)
    except Exception as broken:
        raise AssertionError(f"{case} raised {type(broken).__name__}: {broken}") from broken
    assert results, f"{case} gave no answer"
    for result in results:
        yield _held(result, case)


def _held(result: ReadResult, case: str) -> str:
    if result.version is None:
        assert isinstance(result.error, BrightlineError), f"{case}: neither a list nor an error"
        assert str(result.error).strip(), f"{case}: an error without words"
        return "refused"
    assert result.version.entries == len(result.entities) > 0, f"{case}: an empty list was taken"
    frozen = FrozenList.from_bytes(freeze(result.version, result.entities))
    assert len(frozen) == len(result.entities), f"{case}: entries lost on the way"
    return "read"


def _shuffled(files: list[SourceFile], share: int) -> Iterator[str]:
    """Entities in another order: the same digest and the same bytes."""
    rng, tried = random.Random(1), 0
    for file in files[: max(1, len(files) * share // 100)]:
        for result in gather([file], excerpt=True):
            if result.version is None:
                continue
            entities = list(result.entities)
            rng.shuffle(entities)
            assert digest_of(entities) == result.version.digest, f"{file.name}: another digest in another order"
            assert freeze(result.version, entities) == freeze(result.version, result.entities), (
                f"{file.name}: other bytes"
            )
            tried += 1
    yield f"{tried} lists shuffled: the same digest, the same bytes"
