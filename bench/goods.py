"""How well words alone find goods: the descriptions of the US tariff schedule, and the time of one payment.

    python -m bench.goods            the shares, and what is read wrongly in the chapters that hold no listed goods
    python -m bench.goods --missed   also the descriptions of listed lines that name no listed goods

The descriptions stand below headings that the extract does not hold ("Other", "Electrical"): lines that say no more
than that are counted apart.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from bench.inputs import NOT_HERE, SHARED, real_messages, samples
from brightline.goods.describe import see_goods
from brightline.goods.named import name_goods
from brightline.law.book import read_book
from brightline.payments.read import read_message
from brightline.terms import Payment, Text

SCHEDULE = SHARED / "goods" / "hts_extract.json.gz"
FREE_CHAPTERS = ("39", "61", "62")  # plastics and clothing: none of their lines is on the list
_SAYS_NOTHING = re.compile(r"Other|Electrical|Entered with components.*|.*\bnote \d.*", re.IGNORECASE)
_MOMENT = datetime(2024, 9, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the schedule: its six digits, its words, and how the words alone are read."""

    hs: str
    words: str
    reading: str


def lines() -> tuple[Line, ...]:
    """Every line of the extract as read."""
    book = read_book()
    tiers, classes = book.tiers_on(_MOMENT), book.classes_on(_MOMENT)
    rows = json.loads(gzip.decompress(SCHEDULE.read_bytes()))
    return tuple(
        Line(re.sub(r"\D", "", row["htsno"])[:6], row["description"], _reading(row["description"], tiers, classes))
        for row in rows
    )


def _reading(words: str, tiers: Mapping[str, str], classes: Mapping[str, str]) -> str:
    """The gravest reading of a description."""
    seen = see_goods((), (Text("remittance", words, "70"),), tiers, classes)
    readings = {one.reading for one in seen} | {"critical" for one in seen if one.critical}
    grave = ("listed", "undecided", "critical", "vague", "unlisted", "harmless", "service")
    return next((reading for reading in grave if reading in readings), "nothing")


def main() -> int:
    """Print the shares; 1 where a chapter without listed goods is read as listed."""
    if not SCHEDULE.is_file():
        print(NOT_HERE)
        return 0
    tiers = read_book().tiers_on(_MOMENT)
    found = lines()
    listed = [line for line in found if line.hs in tiers]
    told = [line for line in listed if not _SAYS_NOTHING.fullmatch(line.words)]
    held = sum(1 for line in told if line.reading in ("listed", "undecided"))
    print(
        f"lines on the list: {len(listed)}; {len(told)} say which goods; {held} of them ({held / len(told):.0%}) read"
    )
    free = [line for line in found if line.hs[:2] in FREE_CHAPTERS]
    wrong = [line for line in free if line.reading in ("listed", "undecided")]
    print(f"lines of chapters {', '.join(FREE_CHAPTERS)}: {len(free)}; read as listed: {len(wrong)}")
    print(f"all lines: {dict(Counter(line.reading for line in found))}")
    print(f"one payment: {_microseconds():.1f} microseconds")
    for line in [*wrong, *_missed(told)]:
        print(f"{line.reading:9} {line.hs} {line.words[:100]}")
    return 1 if wrong else 0


def _missed(told: list[Line]) -> Iterator[Line]:
    if "--missed" in sys.argv[1:]:
        yield from (line for line in told if line.reading not in ("listed", "undecided"))


def _microseconds() -> float:
    """Least time to read the goods of one real message, texts not seen before."""
    book = read_book()
    tiers, classes = book.tiers_on(_MOMENT), book.classes_on(_MOMENT)
    payments = [
        read
        for message in (*samples(), *real_messages())
        for read in read_message(message.data, message.name)
        if isinstance(read, Payment)
    ]
    best = float("inf")
    for _ in range(7):
        name_goods.cache_clear()
        start = time.process_time()
        for payment in payments:
            see_goods(payment.goods, payment.texts, tiers, classes)
        best = min(best, time.process_time() - start)
    return best / max(len(payments), 1) * 1e6


if __name__ == "__main__":
    sys.exit(main())
