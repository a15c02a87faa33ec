"""Earlier cases of the same counterparty, and which of their answers may be offered again."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, RowMapping, select

from brightline.cases.again import what_changed
from brightline.cases.kept import standing
from brightline.cases.rows import EarlierCase
from brightline.cases.tables.cases import cases
from brightline.screen.wire import read_line
from brightline.terms.dispositions import RELEASED

MOST_SHOWN = 10


def earlier_cases(conn: Connection, row: RowMapping, names: Mapping[str, str]) -> tuple[EarlierCase, ...]:
    """The ended cases of the same counterparty, newest first.

    A release is offered again where the same entry raised the alert and nothing counts now that did not count then.
    """
    if row["counterparty_key"] is None:
        return ()
    same = (cases.c.counterparty_key == row["counterparty_key"], cases.c.id != row["id"], cases.c.ended.is_not(None))
    found = conn.execute(select(cases).where(*same).order_by(cases.c.ended.desc()).limit(MOST_SHOWN)).mappings().all()
    lines = standing(conn, [row["decision"], *(one["decision"] for one in found)])
    return tuple(_earlier(one, names, offers=_offers(one, row, lines)) for one in found)


def _offers(then: RowMapping, now: RowMapping, lines: Mapping[str, object]) -> bool:
    if then["disposition"] != RELEASED or then["entry"] != now["entry"] or not now["is_open"]:
        return False
    texts = [getattr(lines.get(one["decision"]), "line", None) for one in (then, now)]
    if None in texts:
        return False
    before, after = (read_line(text.decode()) for text in texts if text is not None)
    return not what_changed(before, after)


def _earlier(row: RowMapping, names: Mapping[str, str], *, offers: bool) -> EarlierCase:
    return EarlierCase(
        id=row["id"],
        opened=row["opened"],
        state=row["state"],
        outcome=row["outcome"],
        entry=row["entry"],
        ended=row["ended"],
        ended_by=names.get(row["ended_by"] or "", ""),
        disposition=row["disposition"],
        reason=row["reason"],
        offers=offers,
    )
