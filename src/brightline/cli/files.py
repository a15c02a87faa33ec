"""Reading what the caller names and writing whole files: the only module that writes to disk."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from brightline.errors import CallError, PathError, UnreadableMessage
from brightline.payments.bytes import unpack

MOST_TEXT = 128 * 2**20  # of a file of names, pairs, columns or policy


_WHY = {
    errno.ENOENT: "nothing there",
    errno.EACCES: "a file that may not be read",
    errno.EISDIR: "a folder",
    errno.ENOTDIR: "a file where a folder should be",
}


def why(broken: OSError) -> str:
    """What stood in the way of reading or writing a file, as what was found."""
    return _WHY.get(broken.errno or 0) or broken.strerror or "a file that cannot be used"


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read and the name it goes by in the output: its path relative to the PATH that was given."""

    path: str | None  # None: standard input
    source: str
    once: bool = False  # a stream, which can be read but once: standard input, or a pipe named by the caller


def inputs(paths: Sequence[str]) -> Iterator[Input]:
    """Every file of the given files, folders and `-`, folders in byte order of the relative path.

    Raises PathError for a path that is not there, before anything is read.
    """
    for given in paths:
        if given != "-" and not os.path.lexists(given):
            raise PathError(given, "nothing there", "a file or a folder", "Check the path.")
    if paths.count("-") > 1:
        raise CallError("-", "standard input named twice", "it once: it can be read but once")
    for given in paths:
        if given == "-":
            yield Input(None, "-", once=True)
        elif os.path.isdir(given):
            yield from _folder(given)
        else:
            yield Input(given, _printable(os.path.basename(given)), once=_is_stream(given))


def _folder(top: str) -> Iterator[Input]:
    """The files below a folder; links to folders are not followed, so a loop cannot hold us."""
    base = os.fsencode(top)
    for relative in sorted(_below(base)):
        name = os.fsdecode(relative)
        yield Input(os.path.join(top, name), _printable(name))


def _below(base: bytes) -> Iterator[bytes]:
    """The relative paths of everything below a folder that is no folder itself."""
    waiting = [b""]
    while waiting:
        inside = waiting.pop()
        try:
            with os.scandir(os.path.join(base, inside)) as entries:
                for entry in entries:
                    relative = os.path.join(inside, entry.name)
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(relative)
                    else:
                        yield relative
        except OSError:
            yield inside  # a folder we may not look into becomes an unreadable line of its own


def _is_stream(path: str) -> bool:
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode) or stat.S_ISSOCK(mode)


def _printable(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "replace")


def read_input(one: Input, limit: int) -> bytes:
    """The bytes of a file, at most `limit`. Raises PathError if it is no file, too large, or may not be read."""
    data = _read_stream(one, limit) if one.once else _read_file(one.path or "", one.source, limit)
    if len(data) > limit:
        raise _too_large(one.source, limit)
    return data


def _read_stream(one: Input, limit: int) -> bytes:
    if one.path is None:
        return sys.stdin.buffer.read(limit + 1)
    try:
        with open(one.path, "rb") as stream:
            return stream.read(limit + 1)
    except OSError as broken:
        raise PathError(one.source, why(broken), "a readable one", "Check it.") from None


def _read_file(path: str, source: str, limit: int) -> bytes:
    """The bytes of a regular file; opened without waiting, so that a pipe without a writer cannot hold us."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            about = os.fstat(handle)
            if not stat.S_ISREG(about.st_mode):
                raise PathError(source, "no regular file", "a file", "Name files and folders only.")
            if about.st_size > limit:
                raise _too_large(source, limit)
            return b"".join(iter(lambda: os.read(handle, max(about.st_size + 1, 4096)), b""))
        finally:
            os.close(handle)
    except OSError as broken:
        raise PathError(source, why(broken), "a readable file", "Check it.") from None


def read_text(path: Path, expected: str) -> str:
    """A text in UTF-8 that the caller names, a pipe too, `.gz` accepted, within a limit. Raises PathError."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_TEXT + 1)
        if len(data) > MOST_TEXT:
            raise _too_large(str(path), MOST_TEXT)
        return unpack(data, str(path), MOST_TEXT).decode("utf-8-sig")
    except OSError as broken:
        raise PathError(str(path), why(broken), expected) from None
    except UnicodeDecodeError as broken:
        raise PathError(str(path), f"a byte that is no UTF-8 at {broken.start}", f"{expected}, in UTF-8") from None
    except UnreadableMessage as told:
        raise PathError(str(path), told.found, expected, told.advice) from None


def _too_large(source: str, limit: int) -> PathError:
    return PathError(source, f"more than {limit >> 20} MB", "a smaller file", "Cut it into several files.")


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: aside, flushed to disk, then moved into place."""
    with whole_file(path) as file:
        file.write(content)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file that appears under its name only when everything was written; else nothing is left behind.

    A pipe or a device such as /dev/stdout cannot be put in place whole: it is written to as it is.
    """
    if path.is_dir():
        raise PathError(str(path), "a folder", "a file name to write to")
    if path.exists() and not path.is_file():
        with path.open("wb") as straight:
            yield straight
        return
    try:
        handle, aside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as broken:
        raise PathError(str(path), why(broken), "a folder we may write to") from None
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(aside, 0o666 & ~_umask())
        os.replace(aside, path)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
