"""What an examiner gets: lines with their content, proof that they are in the log, and the checkpoint over it.

A bundle is JSON and is checked with the public key alone, far from the store. `since` proves beside that the log grew
from an earlier checkpoint the examiner holds.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Collection, Mapping, Sequence
from typing import cast

from sqlalchemy import Connection

from brightline.cases.journal.checkpoint import Checkpoint, checkpoint_from, checkpoint_json
from brightline.cases.journal.line import Line, salted_digest
from brightline.cases.journal.log_file import checkpoint_fault, line_json, line_of
from brightline.cases.journal.proofs import consistency, grown, included, inclusion
from brightline.cases.journal.reading import content_at, line_at, newest_checkpoint, nodes_of
from brightline.errors import NotThere

FORM = "brightline-journal-bundle-1"


def make_bundle(conn: Connection, numbers: Sequence[int], since: Checkpoint | None = None) -> dict[str, object]:
    """A bundle of these lines. Raises NotThere for a line that is not there."""
    newest = newest_checkpoint(conn)
    if newest is None:
        raise NotThere("the journal", "no line", "at least one")
    said: dict[str, object] = {"form": FORM, "checkpoint": checkpoint_json(newest)}
    said["lines"] = [_proved(conn, line_at(conn, number), newest) for number in numbers]
    if since is not None:
        path = consistency(nodes_of(conn), since.size, newest.size) if 0 < since.size <= newest.size else ()
        said["grew"] = {"from": checkpoint_json(since), "path": [one.hex() for one in path]}
    return said


def _proved(conn: Connection, line: Line, newest: Checkpoint) -> dict[str, object]:
    path = inclusion(nodes_of(conn), line.number - 1, newest.size)
    content = content_at(conn, line)
    opened = None if content is None else {"salt": content[0].hex(), "content": b64encode(content[1]).decode()}
    return {**line_json(line), "path": [one.hex() for one in path], "opened": opened}


def faults_of(bundle: Mapping[str, object], keys: Collection[bytes]) -> list[str]:
    """What does not hold in a bundle, a sentence each; empty where everything does.

    `keys`: the public keys an examiner trusts. Needs neither store nor network. Raises ValueError for no bundle.
    """
    try:
        if bundle["form"] != FORM:
            raise ValueError(f"form {bundle['form']!r}")
        newest = checkpoint_from(cast("Mapping[str, object]", bundle["checkpoint"]))
        faults = _signature(newest, keys)
        for said in cast("Sequence[Mapping[str, object]]", bundle["lines"]):
            faults += _line_faults(said, newest)
        if "grew" in bundle:
            faults += _growth(cast("Mapping[str, object]", bundle["grew"]), newest, keys)
    except (KeyError, TypeError, AttributeError) as broken:
        raise ValueError(f"{type(broken).__name__}: {broken}") from None
    return faults


def _signature(one: Checkpoint, keys: Collection[bytes]) -> list[str]:
    told = checkpoint_fault(one, one.root, keys)
    return [told] if told else []


def _line_faults(said: Mapping[str, object], newest: Checkpoint) -> list[str]:
    line = line_of(said)
    path = [bytes.fromhex(one) for one in cast("Sequence[str]", said["path"])]
    faults = []
    if not included(line.leaf(), line.number - 1, newest.size, path, newest.root):
        faults.append(f"line {line.number} is not in the log of {newest.size} lines")
    opened = cast("Mapping[str, str] | None", said["opened"])
    if opened and salted_digest(bytes.fromhex(opened["salt"]), b64decode(opened["content"])) != line.digest:
        faults.append(f"the content shown for line {line.number} is not what was written")
    return faults


def _growth(said: Mapping[str, object], newest: Checkpoint, keys: Collection[bytes]) -> list[str]:
    old = checkpoint_from(cast("Mapping[str, object]", said["from"]))
    path = [bytes.fromhex(one) for one in cast("Sequence[str]", said["path"])]
    faults = _signature(old, keys)
    if old.origin != newest.origin:
        faults.append("the earlier checkpoint is of another log")
    elif not grown(old.size, old.root, newest.size, newest.root, path):
        faults.append(f"the log of {newest.size} lines does not begin with that of {old.size}")
    return faults
