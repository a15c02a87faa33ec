"""What a caller hands in beside the messages, read from the files named in the call."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from brightline.beside.book import EMPTY, BesideBook, Part
from brightline.beside.media import KIND as MEDIA
from brightline.beside.pairs import KIND as PAIRS
from brightline.beside.pairs import read_pairs
from brightline.beside.papers import read_papers
from brightline.beside.passports import KIND as PASSPORTS
from brightline.beside.profiles import read_profiles
from brightline.cli.files import read_text
from brightline.cli.history_files import read_history_files
from brightline.cli.passport_files import read_passport_file
from brightline.media.concerning import read_stories


@dataclass(frozen=True, slots=True)
class BesideFiles:
    """The files named by `--trade`, `--profiles`, `--history`, `--passports`, `--pairs` and `--media`."""

    trade: Path | None = None
    profiles: Path | None = None
    history: Path | None = None
    passports: Path | None = None
    pairs: Path | None = None
    media: Path | None = None


def read_beside(files: BesideFiles) -> BesideBook:
    """Everything the files hold, by kind. Raises CallError or PathError for the first thing wrong."""
    parts: dict[str, Part] = {}
    if files.trade is not None:
        parts["papers"] = read_papers(read_text(files.trade, "papers as JSON"), str(files.trade))
    if files.profiles is not None:
        parts["profiles"] = read_profiles(read_text(files.profiles, "profiles as JSON"), str(files.profiles))
    if files.history is not None:
        parts["history"] = read_history_files([files.history])
    if files.passports is not None:
        parts[PASSPORTS] = read_passport_file(files.passports)
    if files.pairs is not None:
        parts[PAIRS] = read_pairs(read_text(files.pairs, "a JSON array of pairs"), str(files.pairs))
    if files.media is not None:
        parts[MEDIA] = read_stories(read_text(files.media, "stories as JSON lines"), str(files.media))
    return BesideBook(parts) if parts else EMPTY
