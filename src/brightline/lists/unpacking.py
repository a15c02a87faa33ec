"""Files as they were handed in, unpacked: gzip and ZIP, within a limit, damaged ones refused."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from brightline.errors import SourceError
from brightline.lists.source import SourceFile

MOST_BYTES = 512 * 1024 * 1024  # of one unpacked file; the largest list known to us has about 120 MB
_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_ADVICE = "Fetch the file anew."


def unpacked(file: SourceFile) -> Iterator[SourceFile]:
    """The file itself, or what is in it. Raises SourceError where it is damaged or unpacks beyond the limit."""
    if file.data.startswith(_GZIP):
        yield SourceFile(_without(file.name, ".gz"), _gunzip(file), file.file_day)
    elif file.data.startswith(_ZIP):
        yield from _unzip(file)
    else:
        yield file


def _without(name: str, ending: str) -> str:
    return name[: -len(ending)] if name.lower().endswith(ending) else name


def _gunzip(file: SourceFile) -> bytes:
    """All members of a gzip file, one after another."""
    rest, parts, size = file.data, [], 0
    try:
        while rest.startswith(_GZIP):
            one = zlib.decompressobj(zlib.MAX_WBITS | 16)
            parts.append(one.decompress(rest, MOST_BYTES - size + 1))
            size += len(parts[-1])
            if size > MOST_BYTES:
                raise _too_large(file.name)
            if not one.eof:
                raise SourceError(file.name, "a gzip file that stops in the middle", "a whole file", _ADVICE)
            rest = one.unused_data
    except zlib.error as broken:
        raise SourceError(file.name, f"a damaged gzip file ({broken})", "a whole file", _ADVICE) from None
    return b"".join(parts)


def _unzip(file: SourceFile) -> Iterator[SourceFile]:
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            members = sorted((each for each in archive.infolist() if not each.is_dir()), key=lambda each: each.filename)
            if sum(each.file_size for each in members) > MOST_BYTES:
                raise _too_large(file.name)
            for member in members:
                yield SourceFile(f"{file.name}/{member.filename}", archive.read(member), file.file_day)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError) as broken:
        raise SourceError(file.name, f"a damaged ZIP file ({broken})", "a whole file", _ADVICE) from None


def _too_large(name: str) -> SourceError:
    return SourceError(name, f"more than {MOST_BYTES // 2**20} MiB unpacked", "a list of a size we know", _ADVICE)
