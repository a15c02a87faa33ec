"""How payments fared by corridor, script and size of the customer: released at once, held, and paid in the end.

What was held is counted in columns of its case. What the program released has no case: its decision line is opened and
read for the same three things, in the same way as a case would be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, select

from brightline.cases.kept import MANY, standing
from brightline.cases.month.span import Month
from brightline.cases.summary import summary_of
from brightline.cases.tables.cases import cases
from brightline.cases.tables.received import decisions
from brightline.report.sheet import SHARE, TEXT, Column, Table
from brightline.screen.wire import read_line
from brightline.terms.dispositions import RELEASED

BY: Mapping[str, str] = {"corridor": "Corridor", "script": "Script of the names", "firm_size": "Size of the customer"}
ERASED, UNKNOWN = "erased", "unknown"
_AT_ONCE, _HELD, _PAID, _OPEN = "at_once", "held", "paid", "open"
_SHOWN = ("corridor_from", "corridor_to", "script", "firm_size", "is_open", "disposition")
_HELD_ONES = select(*(cases.c[name] for name in _SHOWN)).where(
    cases.c.opened >= bindparam("first"), cases.c.opened < bindparam("last")
)


@dataclass(slots=True)
class Fares:
    """Counts by (what it is counted by, its value, how it fared)."""

    counts: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def add(self, corridor: str, script: str, firm_size: str | None, how: str) -> None:
        """Count one payment under its corridor, its script and its size."""
        for by, value in zip(BY, (corridor, script or UNKNOWN, firm_size or UNKNOWN), strict=True):
            self.counts[by, value, how] += 1

    def table(self, by: str) -> Table:
        """The rates by one of BY, the most payments first."""
        values = {value for kind, value, how in self.counts if kind == by and how in (_AT_ONCE, _HELD)}
        rows = [(value, *self._figures(by, value)) for value in values]
        rows.sort(key=lambda row: (-(int(row[1]) + int(row[2])), str(row[0])))
        columns = (
            Column(by, BY[by], TEXT),
            Column("at_once", "Released at once"),
            Column("held", "Held"),
            Column("paid", "Of these paid"),
            Column("open", "Waiting"),
            Column("at_once_rate", "At once", SHARE),
            Column("released_rate", "Released in all", SHARE),
        )
        return Table(f"fares_by_{by}", f"Release rate by {BY[by].lower()}", columns, rows)

    def _figures(self, by: str, value: str) -> tuple[int, int, int, int, float, float]:
        once, held, paid, still = (self.counts[by, value, how] for how in (_AT_ONCE, _HELD, _PAID, _OPEN))
        every = once + held
        return once, held, paid, still, round(once / every, 4), round((once + paid) / every, 4)


def fares(conn: Connection, month: Month) -> Fares:
    """How the payments decided, and the cases opened, in the month fared. Opens every release line of the month."""
    told = Fares()
    for row in conn.execute(_HELD_ONES, {"first": month.first, "last": month.last}):
        corridor = f"{row.corridor_from}-{row.corridor_to}"
        told.add(corridor, row.script, row.firm_size, _HELD)
        if row.is_open or row.disposition == RELEASED:
            told.add(corridor, row.script, row.firm_size, _OPEN if row.is_open else _PAID)
    for corridor, script, size in _released(conn, month):
        told.add(corridor, script, size, _AT_ONCE)
    return told


def _released(conn: Connection, month: Month) -> Iterator[tuple[str, str, str | None]]:
    chosen = select(decisions.c.id).where(decisions.c.outcome == "release")
    ids = conn.scalars(chosen.where(decisions.c.decided >= month.first, decisions.c.decided < month.last)).all()
    for start in range(0, len(ids), MANY):
        for kept in standing(conn, ids[start : start + MANY]).values():
            if kept is None:
                yield ERASED, ERASED, ERASED
                continue
            said = summary_of(read_line(kept.line.decode()))
            yield f"{said.corridor_from}-{said.corridor_to}", said.script, said.firm_size
