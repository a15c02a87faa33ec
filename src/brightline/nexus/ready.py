"""Rules as they stand between two changes of the law, made ready to be asked about payment after payment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from brightline.law.book import LawBook
from brightline.law.shapes import ClauseLaw, Dated, Rule, RuleVersion
from brightline.nexus.logic import TESTS
from brightline.terms import Answer, Citation, Clause

_MOST_SAID = 64  # clauses with the same answer that a question keeps: most of them say the same of most payments


@dataclass(frozen=True, slots=True)
class Question:
    """A clause with its test and what it is tested against.

    `lapsed`: why the value cannot carry any answer. `unverified`: the value cannot carry a yes.
    """

    law: ClauseLaw
    test: Callable[..., Answer]
    against: tuple[str, ...]
    lapsed: str
    unverified: bool
    _yes: dict[str, Clause] = field(init=False, default_factory=dict, repr=False, compare=False)
    _no: dict[str, Clause] = field(init=False, default_factory=dict, repr=False, compare=False)
    _unknown: dict[str, Clause] = field(init=False, default_factory=dict, repr=False, compare=False)

    def answered(self, saw: str, answer: Answer) -> Clause:
        """The clause with what was seen and the answer."""
        kept = self._no if answer is Answer.NO else self._yes if answer is Answer.YES else self._unknown
        clause = kept.get(saw)
        if clause is None:
            if len(kept) >= _MOST_SAID:
                kept.clear()
            clause = kept[saw] = Clause(self.law.id, self.law.asks, saw, answer)
        return clause


def version_of(rule: Rule, book: LawBook, moment: datetime) -> RuleVersion | None:
    """The version of a rule in force; None where none is."""
    found: RuleVersion | None = book.once(moment, f"version of {rule.name}", lambda: rule.at(moment))
    return found


def cites_of(rule: Rule, version: RuleVersion, book: LawBook, moment: datetime) -> tuple[Citation, ...]:
    """The citations of the version that are in force."""
    found: tuple[Citation, ...] = book.once(moment, f"citations of {rule.name}", lambda: version.citations(moment))
    return found


def questions_of(rule: Rule, version: RuleVersion, book: LawBook, moment: datetime) -> tuple[Question, ...]:
    """The clauses of the version. Raises LawError where a value is asked about from before its first."""
    found: tuple[Question, ...] = book.once(
        moment, f"questions of {rule.name}", lambda: tuple(_ready(law, rule, book, moment) for law in version.clauses())
    )
    return found


def _ready(law: ClauseLaw, rule: Rule, book: LawBook, moment: datetime) -> Question:
    if law.parameter is None:
        return Question(law, TESTS[law.test], law.words, "", unverified=False)
    value = book.parameter(law.parameter, moment)
    against = value.words if value.thousandths is None else (str(value.thousandths),)
    return Question(law, TESTS[law.test], against, _lapsed(value), unverified=rule.for_release and not value.verified)


def _lapsed(value: Dated) -> str:
    """Why a dated value cannot carry an answer: it ended and nobody knows what followed."""
    if not value.lapsed or value.after_end is None:
        return ""
    return f"what it is compared with ended on {value.span.told_end}: {value.after_end.note}"
