"""What `brightline db` does; loaded when asked for, so that other verbs do not wait for the database library."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from pathlib import Path

from brightline.cases.backup import back_up, restore, see_backup
from brightline.cases.database import make_engine, stamp, told_by
from brightline.cases.erasure import erase
from brightline.cases.export import exported_lines
from brightline.cases.retention import Due, due, erase_due, read_terms, shipped_terms
from brightline.cases.upgrading import upgrade
from brightline.cli.context import Context, counted
from brightline.cli.files import read_text, whole_file
from brightline.cli.stores import one_store, opened, own_store, trusted_keys
from brightline.screen.moments import read_moment


def upgrade_store(ours: Context, db: str | None) -> None:
    """Bring a store to this program's tables."""
    if db is None:
        ours.home.mkdir(parents=True, exist_ok=True)
    engine = make_engine(db or own_store(ours.home))
    with told_by(engine):
        before, after = upgrade(engine)
    engine.dispose()
    told = f"was at {after} already" if before == after else f"from {before or 'nothing'} to {after}"
    ours.say(f"{engine.url.render_as_string(hide_password=True)}: {told}")


def back_up_store(ours: Context, db: str | None, file: Path) -> None:
    """Write a backup."""
    with opened(ours, one_store(ours.home, db)) as store:
        told = counted(back_up(store, file), "journal line", "journal lines")
        ours.say(f"{file}: {store.name} with {told}")


def restore_store(ours: Context, db: str | None, file: Path, key: Sequence[Path], *, replace: bool) -> None:
    """Fill a store from a backup, which is looked at first: a wrong file leaves no empty store behind."""
    see_backup(file)
    ours.home.mkdir(parents=True, exist_ok=True)
    keys = trusted_keys(ours.home, key) if key else ()
    with opened(ours, db or own_store(ours.home), create=True) as store:
        told = counted(restore(store, file, replace=replace, keys=keys), "journal line", "journal lines")
        ours.say(f"{store.name}: restored with {told}; everyone signs in anew")


def export_decisions(ours: Context, db: str | None, since: str | None, until: str | None, out: Path) -> None:
    """Write the stored decisions, one a line."""
    first = stamp(read_moment(since, "--since")) if since else ""
    last = stamp(read_moment(until, "--until")) if until else "9"
    with opened(ours, one_store(ours.home, db)) as store, store.read() as conn, whole_file(out) as file:
        written = sum(1 for line in exported_lines(conn, first, last) if file.write(line))
    ours.say(f"{out}: {counted(written, 'decision', 'decisions')}")


def erase_subject(ours: Context, db: str | None, subject: str, why: str) -> None:
    """Destroy the keys of one decision or case."""
    with opened(ours, one_store(ours.home, db), signs=True) as store:
        with store.write() as conn:
            gone = erase(conn, store, subject, _operator(), why)
        store.sweep()
    ours.say(f"{counted(len(gone), 'key', 'keys')} destroyed" if gone else f"{subject} was erased before")


def keep_terms(ours: Context, db: str | None, terms: Path | None, *, erase_now: bool) -> None:
    """List what is past its term, and erase it where asked."""
    chosen = read_terms(read_text(terms, "a file of terms in YAML"), str(terms)) if terms else shipped_terms()
    with opened(ours, one_store(ours.home, db), signs=erase_now) as store:
        with store.read() as conn:
            found = sum(_tell(ours, one) for one in due(conn, store.now(), chosen))
        gone = erase_due(store, store.now(), chosen, _operator()) if erase_now else 0
    told = f"{counted(gone, 'key', 'keys')} destroyed" if erase_now else "nothing was erased; --erase does it"
    ours.say(f"{counted(found, 'decision', 'decisions')} past their term; {told}")


def _tell(ours: Context, one: Due) -> int:
    """Name it; one, to be counted."""
    if ours.as_json:
        ours.put({"id": one.decision, "outcome": one.outcome, "country": one.country, "since": one.since})
    else:
        ours.print(f"{one.decision}  {one.outcome}  {one.country or '??'}  {one.since[:10]}  {one.term.days} days")
    return 1


def _operator() -> str:
    """Who sits at the terminal, as the journal names them."""
    return f"cli:{getpass.getuser()}"
