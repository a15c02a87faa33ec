"""What lies just above and just below the line, and what another line would have held: out of stored decisions.

Each party of the newest stored payments is looked up again with a threshold below the one in force; of each payment the
best score is kept. Nothing is decided and nothing is stored.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from brightline.cases.kept import MANY, standing
from brightline.cases.tables.cases import cases
from brightline.cases.tables.received import decisions
from brightline.names.scores import weight_of
from brightline.report.sheet import SHARE, TEXT, Column, Figure, Line, Table
from brightline.screen.edition import Edition
from brightline.screen.match import matches
from brightline.screen.plain import maps
from brightline.screen.wire import read_line
from brightline.terms import Query

LOWEST = 0.3  # no score below is looked for
STEPS = 28  # thresholds drawn from LOWEST to 1
_DECIDED = ("release", "review", "stop")


@dataclass(frozen=True, slots=True)
class Nearest:
    """The best match of one stored payment; score 0 where nothing reaches LOWEST."""

    decision: str
    outcome: str
    right: bool | None  # what people said of the alert; None: nothing yet
    party: str
    listed: str
    entry: str
    score: float


def nearest(conn: Connection, edition: Edition, newest: int) -> Sequence[Nearest]:
    """The best match of each of the newest stored payments, looked up in the lists of an edition."""
    asked = select(decisions.c.id, decisions.c.outcome, cases.c.true_match)
    joined = asked.outerjoin(cases, cases.c.decision == decisions.c.id).where(decisions.c.outcome.in_(_DECIDED))
    rows = conn.execute(joined.order_by(decisions.c.decided.desc(), decisions.c.id).limit(newest)).all()
    told = []
    for start in range(0, len(rows), MANY):
        some = rows[start : start + MANY]
        kept = standing(conn, [row.id for row in some])
        for row in some:
            if (one := kept.get(row.id)) is not None:
                best = max(_scores(read_line(one.line.decode()), edition), default=(0.0, "", "", ""))
                told.append(Nearest(row.id, row.outcome, row.true_match, best[1], best[2], best[3], best[0]))
    return told


def beside_the_line(found: Sequence[Nearest], threshold: float, most: int) -> Table:
    """The payments whose best match lies nearest to the threshold, half of them above and half below, to be read."""
    above = sorted((one for one in found if one.score >= threshold), key=lambda one: (one.score, one.decision))
    below = sorted((one for one in found if 0 < one.score < threshold), key=lambda one: (-one.score, one.decision))
    chosen = [*reversed(above[: most // 2]), *below[: most // 2]]
    rows = [
        (_side(one, threshold), one.score, one.party, one.listed, one.entry, one.outcome, one.decision)
        for one in chosen
    ]
    columns = (
        Column("side", "Side", TEXT),
        Column("score", "Score"),
        Column("party", "Party", TEXT),
        Column("listed", "Listed name", TEXT),
        Column("entry", "Entry", TEXT),
        Column("outcome", "Outcome", TEXT),
        Column("decision", "Decision", TEXT),
    )
    note = (
        f"Read these: is each above the line ({threshold:g}) worth a person's time, is none below it the listed party?"
    )
    return Table("line", "Samples above and below the line", columns, rows, note)


def sensitivity(found: Sequence[Nearest], threshold: float) -> tuple[Table, Figure]:
    """What another threshold would have found in the same payments, and which right alerts it would have lost."""
    right = [one for one in found if one.right]
    rows = [
        (at, _reached(found, at), _share(_reached(found, at), len(found)), len(right) - _reached(right, at))
        for at in (round(LOWEST + (1 - LOWEST) * step / STEPS, 4) for step in range(STEPS + 1))
    ]
    columns = (
        Column("threshold", "Threshold"),
        Column("alerts", "Payments with a match"),
        Column("share", "Share", SHARE),
        Column("lost", "Right alerts lost"),
    )
    note = "By names of parties alone; numbers, goods and routes hold payments too. Right: by the reason a person gave."
    lines = [Line("payments with a match", [(row[0], float(row[1])) for row in rows])]
    lines.append(Line("right alerts lost", [(row[0], float(row[3])) for row in rows]))
    told = Figure("sensitivity_curve", "Sensitivity", "threshold", "payments", lines, note, threshold)
    return Table("sensitivity", "If the threshold were another", columns, rows, note), told


def _side(one: Nearest, threshold: float) -> str:
    return "above" if one.score >= threshold else "below"


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _reached(found: Sequence[Nearest], threshold: float) -> int:
    return sum(one.score >= threshold for one in found)


def _scores(line: dict[str, object], edition: Edition) -> Iterator[tuple[float, str, str, str]]:
    payment = line["payment"]
    if not isinstance(payment, dict):
        return
    for name in dict.fromkeys(str(one["name"]) for one in maps(payment, "parties") if one.get("name")):
        for one in matches(Query(name), edition.lists, weight_of(LOWEST))[:1]:
            yield one.score, name, one.name, f"{one.list} {one.entry}"
