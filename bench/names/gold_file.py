"""The gold set of name pairs: reads gold.csv, and adds rows so that those there keep their split.

    python -m bench.names.gold_file ROWS.tsv

adds rows made by hand, tab-separated: category, strength, schema, name1, name2, match, source, reason.

How strong a label is (the rule that every row follows):

- strong: the two names alone settle it. Every telling word is the same but for script, spelling table, order, legal
  form or title; or one telling word (surname, given name, own word of a firm, number) is plainly another.
- medium: settled with knowledge of names or tolerance for one fault: a nickname, an abbreviation, a translation, a
  dropped patronymic, one slip; or a difference of one letter, given name or branch that makes another party.
- weak: sensible reviewers may differ: initials, acronyms, two faults, names cut short, missing parts; or namesakes,
  parents and subsidiaries, the same name under another legal form.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import astuple, dataclass, replace
from pathlib import Path

GOLD = Path(__file__).resolve().parent / "gold.csv"
COLUMNS = ("id", "split", "category", "strength", "schema", "name1", "name2", "match", "source", "reason")
STRENGTHS = ("strong", "medium", "weak")
SCHEMAS = ("Person", "Company", "Organization", "LegalEntity", "Vessel", "Airplane")
DEV_OF_TEN = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled pair. `match`: `true` where both names are of one party; `source`: list and entry, or `hand`."""

    id: str
    split: str
    category: str
    strength: str
    schema: str
    name1: str
    name2: str
    match: str
    source: str
    reason: str

    @property
    def pair(self) -> frozenset[str]:
        """The two names, whichever stands first and however large their letters."""
        return frozenset((self.name1.casefold(), self.name2.casefold()))


def new_row(
    category: str, strength: str, schema: str, names: tuple[str, str], match: bool, source: str, why: str
) -> Row:
    """A row that has no number and no split yet."""
    return Row("", "", category, strength, schema, *names, "true" if match else "false", source, why)


def read_gold(split: str | None = None) -> list[Row]:
    """The rows of gold.csv, all or those of one split (`dev`, `held-out`)."""
    if not GOLD.is_file():
        return []
    with GOLD.open(encoding="utf-8", newline="") as lines:
        rows = [Row(**row) for row in csv.DictReader(lines)]
    return [row for row in rows if split in (None, row.split)]


def add(rows: Iterable[Row]) -> int:
    """Add rows that are not there yet, number them and give each a split; how many were added."""
    kept = read_gold()
    seen = {row.pair for row in kept}
    fresh = []
    for row in rows:
        _check(row)
        if row.pair not in seen:
            seen.add(row.pair)
            fresh.append(row)
    _write(kept + _numbered(fresh, kept))
    return len(fresh)


def _check(row: Row) -> None:
    wrong = row.strength not in STRENGTHS or row.schema not in SCHEMAS or row.match not in ("true", "false")
    if wrong or not row.name1.strip() or not row.name2.strip() or not row.source or row.name1 == row.name2:
        raise ValueError(f"{row}: expected a strength, a schema, true or false, two different names and a source")


def _numbered(fresh: list[Row], kept: list[Row]) -> list[Row]:
    """The rows with a number and a split: one split for all rows of one listed entry, six in ten for dev."""
    split_of = {row.source: row.split for row in kept if row.source != "hand"}
    counts = Counter((row.category, row.match, row.split) for row in kept)
    given: dict[Row, str] = {}
    for row in sorted(fresh, key=lambda row: hashlib.sha256(f"{row.name1}|{row.name2}".encode()).digest()):
        dev, held = (counts[row.category, row.match, split] for split in ("dev", "held-out"))
        split = "dev" if dev * 10 <= (dev + held) * DEV_OF_TEN else "held-out"
        if row.source != "hand":
            split = split_of.setdefault(row.source, split)
        counts[row.category, row.match, split] += 1
        given[row] = split
    return [replace(row, id=f"g{at:04d}", split=given[row]) for at, row in enumerate(fresh, _last(kept) + 1)]


def _last(kept: list[Row]) -> int:
    """The greatest number given; that of a row taken out is not given again unless it was the last."""
    return max((int(row.id[1:]) for row in kept), default=0)


def _write(rows: Iterable[Row]) -> None:
    with GOLD.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(astuple(row) for row in rows)


def main(path: str) -> None:
    """Add the rows of a tab-separated file: category, strength, schema, name1, name2, match, source, reason."""
    with Path(path).open(encoding="utf-8", newline="") as lines:
        cells = [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]
    rows = [new_row(one[0], one[1], one[2], (one[3], one[4]), one[5] == "true", one[6], one[7]) for one in cells]
    print(f"{add(rows)} of {len(rows)} rows added")


if __name__ == "__main__":
    main(sys.argv[1])
