"""What `brightline journal` does; loaded when asked for, so that other verbs do not wait for the database library."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from brightline.cases.journal.bundle import FORM as BUNDLE
from brightline.cases.journal.bundle import faults_of, make_bundle
from brightline.cases.journal.checkpoint import Checkpoint, checkpoint_from, checkpoint_json
from brightline.cases.journal.log_file import log_faults, log_lines
from brightline.cases.journal.reading import lines_about, newest_checkpoint
from brightline.cases.journal.signing import read_public_key
from brightline.cases.journal.verify import verify
from brightline.cli.context import Context, counted
from brightline.cli.files import read_text, write_whole
from brightline.cli.stores import one_store, opened, store_urls, trusted_keys
from brightline.errors import CallError

MOST_FAULTS = 20  # told of one store


def verify_stores(ours: Context, db: str | None, key: Sequence[Path], since: Path | None) -> int:
    """Verify the store named, or every one in the home; 1 where one does not hold."""
    earlier = _checkpoint(since) if since else None
    keys = trusted_keys(ours.home, key)
    held = [_verify_one(ours, url, keys, earlier) for url in store_urls(ours.home, db)]
    return 0 if all(held) else 1


def _verify_one(ours: Context, url: str, keys: Sequence[bytes], earlier: Checkpoint | None) -> bool:
    with opened(ours, url) as store, store.read() as conn:
        newest = newest_checkpoint(conn)
        faults = [str(one) for one in islice(verify(conn, keys), MOST_FAULTS)]
        if earlier is not None and newest is not None and not faults:
            faults = faults_of(make_bundle(conn, [], earlier), keys or (newest.key,))
        _tell(ours, store.name, newest.size if newest else 0, faults, trusted=bool(keys))
    return not faults


def _tell(ours: Context, name: str, lines: int, faults: Sequence[str], *, trusted: bool) -> None:
    if ours.as_json:
        ours.put({"store": name, "lines": lines, "holds": not faults, "faults": list(faults), "trusted_key": trusted})
        return
    ours.print(f"{name}: {counted(lines, 'line', 'lines')}, {'DOES NOT HOLD' if faults else 'all follow'}")
    for told in faults:
        ours.print(f"  {told}")
    if not trusted:
        ours.say("Checked with the key the store itself carries; name one you trust with --key.")


def export_journal(ours: Context, db: str | None, about: str | None, since: Path | None, out: Path | None) -> None:
    """Write the log, or a bundle about one subject."""
    with opened(ours, one_store(ours.home, db)) as store, store.read() as conn:
        said = [_bundle(conn, about, since)] if about else log_lines(conn)
        _put(ours, "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in said), out)


def _bundle(conn: Connection, about: str, since: Path | None) -> dict[str, object]:
    numbers = [line.number for line in lines_about(conn, about)]
    if not numbers:
        raise CallError("--about", repr(about), "the id of a decision, case or message that the journal speaks of")
    return make_bundle(conn, numbers, _checkpoint(since) if since else None)


def put_checkpoint(ours: Context, db: str | None, out: Path | None) -> None:
    """Write the newest checkpoint."""
    with opened(ours, one_store(ours.home, db)) as store, store.read() as conn:
        newest = newest_checkpoint(conn)
    if newest is None:
        raise CallError(store.name, "a journal without lines", "at least one")
    _put(ours, json.dumps(checkpoint_json(newest)) + "\n", out)


def _put(ours: Context, text: str, out: Path | None) -> None:
    if out is None:
        ours.print(text.rstrip("\n"))
    else:
        write_whole(out, text.encode())


def check_export(ours: Context, file: Path, key: Sequence[Path]) -> int:
    """Check an exported log or bundle; 1 where it does not hold."""
    keys = [read_public_key(one) for one in key]
    lines = read_text(file, "a file written by `brightline journal export`").splitlines()
    try:
        said: list[dict[str, Any]] = [json.loads(one) for one in lines if one.strip()]
        is_bundle = len(said) == 1 and said[0].get("form") == BUNDLE
        faults = faults_of(said[0], keys) if is_bundle else log_faults(said, keys)
    except (ValueError, AttributeError) as broken:
        raise CallError(str(file), str(broken), "a file written by `brightline journal export`") from None
    _tell(ours, str(file), len(said[0]["lines"]) if is_bundle else len(said) - 1, faults, trusted=True)
    return 1 if faults else 0


def _checkpoint(path: Path) -> Checkpoint:
    try:
        return checkpoint_from(json.loads(read_text(path, "a checkpoint")))
    except (ValueError, KeyError, TypeError) as broken:
        raise CallError(str(path), str(broken), "what `brightline journal checkpoint` wrote") from None
