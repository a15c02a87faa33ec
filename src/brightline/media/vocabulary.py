"""The words that reading a story rests on, from `vocabulary.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that say nothing, endings in the order tried, words of each language, scales, currencies, numbers."""

    says_nothing: frozenset[str]
    endings: tuple[str, ...]
    language: Mapping[str, frozenset[str]]
    scales: Mapping[str, int]
    currencies: Mapping[str, str]
    numbers: Mapping[str, int]


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
    )
