"""Rows that are the content of a journal line: what of them is digested, and how they are found again.

The content is one line of JSON with the columns named here, then the text that was sealed. A kind that is not here has
its content beside its line, in `journal_contents`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Table

from brightline.cases.journal.line import canonical
from brightline.cases.tables.received import decisions, editions, idempotency, messages, payments


@dataclass(frozen=True, slots=True)
class Standing:
    """A kind of line whose content is a row. `subject`: the columns that name it; `under`: the one its key goes by."""

    kind: str
    table: Table
    subject: tuple[str, ...]
    header: tuple[str, ...]
    under: str | None = None
    sealed: bool = False

    def subject_of(self, row: Mapping[str, object]) -> str:
        """What a line calls this row."""
        return "/".join(str(row[name]) for name in self.subject)

    def parts_of(self, subject: str) -> tuple[object, ...]:
        """The values of the columns that name a row, out of what a line calls it."""
        parts = subject.split("/") if len(self.subject) > 1 else [subject]
        columns = (self.table.c[name] for name in self.subject)
        return tuple(column.type.python_type(part) for column, part in zip(columns, parts, strict=True))

    def content_of(self, row: Mapping[str, object], text: bytes = b"") -> bytes:
        """What a line digests of this row and its unsealed text."""
        return canonical([row[name] for name in self.header]) + b"\n" + text

    def key_of(self, row: Mapping[str, object]) -> str | None:
        """The subject whose key the row's salt and text hang on."""
        return None if self.under is None else str(row[self.under])


EDITION = Standing("edition", editions, ("id",), ("id", "note", "policy", "institution", "first_used"))
MESSAGE = Standing(
    "message",
    messages,
    ("id",),
    ("id", "received", "by", "content_type", "as_of", "size"),
    under="id",
    sealed=True,
)
DECISION = Standing("decision", decisions, ("id",), ("id", "outcome", "edition", "decided"), under="id", sealed=True)
PAYMENT = Standing(
    "payment",
    payments,
    ("message", "number"),
    ("message", "number", "decision", "format", "end_to_end_id", "uetr", "country"),
    under="decision",
)
REPEATABLE = Standing("key", idempotency, ("message",), ("by", "key", "digest", "message", "at"))

STANDING: Mapping[str, Standing] = {one.kind: one for one in (EDITION, MESSAGE, DECISION, PAYMENT, REPEATABLE)}
