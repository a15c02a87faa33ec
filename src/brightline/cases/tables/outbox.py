"""What other systems are told: targets of webhooks, a row for each event and target, and the log of every try."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from brightline.cases.tables.metadata import METADATA

webhook_targets = Table(
    "webhook_targets",
    METADATA,
    Column("name", String(40), primary_key=True),
    Column("url", String(500), nullable=False),
    Column("events", String(200), nullable=False),  # with a blank before and behind each
)

outbox = Table(
    "outbox",
    METADATA,
    Column("id", String(32), primary_key=True),  # travels as webhook-id: equal whenever it is sent again
    Column("target", String(40), nullable=False),
    Column("event", String(40), nullable=False),
    Column("body", Text, nullable=False),  # ids and outcomes, nobody's name
    Column("made", String(27), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("due", String(27)),  # of the next try; none: delivered, or given up
    Column("delivered", String(27)),
    Index("ix_outbox_target_due", "target", "due"),
    Index("ix_outbox_delivered", "delivered"),
)

deliveries = Table(
    "deliveries",
    METADATA,
    Column("outbox", String(32), ForeignKey("outbox.id"), primary_key=True),
    Column("number", Integer, primary_key=True),  # of the try, from 1
    Column("at", String(27), nullable=False),
    Column("status", Integer),  # none: no answer
    Column("told", String(200), nullable=False),
)
