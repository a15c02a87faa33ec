"""Measures the comparing of names and prints the figures beside what they must reach.

    python -m bench.names.measure [part ...]    parts: gold, peers, un, sdn, eu, negatives, banks; all by default
        --full         all 50,000 harmless names, not a sample
        --held-out     the held-out split of the gold set as well, to be run when nothing is tuned any more
        --keep         writes the figures of this run into docs/names.md

Needs the data folder (../shared/data or BRIGHTLINE_SHARED_DATA), but for gold and peers. Misses go to standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bench.names import alerting, banks, figures, finding, gold, peers
from bench.names.gold_file import read_gold
from bench.names.quality import quality
from bench.table import Row, table


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the command line."""

    full: bool
    splits: tuple[str, ...]


def _gold(asked: Asked) -> Iterator[Row]:
    """F1 of the gold set, and the errors where a label is strong."""
    for split in asked.splits:
        run = gold.judged(read_gold(split))
        gold.keep(run, split)
        whole = quality((one.truth, one.match) for one in run)
        strong = sum(one.match != one.truth for one in run if one.row.strength == "strong")
        yield Row(f"gold {split} ({len(run)} pairs): F1", whole.f1, "", 0.93)
        yield Row(f"gold {split}: precision", whole.precision, "")
        yield Row(f"gold {split}: recall", whole.recall, "")
        yield Row(f"gold {split}: errors where the label is strong", strong, "", 0, least=False)


def _peers(asked: Asked) -> Iterator[Row]:
    for split in asked.splits:
        yield from peers.peers(split)


PARTS: dict[str, Callable[[Asked], Iterator[Row]]] = {
    "gold": _gold,
    "peers": _peers,
    "un": lambda asked: finding.un_damaged(),
    "sdn": lambda asked: finding.sdn(),
    "eu": lambda asked: finding.eu(),
    "negatives": lambda asked: alerting.negatives(asked.full),
    "banks": lambda asked: banks.world_banks(),
}


def main(words: Sequence[str]) -> int:
    """Measure the parts asked for; 1 where a target is missed, 2 for a word that is none of ours."""
    wanted = [word for word in words if not word.startswith("--")]
    unknown = [word for word in words if word not in (*PARTS, "--full", "--held-out", "--keep")]
    if unknown:
        print(f"No such part or option: {' '.join(unknown)}. There are: {' '.join(PARTS)}.", file=sys.stderr)
        return 2
    asked = Asked("--full" in words, ("dev", "held-out") if "--held-out" in words else ("dev",))
    rows = [row for name, part in PARTS.items() if not wanted or name in wanted for row in part(asked)]
    print(table(rows, {}))
    if "--keep" in words:
        figures.write(rows)
    return 1 if any(row.holds == "NO" for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
