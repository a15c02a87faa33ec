"""The whole log as JSON lines: its checkpoints, then every line without its content; checked without the store."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from sqlalchemy import Connection

from brightline.cases.journal.checkpoint import Checkpoint, checkpoint_from, checkpoint_json
from brightline.cases.journal.hashing import add_leaf, root_of
from brightline.cases.journal.line import Line
from brightline.cases.journal.reading import every_checkpoint, lines_from

FORM = "brightline-journal-log-1"


def log_lines(conn: Connection) -> Iterator[dict[str, object]]:
    """A head that names the form, the checkpoints that are kept, and every line, in this order."""
    yield {"form": FORM, "checkpoints": [checkpoint_json(one) for one in every_checkpoint(conn)]}
    for line in lines_from(conn, 1):
        yield line_json(line)


def line_json(line: Line) -> dict[str, object]:
    """A line for the wire; the digest in hex."""
    told = {"at": line.at, "kind": line.kind, "subject": line.subject, "digest": line.digest.hex()}
    return {"line": line.number, **told}


def line_of(said: Mapping[str, object]) -> Line:
    """A line back from the wire. Raises KeyError, TypeError or ValueError where it is none."""
    digest = bytes.fromhex(str(said["digest"]))
    return Line(int(str(said["line"])), str(said["at"]), str(said["kind"]), str(said["subject"]), digest)


def log_faults(said: Iterable[Mapping[str, object]], keys: Collection[bytes]) -> list[str]:
    """What does not hold in a log file, a sentence each; empty where everything does.

    Raises ValueError where it is no log file.
    """
    rest = iter(said)
    try:
        head = next(rest, {})
        if head.get("form") != FORM:
            raise ValueError(f"form {head.get('form')!r}")
        signed = {one.size: one for one in map(checkpoint_from, head["checkpoints"])}  # type: ignore[call-overload]
        return list(_walk(map(line_of, rest), signed, keys))
    except (KeyError, TypeError, AttributeError) as broken:
        raise ValueError(f"{type(broken).__name__}: {broken}") from None


def _walk(lines: Iterable[Line], signed: dict[int, Checkpoint], keys: Collection[bytes]) -> Iterator[str]:
    peaks: list[bytes] = []
    size = 0
    for line in lines:
        if line.number != size + 1:
            yield f"line {size + 1} is missing: line {line.number} comes after line {size}"
            return
        add_leaf(peaks, size, line.leaf())
        size += 1
        if size in signed and (told := checkpoint_fault(signed.pop(size), root_of(peaks), keys)):
            yield told
            return
    if signed:
        yield f"line {size + 1} is missing: a signed checkpoint counts {max(signed)} lines, {size} are here"


def checkpoint_fault(one: Checkpoint, root: bytes, keys: Collection[bytes]) -> str:
    """What is wrong with a checkpoint over a log of this root; nothing where it holds."""
    if one.root != root:
        return f"line {one.size} or one before it does not follow: the checkpoint over it has another root"
    if one.key not in keys:
        return f"the checkpoint over {one.size} lines is signed with another key, {one.key.hex()}"
    return "" if one.holds() else f"the signature of the checkpoint over {one.size} lines does not hold"
