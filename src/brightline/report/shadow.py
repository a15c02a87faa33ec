"""A shadow run as a report of figures: counts, then every difference with what each side says."""

from __future__ import annotations

from brightline.report.sheet import COUNT, TEXT, Column, Row, Sheet, Table, row_of
from brightline.screen.shadow import BOTH, NEITHER, OURS, THEIRS, Compared, Comparison

TITLES = {
    THEIRS: "Held by the other filter alone",
    OURS: "Held by us alone",
    BOTH: "Held by both",
    NEITHER: "Held by neither",
}
_COLUMNS = tuple(
    Column(name, title, TEXT)
    for name, title in (
        ("source", "payment"),
        ("decision", "decision"),
        ("reference", "reference"),
        ("parties", "from, to"),
        ("amount", "amount"),
        ("ours", "what we say"),
        ("why", "why, as we see it"),
        ("clauses", "clauses"),
        ("entries", "listed entries looked at"),
        ("theirs", "what the other filter says"),
    )
)
_ALERT_COLUMNS = tuple(
    Column(name, title, TEXT)
    for name, title in (("row", "row"), ("reference", "reference"), ("theirs", "what it says"), ("why", "why not"))
)
_NOTES = (
    "Only theirs: see why we released, and if the entry they name was looked at. If they are right, it is a miss.",
    "Only ours: read the finding and its clauses; `brightline explain DECISIONS ID` tells all of it.",
    "An alert of no payment of ours did not reach us, or under another reference: find it first.",
    "Nobody was asked which side is right. The counts say how often the two differ, not who errs.",
)


def shadow_sheet(found: Comparison, theirs: str, ours: str) -> Sheet:
    """The report. `theirs`, `ours`: what was compared, in words."""
    counts = found.counts()
    held = [(TITLES[kind], counts[kind]) for kind in (BOTH, THEIRS, OURS, NEITHER)]
    rest = [("Alerts of no payment of ours", len(found.unjoined)), ("Payments without a reference", found.unjoinable)]
    summary = Table("counts", "Counts", (Column("what", "", TEXT), Column("count", "count", COUNT)), [*held, *rest])
    tables = [_payments(found, kind) for kind in (THEIRS, OURS, BOTH)]
    facts = (("the other filter", theirs), ("decisions", ours), ("payments", f"{len(found.payments):,}"))
    return Sheet("shadow", "Shadow run", facts, (summary, *tables, _alerts(found)), _NOTES)


def _payments(found: Comparison, kind: str) -> Table:
    rows = [_row(one) for one in found.payments if one.kind == kind]
    return Table(kind, TITLES[kind], _COLUMNS, rows)


def _row(one: Compared) -> Row:
    seen = one.seen
    reference = next(filter(None, seen.references), "")
    ours = ", ".join(filter(None, (seen.outcome, seen.answer)))
    said = "; ".join(alert.said or f"row {alert.row}" for alert in one.alerts)
    told = ("; ".join(seen.why), " ".join(seen.clauses), "; ".join(seen.entries), said)
    about = (seen.source, seen.decision, reference, seen.parties, seen.amount, ours)
    return row_of(*about, *told)


def _alerts(found: Comparison) -> Table:
    rows = [
        row_of(str(alert.row), alert.uetr or alert.end_to_end_id or alert.message_id, alert.said, why)
        for alert, why in found.unjoined
    ]
    return Table("unjoined", "Alerts of no payment of ours", _ALERT_COLUMNS, rows)
