"""Keys that personal data is sealed under. A key that is gone was destroyed, and with it what it sealed."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, String, Table

from brightline.cases.tables.metadata import METADATA

case_keys = Table(
    "case_keys",
    METADATA,
    Column("subject", String(32), primary_key=True),  # the id of a decision or of a message
    Column("key", LargeBinary, nullable=False),
)
