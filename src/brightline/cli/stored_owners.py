"""Owners in the home: the frozen registers, the updates beside them, and what entries of lists state of owners.

A version that is an update holds what changed (`owners.update`) and names the folder of the frozen register that it
stands beside. What entries state (`stated.idx`) follows from the list alone and is made anew when the code changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from brightline.cli.files import write_whole
from brightline.cli.home import BASE, NOTE, OWNERS, STATED, UPDATE, StoredList, damaged, holds, note_of, note_text
from brightline.ownership.book import Register
from brightline.ownership.graph import OwnerGraph
from brightline.ownership.stated import stated_graph
from brightline.ownership.update import Update
from brightline.ownership.updated_graph import UpdatedGraph
from brightline.screen.engine import stated_digest
from brightline.terms import ListedEntity


def open_owners(stored: StoredList) -> Register:
    """Open the owners that a version states. Raises SourceError where they are damaged or of an older program."""
    note = note_of(stored.folder)
    if BASE not in note:
        return Register(stored.version.list, _frozen(stored))
    if not holds(stored.folder, UPDATE, note):
        raise damaged(stored.folder)
    update = Update.from_bytes((stored.folder / UPDATE).read_bytes())
    return Register(stored.version.list, UpdatedGraph(_frozen(base_of(stored)), update))


def states_owners(stored: StoredList) -> bool:
    """Whether a version states owners, be it their stakes or who they are."""
    return not {OWNERS, UPDATE}.isdisjoint(note_of(stored.folder).get("digests", ()))


def base_of(stored: StoredList) -> StoredList:
    """The version whose frozen register holds most of a version's owners: its own, or the one it stands beside."""
    base = note_of(stored.folder).get(BASE)
    return StoredList(stored.version, stored.folder.parent / str(base), False) if base else stored


def _frozen(stored: StoredList) -> OwnerGraph:
    if not holds(stored.folder, OWNERS, note_of(stored.folder)):
        raise damaged(stored.folder)
    return OwnerGraph.open(stored.folder / OWNERS)


def open_stated(stored: StoredList, entities: Sequence[ListedEntity]) -> OwnerGraph:
    """What the entries of a version state of owners, made anew where it is missing or other code made it."""
    note = note_of(stored.folder)
    if note.get("stated") != stated_digest() or not holds(stored.folder, STATED, note):
        known = open_owners(stored).graph if stored.version.stakes else None
        made = stated_graph(stored.version, entities, known)
        write_whole(stored.folder / STATED, made)
        digests = note["digests"] | {STATED: sha256(made).hexdigest()}
        write_whole(stored.folder / NOTE, note_text(note | {"digests": digests, "stated": stated_digest()}))
    return OwnerGraph.open(stored.folder / STATED)
