"""A month as the store counts it: from its first moment, UTC, until before that of the next."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from brightline.cases.database import stamp
from brightline.errors import CallError

_WRITTEN = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Month:
    """One month. `seen`: the moment at which what still waits is looked at: its end, or now where it still runs."""

    name: str
    since: datetime
    until: datetime
    seen: datetime

    @property
    def first(self) -> str:
        """Its beginning as the store writes moments."""
        return stamp(self.since)

    @property
    def last(self) -> str:
        """The beginning of the next one as the store writes moments."""
        return stamp(self.until)

    @property
    def runs(self) -> bool:
        """Whether it has not ended yet."""
        return self.seen < self.until


def read_month(written: str, now: datetime) -> Month:
    """`2024-07` as a month. Raises CallError for anything else, and for one that has not begun."""
    found = _WRITTEN.fullmatch(written)
    if found is None:
        raise CallError("--month", repr(written[:20]), "a month like 2024-07")
    year, month = int(found[1]), int(found[2])
    since = datetime(year, month, 1, tzinfo=UTC)
    until = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
    if since > now:
        raise CallError("--month", written, f"a month that has begun (now: {now:%Y-%m})")
    return Month(written, since, until, min(until, now))
