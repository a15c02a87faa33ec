"""Cases, what they are found by, the reports they make due, and files people added.

Columns of `cases` are taken out of the decision, so that a queue of many thousands is read from indexes. What names a
party is marked personal and emptied by erasure. What was done in a case stands in the journal, under the case's id.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from brightline.cases.tables.metadata import METADATA, PERSONAL

_PERSONAL = {PERSONAL: True}

COUNTED = (
    *("is_open", "outcome", "state", "assignee", "due", "corridor_from", "corridor_to", "currency", "amount_sorts"),
    *("opened", "rules", "lists", "counterparty_key", "entry"),
)

cases = Table(
    "cases",
    METADATA,
    Column("id", String(32), primary_key=True),  # the id of its first decision
    Column("decision", String(32), ForeignKey("decisions.id"), nullable=False),  # the one in force now
    Column("message", String(32), ForeignKey("messages.id"), nullable=False),
    Column("opened", String(27), nullable=False),
    Column("revision", Integer, nullable=False),  # grows with every act
    Column("state", String(20), nullable=False),
    Column("is_open", Boolean, nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("gravest", String(16), nullable=False),  # outcome of any decision of this case
    Column("determination", String(12)),
    Column("urgency", String(120), nullable=False),  # sorts as the queue does
    Column("corridor_from", String(2), nullable=False),
    Column("corridor_to", String(2), nullable=False),
    Column("amount", String(40)),
    Column("amount_sorts", String(40), nullable=False),
    Column("currency", String(3)),
    Column("debtor", Text, info=_PERSONAL),
    Column("creditor", Text, info=_PERSONAL),
    Column("counterparty", Text, info=_PERSONAL),
    Column("counterparty_key", String(32), info=_PERSONAL),
    Column("searched", Text, info=_PERSONAL),  # folded names and references
    Column("script", String(16), nullable=False),
    Column("firm_size", String(16)),
    Column("rules", Text, nullable=False),  # with a blank before and behind each
    Column("lists", Text, nullable=False),
    Column("entry", String(200)),  # list and entry of the gravest finding
    Column("cut_off", String(27)),
    Column("due", String(27)),  # none while the clock stands
    Column("escalated", Boolean, nullable=False),
    Column("assignee", String(32), ForeignKey("people.id")),
    Column("locked_by", String(32), ForeignKey("people.id")),
    Column("locked_until", String(27)),
    Column("waiting_since", String(27)),
    Column("waited", Integer, nullable=False),  # seconds the clock stood, before now
    Column("recommended", String(20)),  # disposition
    Column("recommended_reason", String(40)),
    Column("recommended_by", String(32), ForeignKey("people.id")),
    Column("recommended_line", BigInteger),
    Column("ended", String(27)),
    Column("ended_by", String(32), ForeignKey("people.id")),
    Column("ended_line", BigInteger),
    Column("disposition", String(20)),
    Column("reason", String(40)),
    Column("true_match", Boolean),  # what the reason says of the match; none: nothing
    Index("ix_cases_is_open_urgency", "is_open", "urgency", "id"),
    Index("ix_cases_is_open_opened", "is_open", "opened", "id"),
    Index("ix_cases_is_open_amount", "is_open", "amount_sorts", "id"),
    Index("ix_cases_counted", *COUNTED),  # what most filters and all counts need, read from the index alone
    Index("ix_cases_ended", "ended"),
    Index("ix_cases_opened", "opened"),
    Index("ix_cases_counterparty_key", "counterparty_key", "ended"),
)

case_decisions = Table(
    "case_decisions",
    METADATA,
    Column("case", String(32), ForeignKey("cases.id"), primary_key=True),
    Column("number", Integer, primary_key=True),  # from 1
    Column("decision", String(32), ForeignKey("decisions.id"), nullable=False, index=True),
)

due_reports = Table(
    "due_reports",
    METADATA,
    Column("case", String(32), ForeignKey("cases.id"), primary_key=True),
    Column("report", String(40), primary_key=True),
    Column("due_on", String(10), nullable=False),
    Column("filed", String(27)),
    Column("filed_by", String(32), ForeignKey("people.id")),
    Index("ix_due_reports_filed_due_on", "filed", "due_on"),
)

case_files = Table(
    "case_files",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("case", String(32), ForeignKey("cases.id"), nullable=False, index=True),
    Column("name", String(200), info=_PERSONAL),
    Column("media_type", String(100), nullable=False),
    Column("size", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("sealed", LargeBinary, info=_PERSONAL),  # under the key of the case
    Column("by", String(32), ForeignKey("people.id"), nullable=False),
    Column("at", String(27), nullable=False),
)

second_looks = Table(
    "second_looks",
    METADATA,
    Column("decision", String(32), ForeignKey("decisions.id"), primary_key=True),
    Column("case", String(32), ForeignKey("cases.id")),  # none: released by itself
    Column("line", BigInteger, nullable=False, index=True),  # the journal line that drew it
    Column("chosen", String(27), nullable=False),
    Column("looked", String(27)),
    Column("by", String(32), ForeignKey("people.id")),
    Column("agrees", Boolean),
)
