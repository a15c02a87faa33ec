"""A watched folder: a file renamed into it is decided, its answer laid beside it as `FILE.decision.jsonl`.

folder/
├── FILE                        waits; names that begin with a point or end in .part or .tmp are still being written
├── FILE.decision.jsonl         its decisions, whole or not there
├── taking/                     claimed, being decided; what a crash left here is taken first
├── taken/                      decided and answered
└── unread/                     set aside, each with FILE.reason.json

A file is claimed by a rename, so that another of its name that comes meanwhile is never taken for it. Files of the same
bytes are the same message: the second is answered as the first.
"""

from __future__ import annotations

import fcntl
import json
import os
import stat
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from brightline.cases.failpoints import reach
from brightline.doors.door import Letter
from brightline.errors import CallError, DoorAway

ANSWER, REASON = ".decision.jsonl", ".reason.json"
MOST_BYTES = 10 * 2**20  # of one file, as over HTTP
_UNFINISHED = (".part", ".tmp")
_ASIDE = ".answer-"
_PAUSE = 0.1  # seconds between two looks


class WatchedFolder:
    """A door (see door.py). One process watches a folder at a time; `close()` lets another."""

    def __init__(self, name: str, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        """Raises CallError where the folder is not there, may not be written to, or is watched already."""
        self.name = name
        self._folder, self._most = folder, most_bytes
        self._taking, self._taken, self._unread = (folder / one for one in ("taking", "taken", "unread"))
        self._lock = self._open()

    def receive(self, most: int, seconds: float) -> Sequence[Letter]:
        """What was claimed and not ended first, then what waits, oldest first. Raises DoorAway."""
        until = time.monotonic() + seconds
        try:
            while not (found := self._claimed(most)) and time.monotonic() < until:
                time.sleep(_PAUSE)
            return [self._letter(name) for name in found]
        except OSError as broken:
            raise self._away(broken) from None

    def answer(self, letter: Letter, lines: Sequence[bytes]) -> None:
        """Lay the answer beside, then put the file away. Raises DoorAway."""
        self._put_away(letter, self._taken, self._folder / (letter.name + ANSWER), b"".join(lines))

    def set_aside(self, letter: Letter, why: str, cases: Sequence[str]) -> None:
        """Lay the file in `unread` with its reason. Raises DoorAway."""
        said = json.dumps({"file": letter.name, "why": why, "cases": list(cases)}, ensure_ascii=False) + "\n"
        self._put_away(letter, self._unread, None, said.encode("utf-8", "surrogateescape"))

    def give_back(self, letter: Letter) -> None:
        """It lies among the claimed still, and is taken first."""

    def close(self) -> None:
        """Let another process watch."""
        os.close(self._lock)

    def _open(self) -> int:
        where = f"doors: folder {self.name!r}"
        try:
            for one in (self._taking, self._taken, self._unread):
                one.mkdir(exist_ok=True)
            lock = os.open(self._folder / ".lock", os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
            for left in self._folder.glob(f"{_ASIDE}*"):
                left.unlink()
        except OSError as broken:
            told = f"{self._folder}: {broken.strerror}"
            raise CallError(where, told, "a folder we may read and write", "Make it, or correct the path.") from None
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(lock)
            told = f"{self._folder}, which another process watches"
            raise CallError(where, told, "a folder of its own", "End the other first.") from None
        return lock

    def _claimed(self, most: int) -> list[str]:
        """Names in `taking`, filled up with what waits outside under a name that is not in it."""
        claimed = [one.name for one in _oldest_first(self._taking)]
        for one in _oldest_first(self._folder):
            if len(claimed) >= most:
                break
            if _waits(one) and one.name not in claimed:
                with suppress(FileNotFoundError):  # whoever laid it there took it away again
                    os.rename(one.path, self._taking / one.name)
                    claimed.append(one.name)
        return claimed[:most]

    def _letter(self, name: str) -> Letter:
        """A claimed file as a letter. Raises OSError where it cannot be read now."""
        body, fault = b"", ""
        try:
            body = self._bytes(self._taking / name)
        except _Unfit as unfit:
            fault = str(unfit)
        printable = name.encode("utf-8", "backslashreplace").decode()
        return Letter(printable, body, f"sha256:{sha256(body).hexdigest()}", fault, mark=name)

    def _bytes(self, path: Path) -> bytes:
        """All of a file; opened without waiting and without following a link. Raises _Unfit or OSError."""
        if path.is_symlink() or not path.is_file():
            raise _Unfit(f"{path.name}: expected a file, found something else. Lay the message itself here")
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise _Unfit(f"{path.name}: expected a file, found something else. Lay the message itself here")
            body = file.read(self._most + 1)
        if len(body) > self._most:
            raise _Unfit(f"{path.name}: expected at most {self._most} bytes, found more. Cut it into several files")
        return body

    def _put_away(self, letter: Letter, into: Path, beside: Path | None, said: bytes) -> None:
        """Write what is said, then move the file; both again after a crash between the two."""
        name = str(letter.mark)
        try:
            kept = _free(into, name)
            _write_whole(beside or into / (kept.name + REASON), said)
            reach("door.answer-written")
            os.rename(self._taking / name, kept)
        except OSError as broken:
            raise self._away(broken) from None

    def _away(self, broken: OSError) -> DoorAway:
        told = f"{broken.strerror or broken} ({broken.filename})"
        return DoorAway(f"folder {self.name!r}", told, "a folder we may read and write", "Nothing in it is lost.")


class _Unfit(Exception):
    """A file that can be no message, whenever it is read."""


def _oldest_first(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        dated = [(one.stat(follow_symlinks=False).st_mtime_ns, one.name, one) for one in found if not _is_ours(one)]
    return [one for _, _, one in sorted(dated, key=lambda each: each[:2])]


def _is_ours(one: os.DirEntry[str]) -> bool:
    return one.name.startswith(".") or one.name.endswith(ANSWER)


def _waits(one: os.DirEntry[str]) -> bool:
    return not one.name.lower().endswith(_UNFINISHED) and not one.is_dir(follow_symlinks=False)


def _free(folder: Path, name: str) -> Path:
    """A name in a folder that nothing has: the file's own, else with a number behind it."""
    number, free = 1, folder / name
    while free.exists() or free.is_symlink():
        number += 1
        free = folder / f"{name}.{number}"
    return free


def _write_whole(path: Path, said: bytes) -> None:
    """Written aside, flushed to disk, then moved into place."""
    handle, aside = tempfile.mkstemp(prefix=_ASIDE, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(said)
            file.flush()
            os.fsync(handle)
        os.replace(aside, path)
    except BaseException:
        os.unlink(aside)
        raise
