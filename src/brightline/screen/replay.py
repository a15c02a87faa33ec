"""Decide again from the payment inside a decision, and say what came out otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from brightline.beside.record import beside_of
from brightline.payments.shape import from_json
from brightline.screen.edition import Edition
from brightline.screen.plain import Json
from brightline.screen.screen import screen
from brightline.screen.wire import decision_json, edition_json, line, paired_from
from brightline.terms import AsOf

COMPARED = ("determination", "outcome", "findings", "releasing", "unknowns")


@dataclass(frozen=True, slots=True)
class Replayed:
    """A decision taken again. `changed`: the parts that differ, each before and after; empty when equal."""

    id: str
    source: str
    changed: tuple[tuple[str, object, object], ...]
    after: Json


def replay(before: Json, edition: Edition) -> Replayed:
    """Decide again at the same moments, and compare the bytes.

    Where other code or law decides than then, or another list or policy was asked for, the parts are compared.

    Raises UnreadableMessage (from the payment reader) if the payment inside the decision is not whole.
    """
    said = cast("Mapping[str, object]", before["payment"])
    moments = cast("Mapping[str, str]", before["as_of"])
    as_of = AsOf(law=datetime.fromisoformat(moments["law"]), known=datetime.fromisoformat(moments["known"]))
    paired = paired_from(cast("Sequence[Mapping[str, object]]", before.get("paired") or ()))
    beside = beside_of(cast("Mapping[str, object]", before.get("beside") or {}))
    after = decision_json(screen(from_json(said, str(said["source"])), edition, as_of, paired, beside))
    changed = (
        _bytes(before, after) if _decides_alike(cast("Json", before["edition"]), edition) else _parts(before, after)
    )
    return Replayed(str(before["id"]), str(said["source"]), changed, after)


def _decides_alike(said: Json, edition: Edition) -> bool:
    """Whether code, law, policy and lists are those of then. The id is no witness: it is what must come out equal."""
    now = edition_json(edition.note)
    lists = cast("Mapping[str, Json]", said["lists"])
    digests = {name: one["digest"] for name, one in lists.items()}
    same = all(said[part] == now[part] for part in ("engine", "law", "policy", "institution"))
    return same and digests == {one.list: one.digest for one in edition.note.lists}


def _bytes(before: Json, after: Json) -> tuple[tuple[str, object, object], ...]:
    if line(before) == line(after):
        return ()
    keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    return tuple((key, before.get(key), after.get(key)) for key in keys) or (("order of keys", "", ""),)


def _parts(before: Json, after: Json) -> tuple[tuple[str, object, object], ...]:
    return tuple((key, before.get(key), after[key]) for key in COMPARED if before.get(key) != after[key])
