"""The day that a file name tells, for lists without a date inside."""

from __future__ import annotations

import calendar
import re
from datetime import date

_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.](0[1-9]|1[0-2])(?![-_.]?\d)")


def day_in_name(name: str) -> str | None:
    """The last ISO day in a name such as `sdn_2024-07-02.csv` or `set_20231228`; None where there is none.

    A month alone stands for its last day: a list must not be used before it can have been published.
    """
    for found in reversed(list(_DAY.finditer(name))):
        try:
            return date(int(found[1]), int(found[3]), int(found[4])).isoformat()
        except ValueError:
            continue
    months = list(_MONTH.finditer(name))
    if not months:
        return None
    year, month = int(months[-1][1]), int(months[-1][2])
    return date(year, month, calendar.monthrange(year, month)[1]).isoformat()
