"""A party beside a listed entry, attribute by attribute: where they agree, where they differ, and what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brightline.report.reading import NAME, Json, whole, word

AGREE, PARTLY, DIFFER, UNKNOWN = "agree", "in part", "differ", "unknown"
_NAME = (
    "word-",
    "words-",
    "mark-",
    "short-name",
    "whole-name",
    "name-differs",
    "order-",
    "patronymic-",
    "number-",
    "place-",
    "kind-",
)
_OF: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("name", _NAME),
    ("kind of bearer", ("schema-",)),
    ("legal form", ("legal-form-",)),
    ("country", ("country-",)),
    ("birth date", ("birth-date-",)),
    ("gender", ("gender-",)),
    ("number or document", ("identifier-", "document-")),
    ("bank", ("bank-",)),
)


@dataclass(frozen=True, slots=True)
class AttributeView:
    """One attribute: what each side says, and how the two stand to each other (agree, in part, differ, unknown)."""

    name: str
    ours: str
    theirs: str
    answer: str


def attributes(steps: Sequence[Json]) -> tuple[AttributeView, ...]:
    """Every attribute, from the steps of the comparison; one that no step speaks of is unknown."""
    return tuple(_view(name, [one for one in steps if word(one, "name").startswith(begins)]) for name, begins in _OF)


def _view(name: str, steps: Sequence[Json]) -> AttributeView:
    return AttributeView(name, _side(steps, "ours"), _side(steps, "theirs"), _answer(steps))


def _side(steps: Sequence[Json], key: str) -> str:
    return " ".join(dict.fromkeys(filter(None, (word(one, key, NAME) for one in steps))))


def _answer(steps: Sequence[Json]) -> str:
    signs = {whole(one, "weight") > 0 for one in steps if whole(one, "weight")}
    if signs == {True, False}:
        return PARTLY
    if not signs:
        return UNKNOWN
    return AGREE if signs == {True} else DIFFER
