"""Runs the gold set and keeps the run, so that every change of the model shows as a diff.

python -m bench.names.gold               the dev split: figures and errors; keeps runs/gold-dev.tsv and .json
python -m bench.names.gold --held-out    the held-out split, to be run when nothing is tuned any more
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.names.gold_file import STRENGTHS, Row, read_gold
from bench.names.quality import Quality, quality

from brightline.names.pairs import score_pair

RUNS = Path(__file__).resolve().parent / "runs"


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair of the gold set, and what the program says of it."""

    row: Row
    score: float
    match: bool

    @property
    def truth(self) -> bool:
        """Whether the two names are of one party."""
        return self.row.match == "true"


def judged(rows: Iterable[Row]) -> list[Judged]:
    """Every pair scored."""
    scored = [(row, score_pair(row.schema, row.name1, row.name2)) for row in rows]
    return [Judged(row, said.score, said.match) for row, said in scored]


def qualities(run: Iterable[Judged], kind: Callable[[Row], str]) -> dict[str, Quality]:
    """The quality of each kind of pair, by name."""
    groups: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for one in run:
        groups[kind(one.row)].append((one.truth, one.match))
    return {name: quality(groups[name]) for name in sorted(groups)}


def summary(run: list[Judged]) -> dict[str, object]:
    """The figures of a run: the whole, by strength, and the categories that have errors."""
    whole = quality((one.truth, one.match) for one in run)
    strengths = qualities(run, lambda row: row.strength)
    categories = qualities(run, lambda row: row.category)
    return {
        "pairs": len(run),
        "f1": round(whole.f1, 4),
        "precision": round(whole.precision, 4),
        "recall": round(whole.recall, 4),
        "errors_by_strength": {name: strengths[name].errors for name in STRENGTHS if name in strengths},
        "f1_by_strength": {name: round(strengths[name].f1, 4) for name in STRENGTHS if name in strengths},
        "errors_by_category": {name: _told(one) for name, one in categories.items() if one.errors},
    }


def _told(one: Quality) -> str:
    return f"{one.misses} missed, {one.false_alarms} false of {one.hits + one.errors + one.cleared}"


def keep(run: list[Judged], split: str) -> None:
    """Write the run under runs/: one line a pair, and the figures."""
    lines = ["id\tscore\tmatch", *(f"{one.row.id}\t{one.score:.4f}\t{str(one.match).lower()}" for one in run)]
    (RUNS / f"gold-{split}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    text = json.dumps(summary(run), ensure_ascii=False, indent=1) + "\n"
    (RUNS / f"gold-{split}.json").write_text(text, encoding="utf-8")


def errors(run: Iterable[Judged]) -> Iterator[str]:
    """The wrong answers as lines, the strong ones first, those furthest off first."""
    wrong = [one for one in run if one.match != one.truth]
    order = {strength: at for at, strength in enumerate(STRENGTHS)}
    for one in sorted(wrong, key=lambda one: (order[one.row.strength], one.row.category, one.score)):
        row = one.row
        what = "missed" if one.truth else "false"
        yield f"{row.id} {row.strength:6} {what:6} {one.score:.4f} {row.category}: {row.name1} | {row.name2}"


def main(asked: list[str]) -> None:
    """Run one split, print its errors and figures, keep the run."""
    split = "held-out" if "--held-out" in asked else "dev"
    run = judged(read_gold(split))
    for line in errors(run):
        print(line)
    print(json.dumps(summary(run), ensure_ascii=False, indent=1))
    keep(run, split)


if __name__ == "__main__":
    main(sys.argv[1:])
