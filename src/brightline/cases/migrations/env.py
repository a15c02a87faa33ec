"""Runs the scripts on the connection it is handed; Alembic loads this file by its path."""

from __future__ import annotations

from alembic import context

from brightline.cases.tables.every import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,  # SQLite changes a table by making it anew
)
with context.begin_transaction():
    context.run_migrations()
