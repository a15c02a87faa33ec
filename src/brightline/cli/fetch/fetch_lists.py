"""Fetching lists, each apart: all its files, read, compared with what is held, and only then put into the home."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

from brightline.cli.context import Context, counted
from brightline.cli.fetch.addresses import Address, chosen_addresses
from brightline.cli.fetch.download import Downloader, Marks
from brightline.cli.fetch.download import Progress as Told
from brightline.cli.fetch.patience import PATIENCE
from brightline.cli.fetch.shelf import Shelf, held, open_shelf
from brightline.cli.home import StoredList, stored_lists
from brightline.cli.import_lists import put_in_home, say_notes
from brightline.errors import BrightlineError, NotFetched, ShrunkenList, SourceError
from brightline.lists.gather import ReadResult, gather
from brightline.lists.source import SourceFile
from brightline.screen.edition import age_in_days, published_moment
from brightline.terms import ListVersion

MOST_GONE = 10  # one entry in so many may be gone since the version held; more is taken by hand alone
_BY_HAND = "If it is right, import the file by hand with `brightline lists import`."

File = tuple[Path, Marks, str]  # where it lies, what the server said of it, the moment it is dated


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one list. `status`: imported, unchanged, refused or not-fetched; `bytes_came` over the line."""

    list: str
    status: str
    version: ListVersion | None
    bytes_came: int = 0
    error: BrightlineError | None = None
    notes: tuple[str, ...] = ()


def fetch_lists(ours: Context, wanted: Sequence[str], mirror: str | None) -> int:
    """Fetch the lists asked for; returns the exit status.

    2 where a list was refused, else 1 where one could not be had, else 3 where rows were skipped or a file was
    lacking, else 0. Whatever fails, the list in the home stays as it was, and the others are fetched all the same.
    """
    addresses = chosen_addresses(wanted, mirror)
    downloader = Downloader(PATIENCE, mirror)
    statuses = []
    with held(ours.home), downloader.client() as client:
        for address in addresses:
            with _progress(ours, address.list) as progress:
                outcome = _fetch(ours.home, address, _Line(downloader, client, progress))
            _tell(ours, outcome, address)
            statuses.append(_status(outcome))
    return next((one for one in (2, 1, 3) if one in statuses), 0)


@dataclass(frozen=True, slots=True)
class _Line:
    """What one call fetches with."""

    downloader: Downloader
    client: httpx.Client
    progress: Callable[[str], Told]


def _fetch(home: Path, address: Address, line: _Line) -> Outcome:
    shelf, newest = open_shelf(home, address.list), _newest(home, address.list)
    try:
        files, came, notes = _files(address, shelf, line)
        if newest is not None and newest.version.digest == shelf.version and _same(files, shelf):
            return Outcome(address.list, "unchanged", newest.version, came)
        result = _read(files, address)
        version = _checked(result, newest, address)
        if newest is None or version.digest != newest.version.digest:
            put_in_home(home, result, version)
            shelf.keep(files, version.digest)
            return Outcome(address.list, "imported", version, came, notes=(*result.notes, *notes))
        shelf.keep(files, version.digest)
        return Outcome(address.list, "unchanged", newest.version, came, notes=notes)
    except NotFetched as error:
        return Outcome(address.list, "not-fetched", newest.version if newest else None, error=error)
    except SourceError as error:
        return Outcome(address.list, "refused", newest.version if newest else None, error=error)


def _newest(home: Path, name: str) -> StoredList | None:
    held_here = [one for one in stored_lists(home) if one.current and one.version.list == name]
    return max(held_here, key=lambda one: published_moment(one.version.published), default=None)


def _files(address: Address, shelf: Shelf, line: _Line) -> tuple[dict[str, File], int, tuple[str, ...]]:
    """Every file of a list, as it stands on the shelf where it has not changed; bytes that came; what is lacking."""
    files: dict[str, File] = {}
    notes: list[str] = []
    came = 0
    for name, url in address.files.items():
        known = shelf.known(name)
        try:
            fetched = line.downloader.fetch(line.client, url, shelf.coming / name, known, line.progress(name))
        except NotFetched as lacking:
            if not _may_lack(lacking, files, shelf, name, line.downloader.mirror):
                raise
            notes.append(f"{name} is not there; what it would add is missing")
            continue
        if fetched is None:
            kept = shelf.files[name]
            files[name] = shelf.folder / name, kept.marks, kept.day
        else:
            files[name] = fetched.path, fetched.marks, fetched.day
            came += fetched.bytes_came
    return files, came, tuple(notes)


def _may_lack(lacking: NotFetched, files: Mapping[str, File], shelf: Shelf, name: str, mirror: str | None) -> bool:
    """A mirror may hold the entries without the files beside them, as long as it never held those."""
    return mirror is not None and bool(files) and name not in shelf.files and " 404" in lacking.found


def _same(files: Mapping[str, File], shelf: Shelf) -> bool:
    return set(files) == set(shelf.files) and all(path == shelf.folder / name for name, (path, _, _) in files.items())


def _read(files: Mapping[str, File], address: Address) -> ReadResult:
    """The list that the files hold. Raises SourceError where it is none, or another than asked for."""
    day = datetime.now(UTC).date().isoformat()
    sources = [SourceFile(name, path.read_bytes(), dated or day) for name, (path, _, dated) in files.items()]
    for result in gather(sources):
        if isinstance(result.error, SourceError):
            raise result.error
        if result.version is not None and result.version.list == address.list:
            return result
    raise SourceError(", ".join(files), "no list of that name", f"the list {address.list}", "Nothing was imported.")


def _checked(result: ReadResult, newest: StoredList | None, address: Address) -> ListVersion:
    """The version, which must be neither older nor much smaller than the one held. Raises SourceError."""
    version = result.version
    if version is None:
        raise SourceError(", ".join(result.files), "no list", f"the list {address.list}", "Nothing was imported.")
    if newest is None:
        return version
    had, where = newest.version, f"{version.list} from {', '.join(result.files)}"
    if published_moment(version.published) < published_moment(had.published):
        told = f"a list published {version.published}"
        raise SourceError(where, told, f"none older than the one held, published {had.published}", _BY_HAND)
    least = had.entries - had.entries // MOST_GONE
    if version.entries < least and not had.excerpt:
        told = counted(version.entries, "entry", "entries")
        raise ShrunkenList(where, told, f"at least {least}, since the one held has {had.entries}", _BY_HAND)
    return version


@contextmanager
def _progress(ours: Context, name: str) -> Iterator[Callable[[str], Told]]:
    """A bar for each file on a terminal, nothing elsewhere."""
    if not ours.console.is_terminal:
        yield lambda file: lambda had, total: None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=ours.console, transient=True) as bars:

        def of(file: str) -> Told:
            task = bars.add_task(f"{name} {file}", total=None)
            return lambda had, total: bars.update(task, completed=had, total=total)

        yield of


def _status(outcome: Outcome) -> int:
    if outcome.status in ("refused", "not-fetched"):
        return 2 if outcome.status == "refused" else 1
    version = outcome.version
    lacking = any("is not there" in note for note in outcome.notes)
    odd = outcome.status == "imported" and version is not None and (version.skipped or version.unknown_fields)
    return 3 if odd or lacking else 0


def _tell(ours: Context, outcome: Outcome, address: Address) -> None:
    if outcome.error is not None:
        ours.say(f"{outcome.list}: {outcome.status.replace('-', ' ')}: {outcome.error}")
    if outcome.version is not None and outcome.status == "imported":
        say_notes(ours, outcome.version, outcome.notes)
    else:
        for note in outcome.notes:
            ours.say(f"{outcome.list}: {note}")
    row = _row(outcome, address)
    if ours.as_json:
        ours.put(row)
    else:
        ours.print(_words(outcome, row))


def _row(outcome: Outcome, address: Address) -> dict[str, object]:
    version = outcome.version
    row: dict[str, object] = {"list": outcome.list, "status": outcome.status}
    row |= {"published": version.published if version else None}
    row |= {"age_days": age_in_days(version, datetime.now(UTC)) if version else None}
    row |= {"entries": version.entries if version else None, "digest": version.digest if version else None}
    row |= {"bytes": outcome.bytes_came, "publisher": address.about.publisher, "licence": address.about.licence}
    return row | {"error": str(outcome.error) if outcome.error else None}


def _words(outcome: Outcome, row: Mapping[str, object]) -> str:
    if outcome.version is None:
        return f"{outcome.list}: {outcome.status.replace('-', ' ')}, none in the home"
    stays = "" if outcome.error is None else "; the one held stays:"
    age = counted(int(str(row["age_days"])), "day", "days")
    entries = counted(outcome.version.entries, "entry", "entries")
    told = f"{outcome.status.replace('-', ' ')}{stays} published {outcome.version.published}, {age} old, {entries}"
    return f"{outcome.list}: {told}"
