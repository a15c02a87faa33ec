"""The model card: what decides, for what, within which limits, whose it is, and what changed."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from brightline.cases.reasons import shipped
from brightline.cases.tables.journal import journal
from brightline.cases.tables.received import editions
from brightline.report.sheet import TEXT, Column, Row, Table, row_of
from brightline.screen.edition import Edition
from brightline.terms import ListVersion

_WORDS = ("purpose", "not_for", "method")
_OF_THE_MACHINE = ("second-looks-drawn", "canaries", "clearance-approved", "clearance-ended")
_MOST_EDITIONS = 50


def card(edition: Edition, owner: str) -> Iterator[Table]:
    """The card of an edition: words, what is in use with its digests, lists, and the thresholds of its policy."""
    entry = shipped("proof/card.yaml").entry()
    words = [row_of(name.replace("_", " "), entry.take(name).text()) for name in _WORDS]
    words += [row_of("limit", one.text()) for one in entry.take("limits").items()]
    entry.close()
    both = (Column("what", "", TEXT), Column("says", "", TEXT))
    yield Table("card", "Model card", both, [row_of("owner", owner or "not named (--owner)"), *words])
    yield Table("in_use", "What is in use", both, _in_use(edition))
    lists = [row_of(one.list, one.publisher, one.published, one.entries, one.digest[:16]) for one in _versions(edition)]
    columns = (
        *(Column("list", "List", TEXT), Column("publisher", "Publisher", TEXT), Column("published", "Published", TEXT)),
        *(Column("entries", "Entries"), Column("digest", "Digest", TEXT)),
    )
    yield Table("lists", "Lists in use", columns, lists)


def changes(conn: Connection) -> Iterator[Table]:
    """What changed: the editions that decided payments, newest first, and what the journal says of the machine."""
    asked = select(editions.c.id, editions.c.first_used).order_by(editions.c.first_used.desc()).limit(_MOST_EDITIONS)
    rows = [row_of(row.id, row.first_used) for row in conn.execute(asked)]
    yield Table("editions", "Editions", (Column("edition", "Edition", TEXT), Column("used", "First used", TEXT)), rows)
    told = select(journal.c.kind, func.count(), func.max(journal.c.at)).where(journal.c.kind.in_(_OF_THE_MACHINE))
    counted = [row_of(*row) for row in conn.execute(told.group_by(journal.c.kind).order_by(journal.c.kind))]
    columns = (Column("kind", "Line of the journal", TEXT), Column("times", "Times"), Column("last", "Last", TEXT))
    yield Table("governance", "What the journal says of the machine", columns, counted)


def _in_use(edition: Edition) -> list[Row]:
    note, policy = edition.note, edition.policy
    return [
        row_of("edition", note.id),
        row_of("law", note.law),
        row_of("deciding code and tables", note.engine),
        row_of("policy", f"{policy.name} version {policy.version}, {policy.digest}"),
        row_of("a person looks from a score of", f"{policy.candidate_score:g}"),
        row_of("taken for the same party by name alone from", f"{policy.sure_score:g}"),
        row_of("lists that have to be there", ", ".join(policy.required_lists)),
        row_of("institution", note.institution),
    ]


def _versions(edition: Edition) -> Iterator[ListVersion]:
    return (one.version for one in edition.lists)
