"""The journal: every change, numbered, with a proof of each line that stands without us."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select
from starlette.responses import JSONResponse, Response

from brightline.cases.journal.bundle import make_bundle
from brightline.cases.journal.line import Line
from brightline.cases.journal.reading import content_at, line_from, newest_checkpoint
from brightline.cases.tables.journal import journal
from brightline.desk.drawing import draw
from brightline.desk.visit import Ask
from brightline.errors import Refused

PAGE = 100
MOST_LINES = 10**15


def show(ask: Ask) -> Response:
    """The newest lines, or those down from a line; `subject` leaves those about one case, person or decision."""
    subject = ask.query.get("subject", "").strip()[:80]
    last = _number(ask.query.get("line")) if ask.query.get("line") else None
    with ask.service.store.read() as conn:
        lines = _lines(conn, last, subject)
        checkpoint = newest_checkpoint(conn)
        told = _told(conn, lines[0]) if lines and last is not None else None
    content = {"lines": lines, "checkpoint": checkpoint, "subject": subject, "last": last, "told": told, "page": PAGE}
    return draw("journal.html", ask, content)


def proof(ask: Ask) -> Response:
    """The proof of a line as a file: an examiner checks it with the public key alone."""
    number = _number(ask.path["line"])
    with ask.service.store.read() as conn:
        bundle = make_bundle(conn, [number])
    answer = JSONResponse(bundle)
    answer.headers["content-disposition"] = f'attachment; filename="journal-line-{number}.json"'
    return answer


def _number(written: str | None) -> int:
    if written and written.isascii() and written.isdigit() and 0 < int(written) < MOST_LINES:
        return int(written)
    raise Refused("line", repr((written or "")[:40]), "the number of a line of the journal, from 1")


def _lines(conn: Connection, last: int | None, subject: str) -> tuple[Line, ...]:
    asked = select(journal).order_by(journal.c.line.desc()).limit(PAGE)
    if last is not None:
        asked = asked.where(journal.c.line <= last)
    if subject:
        asked = asked.where(journal.c.subject == subject)
    return tuple(map(line_from, conn.execute(asked)))


def _told(conn: Connection, line: Line) -> str:
    """What a line speaks of, as it was written; a sentence where it was erased."""
    found = content_at(conn, line)
    if found is None:
        return "What this line told was erased. The line, its digest and its place in the log stay."
    try:
        return json.dumps(json.loads(found[1]), ensure_ascii=False, indent=1)
    except ValueError:
        return found[1].decode("utf-8", "replace")
