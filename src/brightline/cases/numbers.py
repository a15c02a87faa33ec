"""The figures of the desk: how many alerts, how often they were right, how long they took, and whom they fell on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil

from sqlalchemy import Connection, func, select

from brightline.cases.actors import Actor
from brightline.cases.database import Store, stamp
from brightline.cases.permissions import require
from brightline.cases.tables.cases import cases, second_looks
from brightline.cases.tables.received import decisions
from brightline.errors import Refused
from brightline.terms.dispositions import RELEASED

SIZES = ("micro", "small", "medium", "large")  # the classes of a profile
BY = ("rule", "list", "corridor", "script", "firm_size", "week", "outcome")


@dataclass(frozen=True, slots=True)
class CountedCase:
    """What of a case is counted: the columns of its row by these names."""

    opened: str
    ended: str | None
    waited: int
    disposition: str | None
    true_match: bool | None
    rules: str
    lists: str
    corridor_from: str
    corridor_to: str
    script: str
    firm_size: str | None
    gravest: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of some cases. `true_matches` and `false_alerts`: by the reasons people gave; the rest says neither.

    `harmless`: ended without a reason that says the alert was right; `harmless_released`: of those, paid. Seconds are
    from opening to the end, without the time a case waited for somebody else; None where nothing has ended.
    """

    alerts: int
    ended: int
    released: int
    true_matches: int
    false_alerts: int
    harmless: int
    harmless_released: int
    median_seconds: int | None
    p90_seconds: int | None

    @property
    def true_match_rate(self) -> float | None:
        """Of the ended cases whose reason says, the share in which the alert was right; four decimals."""
        return _share(self.true_matches, self.true_matches + self.false_alerts)

    @property
    def harmless_release_rate(self) -> float | None:
        """Of the payments that people found harmless or could not tell, the share that was paid; four decimals."""
        return _share(self.harmless_released, self.harmless)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The figures of a time. `by`: for each of BY its values with their figures, the most alerts first; weeks and sizes
    in their order.

    `released_at_once`: payments the program released by itself; with `overall` it tells what share of harmless trade
    nobody had to wait for. `second_looks`: done, and of those that did not agree.
    """

    since: str
    until: str
    overall: Figures
    by: Mapping[str, Sequence[tuple[str, Figures]]]
    decided: int
    released_at_once: int
    second_looks: tuple[int, int]

    @property
    def released_at_once_rate(self) -> float | None:
        """Of the payments that went out or were found harmless, the share that never waited for a person."""
        return _share(self.released_at_once, self.released_at_once + self.overall.harmless)


def numbers(store: Store, actor: Actor, since: datetime, until: datetime) -> Numbers:
    """The figures of the cases opened, and the payments decided, from `since` until before `until`. Raises Refused."""
    require(actor, "numbers.read")
    if since >= until:
        raise Refused("numbers", f"{since.isoformat()} to {until.isoformat()}", "a beginning before its end")
    first, last = stamp(since), stamp(until)
    with store.read() as conn:
        columns = select(*(cases.c[name] for name in CountedCase.__slots__))
        found = conn.execute(columns.where(cases.c.opened >= first, cases.c.opened < last))
        rows = [CountedCase(*row) for row in found]
        decided = _decided(conn, first, last)
        looks = _looks(conn, first, last)
    by = {name: _grouped(rows, name) for name in BY}
    return Numbers(first, last, figures(rows), by, sum(decided.values()), decided.get("release", 0), looks)


def figures(rows: Iterable[CountedCase]) -> Figures:
    """The counts of some rows."""
    some = list(rows)
    ended = [row for row in some if row.ended is not None]
    harmless = [row for row in ended if row.true_match is not True]
    took = sorted(_seconds(row) for row in ended)
    return Figures(
        alerts=len(some),
        ended=len(ended),
        released=sum(row.disposition == RELEASED for row in ended),
        true_matches=sum(row.true_match is True for row in ended),
        false_alerts=sum(row.true_match is False for row in ended),
        harmless=len(harmless),
        harmless_released=sum(row.disposition == RELEASED for row in harmless),
        median_seconds=_quantile(took, 50),
        p90_seconds=_quantile(took, 90),
    )


def _grouped(rows: Sequence[CountedCase], name: str) -> Sequence[tuple[str, Figures]]:
    groups: dict[str, list[CountedCase]] = {}
    for row in rows:
        for value in _values(row, name):
            groups.setdefault(value, []).append(row)
    if name == "week":
        return [(value, figures(groups[value])) for value in sorted(groups)]
    if name == "firm_size":
        return [(value, figures(groups[value])) for value in sorted(groups, key=_by_size)]
    ranked = sorted(groups, key=lambda value: (-len(groups[value]), value))
    return [(value, figures(groups[value])) for value in ranked]


def _by_size(value: str) -> int:
    """From the smallest to the largest, those of which nobody knows at the end."""
    return SIZES.index(value) if value in SIZES else len(SIZES)


def _values(row: CountedCase, name: str) -> Iterator[str]:
    """What a case counts under: a case of two rules counts under both."""
    if name in ("rule", "list"):
        yield from (row.rules if name == "rule" else row.lists).split()
    elif name == "corridor":
        yield f"{row.corridor_from}-{row.corridor_to}"
    elif name == "week":
        year, week, _ = date.fromisoformat(row.opened[:10]).isocalendar()
        yield f"{year}-W{week:02}"
    else:
        yield {"script": row.script, "firm_size": row.firm_size, "outcome": row.gravest}[name] or "unknown"


def _seconds(row: CountedCase) -> int:
    took = datetime.fromisoformat(row.ended or row.opened) - datetime.fromisoformat(row.opened)
    return max(0, int(took.total_seconds()) - row.waited)


def _quantile(sorted_values: Sequence[int], percent: int) -> int | None:
    """The nearest-rank quantile: a value that was really there."""
    if not sorted_values:
        return None
    return sorted_values[max(0, ceil(percent * len(sorted_values) / 100) - 1)]


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _decided(conn: Connection, first: str, last: str) -> Mapping[str, int]:
    asked = select(decisions.c.outcome, func.count()).where(decisions.c.decided >= first, decisions.c.decided < last)
    return {outcome: int(number) for outcome, number in conn.execute(asked.group_by(decisions.c.outcome)).all()}


def _looks(conn: Connection, first: str, last: str) -> tuple[int, int]:
    asked = select(second_looks.c.agrees).where(second_looks.c.looked >= first, second_looks.c.looked < last)
    answers = conn.scalars(asked).all()
    return len(answers), sum(not one for one in answers)
