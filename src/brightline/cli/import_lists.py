"""Importing lists: read, freeze, index, and only then put into the home."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from brightline.cli.context import Context, counted
from brightline.cli.files import Input, inputs, read_input
from brightline.cli.home import FROZEN, StoredList, store_list, stored_lists
from brightline.cli.list_versions import entry_words
from brightline.cli.stored_owners import open_owners, open_stated
from brightline.cli.update_register import updated
from brightline.errors import CallError, NotRecognised, PathError
from brightline.lists.edition import FrozenList, freeze
from brightline.lists.gather import ReadResult, Wanted, gather
from brightline.lists.source import SourceFile
from brightline.names.index import build
from brightline.ownership.differences import differences
from brightline.ownership.freeze import build as build_owners
from brightline.ownership.stated import with_entries
from brightline.ownership.update import Counts
from brightline.screen.edition import published_moment
from brightline.terms import ListVersion

MOST_BYTES = 512 * 2**20
MOST_FILES = 10_000  # no publisher's set comes near; a folder of more is not a folder of lists
SHOWN = 5  # skipped rows and new fields named one by one; the rest as a count


def import_lists(ours: Context, paths: Sequence[str], wanted: Wanted, *, update: bool = False) -> int:
    """Import every list of the given files, or the changes to registers that they hold; returns the exit status.

    2 if a list was refused (nothing of it was changed), or none was found; 3 if rows were skipped, an element is new
    to us, or a file inside a folder is no list; else 0.
    """
    found = list(inputs(paths))
    if not found:
        raise PathError(", ".join(paths), "no file", "at least one file of a list")
    if len(found) > MOST_FILES:
        told = f"{len(found):,} files"
        raise PathError(", ".join(paths), told, f"at most {MOST_FILES:,}", "Name the files of the lists themselves.")
    results = gather(
        list(_files(found)), list_id=wanted.list_id, published=wanted.published, excerpt=wanted.excerpt or update
    )
    take = _update if update else _take
    statuses = [take(ours, result, set(paths)) for result in _twins(results)]
    nothing = all(result.version is None or result.error is not None for result in results)
    return 2 if nothing or 2 in statuses else max(statuses, default=0)


def _files(found: Sequence[Input]) -> Iterator[SourceFile]:
    for one in found:
        data = read_input(one, MOST_BYTES)
        yield SourceFile(one.path or one.source, data, _day(one.path))


def _day(path: str | None) -> str | None:
    return datetime.fromtimestamp(os.stat(path).st_mtime, UTC).date().isoformat() if path else None


def _twins(results: Sequence[ReadResult]) -> list[ReadResult]:
    """The results, those of one list and one moment that differ turned into refusals: we cannot know which is meant."""
    same: dict[tuple[str, str], list[ReadResult]] = {}
    for result in results:
        if result.version is not None:
            same.setdefault((result.version.list, result.version.published), []).append(result)
    return [_unless_twin(result, same) for result in results]


def _unless_twin(result: ReadResult, same: dict[tuple[str, str], list[ReadResult]]) -> ReadResult:
    if result.version is None:
        return result
    twins = same[(result.version.list, result.version.published)]
    if len({one.version.digest for one in twins if one.version}) == 1:
        return result
    told = f"{', '.join(name for one in twins for name in one.files)}, which differ"
    advice = "Import them one by one, the right one last, or say --published for each."
    where = f"{result.version.list} published {result.version.published}"
    return replace(result, version=None, entities=(), error=CallError(where, told, "one file for each version", advice))


def _take(ours: Context, result: ReadResult, named: set[str]) -> int:
    if result.error is not None or result.version is None:
        return _refused(ours, result, named)
    place, counts = put_in_home(ours.home, result, result.version)
    return _taken(ours, replace(result, notes=(*result.notes, *counts)), result.version, place)


def put_in_home(home: Path, result: ReadResult, version: ListVersion) -> tuple[Path, tuple[str, ...]]:
    """Freeze, index and store a list that was read; its folder, and what changed of the owners it states."""
    before = _before(home, version)
    frozen = freeze(version, result.entities)
    nodes = with_entries(result.nodes, result.entities)
    owners = build_owners(nodes, result.edges) if result.nodes else None
    place = store_list(home, version, frozen, build(FrozenList.from_bytes(frozen)), owners)
    stored = StoredList(version, place, True)
    if version.names_parties:
        open_stated(stored, FrozenList.open(place / FROZEN))
    return place, tuple(_changed(before, stored))


def _update(ours: Context, result: ReadResult, named: set[str]) -> int:
    """Take the changes that a file holds to a register in the home."""
    if result.error is not None or result.version is None:
        return _refused(ours, result, named)
    try:
        version, place, counts = updated(ours.home, result, replace(result.version, excerpt=False))
    except CallError as wrong:
        return _refused(ours, replace(result, error=wrong), named)
    return _taken(ours, replace(result, notes=(*result.notes, _counted(counts, "what it updates"))), version, place)


def _taken(ours: Context, result: ReadResult, version: ListVersion, place: Path) -> int:
    _told(ours, result, version)
    if ours.as_json:
        ours.put(_json(version, place))
    return 3 if version.skipped or version.unknown_fields else 0


def _before(home: Path, version: ListVersion) -> StoredList | None:
    """The newest version in the home that is older, where both state stakes."""
    moment = published_moment(version.published)
    older = [
        one
        for one in stored_lists(home)
        if one.current and one.version.list == version.list and published_moment(one.version.published) < moment
    ]
    newest = max(older, key=lambda one: published_moment(one.version.published), default=None)
    return newest if newest and newest.version.stakes and version.stakes else None


def _changed(before: StoredList | None, now: StoredList) -> Iterator[str]:
    if before is not None:
        told = f"{before.version.list}@{before.version.published}"
        yield _counted(differences(open_owners(before).graph, open_owners(now).graph), told)


def _counted(counts: Counts, since: str) -> str:
    added, ended, changed = counts.added, counts.ended, counts.changed
    return f"{counted(added, 'stake', 'stakes')} added, {ended} ended, {changed} changed since {since}"


def _refused(ours: Context, result: ReadResult, named: set[str]) -> int:
    stray = isinstance(result.error, NotRecognised) and not set(result.files) & named
    ours.say(f"{'passed over' if stray else 'refused'}: {result.error}")
    if ours.as_json:
        ours.put({"files": list(result.files), "refused": str(result.error)})
    return 3 if stray else 2


def _told(ours: Context, result: ReadResult, version: ListVersion) -> None:
    if not ours.as_json:
        part = ", an excerpt" if version.excerpt else ""
        entries = counted(version.entries, *entry_words(register=not version.names_parties, stakes=version.stakes > 0))
        ours.print(f"imported {version.list}@{version.published}: {entries}{part}, {version.digest[:12]}")
    say_notes(ours, version, result.notes)


def say_notes(ours: Context, version: ListVersion, notes: Sequence[str]) -> None:
    """What a person should know of a version that was imported, on stderr."""
    for note in notes:
        ours.say(f"{version.list}: {note}")
    _name_some(ours, version.list, "row not read", version.skipped)
    _name_some(ours, version.list, "element we have no word for, kept as it is", version.unknown_fields)


def _name_some(ours: Context, name: str, what: str, found: Sequence[str]) -> None:
    for one in found[:SHOWN]:
        ours.say(f"{name}: {what}: {one}")
    if len(found) > SHOWN:
        ours.say(f"{name}: {what}: {len(found) - SHOWN} more; see `brightline lists show {name}`")


def _json(version: ListVersion, place: Path) -> dict[str, object]:
    return {
        "list": version.list,
        "published": version.published,
        "published_from": version.published_from,
        "entries": version.entries,
        "digest": version.digest,
        "excerpt": version.excerpt,
        "skipped": list(version.skipped),
        "unknown_fields": list(version.unknown_fields),
        "folder": str(place),
    }
