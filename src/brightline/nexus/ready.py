"""Rules as they stand between two changes of the law, made ready to be asked about payment after payment."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from brightline.errors import LawError
from brightline.law.book import LawBook
from brightline.law.shapes import ClauseLaw, Dated, Group, Rule, RuleVersion
from brightline.law.vocabulary import FACTS
from brightline.nexus.logic import TESTS, at_least, either, every, negate
from brightline.terms import Answer, Citation, Clause

_MOST_SAID = 64  # clauses that a question keeps: most of them say the same of most payments
_MOST_DECIDED = 4096
_STRENGTH = {"stop": 2, "review": 1, "none": 0}


@dataclass(frozen=True, slots=True)
class Question:
    """A clause with its fact, its test and what it is tested against.

    `of_payment`: the fact is one of the payment as a whole. `lapsed`: why the value cannot carry any answer.
    `unverified`: the value cannot carry a yes. `said`: clauses as they were answered, by what was seen.
    """

    law: ClauseLaw
    fact: str
    of_payment: bool
    test: Callable[..., Answer]
    against: tuple[str, ...]
    lapsed: str
    unverified: bool
    said: dict[str, Clause] = field(init=False, default_factory=dict, repr=False, compare=False)

    def answered(self, saw: str, answer: Answer) -> Clause:
        """The clause with what was seen and the answer, kept for other payments."""
        if len(self.said) >= _MOST_SAID:
            self.said.clear()
        clause = self.said[saw] = Clause(self.law.id, self.law.asks, saw, answer)
        return clause


@dataclass(frozen=True, slots=True)
class Ready:
    """A rule in the version in force, with the citations and clauses of that time.

    `broken`: why it cannot be asked.
    """

    rule: Rule
    version: RuleVersion
    cites: tuple[Citation, ...]
    questions: tuple[Question, ...]
    broken: LawError | None = None
    _decided: dict[tuple[bool, ...], tuple[Answer, str]] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )

    def decided(self, clauses: Sequence[Clause]) -> tuple[Answer, str]:
        """The answer and effect of the rule where its clauses, in their order, came out so; worked out once."""
        answers = [clause.answer for clause in clauses]
        key = tuple([one is Answer.YES for one in answers] + [one is Answer.NO for one in answers])
        found = self._decided.get(key)
        if found is None:
            if len(self._decided) >= _MOST_DECIDED:
                self._decided.clear()
            found = self._decided[key] = self._decide({clause.id: clause.answer for clause in clauses})
        return found

    def _decide(self, answers: Mapping[str, Answer]) -> tuple[Answer, str]:
        version, answer = self.version, _combined(self.version.when, answers)
        unread = all(cite.status == "unverified" for cite in version.cites)
        if self.rule.for_release and answer is Answer.YES and unread:
            answer = Answer.UNKNOWN
        if answer is not Answer.YES:
            return answer, version.if_unknown if answer is Answer.UNKNOWN else "none"
        raised = [to for clause, to in version.raised if answers[clause] is Answer.YES]
        return answer, max((version.then, *raised), key=_STRENGTH.__getitem__)


def ready(rule: Rule, book: LawBook, moment: datetime) -> Ready | None:
    """A rule as it stands; None where no version is in force."""
    found: Ready | None = book.once(moment, f"rule {rule.name}", lambda: _made(rule, book, moment))
    return found


def version_of(rule: Rule, book: LawBook, moment: datetime) -> RuleVersion | None:
    """The version of a rule in force; None where none is."""
    found: RuleVersion | None = book.once(moment, f"version of {rule.name}", lambda: rule.at(moment))
    return found


def _made(rule: Rule, book: LawBook, moment: datetime) -> Ready | None:
    version = version_of(rule, book, moment)
    if version is None:
        return None
    cites = version.citations(moment)
    try:
        return Ready(rule, version, cites, tuple(_question(law, rule, book, moment) for law in version.clauses()))
    except LawError as broken:  # a value asked about from before its first
        return Ready(rule, version, cites, (), broken)


def _question(law: ClauseLaw, rule: Rule, book: LawBook, moment: datetime) -> Question:
    whole = law.fact in FACTS and FACTS[law.fact].subject == "payment"
    if law.parameter is None:
        return Question(law, law.fact, whole, TESTS[law.test], law.words, "", unverified=False)
    value = book.parameter(law.parameter, moment)
    against = value.words if value.thousandths is None else (str(value.thousandths),)
    unverified = rule.for_release and not value.verified
    return Question(law, law.fact, whole, TESTS[law.test], against, _lapsed(value), unverified)


def _lapsed(value: Dated) -> str:
    """Why a dated value cannot carry an answer: it ended and nobody knows what followed."""
    if not value.lapsed or value.after_end is None:
        return ""
    return f"what it is compared with ended on {value.span.told_end}: {value.after_end.note}"


def _combined(group: Group, answers: Mapping[str, Answer]) -> Answer:
    parts = [_combined(part, answers) if isinstance(part, Group) else answers[part.id] for part in group.parts]
    if group.kind == "not":
        return negate(parts[0])
    if group.kind == "at_least":
        return at_least(group.least, parts)
    return every(parts) if group.kind == "every" else either(parts)
