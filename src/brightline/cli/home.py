"""The home: where lists, editions and policies live. Every write is whole or not at all.

home/
├── config.toml                        settings, if the user wrote any
├── lists/<list>/<published>-<digest>/ list.arrow, names.idx, stated.idx, version.json; where it states owners
│                                      owners.idx, or owners.update beside those of an earlier version;
│                                      an excerpt's ends in -excerpt
├── lists/<list>/current.json          which digest stands for each publication moment
├── editions/<id>.json                 the editions used for decisions, by id
├── policies/<digest>.yaml             the policies used for decisions
└── institutions/<digest>.yaml         the profiles of who asked
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from brightline.cli.files import write_whole
from brightline.errors import CallError, SourceError
from brightline.lists.edition import FrozenList
from brightline.names.index import NameIndex, build
from brightline.screen.edition import Edition, OpenList
from brightline.screen.engine import names_digest
from brightline.terms import ListVersion

INCOMING, ABANDONED = ".incoming-", 86400  # a folder aside, and the seconds after which nobody is filling it any more
FROZEN, NAMES, OWNERS, NOTE = "list.arrow", "names.idx", "owners.idx", "version.json"
UPDATE, STATED = "owners.update", "stated.idx"
BASE = "base"  # in the note of an update: the folder whose owners it stands beside


@dataclass(frozen=True, slots=True)
class StoredList:
    """A version of a list in the home, not yet opened. `current`: it stands for its publication moment."""

    version: ListVersion
    folder: Path
    current: bool


def stored_lists(home: Path) -> tuple[StoredList, ...]:
    """Every version in the home, by list, publication moment and digest. A home that is not there holds none."""
    found: list[StoredList] = []
    for note in sorted((home / "lists").glob("*/*/" + NOTE)):
        if note.parent.name.startswith("."):
            continue
        version = _version(note)
        current = _current(note.parent.parent).get(version.published) == _mark(version)
        found.append(StoredList(version, note.parent, current))
    return tuple(sorted(found, key=lambda one: (one.version.list, one.version.published, one.version.digest)))


def _version(note: Path) -> ListVersion:
    try:
        said = json.loads(note.read_text(encoding="utf-8"))["version"]
        for name in ("skipped", "unknown_fields"):
            said[name] = tuple(said[name])
        return ListVersion(**said)
    except (ValueError, KeyError, TypeError):
        raise damaged(note.parent) from None


def _mark(version: ListVersion) -> str:
    """What tells versions of one moment apart: the same entries imported as a whole and as an excerpt are two."""
    return f"{version.digest}-excerpt" if version.excerpt else version.digest


def _current(folder: Path) -> dict[str, str]:
    try:
        said = json.loads((folder / "current.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(moment): str(digest) for moment, digest in said.items()}


def damaged(folder: Path) -> SourceError:
    """What is said of a folder whose files are not what they were."""
    return SourceError(str(folder), "a damaged copy", "a whole one", "Import the list again.")


def store_list(
    home: Path, version: ListVersion, frozen: bytes, names: bytes, owners: bytes | None = None, base: str | None = None
) -> Path:
    """Put a version into the home: built aside, then moved into place in one step. Returns its folder.

    `names`, `owners`: the indexes of its names, and of the owners it states where it states any; with a `base`, the
    folder of an earlier version, `owners` are what changed since.
    """
    lists = home / "lists" / version.list
    lists.mkdir(parents=True, exist_ok=True)
    part = "-excerpt" if version.excerpt else ""
    place = lists / f"{version.published.replace(':', '').replace('+', 'p')}-{version.digest[:12]}{part}"
    if not _is_whole(place):
        files = {FROZEN: frozen, NAMES: names} | ({UPDATE if base else OWNERS: owners} if owners is not None else {})
        _build_aside(place, version, files, {BASE: base} if base else {})
    write_whole(lists / "current.json", note_text(_current(lists) | {version.published: _mark(version)}))
    return place


def _build_aside(place: Path, version: ListVersion, files: Mapping[str, bytes], more: Mapping[str, str]) -> None:
    _sweep(place.parent)
    aside = Path(tempfile.mkdtemp(prefix=INCOMING, dir=place.parent))
    try:
        digests = {name: sha256(content).hexdigest() for name, content in files.items()}
        for name, content in files.items():
            write_whole(aside / name, content)
        note = {"version": asdict(version), "digests": digests, "names": names_digest(), **more}
        write_whole(aside / NOTE, note_text(note))
        if place.exists():  # damaged since, or left without its note by a stop in the middle
            shutil.rmtree(place)
        aside.rename(place)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise


def _sweep(folder: Path) -> None:
    """Remove what an import killed in its middle left behind; one that may still be going on is left alone."""
    for left in folder.glob(f"{INCOMING}*"):
        if time.time() - left.stat().st_mtime > ABANDONED:
            shutil.rmtree(left, ignore_errors=True)


def open_list(stored: StoredList) -> OpenList:
    """Open a version for look-ups. An index made by an older program is made anew. Raises SourceError if damaged."""
    if not _is_whole(stored.folder):
        raise damaged(stored.folder)
    note = note_of(stored.folder)
    entities = FrozenList.open(stored.folder / FROZEN)
    if note["names"] != names_digest() or not holds(stored.folder, NAMES, note):
        names = build(entities)
        write_whole(stored.folder / NAMES, names)
        digests = note["digests"] | {NAMES: sha256(names).hexdigest()}
        write_whole(stored.folder / NOTE, note_text(note | {"digests": digests, "names": names_digest()}))
    return OpenList(stored.version, entities, NameIndex.open(stored.folder / NAMES, entities))


def note_of(folder: Path) -> dict[str, Any]:
    """What was written down of a version; nothing where it cannot be read."""
    try:
        said = json.loads((folder / NOTE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def _is_whole(folder: Path) -> bool:
    """Whether a version has its note and the very entries it was stored with."""
    note = note_of(folder)
    return {"version", "digests", "names"} <= set(note) and holds(folder, FROZEN, note)


def holds(folder: Path, name: str, note: Mapping[str, Any]) -> bool:
    """Whether a file of a version has the bytes it was stored with: a changed one must not decide anything."""
    try:
        with (folder / name).open("rb") as file:
            return bool(file_digest(file, "sha256").hexdigest() == note["digests"].get(name))
    except OSError:
        return False


def keep_edition(home: Path, edition: Edition) -> None:
    """Remember an edition, its policy and its institution's profile, so that `replay` finds them again."""
    note = edition.note
    kept = {home / "editions" / f"{note.id}.json": note_text(asdict(note))}
    kept[home / "policies" / f"{note.policy}.yaml"] = edition.policy.text.encode()
    if edition.institution.text:
        kept[home / "institutions" / f"{note.institution}.yaml"] = edition.institution.text.encode()
    for place, content in kept.items():
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            write_whole(place, content)


def kept_text(home: Path, folder: str, digest: str) -> str | None:
    """The text of a policy (`policies`) or profile (`institutions`) used before, by its digest."""
    place = home / folder / f"{os.path.basename(digest)}.yaml"
    return place.read_text(encoding="utf-8") if place.is_file() else None


def kept_editions(home: Path) -> tuple[dict[str, object], ...]:
    """The notes of the editions used so far, by id. Raises CallError for a damaged one."""
    return tuple(_edition(one) for one in sorted((home / "editions").glob("*.json")))


def _edition(note: Path) -> dict[str, object]:
    try:
        return dict(json.loads(note.read_text(encoding="utf-8")))
    except (ValueError, TypeError):
        raise CallError(str(note), "a damaged note", "a whole one", "Remove it; `screen` keeps it anew.") from None


def note_text(content: Mapping[str, object]) -> bytes:
    """A note as it stands in the home."""
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
