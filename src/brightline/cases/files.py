"""Files that people add to a case: sealed under its key, known by their digest, never opened or run here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256

from sqlalchemy import Connection, RowMapping, insert, select

from brightline.cases.actors import Actor
from brightline.cases.database import Store, stamp
from brightline.cases.events import tell
from brightline.cases.guards import case_row
from brightline.cases.people import names_of, require_live
from brightline.cases.permissions import require
from brightline.cases.rows import KeptFile
from brightline.cases.sealed import open_sealed, seal
from brightline.cases.secret_texts import new_id
from brightline.cases.tables.cases import case_files
from brightline.errors import NotThere, Refused

LARGEST_FILE = 10 * 1024 * 1024
_LONGEST_NAME = 120
_MEDIA_TYPE = re.compile(r"[a-z]{1,19}/[a-z0-9.+-]{1,80}")


def add_file(store: Store, case_id: str, name: str, media_type: str, content: bytes, actor: Actor) -> KeptFile:
    """Keep a file with a case, with its journal line. Raises Refused for an empty or too large one."""
    require(actor, "files.add")
    if not 0 < len(content) <= LARGEST_FILE:
        raise Refused("file", f"{len(content)} bytes", f"1 to {LARGEST_FILE}")
    kind = media_type if _MEDIA_TYPE.fullmatch(media_type) else "application/octet-stream"
    kept = KeptFile(
        new_id(), plain_name(name), kind, len(content), sha256(content).hexdigest(), actor.name, stamp(store.now())
    )
    with store.write() as conn:
        require_live(conn, actor)
        case_row(conn, case_id)
        row = {"id": kept.id, "case": case_id, "name": kept.name, "media_type": kind, "size": kept.size}
        row |= {"digest": kept.digest, "sealed": seal(conn, case_id, content), "by": actor.id, "at": kept.at}
        conn.execute(insert(case_files).values(**row))
        said = {"file": kept.id, "name": kept.name, "size": kept.size, "digest": kept.digest}
        tell(conn, store, case_id, "file-added", actor, content=said)
    return kept


def read_file(store: Store, case_id: str, file_id: str, actor: Actor) -> tuple[KeptFile, bytes]:
    """A file of a case and its bytes. Raises NotThere where there is none, or it was erased."""
    require(actor, "files.read")
    with store.read() as conn:
        asked = select(case_files).where(case_files.c.id == file_id, case_files.c.case == case_id)
        row = conn.execute(asked).mappings().first()
        content = open_sealed(conn, case_id, row["sealed"]) if row else None
        if row is None or content is None:
            raise NotThere("files", f"the id {file_id[:64]!r}, or one that was erased", "the id of a file of this case")
        return _kept(row, names_of(conn)), content


def files_of(conn: Connection, case_id: str, names: Mapping[str, str]) -> tuple[KeptFile, ...]:
    """The files of a case, oldest first."""
    asked = select(case_files).where(case_files.c.case == case_id).order_by(case_files.c.at, case_files.c.id)
    return tuple(_kept(row, names) for row in conn.execute(asked).mappings())


def plain_name(name: str) -> str:
    """A file's name without any folder, control sign or leading dot: it is shown, and never a path."""
    last = re.split(r"[/\\]", name)[-1]
    shown = "".join(sign for sign in last if sign.isprintable()).strip().lstrip(".")
    return shown[-_LONGEST_NAME:] or "file"


def _kept(row: RowMapping, names: Mapping[str, str]) -> KeptFile:
    said = {name: row[name] for name in ("id", "media_type", "size", "digest", "at")}
    return KeptFile(name=row["name"] or "erased", by_name=names.get(row["by"], ""), **said)
