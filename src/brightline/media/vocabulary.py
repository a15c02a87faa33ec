"""The words that reading a story rests on, from `vocabulary.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that say nothing, endings in the order tried, words of each language, of amounts and of speech."""

    says_nothing: frozenset[str]
    endings: tuple[str, ...]
    language: Mapping[str, frozenset[str]]
    scales: Mapping[str, int]
    currencies: Mapping[str, str]
    numbers: Mapping[str, int]
    measures: Mapping[str, str]
    factors: Mapping[str, Decimal]
    says: tuple[str, ...]
    leads_to_words: tuple[str, ...]


@cache
def vocabulary() -> Vocabulary:
    """The table, read once."""
    said = yaml.safe_load(files("brightline.media").joinpath("vocabulary.yaml").read_text(encoding="utf-8"))
    return Vocabulary(
        says_nothing=frozenset(said["says_nothing"]),
        endings=tuple(said["endings"]),
        language={name: frozenset(words) for name, words in said["language"].items()},
        scales=said["scales"],
        currencies=said["currencies"],
        numbers=said["numbers"],
        says=tuple(said["says"]),
        leads_to_words=tuple(said["leads_to_words"]),
        measures={word: unit for unit, (_, words) in said["measures"].items() for word in words},
        factors={unit: Decimal(factor) for unit, (factor, _) in said["measures"].items()},
    )
