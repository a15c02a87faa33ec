"""What another edition would decide of the newest stored payments, before against after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from brightline.cases.database import Store
from brightline.cases.kept import MANY, standing
from brightline.cases.month.sums import added, amount_of
from brightline.cases.tables.received import decisions
from brightline.screen.edition import Edition
from brightline.screen.replay import replay
from brightline.screen.wire import read_line

NEWEST = 200  # payments decided again
MOST_NAMED = 20  # decisions named of each change
_DECIDED = ("release", "review", "stop")


def before_after(store: Store, edition: Edition, newest: int = NEWEST) -> Mapping[str, object]:
    """Plain data: `replayed`, `changed`, and `changes`: from, to, payments, value by currency, some decisions by id.

    Each payment is decided at its own moment, so that nothing but the edition differs. Erased ones are left out.
    """
    asked = select(decisions.c.id).where(decisions.c.outcome.in_(_DECIDED)).order_by(decisions.c.decided.desc())
    counts: Counter[tuple[str, str]] = Counter()
    values: dict[tuple[str, str], dict[str, Decimal]] = {}
    named: dict[tuple[str, str], list[str]] = {}
    replayed = 0
    with store.read() as conn:
        ids = conn.scalars(asked.order_by(decisions.c.id).limit(newest)).all()
        kept = [one for at in range(0, len(ids), MANY) for one in standing(conn, ids[at : at + MANY]).values() if one]
    for one in kept:
        before: dict[str, Any] = dict(read_line(one.line.decode()))
        replayed += 1
        change = str(before["outcome"]), str(replay(before, edition).after["outcome"])
        if change[0] != change[1]:
            counts[change] += 1
            payment = before["payment"]
            added(values.setdefault(change, {}), payment.get("currency"), amount_of(payment.get("amount")))
            named.setdefault(change, []).append(one.id)
    changes = [
        {
            "from": change[0],
            "to": change[1],
            "payments": counts[change],
            "value": {currency: f"{value:f}" for currency, value in sorted(values[change].items())},
            "decisions": sorted(named[change])[:MOST_NAMED],
        }
        for change in sorted(counts)
    ]
    return {"replayed": replayed, "changed": sum(counts.values()), "changes": changes}
