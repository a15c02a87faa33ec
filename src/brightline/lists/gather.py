"""From files to lists: each file recognised, files of one list put together, each list read whole or not at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from brightline.errors import CallError, NotRecognised, ShrunkenList, SourceError
from brightline.lists.edition import digest_of
from brightline.lists.naming import distinct_entries
from brightline.lists.owners import digest_with_owners
from brightline.lists.reading.days import day_in_name
from brightline.lists.source import HEAD, ReadList, Source, SourceFile
from brightline.lists.sources.registry import SOURCES
from brightline.lists.unpacking import unpacked
from brightline.terms import ListedEntity, ListVersion, OwnershipEdge, OwnershipNode

_MOST_UNREADABLE = 100  # one row in so many may be unreadable
_LIST_ID = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class ReadResult:
    """One list, or why it could not be had. Either `version` or `error` is set.

    `files` are the names of the files it came from; `notes` say what a person should know although nothing was lost.
    """

    files: tuple[str, ...]
    source: str | None
    version: ListVersion | None = None
    entities: tuple[ListedEntity, ...] = ()
    error: SourceError | CallError | None = None
    notes: tuple[str, ...] = ()
    nodes: tuple[OwnershipNode, ...] = ()
    edges: tuple[OwnershipEdge, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the caller said about the lists: id, moment of publication, and whether they are parts on purpose."""

    list_id: str | None = None
    published: str | None = None
    excerpt: bool = False


def gather(
    files: Sequence[SourceFile],
    *,
    list_id: str | None = None,
    published: str | None = None,
    excerpt: bool = False,
) -> list[ReadResult]:
    """Read every list that the files hold, in a stable order; a list that cannot be had stands there with its error.

    Raises CallError where `list_id` or `published` is not well formed; no error of a single list is raised.
    """
    wanted = Wanted(_checked_id(list_id), _checked_moment(published), excerpt)
    results: list[ReadResult] = []
    found: dict[str, list[SourceFile]] = defaultdict(list)
    for file in sorted(files, key=lambda file: (file.name, file.data)):
        try:
            for one in unpacked(file):
                found[recognised(one).name].append(one)
        except SourceError as refused:
            results.append(ReadResult((file.name,), None, error=refused))
    for source in SOURCES:
        if source.name in found:
            results.extend(_read_set(source, each, wanted) for each in source.sets(found[source.name]))
    return results


def recognised(file: SourceFile) -> Source:
    """The source that reads this file. Raises NotRecognised, saying what the file looks like instead."""
    head = file.data[:HEAD]
    for source in SOURCES:
        if source.recognise(head, file.name):
            return source
    advice = "Give the file as the publisher sends it; the formats read are listed under docs/lists."
    raise NotRecognised(file.name, _looks_like(head), "a list in a format we know", advice)


def _looks_like(head: bytes) -> str:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:512].lower()
    if not start:
        return "an empty file"
    if start.startswith((b"<!doctype html", b"<html")) or b"<html" in start:
        return "an HTML page, perhaps the publisher's error page"
    if b"\x00" in head:
        return "a binary file"
    if start.startswith(b"<"):
        return "XML that is none of the lists we know"
    if start.startswith((b"{", b"[")):
        return "JSON that is none of the lists we know"
    return "text in no format we know"


def _read_set(source: Source, files: tuple[SourceFile, ...], wanted: Wanted) -> ReadResult:
    names = tuple(file.name for file in files)
    try:
        read = source.read(files)
        named = _with_id(source, read, wanted)
        _check_size(source, named, wanted, names)
        version, notes = _version(source, named, files, wanted)
    except (SourceError, CallError) as refused:
        return ReadResult(names, source.name, error=refused)
    return ReadResult(
        names, source.name, version, named.entities, notes=(*named.notes, *notes), nodes=named.nodes, edges=named.edges
    )  # fmt: skip


def _with_id(source: Source, read: ReadList, wanted: Wanted) -> ReadList:
    """The list under its own id or, where the format carries anybody's list, under the one the caller gave."""
    if wanted.list_id is None or wanted.list_id == read.list_id:
        return replace(read, entities=distinct_entries(read.entities))
    if source.about.list_id is not None or wanted.list_id in _ids_of_publishers():
        advice = "Leave --list out: the list is recognised by its content."
        raise SourceError(f"--list {wanted.list_id}", f"the list {read.list_id}", f"the list {wanted.list_id}", advice)
    renamed = tuple(replace(entity, list=wanted.list_id) for entity in read.entities)
    return replace(read, list_id=wanted.list_id, entities=distinct_entries(renamed))


def _ids_of_publishers() -> frozenset[str]:
    about = [source.about for source in SOURCES]
    return frozenset(each.list_id for each in about if each.list_id) | {name for each in about for name in each.lists}


def _check_size(source: Source, read: ReadList, wanted: Wanted, files: Sequence[str]) -> None:
    where = f"{read.list_id} from {', '.join(files)}"
    fewest, most = source.about.bounds(read.list_id)
    count, lost = _entries(source, read), len(read.skipped)
    if lost * _MOST_UNREADABLE > count + lost:
        found = f"{lost} of {count + lost} rows that cannot be read; the first: {read.skipped[0]}"
        raise SourceError(where, found, "at most one in a hundred", "Nothing of it was imported.")
    if count > most:
        raise SourceError(where, f"{count} entries", f"at most {most}", "Something is wrong with the file.")
    if wanted.excerpt:
        if not count:
            raise SourceError(where, "no entry", "at least one", "Nothing of it was imported.")
        return
    least = fewest + fewest // 4 if read.excerpt_hint else fewest
    if count < least:
        told = f"at least {least} entries" + (", since its end mark is missing" if read.excerpt_hint else "")
        advice = "If it is a part on purpose, say --excerpt; the list imported before stays."
        raise ShrunkenList(where, f"{count} {'entry' if count == 1 else 'entries'}", told, advice)


def _version(
    source: Source, read: ReadList, files: Sequence[SourceFile], wanted: Wanted
) -> tuple[ListVersion, tuple[str, ...]]:
    published, origin = _published(read, files, wanted)
    about = source.about
    notes = [f"published {published}, taken from {_SAYS[origin]}"] if origin != "content" else []
    if origin == "content" and wanted.published and not wanted.published.startswith(published[:10]):
        notes.append(f"the file itself says it was published {published}; --published {wanted.published} is not used")
    version = ListVersion(
        list=read.list_id,
        published=published,
        published_from=origin,
        digest=digest_with_owners(digest_of(read.entities), read.nodes, read.edges),
        entries=_entries(source, read),
        regime=_regime(source, read),
        publisher=about.publisher,
        excerpt=wanted.excerpt,
        public=about.public,
        skipped=read.skipped,
        unknown_fields=read.unknown_fields,
        stakes=len(read.edges),
    )
    return version, tuple(notes)


def _entries(source: Source, read: ReadList) -> int:
    """What a list is counted by: its entries, or the stakes of a register of owners (its owners where it has none)."""
    return (len(read.edges) or len(read.nodes)) if _regime(source, read) == "ownership" else len(read.entities)


def _regime(source: Source, read: ReadList) -> str:
    """Whose measure a list is; one that states stakes and lists nobody is a register of owners."""
    return "ownership" if read.edges and not read.entities else source.about.regime


_SAYS = {"option": "--published", "file-name": "the name of the file or its folder", "file-day": "the file's own day"}


def _published(read: ReadList, files: Sequence[SourceFile], wanted: Wanted) -> tuple[str, str]:
    """The moment of publication and where it was found: content, option, file name, the file's day."""
    if read.published:
        return read.published, "content"
    if wanted.published:
        return wanted.published, "option"
    named = _newest(day_in_name(file.base) for file in files) or _newest(_folder_day(file) for file in files)
    if named:
        return named, "file-name"
    day = _newest(file.file_day for file in files)
    if day:
        return day, "file-day"
    advice = "Say when it was published: --published 2024-07-02."
    raise SourceError(files[0].name, "no date in the file, its name or its day", "a day of publication", advice)


def _newest(days: Iterable[str | None]) -> str | None:
    return max((day for day in days if day), default=None)


def _folder_day(file: SourceFile) -> str | None:
    return day_in_name(file.folder.rsplit("/", 1)[-1])


def _checked_id(list_id: str | None) -> str | None:
    if list_id is not None and not _LIST_ID.fullmatch(list_id):
        raise CallError("--list", repr(list_id), "an id such as us-ofac-sdn", "Lower-case letters, digits and dashes.")
    return list_id


def _checked_moment(published: str | None) -> str | None:
    if published is None:
        return None
    try:
        if len(published) == 10:
            return date.fromisoformat(published).isoformat()
        return datetime.fromisoformat(published).isoformat()
    except ValueError:
        raise CallError("--published", repr(published), "a day or moment such as 2024-07-02") from None
