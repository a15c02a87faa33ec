"""The closed language of the rules: who can be asked about, which facts there are, which tests fit them.

`nexus.logic` implements exactly these tests and `nexus.ask` provides exactly these facts; a test of the house
compares them. There is no way from a rule file into any other code.
"""

from __future__ import annotations

from dataclasses import dataclass

from brightline.law.fact_names import (
    arms,
    chain,
    clear,
    earlier,
    flags,
    goods,
    home,
    licence,
    matched,
    papers,
    payment,
    profiles,
    sector,
    ties,
)
from brightline.law.fact_names.kind import FactKind

SUBJECTS = ("payment", "matched", "owned", "goods", "party")
GROUPS = ("every", "either", "not", "at_least")
LAYERS = ("primary", "secondary")
REGIMES = ("us", "eu", "uk", "un", "jp", "ua", "ch")
EFFECTS = ("stop", "review", "none")
UNKNOWN_EFFECTS = ("review", "none")
STATUSES = ("verified", "secondary", "unverified")
UNITS = ("percent", "share", "days", "words", "places")


@dataclass(frozen=True, slots=True)
class TestKind:
    """A test a clause may name: the shapes of fact it takes and the unit of its value (None: no value)."""

    takes: tuple[str, ...]
    unit: str | None
    told: str


FACTS: dict[str, FactKind] = {
    **matched.FACTS,
    **ties.FACTS,
    **sector.FACTS,
    **arms.FACTS,
    **goods.FACTS,
    **flags.FACTS,
    **chain.FACTS,
    **licence.FACTS,
    **clear.FACTS,
    **home.FACTS,
    **payment.FACTS,
    **papers.FACTS,
    **profiles.FACTS,
    **earlier.FACTS,
}

TESTS: dict[str, TestKind] = {
    "answers": TestKind(("answer",), None, "the fact is an answer itself"),
    "holds_any": TestKind(
        ("words",), "words", 'yes if one of the words is stated; unknown if nothing, or only "other", is stated'
    ),
    "states_any": TestKind(
        ("words",), "words", "yes if one of the words is stated; otherwise unknown: silence is no no"
    ),
    "is_any": TestKind(("words",), "words", "yes if one of the words is stated, otherwise no"),
    "names_any": TestKind(("words",), "words", "yes if one of the words stands in one of the names, otherwise no"),
    "share_at_least": TestKind(
        ("share",), "share", "yes if the least share reaches the value, no if the greatest does not, otherwise unknown"
    ),
    "begun": TestKind(("day",), None, "no if the day lies after the day asked about; no day given: yes"),
    "not_over": TestKind(
        ("day",),
        None,
        "unknown if the day lies before the day asked about (the entry is still carried); otherwise yes",
    ),
    "reaches": TestKind(
        ("reach",), "places", "yes if a destination is among the places; unknown if another tie to them is seen"
    ),
    "goes_to": TestKind(
        ("reach",),
        "places",
        "yes if a destination is among the places; unknown if none is known but one is seen; else no",
    ),
    "may_reach": TestKind(
        ("reach",), "places", "unknown if a destination is among the places or none is known, otherwise no"
    ),
}
