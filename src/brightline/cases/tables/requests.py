"""What others ask us about a payment, and what we ask them: when, until when, and when it was answered.

What was asked in words stands in the message itself and in the journal of the case, sealed.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, String, Table

from brightline.cases.tables.metadata import METADATA

requests = Table(
    "requests",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("way", String(3), nullable=False),  # in, out
    Column("case", String(32), ForeignKey("cases.id"), index=True),  # none: the payment was never seen here
    Column("message", String(32), ForeignKey("messages.id")),  # none: a letter, or one of ours
    Column("kind", String(16), nullable=False),  # camt.110, MT195, letter …
    Column("reference", String(80), nullable=False),
    Column("correspondent", String(120), nullable=False),  # a BIC, or who wrote as people name them
    Column("at", String(27), nullable=False),
    Column("due", String(10)),
    Column("due_from", String(8)),  # message, table, person
    Column("answered", String(27)),
    Column("answered_by", String(32), ForeignKey("people.id")),
    Index("ix_requests_answered_due", "answered", "due"),
    Index("ix_requests_reference", "reference", "correspondent"),
)
