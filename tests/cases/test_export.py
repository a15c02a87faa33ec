"""Decisions are given out again as they were answered, oldest first."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.cases.conftest import Clock, mt103

from brightline.cases.arrival import Arrival
from brightline.cases.database import Store, stamp
from brightline.cases.deciding import Deciding
from brightline.cases.export import exported_lines
from brightline.cases.intake import accept

MOMENT = datetime(2024, 7, 3, 9, 0, tzinfo=UTC)


def test_lines_are_those_answered_in_order(store: Store, deciding: Deciding, clock: Clock) -> None:
    lines = []
    for reference in "BCA":
        lines += accept(store, Arrival(mt103(reference=reference), "", MOMENT, True, "bank"), deciding).lines
        clock.move(hours=1)
    with store.read() as conn:
        assert list(exported_lines(conn)) == lines
        after = stamp(datetime(2024, 7, 3, 10, tzinfo=UTC))
        assert list(exported_lines(conn, since=after)) == lines[1:]
        assert list(exported_lines(conn, until=after)) == lines[:1]
