"""The morning after a list changed: which stored payments, pairs and passports the change touches, each taken up anew.

A payment is touched where the entries that came, changed or went are alike anybody in it; only such a payment is
screened again. Where the answer is another one it becomes a case with both decisions: a release opens one (or takes an
ended one up again), a held one has its recommendation voided. Done twice, the second time finds nothing new.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from brightline.beside.record import beside_of
from brightline.cases.actors import SERVICE
from brightline.cases.again import screen_again, what_changed
from brightline.cases.clearances import end_touched
from brightline.cases.database import Store
from brightline.cases.deciding import Deciding, Screened
from brightline.cases.guards import case_row
from brightline.cases.in_force import decisions_in_force
from brightline.cases.journal.append import append
from brightline.cases.kept import message_of
from brightline.cases.open import open_case
from brightline.cases.workflow import take_up
from brightline.payments.shape import from_json
from brightline.screen.plain import Json
from brightline.screen.wire import read_line
from brightline.terms import AsOf, Payment
from brightline.terms.beside import Beside
from brightline.terms.cleared import Passport
from brightline.terms.dispositions import RELEASED

RELEASES, HELD, ENDED = "released", "held", "ended"  # how a payment stood; ended: otherwise than by a release
Touching = Callable[[Payment, Beside], Sequence[str]]  # the changed entries alike anybody in a payment, each once


@dataclass(frozen=True, slots=True)
class ListChange:
    """A change of a list, as what it touches. `old`, `new`: `LIST@MOMENT`; `passport`: why one ends, or nothing."""

    old: str
    new: str
    entries: int
    payment: Touching
    passport: Callable[[Passport], str]

    @property
    def told(self) -> str:
        """The change in words."""
        return f"the list changed from {self.old} to {self.new}"


@dataclass(frozen=True, slots=True)
class Touched:
    """A payment that the change touches. `stood`: released, held or ended; `case`: None where nothing is taken up."""

    decision: str
    stood: str
    line: Json
    entries: tuple[str, ...]
    after: Json
    changed: tuple[str, ...]
    case: str | None


@dataclass(frozen=True, slots=True)
class Morning:
    """What a change touches. `looked`: payments looked through; `cleared`: pairs and passports that ended, and why."""

    looked: int
    touched: tuple[Touched, ...]
    cleared: tuple[tuple[str, str], ...]


def take_up_what_changed(store: Store, deciding: Deciding, change: ListChange, moment: AsOf) -> Morning:
    """Look through the store, take up what the change touches, and write one line of it in the journal.

    `deciding`: with the new version of the list. Raises Refused where a payment cannot be decided again, StoreError.
    """
    looked, touched = 0, []
    for row, kept in decisions_in_force(store):
        looked += 1
        line = read_line(kept.line.decode())
        if found := _entries(line, change):
            touched.append(_again(store, deciding, change, row, line, found, moment))
    cleared = end_touched(store, deciding, change.passport)
    with store.write() as conn:
        said = {"old": change.old, "new": change.new, "entries": change.entries, "looked": looked}
        taken = sorted(one.case for one in touched if one.case)
        append(conn, store, "list-change", change.new, {**said, "touched": len(touched), "cases": taken})
    return Morning(looked, tuple(touched), cleared)


def _entries(line: Json, change: ListChange) -> tuple[str, ...]:
    said = cast("Json", line["payment"])
    came = beside_of(cast("Json", line.get("beside") or {}))
    return tuple(change.payment(from_json(said, str(said["source"])), came))


def _again(
    store: Store, deciding: Deciding, change: ListChange, row: Any, line: Json, found: tuple[str, ...], moment: AsOf
) -> Touched:
    again = screen_again(line, deciding, moment.law)
    after = read_line(again.decided[0].line.decode())
    changed = what_changed(line, after)
    stood = RELEASES if row.case is None or row.disposition == RELEASED else HELD if row.is_open else ENDED
    case = None
    if changed and stood != ENDED:
        case = _take_up(store, row, line, again, (f"{change.told}: {'; '.join(found)}", *changed))
    return Touched(str(line["id"]), stood, line, found, after, changed, case)


def _take_up(store: Store, row: Any, line: Json, again: Screened, told: Sequence[str]) -> str:
    """A case with both decisions, in one transaction with its journal lines: the one there is, or a new one."""
    with store.write() as conn:
        if row.case is None:
            open_case(conn, store, row.id, message_of(conn, row.id) or "", line, SERVICE.id)
        take_up(conn, store, case_row(conn, row.id), again, told, SERVICE)
    return str(row.id)
