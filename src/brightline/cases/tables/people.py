"""People, the ways they come in, and what they keep for themselves. Secrets stand here only as digests."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from brightline.cases.tables.metadata import METADATA

people = Table(
    "people",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("name", String(64), nullable=False),
    Column("folded", String(64), nullable=False, unique=True),  # the name as it is looked up
    Column("role", String(16), nullable=False),
    Column("password", String(200)),  # argon2; none: nobody signs in so
    Column("added", String(27), nullable=False),
    Column("disabled", String(27)),
)

sessions = Table(
    "sessions",
    METADATA,
    Column("digest", String(64), primary_key=True),  # sha256 of the token
    Column("person", String(32), ForeignKey("people.id"), nullable=False, index=True),
    Column("csrf", String(64), nullable=False),
    Column("begun", String(27), nullable=False),
    Column("seen", String(27), nullable=False),
)

sign_in_tries = Table(
    "sign_in_tries",
    METADATA,
    Column("digest", String(64), primary_key=True),  # sha256 of a name or a source: what was typed is not kept
    Column("wrong", Integer, nullable=False),
    Column("last", String(27), nullable=False),
)

api_keys = Table(
    "api_keys",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),  # sha256 of the secret, which is long and random
    Column("start", String(12), nullable=False),
    Column("person", String(32), ForeignKey("people.id"), nullable=False, index=True),
    Column("label", String(80), nullable=False),
    Column("scopes", String(200), nullable=False),  # by blanks
    Column("made", String(27), nullable=False),
    Column("ends", String(27)),
    Column("ended", String(27)),
)

saved_filters = Table(
    "saved_filters",
    METADATA,
    Column("person", String(32), ForeignKey("people.id"), primary_key=True),
    Column("name", String(64), primary_key=True),
    Column("query", Text, nullable=False),
)
