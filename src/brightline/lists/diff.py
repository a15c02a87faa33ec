"""What changed between two versions of a list, entry by entry and field by field."""

from __future__ import annotations

from dataclasses import dataclass, fields

from brightline.lists.edition import FrozenList
from brightline.terms import Link, ListedEntity, ListedIdentifier, ListedName

_FIELDS = tuple(field.name for field in fields(ListedEntity) if field.name not in ("list", "entry"))


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one entry: the written values that only the old version has, and those that only the new one has."""

    entry: str
    field: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Entries that came, entries that went, and what changed in those that stayed, in the order of the lists."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[Change, ...]

    @property
    def entries(self) -> tuple[str, ...]:
        """Every entry the change touches, each once: removed, changed, added."""
        return tuple(dict.fromkeys((*self.removed, *(change.entry for change in self.changed), *self.added)))


def diff(old: FrozenList, new: FrozenList) -> Difference:
    """The difference from `old` to `new`. Entries are compared by the publisher's own id."""
    before, after = old.entries(), new.entries()
    was, now = set(before), set(after)
    changed: list[Change] = []
    for place, entry in enumerate(after):
        earlier = old.find_entry(entry)
        if earlier is not None and old.payload(earlier) != new.payload(place):
            changed.extend(_changes(old[earlier], new[place]))
    return Difference(
        added=tuple(entry for entry in after if entry not in was),
        removed=tuple(entry for entry in before if entry not in now),
        changed=tuple(changed),
    )


def _changes(old: ListedEntity, new: ListedEntity) -> list[Change]:
    found = []
    for field in _FIELDS:
        before, after = _written(getattr(old, field)), _written(getattr(new, field))
        if before != after:
            gone = tuple(value for value in before if value not in after)
            come = tuple(value for value in after if value not in before)
            found.append(Change(new.entry, field, gone, come))
    return found


def _written(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, tuple):
        return tuple(_one(each) for each in value)
    return (str(value),)


def _one(value: object) -> str:
    if isinstance(value, ListedName):
        return f"{value.value} ({value.kind})"
    if isinstance(value, ListedIdentifier):
        return f"{value.scheme} {value.value}" + (f" ({value.country})" if value.country else "")
    if isinstance(value, Link):
        return f"{value.kind}: {value.name}" + (f" [{value.entry}]" if value.entry else "")
    if isinstance(value, tuple):
        return ": ".join(str(each) for each in value)
    return str(value)
