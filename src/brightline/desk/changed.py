"""Two decisions side by side, where screening again before a release came to another answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Connection

from brightline.cases.kept import standing
from brightline.cases.rows import CaseView, Event
from brightline.report.payments import PaymentView, payment_view
from brightline.screen.wire import read_line

TOLD = "changed-since"
_DECIDING = ("recommended", "ended", "repaired", "reply", TOLD)  # after any of these an older change is no news


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two decisions. `payment`: None where it was erased."""

    heading: str
    decision: str
    payment: PaymentView | None


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed, a line each, and both decisions: the one before, and the one taken now.

    `taken_up`: after a list changed; else somebody was about to release it.
    """

    told: tuple[str, ...]
    sides: tuple[Side, Side]
    taken_up: bool = False


def changed_since(view: CaseView) -> Event | None:
    """The event that voided a release, where nothing was decided in the case after it."""
    last = next((one for one in reversed(view.timeline) if one.kind in _DECIDING), None)
    return last if last is not None and last.kind == TOLD else None


def side_by_side(conn: Connection, view: CaseView) -> Changed | None:
    """Both decisions, where the newest answer of the case is that screening again changed it."""
    event = changed_since(view)
    if event is None:
        return None
    before, after = (str(event.content.get(name, "")) for name in ("before", "after"))
    told = tuple(map(str, cast("Sequence[object]", event.content.get("changed", ()))))
    taken_up = bool(event.content.get("taken_up"))
    first = _side(conn, "Decided before" if taken_up else "Approved on", before)
    return Changed(told, (first, _side(conn, "Screened again", after)), taken_up)


def _side(conn: Connection, heading: str, decision: str) -> Side:
    found = standing(conn, [decision]).get(decision)
    return Side(heading, decision, payment_view(read_line(found.line.decode()), 1) if found else None)
