"""The closed language of the rules: who can be asked about, which facts there are, which tests fit them.

`nexus.logic` implements exactly these tests and `nexus.ask` provides exactly these facts; a test of the house
compares them. There is no way from a rule file into any other code.
"""

from __future__ import annotations

from dataclasses import dataclass

SUBJECTS = ("payment", "matched", "goods")
GROUPS = ("every", "either", "not")
EFFECTS = ("stop", "review", "none")
UNKNOWN_EFFECTS = ("review", "none")
STATUSES = ("verified", "secondary", "unverified")
UNITS = ("percent", "share", "days", "words", "places")


@dataclass(frozen=True, slots=True)
class FactKind:
    """A fact a clause may name. `subject`: whom it is told of; `kind`: what shape it has."""

    subject: str
    kind: str
    told: str


@dataclass(frozen=True, slots=True)
class TestKind:
    """A test a clause may name: the shapes of fact it takes and the unit of its value (None: no value)."""

    takes: tuple[str, ...]
    unit: str | None
    told: str


FACTS: dict[str, FactKind] = {
    "matched.same": FactKind("matched", "answer", "whether the party is the listed one"),
    "matched.is_agent": FactKind("matched", "answer", "whether the party acts as a bank in the chain"),
    "entity.programs": FactKind("matched", "words", "the programmes the publisher states"),
    "entity.measures": FactKind("matched", "words", "the measures the listing carries"),
    "entity.secondary": FactKind("matched", "words", "the secondary-sanctions remarks of the entry"),
    "entity.listed_on": FactKind("matched", "day", "the day of the listing"),
    "entity.ends_on": FactKind("matched", "day", "the day on which the listing ends"),
    "goods.listing": FactKind("goods", "answer", "whether the goods are on the common high priority list"),
    "goods.critical": FactKind("goods", "answer", "whether the goods are of a class named in the determination"),
    "goods.class_named": FactKind(
        "goods", "answer", "whether a code or words name goods of such a class; never unknown"
    ),
    "goods.grade": FactKind("goods", "words", "whether a code or only words name the goods"),
    "goods.reading": FactKind("goods", "words", "how the goods line was read"),
    "payment.reach": FactKind("payment", "reach", "where goods or money plausibly go, and every other country seen"),
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
    "begun": TestKind(("day",), None, "no if the day lies after the day asked about; no day given: yes"),
    "not_over": TestKind(
        ("day",),
        None,
        "unknown if the day lies before the day asked about (the entry is still carried); otherwise yes",
    ),
    "reaches": TestKind(
        ("reach",), "places", "yes if a destination is among the places; unknown if another tie to them is seen"
    ),
    "may_reach": TestKind(
        ("reach",), "places", "unknown if a destination is among the places or none is known, otherwise no"
    ),
}
