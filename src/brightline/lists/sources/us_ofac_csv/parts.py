"""Which of OFAC's CSV files belong together: four parts, two lists, perhaps several days of each."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from brightline.errors import SourceError
from brightline.lists.programs import CONS, SDN, list_by_programs, programs_in
from brightline.lists.reading.days import day_in_name
from brightline.lists.reading.table import Rows
from brightline.lists.source import HEAD, SourceFile

_PARTS = {12: "main", 5: "alt", 6: "add", 2: "comments"}


def part_of_width(width: int, name: str) -> str:
    """Which part a file with so many columns is. Raises SourceError for a column too many or too few."""
    part = _PARTS.get(width)
    if part is None:
        advice = "The publisher has changed the format, or this is another file; it has to be read anew."
        raise SourceError(name, f"{width} columns", "12 (entries), 5 (aliases), 6 (addresses) or 2 (comments)", advice)
    return part


def family_of(main: Rows) -> str:
    """The list that a file of entries is: by its programmes, in a small file by its name."""
    return list_by_programs((programs_in(row[3]) for _, row in main.rows), main.name)


def _guess_part(file: SourceFile) -> str:
    """The part by the first row alone; the reader decides by all rows."""
    lines = file.data[:HEAD].decode("latin-1").splitlines()
    first = next(csv.reader(lines[:1]), [])
    return _PARTS.get(len(first), "main")


def _guess_family(file: SourceFile) -> str:
    if "cons" in file.base:
        return CONS
    return SDN if "sdn" in file.base or _guess_part(file) != "main" else _family_by_head(file)


def _family_by_head(file: SourceFile) -> str:
    lines = file.data[:HEAD].decode("latin-1").splitlines()[:-1]
    return list_by_programs((programs_in(row[3]) for row in csv.reader(lines) if len(row) > 3), file.base)


def _divided(files: Iterable[SourceFile], key: Callable[[SourceFile], str]) -> list[tuple[SourceFile, ...]]:
    groups: dict[str, list[SourceFile]] = defaultdict(list)
    for file in files:
        groups[key(file)].append(file)
    return [tuple(groups[name]) for name in sorted(groups)]


def _repeats(files: Sequence[SourceFile]) -> bool:
    parts = [_guess_part(file) for file in files]
    return len(set(parts)) < len(parts)


def _sets(files: tuple[SourceFile, ...]) -> list[tuple[SourceFile, ...]]:
    """Files of one list: one set, unless a part repeats; then one a folder, and within it one a day in the names."""
    if not _repeats(files):
        return [files]
    found: list[tuple[SourceFile, ...]] = []
    for folder in _divided(files, lambda file: file.folder):
        found.extend(_divided(folder, lambda file: day_in_name(file.base) or "") if _repeats(folder) else [folder])
    return found


def assemble(files: Sequence[SourceFile]) -> list[tuple[SourceFile, ...]]:
    """The files as sets of one list and day each, whatever their order."""
    ordered = sorted(files, key=lambda file: (file.name, file.data))
    lists = {_guess_family(file) for file in ordered if _guess_part(file) == "main"}
    if len(lists) == 1:
        return _sets(tuple(ordered))
    return [one for family in _divided(ordered, _guess_family) for one in _sets(family)]
