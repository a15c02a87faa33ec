"""What came in and what was decided: messages, their payments, decisions, editions, answers to repeated calls.

Times are UTC texts of one width (`database.stamp`), so that they sort as they are written. Rows are never changed,
except that erasure empties `sealed`.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text, UniqueConstraint

from brightline.cases.tables.metadata import METADATA, PERSONAL

editions = Table(
    "editions",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("note", Text, nullable=False),  # the edition as decisions carry it, JSON
    Column("policy", Text, nullable=False),  # the policy's text
    Column("institution", Text, nullable=False),  # the text of the profile of who asks, empty where it says nothing
    Column("first_used", String(27), nullable=False),
)

messages = Table(
    "messages",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("received", String(27), nullable=False),
    Column("by", Text, nullable=False),  # id of the person or key that posted it
    Column("content_type", Text, nullable=False),
    Column("as_of", String(40), nullable=False),
    Column("size", Integer, nullable=False),  # bytes as posted
    Column("sealed", LargeBinary),  # the body as posted, under the key of this id
)

decisions = Table(
    "decisions",
    METADATA,
    Column("id", String(32), primary_key=True),  # the decision's id; of one without: made from message and place
    Column("outcome", String(16), nullable=False),  # release, review, stop, unreadable, not-a-payment
    Column("edition", String(16), ForeignKey("editions.id")),  # none where nothing was decided
    Column("decided", String(27), nullable=False),
    Column("sealed", LargeBinary),  # the decision line, under the key of this id
    Index("ix_decisions_outcome_decided", "outcome", "decided"),
)

payments = Table(
    "payments",
    METADATA,
    Column("message", String(32), ForeignKey("messages.id"), primary_key=True),
    Column("number", Integer, primary_key=True),  # place in the message, from 1
    Column("decision", String(32), ForeignKey("decisions.id"), nullable=False, index=True),
    Column("format", Text, nullable=False),
    Column("message_id", Text, index=True, info={PERSONAL: True}),  # field 20: what the other bank names it by
    Column("end_to_end_id", Text, info={PERSONAL: True}),
    Column("uetr", Text, index=True, info={PERSONAL: True}),
    Column("country", Text),  # of the debtor, for retention
)

idempotency = Table(
    "idempotency",
    METADATA,
    Column("by", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("digest", String(64), nullable=False),  # sha256 of body and as_of
    Column("message", String(32), ForeignKey("messages.id"), nullable=False),
    Column("at", String(27), nullable=False),
    UniqueConstraint("message"),
)
