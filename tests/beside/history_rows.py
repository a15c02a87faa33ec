"""Rows of earlier payments, as a test writes them, through the same door as a file of JSON lines."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from brightline.beside.history import HistoryPart, read_history
from brightline.names.forms import form_words
from brightline.terms import AsOf, Payment


def history_part(rows: Sequence[Mapping[str, object]]) -> HistoryPart:
    """A history of these rows, by column; days may be written as YAML reads them."""
    lines = "\n".join(json.dumps(row, default=str) for row in rows)
    return read_history([("history.jsonl", io.BytesIO(lines.encode()))], form_words())


def history_json(rows: Sequence[Mapping[str, object]], payment: Payment, moment: datetime) -> object:
    """What a decision about the payment at a moment keeps of these rows."""
    return json.loads(json.dumps(history_part(rows).given_for(payment, AsOf(moment, moment))))
