"""The proof as one sheet: what was asked, what did not hold, and what a person should read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, func, select

from brightline.cases.actors import Actor
from brightline.cases.database import Store, stamp
from brightline.cases.permissions import require
from brightline.cases.proof.canaries import Fared, flights
from brightline.cases.proof.card import card, changes
from brightline.cases.proof.going_live import going_live
from brightline.cases.proof.own_names import NAME, NUMBER, Counted
from brightline.cases.proof.the_line import beside_the_line, nearest, sensitivity
from brightline.cases.second_look import ONE_IN
from brightline.cases.tables.cases import second_looks
from brightline.report.sheet import SHARE, TEXT, Column, Figure, Sheet, Table, row_of
from brightline.screen.edition import Edition

DAYS = 30  # of canaries told
MOST_LOST = 5_000
NOTES = (
    "Found: the entry is a candidate at the policy's threshold when its name, or its number and country, is asked.",
    "Canaries are decided as every payment is, are stored nowhere and counted nowhere; the service flies them daily.",
    "Second looks are drawn by the digest of the journal line of the release: nobody knows them before, all can check.",
)


@dataclass(frozen=True, slots=True)
class Proof:
    """What was asked of a machine: own names and numbers by list, canaries, and how it was asked."""

    edition: Edition
    names: Mapping[str, Counted]
    fared: Sequence[Fared]
    asked_through: str
    owner: str = ""
    newest: int = 500
    samples: int = 40


def proof_sheet(proof: Proof, store: Store | None, actor: Actor) -> Sheet:
    """The whole proof; without a store what needs stored decisions is left out. Raises Refused for who may not read."""
    require(actor, "numbers.read")
    faults = [*_names_at_fault(proof), *(_at_fault(one) for one in proof.fared if not one.right)]
    tables, figures = [_names(proof), _lost(proof), _canaries(proof.fared)], tuple[Figure, ...]()
    facts = [("Edition", proof.edition.note.id), ("Asked", proof.asked_through)]
    if store is not None:
        found, drawn = _of_store(proof, store)
        tables, figures = [*tables, *found], drawn
        facts += [("Store", store.name), ("Made at", stamp(store.now()))]
    return Sheet("proof", "Proof", facts, [*tables, *card(proof.edition, proof.owner)], NOTES, figures, faults)


def _of_store(proof: Proof, store: Store) -> tuple[list[Table], tuple[Figure, ...]]:
    threshold = proof.edition.policy.candidate_score
    daily = _daily(flights(store, store.now() - timedelta(days=DAYS)))
    with store.read() as conn:
        found = nearest(conn, proof.edition, proof.newest)
        table, figure = sensitivity(found, threshold)
        line = beside_the_line(found, threshold, proof.samples)
        return [daily, going_live(conn), _looks(conn), line, table, *changes(conn)], (figure,)


def _names(proof: Proof) -> Table:
    rows = [
        row_of(name, one.asked[NAME], len(_of(one, NAME)), one.asked[NUMBER], len(_of(one, NUMBER)), _share(one))
        for name, one in sorted(proof.names.items())
    ]
    columns = (
        *(Column("list", "List", TEXT), Column("names", "Names"), Column("names_lost", "Not found")),
        *(Column("numbers", "Numbers"), Column("numbers_lost", "Not found"), Column("found", "Found", SHARE)),
    )
    return Table("own", "Listed names and numbers find their own entry", columns, rows)


def _lost(proof: Proof) -> Table:
    lost = [one for _, counted in sorted(proof.names.items()) for one in counted.lost]
    rows = [row_of(one.list, one.entry, one.what, one.kind, one.written) for one in lost[:MOST_LOST]]
    columns = (
        *(Column("list", "List", TEXT), Column("entry", "Entry", TEXT), Column("what", "What", TEXT)),
        *(Column("kind", "Kind", TEXT), Column("written", "As printed", TEXT)),
    )
    return Table("lost", "Not found", columns, rows)


def _canaries(fared: Sequence[Fared]) -> Table:
    rows = [
        row_of(one.about, one.entry, one.outcome, " or ".join(one.expect), "yes" if one.right else "NO")
        for one in fared
    ]
    columns = (
        *(
            Column("about", "Canary", TEXT),
            Column("entry", "Entry of the day", TEXT),
            Column("outcome", "Came out", TEXT),
        ),
        *(Column("expected", "Expected", TEXT), Column("right", "Right", TEXT)),
    )
    return Table("canaries", "Canaries, now", columns, rows)


def _daily(told: Sequence[Mapping[str, object]]) -> Table:
    rows = []
    for one in told:
        each = one["canaries"]
        flown = each if isinstance(each, list) else []
        rows.append(row_of(str(one["at"]), str(one["edition"]), len(flown), sum(not bird["right"] for bird in flown)))
    columns = (
        *(Column("at", "At", TEXT), Column("edition", "Edition", TEXT)),
        *(Column("canaries", "Canaries"), Column("wrong", "Not right")),
    )
    return Table("flights", f"Canaries the service flew in the last {DAYS} days", columns, rows)


def _looks(conn: Connection) -> Table:
    counted = select(second_looks.c.agrees, func.count()).group_by(second_looks.c.agrees)
    by = {agrees: int(count) for agrees, count in conn.execute(counted).all()}
    rows = [row_of(f"one in {ONE_IN}", sum(by.values()), by.get(True, 0), by.get(False, 0), by.get(None, 0))]
    columns = (
        *(Column("rate", "Drawn", TEXT), Column("drawn", "Releases"), Column("agreed", "Agreed")),
        *(Column("disagreed", "Did not agree"), Column("due", "Still to look at")),
    )
    return Table("looks", "Releases looked at again", columns, rows)


def _names_at_fault(proof: Proof) -> list[str]:
    empty = [f"{name}: no name was asked for" for name, one in sorted(proof.names.items()) if not one.asked[NAME]]
    counted = ((name, len(one.lost)) for name, one in sorted(proof.names.items()))
    return empty + [f"{name}: {lost:,} names or numbers do not find their own entry" for name, lost in counted if lost]


def _at_fault(one: Fared) -> str:
    return (
        f"Canary: {one.about}: expected {' or '.join(one.expect)}, came out {one.outcome} ({one.entry or 'no entry'})"
    )


def _of(one: Counted, what: str) -> list[object]:
    return [each for each in one.lost if each.what == what]


def _share(one: Counted) -> float | None:
    asked = sum(one.asked.values())
    return round(1 - len(one.lost) / asked, 6) if asked else None
