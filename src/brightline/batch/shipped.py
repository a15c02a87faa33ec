"""Lists as files that travel: what a machine elsewhere needs to find candidates, and nothing else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from brightline.errors import SourceError
from brightline.lists.edition import FrozenList
from brightline.names.index import NameIndex
from brightline.screen.edition import OpenList
from brightline.screen.engine import names_digest

ENTITIES, NAMES, PROGRAM = "list.arrow", "names.idx", "program"


def ship(lists: Mapping[str, tuple[bytes, bytes]]) -> bytes:
    """A zip file of lists: by name, each its frozen entities and the index of their names."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        archive.writestr(PROGRAM, names_digest())
        for name, (entities, names) in sorted(lists.items()):
            archive.writestr(f"{name}/{ENTITIES}", entities)
            archive.writestr(f"{name}/{NAMES}", names)
    return sink.getvalue()


def open_shipped(folder: Path) -> tuple[OpenList, ...]:
    """The lists of an unpacked archive. Raises SourceError where the program here reads names otherwise."""
    if (folder / PROGRAM).read_text(encoding="utf-8") != names_digest():
        told = "lists made by another version of the program"
        raise SourceError(str(folder), told, "the same version on all machines", "Install it on the executors.")
    places = sorted(one for one in folder.iterdir() if one.is_dir())
    entities = [(place, FrozenList.open(place / ENTITIES)) for place in places]
    return tuple(OpenList(one.version, one, NameIndex.open(place / NAMES, one)) for place, one in entities)
