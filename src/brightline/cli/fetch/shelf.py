"""What is kept of the lists that were fetched: the last good files, what the server said of them, what is on its way.

home/fetched/
├── lock                    held by the call that fetches
└── <list>/
    ├── kept.json           of each file its digest and what the server said; the version it became
    ├── <file>              as the publisher sent it, the last that was good
    └── coming/<file>       on its way, with its note beside it
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from hashlib import file_digest
from pathlib import Path

from brightline.cli.fetch.download import Marks
from brightline.cli.files import write_whole
from brightline.cli.home import note_text
from brightline.errors import Clash

KEPT, COMING = "kept.json", "coming"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of a list as it was last good. `day`: the moment the server dates it, ISO."""

    sha256: str
    marks: Marks
    day: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """The files of one list."""

    folder: Path
    files: Mapping[str, KeptFile] = field(default_factory=dict)
    version: str = ""  # digest of the version that they became

    @property
    def coming(self) -> Path:
        """Where files on their way lie."""
        return self.folder / COMING

    def known(self, name: str) -> Marks | None:
        """What the server said of a file that is kept whole; None where there is none, or it was changed."""
        kept = self.files.get(name)
        return kept.marks if kept and _sha256(self.folder / name) == kept.sha256 else None

    def keep(self, files: Mapping[str, tuple[Path, Marks, str]], version: str) -> None:
        """Have these files stand as the last good ones. A stop in the middle leaves digests that do not agree."""
        kept = {name: KeptFile(_sha256(path), marks, day) for name, (path, marks, day) in files.items()}
        for name, (path, _, _) in files.items():
            if path != self.folder / name:
                os.replace(path, self.folder / name)
        note = {"files": {name: asdict(one) for name, one in kept.items()}, "version": version}
        write_whole(self.folder / KEPT, note_text(note))
        shutil.rmtree(self.coming, ignore_errors=True)


def open_shelf(home: Path, name: str) -> Shelf:
    """What is kept of a list; nothing where it was never fetched or the note cannot be read."""
    folder = home / "fetched" / name
    try:
        said = json.loads((folder / KEPT).read_text(encoding="utf-8"))
        files = {
            name: KeptFile(one["sha256"], Marks(**one["marks"]), one["day"]) for name, one in said["files"].items()
        }
        return Shelf(folder, files, str(said["version"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Shelf(folder)


@contextmanager
def held(home: Path) -> Iterator[None]:
    """Hold the shelves for one call; freed however it ends. Raises Clash where another call fetches."""
    (home / "fetched").mkdir(parents=True, exist_ok=True)
    with (home / "fetched" / "lock").open("ab") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Clash(str(home), "another call that fetches lists", "one at a time", "Wait for it to end.") from None
        yield


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
