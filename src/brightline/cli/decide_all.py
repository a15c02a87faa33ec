"""From inputs to decision lines: reading, pairing and screening, over as many workers as asked for."""

from __future__ import annotations

import os
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain

from brightline.batch.engines.inline import in_order
from brightline.batch.stream import Counts, decision_lines, uetrs_in
from brightline.beside.book import EMPTY, BesideBook
from brightline.cli.files import Input, read_input
from brightline.errors import PathError, UnreadableMessage
from brightline.payments.bytes import MOST_BYTES, unpack
from brightline.payments.read import read_table
from brightline.screen.edition import Edition
from brightline.screen.legs import pair_up
from brightline.terms import AsOf, Payment, Read, Unreadable

LARGE = 1 << 20  # a file above this is read here and its payments are spread over the workers
CHUNK = 100  # payments of a large file, or small files, a task
SMALL = 1 << 18  # bytes of small files a task
UETR_LENGTH = 36


@dataclass(frozen=True, slots=True)
class Run:
    """What one call of `screen` decides with."""

    edition: Edition
    as_of: AsOf
    columns: Mapping[str, str] | None
    workers: int
    book: BesideBook = EMPTY


@dataclass(frozen=True, slots=True)
class Task:
    """Small files to read and screen, by their places, or things read from a large one. `files`: how many end with it.

    Places, not names, travel to the workers, which know all inputs since the fork.
    """

    places: range
    reads: tuple[Read, ...]
    files: int


def decide_all(run: Run, found: Sequence[Input], done: Callable[[int], None]) -> Iterator[tuple[bytes, Counts]]:
    """The lines of each task in input order, with their counts; `done` is told how many files ended."""
    kept = _streams(found)
    sizes = array("q", (_size(one, kept) for one in found))
    pairs = pair_up(_legs(run, found, sizes, kept))

    def work(task: Task) -> tuple[bytes, Counts, int]:
        counts = Counts()
        reads = chain(task.reads, *(reads_of(run, found[place], kept) for place in task.places))
        lines = b"".join(decision_lines(reads, run.edition, run.as_of, pairs, counts, run.book))
        return lines, counts, task.files

    for lines, counts, files in in_order(work, _tasks(run, found, sizes, kept), run.workers):
        yield lines, counts
        done(files)


def _streams(found: Sequence[Input]) -> dict[str, bytes]:
    """What can be read but once, by source; one that cannot be read is told when its turn comes."""
    kept: dict[str, bytes] = {}
    for one in found:
        if one.once:
            with suppress(PathError):
                kept[one.source] = read_input(one, MOST_BYTES)
    return kept


def _tasks(run: Run, found: Sequence[Input], sizes: Sequence[int], kept: Mapping[str, bytes]) -> Iterator[Task]:
    first, room = 0, SMALL
    for place, size in enumerate(sizes):
        if first < place and (size > room or place - first == CHUNK):
            yield _small(first, place)
            first, room = place, SMALL
        if size > LARGE:
            yield from _large(reads_of(run, found[place], kept))
            first = place + 1
        else:
            room -= size
    if first < len(found):
        yield _small(first, len(found))


def _small(first: int, end: int) -> Task:
    return Task(range(first, end), (), end - first)


def _large(reads: Sequence[Read]) -> Iterator[Task]:
    for start in range(0, len(reads), CHUNK):
        yield Task(range(0), tuple(reads[start : start + CHUNK]), files=int(start + CHUNK >= len(reads)))


def _size(one: Input, kept: Mapping[str, bytes]) -> int:
    if one.path is None or one.once:
        return len(kept.get(one.source, b""))
    try:
        return os.stat(one.path).st_size
    except OSError:
        return 0


def reads_of(run: Run, one: Input, kept: Mapping[str, bytes]) -> list[Read]:
    """Everything a file holds; a file that cannot be read at all is one unreadable line."""
    try:
        return read_table(_data(one, kept), one.source, run.columns)
    except PathError as told:
        return [Unreadable(f"{one.source}#1", told.where, told.found, told.expected, told.advice)]


def _data(one: Input, kept: Mapping[str, bytes]) -> bytes:
    return kept[one.source] if one.source in kept and one.once else read_input(one, MOST_BYTES)


def _legs(run: Run, found: Sequence[Input], sizes: Sequence[int], kept: Mapping[str, bytes]) -> Iterator[Payment]:
    """The payments of files in which a UETR stands that stands elsewhere, or twice."""
    seen: Counter[bytes] = Counter()
    in_file: dict[int, set[bytes]] = {}
    for place, one in enumerate(found):
        uetrs = _uetrs(one, kept) if sizes[place] >= UETR_LENGTH else ()
        seen.update(uetrs)
        if uetrs:
            in_file[place] = set(uetrs)
    for place, uetrs_here in in_file.items():
        if any(seen[uetr] > 1 for uetr in uetrs_here):
            yield from (read for read in reads_of(run, found[place], kept) if isinstance(read, Payment))


def _uetrs(one: Input, kept: Mapping[str, bytes]) -> Sequence[bytes]:
    try:
        return uetrs_in(unpack(_data(one, kept), one.source))
    except (PathError, UnreadableMessage):
        return ()
