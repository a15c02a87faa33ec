"""What a list source is: how it is recognised, how it is read, and what is known about its publisher.

Each folder under `sources/` has a `read.py` with one `SOURCE` and an `about.yaml` beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from brightline.errors import SourceError
from brightline.terms import ListedEntity, OwnershipEdge, OwnershipNode

HEAD = 65536  # bytes a source may look at to recognise a file


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as handed in, already unpacked. `name` may carry a folder; `file_day` is the file's own day, ISO."""

    name: str
    data: bytes
    file_day: str | None = None

    @property
    def base(self) -> str:
        """The file name alone, lower case, without folder and without `.gz`."""
        name = self.name.replace("\\", "/").rsplit("/", 1)[-1].lower()
        return name.removesuffix(".gz")

    @property
    def folder(self) -> str:
        """The folder part of the name, empty where there is none."""
        return self.name.replace("\\", "/").rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class ReadList:
    """One list as read from its files.

    `published` is filled only where the content says it (`published_from` is then `content`); otherwise both are
    None and `gather` takes the option, the date in a file name, or the file's day. `skipped` names each row that
    could not be read (one string a row); `unknown_fields` each optional element without a word in our terms;
    `notes` what a person should know although nothing was lost. `excerpt_hint`: the content itself says that
    it is a part of the list. `nodes` and `edges`: owners and stakes, where the files state any.
    """

    list_id: str
    published: str | None
    published_from: str | None
    entities: tuple[ListedEntity, ...]
    skipped: tuple[str, ...] = ()
    unknown_fields: tuple[str, ...] = ()
    excerpt_hint: bool = False
    notes: tuple[str, ...] = ()
    nodes: tuple[OwnershipNode, ...] = ()
    edges: tuple[OwnershipEdge, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What `about.yaml` states of a source. `list_id` None: the caller names the list."""

    publisher: str
    regime: str
    licence: str
    url: str
    public: bool
    list_id: str | None
    fewest: int
    most: int
    sample: str
    quirks: tuple[str, ...]
    lists: Mapping[str, tuple[int, int]]

    def bounds(self, list_id: str) -> tuple[int, int]:
        """The fewest and most entries expected of this list."""
        return self.lists.get(list_id, (self.fewest, self.most))


@dataclass(frozen=True, slots=True)
class Source:
    """A format of one publisher.

    `recognise(head, file_name)` sees the first 64 KiB of the unpacked file and must not raise. `read(files)`
    gets the files of one set and raises SourceError. `assemble(files)` divides all files of this source into
    sets, one set a list version; by default each file is a set of its own. `updates`: a file of changes says all of
    each company that it names, so that a register can be updated from it.
    """

    name: str
    recognise: Callable[[bytes, str], bool]
    read: Callable[[Sequence[SourceFile]], ReadList]
    assemble: Callable[[Sequence[SourceFile]], list[tuple[SourceFile, ...]]] | None = None
    updates: bool = False

    @property
    def about(self) -> About:
        """The publisher's facts from `about.yaml` beside the reader."""
        return read_about(self.name)

    def sets(self, files: Sequence[SourceFile]) -> list[tuple[SourceFile, ...]]:
        """The files divided into sets, in a stable order."""
        if self.assemble is None:
            return [(file,) for file in files]
        return self.assemble(files)


_KEYS = ("publisher", "regime", "licence", "url", "public", "list_id", "fewest", "most", "sample", "quirks")


@cache
def read_about(source: str) -> About:
    """Read `sources/<source>/about.yaml` strictly: every key known, none missing but `lists`.

    `lists` maps a list id to its own `fewest` and `most` where one format carries several lists.
    """
    where = f"lists/sources/{source}/about.yaml"
    text = (resources.files("brightline.lists.sources") / source / "about.yaml").read_text(encoding="utf-8")
    stated = yaml.safe_load(text)
    if not isinstance(stated, dict) or set(stated) - {"lists"} != set(_KEYS):
        found = ", ".join(sorted(map(str, stated))) if isinstance(stated, dict) else type(stated).__name__
        raise SourceError(where, f"the keys {found}", f"the keys {', '.join(_KEYS)} and perhaps lists")
    lists = {str(key): (int(each["fewest"]), int(each["most"])) for key, each in (stated.get("lists") or {}).items()}
    return About(
        publisher=str(stated["publisher"]),
        regime=str(stated["regime"]),
        licence=str(stated["licence"]),
        url=str(stated["url"]),
        public=bool(stated["public"]),
        list_id=stated["list_id"],
        fewest=int(stated["fewest"]),
        most=int(stated["most"]),
        sample=str(stated["sample"]),
        quirks=tuple(str(quirk) for quirk in stated["quirks"] or ()),
        lists=lists,
    )
