"""Writes docs/goods.md from the tables of words and from what the program reads. The same code gives the same bytes.

Run: .venv/bin/python tools/goods_page.py
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from brightline.goods.describe import see_goods
from brightline.goods.words import rows
from brightline.law.book import LawBook, read_book
from brightline.payments.spot import goods_in
from brightline.terms import SeenGoods, Text

PAGE = Path(__file__).resolve().parent.parent / "docs" / "goods.md"
MOMENT = datetime(2024, 6, 1, tzinfo=UTC)
EXAMPLES = (
    "BALL BEARINGS HS 8482.10",
    "подшипники шариковые ТН ВЭД 8482 10 900 8",
    "轴承 税号84821020",
    "HS 2017 8525.80",
    "HS 2017 8541.40 solar panels",
    "toys HS 9503.00, microcontrollers STM32F103",
    "children's clothes HS 8542.31",
    "MIKROSHEMY PO KONTRAKTU 7",
    "B3ARINGS",
    "КОНДЕНСА ТОРЫ",
    "10 pcs 6205-2RS",
    "potato chips",
    "детская одежда",
    "塑料家居用品货款",
    "spare parts",
    "spare parts for refrigerators",
    "spare parts for drones",
    "payment under contract for goods",
    "tuition fee",
)
INTRODUCTION = """\
# How goods are read

<!-- Made by tools/goods_page.py from the tables in src/brightline/goods. Change those, not this page. -->

Which goods a payment is for is read from tariff codes and from words, and each line says from which: grade `code` or
grade `words`. A code answers by itself. Words are weaker: they lead to a review at most, never to a stop.

- **Codes** are taken behind a label in any usual spelling (`HS`, `HTS`, `H.S. CODE`, `CN code`, `ТН ВЭД`, `GTIP`,
  `税号`, `海关编码` …), several in a row, over the end of a full line; without a label only in the parts that no other
  number has (`8482.10.50`). The first six digits count. Invoice numbers, dates, accounts and tax numbers are none.
- **Editions.** HS 2017 and HS 2022 are concorded for the codes of both lists. A number that ended and of whose
  successors only some are listed is `undecided`, unless words settle it; a number that lives on is read as HS 2022
  unless the message names an older edition.
- **Words** are looked up in English, Russian (any ending, and in Latin letters) and Chinese (both kinds of signs); the
  longest phrase wins, so that `potato chips` are no chips. Part numbers of makers count as words, not behind a word
  such as invoice or contract.
- **Disguises.** Look-alike letters, digits for letters, hyphens, points, blanks and line ends inside words, and a long
  word one letter off are read as the word of the table, and the line says so. Only words for listed and sensitive goods
  are looked for in this way by spelling: nothing is released on a guess. Words written backwards are not read.
- **Contradictions** between words and code are told beside the line; the rule
  [diversion-route](rules/diversion-route.md) counts them as a sign.
- **Parts** of plainly civil goods are `unlisted`; parts of nothing in particular, and auto parts, stay `vague`.

| reading | says |
| --- | --- |
| `listed` | on the common high priority list of that day |
| `undecided` | the code holds listed goods and others |
| `unlisted` | named, and not on that list; critical items are told beside |
| `harmless` | everyday goods |
| `service` | a service or a personal purpose, no goods |
| `vague` | goods nobody can tell, or of a sensitive kind (drones, arms): a person looks |

## Examples

"""


def page(book: LawBook) -> str:
    """The whole page."""
    head = "| text | read as | code | tier | critical | grade | note |\n| --- | --- | --- | --- | --- | --- | --- |\n"
    return INTRODUCTION + head + "\n".join(_rows(book)) + f"\n\n## Size of the tables\n\n{_sizes()}\n"


def _rows(book: LawBook) -> list[str]:
    tiers, classes = book.tiers_on(MOMENT), book.classes_on(MOMENT)
    return [
        _row(text, line)
        for text in EXAMPLES
        for line in see_goods(goods_in(text, "70"), (Text("remittance", text, "70"),), tiers, classes)
    ]


def _row(text: str, line: SeenGoods) -> str:
    cells = (line.reading, line.hs or "", line.tier or "", line.critical or "", line.grade, line.note)
    return f"| {text} | " + " | ".join(cells) + " |"


def _sizes() -> str:
    counts = Counter((reading, language) for _, language, _, reading, _ in rows())
    readings = dict.fromkeys(reading for reading, _ in counts)
    lines = [
        f"| {reading} | " + " | ".join(str(counts[reading, language]) for language in ("en", "ru", "zh")) + " |"
        for reading in readings
    ]
    return "\n".join(["| phrases | English | Russian | Chinese |", "| --- | --- | --- | --- |", *lines])


def main() -> int:
    """Write the page."""
    PAGE.write_text(page(read_book()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
