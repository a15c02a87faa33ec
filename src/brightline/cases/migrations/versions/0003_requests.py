"""Requests for information, and the reference other banks know a payment by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Lay them."""
    op.add_column("payments", sa.Column("message_id", sa.Text(), nullable=True))
    op.create_index(op.f("ix_payments_message_id"), "payments", ["message_id"], unique=False)
    op.create_table(
        "requests",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("way", sa.String(length=3), nullable=False),
        sa.Column("case", sa.String(length=32), nullable=True),
        sa.Column("message", sa.String(length=32), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("reference", sa.String(length=80), nullable=False),
        sa.Column("correspondent", sa.String(length=120), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("due", sa.String(length=10), nullable=True),
        sa.Column("due_from", sa.String(length=8), nullable=True),
        sa.Column("answered", sa.String(length=27), nullable=True),
        sa.Column("answered_by", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["answered_by"], ["people.id"], name=op.f("fk_requests_answered_by")),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], name=op.f("fk_requests_case")),
        sa.ForeignKeyConstraint(["message"], ["messages.id"], name=op.f("fk_requests_message")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requests")),
    )
    op.create_index(op.f("ix_requests_case"), "requests", ["case"], unique=False)
    op.create_index("ix_requests_answered_due", "requests", ["answered", "due"], unique=False)
    op.create_index("ix_requests_reference", "requests", ["reference", "correspondent"], unique=False)
