"""People and cases."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Lay them."""
    op.create_table(
        "people",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("folded", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("password", sa.String(length=200), nullable=True),
        sa.Column("added", sa.String(length=27), nullable=False),
        sa.Column("disabled", sa.String(length=27), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("folded", name=op.f("uq_people_folded")),
    )
    op.create_table(
        "sign_in_tries",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("last", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_sign_in_tries")),
    )
    op.create_table(
        "api_keys",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("start", sa.String(length=12), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("label", sa.String(length=80), nullable=False),
        sa.Column("scopes", sa.String(length=200), nullable=False),
        sa.Column("made", sa.String(length=27), nullable=False),
        sa.Column("ends", sa.String(length=27), nullable=True),
        sa.Column("ended", sa.String(length=27), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_api_keys_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_keys")),
        sa.UniqueConstraint("digest", name=op.f("uq_api_keys_digest")),
    )
    op.create_index(op.f("ix_api_keys_person"), "api_keys", ["person"], unique=False)
    op.create_table(
        "saved_filters",
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_saved_filters_person")),
        sa.PrimaryKeyConstraint("person", "name", name=op.f("pk_saved_filters")),
    )
    op.create_table(
        "sessions",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("csrf", sa.String(length=64), nullable=False),
        sa.Column("begun", sa.String(length=27), nullable=False),
        sa.Column("seen", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_sessions_person")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_person"), "sessions", ["person"], unique=False)
    op.create_table(
        "cases",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("decision", sa.String(length=32), nullable=False),
        sa.Column("message", sa.String(length=32), nullable=False),
        sa.Column("opened", sa.String(length=27), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("gravest", sa.String(length=16), nullable=False),
        sa.Column("determination", sa.String(length=12), nullable=True),
        sa.Column("urgency", sa.String(length=120), nullable=False),
        sa.Column("corridor_from", sa.String(length=2), nullable=False),
        sa.Column("corridor_to", sa.String(length=2), nullable=False),
        sa.Column("amount", sa.String(length=40), nullable=True),
        sa.Column("amount_sorts", sa.String(length=40), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=True),
        sa.Column("debtor", sa.Text(), nullable=True),
        sa.Column("creditor", sa.Text(), nullable=True),
        sa.Column("counterparty", sa.Text(), nullable=True),
        sa.Column("counterparty_key", sa.String(length=32), nullable=True),
        sa.Column("searched", sa.Text(), nullable=True),
        sa.Column("script", sa.String(length=16), nullable=False),
        sa.Column("firm_size", sa.String(length=16), nullable=True),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("lists", sa.Text(), nullable=False),
        sa.Column("entry", sa.String(length=200), nullable=True),
        sa.Column("cut_off", sa.String(length=27), nullable=True),
        sa.Column("due", sa.String(length=27), nullable=True),
        sa.Column("escalated", sa.Boolean(), nullable=False),
        sa.Column("assignee", sa.String(length=32), nullable=True),
        sa.Column("locked_by", sa.String(length=32), nullable=True),
        sa.Column("locked_until", sa.String(length=27), nullable=True),
        sa.Column("waiting_since", sa.String(length=27), nullable=True),
        sa.Column("waited", sa.Integer(), nullable=False),
        sa.Column("recommended", sa.String(length=20), nullable=True),
        sa.Column("recommended_reason", sa.String(length=40), nullable=True),
        sa.Column("recommended_by", sa.String(length=32), nullable=True),
        sa.Column("recommended_line", sa.BigInteger(), nullable=True),
        sa.Column("ended", sa.String(length=27), nullable=True),
        sa.Column("ended_by", sa.String(length=32), nullable=True),
        sa.Column("ended_line", sa.BigInteger(), nullable=True),
        sa.Column("disposition", sa.String(length=20), nullable=True),
        sa.Column("reason", sa.String(length=40), nullable=True),
        sa.Column("true_match", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["assignee"], ["people.id"], name=op.f("fk_cases_assignee")),
        sa.ForeignKeyConstraint(["decision"], ["decisions.id"], name=op.f("fk_cases_decision")),
        sa.ForeignKeyConstraint(["ended_by"], ["people.id"], name=op.f("fk_cases_ended_by")),
        sa.ForeignKeyConstraint(["locked_by"], ["people.id"], name=op.f("fk_cases_locked_by")),
        sa.ForeignKeyConstraint(["message"], ["messages.id"], name=op.f("fk_cases_message")),
        sa.ForeignKeyConstraint(["recommended_by"], ["people.id"], name=op.f("fk_cases_recommended_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
    )
    op.create_index(
        "ix_cases_counted",
        "cases",
        [
            "is_open",
            "outcome",
            "state",
            "assignee",
            "due",
            "corridor_from",
            "corridor_to",
            "currency",
            "amount_sorts",
            "opened",
            "rules",
            "lists",
            "counterparty_key",
            "entry",
        ],
        unique=False,
    )
    op.create_index("ix_cases_counterparty_key", "cases", ["counterparty_key", "ended"], unique=False)
    op.create_index("ix_cases_ended", "cases", ["ended"], unique=False)
    op.create_index("ix_cases_is_open_amount", "cases", ["is_open", "amount_sorts", "id"], unique=False)
    op.create_index("ix_cases_is_open_opened", "cases", ["is_open", "opened", "id"], unique=False)
    op.create_index("ix_cases_is_open_urgency", "cases", ["is_open", "urgency", "id"], unique=False)
    op.create_index("ix_cases_opened", "cases", ["opened"], unique=False)
    op.create_table(
        "case_decisions",
        sa.Column("case", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("decision", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], name=op.f("fk_case_decisions_case")),
        sa.ForeignKeyConstraint(["decision"], ["decisions.id"], name=op.f("fk_case_decisions_decision")),
        sa.PrimaryKeyConstraint("case", "number", name=op.f("pk_case_decisions")),
    )
    op.create_index(op.f("ix_case_decisions_decision"), "case_decisions", ["decision"], unique=False)
    op.create_table(
        "case_files",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("case", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=True),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name=op.f("fk_case_files_by")),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], name=op.f("fk_case_files_case")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_files")),
    )
    op.create_index(op.f("ix_case_files_case"), "case_files", ["case"], unique=False)
    op.create_table(
        "clearances",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("case", sa.String(length=32), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("list", sa.String(length=80), nullable=True),
        sa.Column("entry", sa.String(length=120), nullable=True),
        sa.Column("owner", sa.String(length=32), nullable=False),
        sa.Column("approver", sa.String(length=32), nullable=True),
        sa.Column("proposed", sa.String(length=27), nullable=False),
        sa.Column("approved", sa.String(length=27), nullable=True),
        sa.Column("expires", sa.String(length=10), nullable=False),
        sa.Column("ended", sa.String(length=27), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["approver"], ["people.id"], name=op.f("fk_clearances_approver")),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], name=op.f("fk_clearances_case")),
        sa.ForeignKeyConstraint(["owner"], ["people.id"], name=op.f("fk_clearances_owner")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clearances")),
    )
    op.create_index("ix_clearances_state_kind", "clearances", ["state", "kind"], unique=False)
    op.create_table(
        "due_reports",
        sa.Column("case", sa.String(length=32), nullable=False),
        sa.Column("report", sa.String(length=40), nullable=False),
        sa.Column("due_on", sa.String(length=10), nullable=False),
        sa.Column("filed", sa.String(length=27), nullable=True),
        sa.Column("filed_by", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], name=op.f("fk_due_reports_case")),
        sa.ForeignKeyConstraint(["filed_by"], ["people.id"], name=op.f("fk_due_reports_filed_by")),
        sa.PrimaryKeyConstraint("case", "report", name=op.f("pk_due_reports")),
    )
    op.create_index("ix_due_reports_filed_due_on", "due_reports", ["filed", "due_on"], unique=False)
    op.create_table(
        "second_looks",
        sa.Column("decision", sa.String(length=32), nullable=False),
        sa.Column("case", sa.String(length=32), nullable=True),
        sa.Column("line", sa.BigInteger(), nullable=False),
        sa.Column("chosen", sa.String(length=27), nullable=False),
        sa.Column("looked", sa.String(length=27), nullable=True),
        sa.Column("by", sa.String(length=32), nullable=True),
        sa.Column("agrees", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name=op.f("fk_second_looks_by")),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], name=op.f("fk_second_looks_case")),
        sa.ForeignKeyConstraint(["decision"], ["decisions.id"], name=op.f("fk_second_looks_decision")),
        sa.PrimaryKeyConstraint("decision", name=op.f("pk_second_looks")),
    )
    op.create_index(op.f("ix_second_looks_line"), "second_looks", ["line"], unique=False)
