"""What plain string scorers reach on the same gold set: names in our Latin letters, thresholds best on the dev part."""

from __future__ import annotations

from collections.abc import Iterator

from bench.names.gold_file import read_gold
from bench.names.quality import Scorer, best_threshold, quality
from bench.table import Row
from rapidfuzz import fuzz, utils

from brightline.text.fold import fold
from brightline.text.translit import latin

PEERS = {"WRatio": fuzz.WRatio, "token_set_ratio": fuzz.token_set_ratio}


def in_latin(name: str) -> str:
    """The name in our Latin letters, so that a scorer of letters is not judged by scripts."""
    return utils.default_process(latin(fold(name)))


def _scored(scorer: Scorer, split: str) -> list[tuple[bool, float]]:
    return [(row.match == "true", scorer(in_latin(row.name1), in_latin(row.name2))) for row in read_gold(split)]


def peers(split: str) -> Iterator[Row]:
    """The F1 of rapidfuzz's scorers on a split of the gold set."""
    for name, scorer in PEERS.items():
        threshold, _ = best_threshold(_scored(scorer, "dev"))
        said = quality((truth, score >= threshold) for truth, score in _scored(scorer, split))
        yield Row(f"gold {split}: rapidfuzz {name} at {threshold:.0f}, F1", said.f1, "")
