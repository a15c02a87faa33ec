"""Files of earlier payments that the caller names, plain or compressed, read as streams."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, cast

from brightline.beside.history import HistoryPart, read_history
from brightline.cli.files import why
from brightline.errors import CallError, PathError
from brightline.names.forms import form_words

_GZIP = b"\x1f\x8b"


def read_history_files(paths: Sequence[Path]) -> HistoryPart:
    """The earlier payments of files. Raises PathError or CallError, with file, row and column, for anything wrong."""
    with ExitStack() as stack:
        streams = [(str(path), stack.enter_context(_opened(path))) for path in paths]
        try:
            return read_history(streams, form_words())
        except (EOFError, zlib.error, gzip.BadGzipFile) as broken:
            raise CallError(str(paths[0]), f"damaged gzip data ({broken})", "a whole gzip file") from None


def _opened(path: Path) -> BinaryIO:
    try:
        with path.open("rb") as file:
            packed = file.read(2) == _GZIP
        return cast("BinaryIO", gzip.open(path, "rb")) if packed else path.open("rb")
    except OSError as broken:
        raise PathError(str(path), why(broken), "a file of earlier payments") from None
