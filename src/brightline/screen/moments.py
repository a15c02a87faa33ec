"""Moments as a caller writes them: with a zone, or a day."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time

from brightline.errors import CallError
from brightline.terms import AsOf

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_moment(written: str, option: str) -> datetime:
    """A moment such as 2024-05-16T09:00:00+08:00; a day alone means its last second in UTC; no zone means UTC.

    Raises CallError for anything else.
    """
    try:
        moment = datetime.fromisoformat(written.strip())
    except ValueError:
        raise CallError(
            option, repr(written), "a moment like 2024-05-16T09:00:00+08:00 or a day like 2024-05-16"
        ) from None
    if DAY.fullmatch(written.strip()):
        return datetime.combine(moment.date(), time(23, 59, 59), UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def read_as_of(as_of: str | None, known: str | None, now: datetime) -> AsOf:
    """Both clocks: `--as-of` defaults to now, to the second; `--known` to the same moment."""
    law = read_moment(as_of, "--as-of") if as_of is not None else now.replace(microsecond=0)
    return AsOf(law=law, known=read_moment(known, "--known") if known is not None else law)
