"""What is asked about, and the shape of an answer: a fact, what was seen of it, and the evidence it rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from brightline.law.book import LawBook
from brightline.nexus.facts import Facts
from brightline.nexus.logic import Fact
from brightline.terms import Evidence

Held = TypeVar("Held")


class Told(NamedTuple):
    """A fact, what was seen in a reviewer's words, and evidence beside that of the subject itself."""

    fact: Fact
    saw: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """The surroundings of all questions about a payment: its facts, the law book, and the moment with its zone.

    `told`: the facts told so far, for several rules ask for the same: by name, those of single subjects by subject too.
    """

    facts: Facts
    book: LawBook
    moment: datetime
    told: dict[object, Told] = field(init=False, default_factory=dict, repr=False, compare=False)
    _held: dict[object, Any] = field(init=False, default_factory=dict, repr=False, compare=False)

    def once(self, name: object, work_out: Callable[[], Held]) -> Held:
        """What several facts or rules rest on, worked out by the first that asks; `name` stands for it."""
        if name not in self._held:
            self._held[name] = work_out()
        held: Held = self._held[name]
        return held


# Tells one fact of a subject (a match, a goods line, None for the payment as a whole).
Teller = Callable[[Any, Asked], Told]
