"""Rule by facts: every rule of the book answers about every payment, and a no is recorded as carefully as a yes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from brightline.errors import LawError
from brightline.law.book import LawBook
from brightline.law.shapes import Rule
from brightline.nexus.facts import Facts
from brightline.nexus.ready import Ready, ready, version_of
from brightline.nexus.told.asked import Asked, Told
from brightline.nexus.told.every import TELLERS
from brightline.nexus.topics import SUBJECTS, Topic, evidence_of, subject_of
from brightline.terms import Answer, Citation, Clause, Evidence, Finding, Lacking, Subject

_STRENGTH = {"stop": 2, "review": 1, "none": 0}
_NOT_VERIFIED = "what it is compared with is not verified, and so releases nothing"


@dataclass(frozen=True, slots=True)
class Case:
    """One rule in one version, asked about one subject."""

    topic: Topic
    answer: Answer
    effect: str
    clauses: tuple[Clause, ...]
    brought: tuple[Evidence, ...] = ()  # evidence of single facts, beside that of the subject
    error: str = ""


def ask_all(
    book: LawBook, facts: Facts, moment: datetime, *, counting: Collection[str] | None = None
) -> tuple[Finding, ...]:
    """Ask every rule at a moment with its zone, in order of name.

    One finding for each subject (role and path) that answered yes or unknown; where none did, one no without subject,
    with the clauses of the nearest miss. A rule that breaks is an unknown with its error. `counting`: the rules whose
    findings have an effect (None: all); the others are asked and recorded with the effect `none`.
    Raises LawError for a moment without a zone.
    """
    if moment.tzinfo is None:
        raise LawError("the moment asked about", moment.isoformat(), "a moment with its zone")
    asked, found = Asked(facts, book, moment), list[Finding]()
    for rule in book.rules:
        findings = ask(rule, asked)
        if counting is not None and rule.name not in counting:
            findings = tuple(replace(finding, effect="none") for finding in findings)
        found.extend(findings)
    return tuple(found)


def ask(rule: Rule, asked: Asked) -> tuple[Finding, ...]:
    """The findings of one rule."""
    stands = ready(rule, asked.book, asked.moment)
    if stands is None:
        return (_not_in_force(rule, asked.moment),)
    topics = asked.once(rule.subject, lambda: SUBJECTS[rule.subject](asked.facts))
    cases = [_case(topic, number, stands, asked) for number, topic in enumerate(topics)]
    speaking = [case for case in cases if case.answer is not Answer.NO]
    if not speaking:
        clauses = max(cases, key=_nearness).clauses if cases else (_nobody(rule, asked.facts),)
        return (Finding(rule.name, Answer.NO, "none", rule.force, clauses, cites=stands.cites),)
    groups: dict[Subject | None, list[Case]] = {}
    for case in speaking:
        groups.setdefault(subject_of(case.topic), []).append(case)
    return tuple(_finding(rule, stands.cites, subject, group, asked.facts) for subject, group in groups.items())


def lacking(finding: Finding, book: LawBook, moment: datetime) -> Lacking:
    """What an unknown finding lacks, and the independent document that would settle it.

    The rule's own where an open clause names none, for it goes to the heart; else that of the first open clause.
    """
    rule = book.rule(finding.rule)
    if finding.error:
        return Lacking(rule.name, f"the rule could not be asked: {finding.error}", rule.would_settle)
    open_ones = [clause for clause in finding.clauses if clause.answer is Answer.UNKNOWN]
    version = version_of(rule, book, moment)
    laws = {law.id: law for law in version.clauses()} if version else {}
    settle = sorted((laws[clause.id].would_settle for clause in open_ones if clause.id in laws), key=bool)
    lacks = "; ".join(f"{clause.asks} ({clause.saw})" for clause in open_ones) or rule.asks
    return Lacking(rule.name, lacks, next(iter(settle), None) or rule.would_settle)


def _case(topic: Topic, number: int, stands: Ready, asked: Asked) -> Case:
    try:
        clauses, brought = _answered(topic, number, stands, asked)
    except Exception as broken:  # noqa: BLE001 - the one broad catch: the other rules answer, a person looks
        error = f"{type(broken).__name__}: {broken}"
        return Case(topic, Answer.UNKNOWN, "review", (), error=error)
    return Case(topic, *stands.decided(clauses), clauses, brought)


def _answered(
    topic: Topic, number: int, stands: Ready, asked: Asked
) -> tuple[tuple[Clause, ...], tuple[Evidence, ...]]:
    """Every clause as answered, and the evidence that facts brought along where the answer is not no."""
    if stands.broken is not None:
        raise stands.broken
    clauses: list[Clause] = []
    brought: dict[Evidence, None] = {}
    known, here, moment = asked.told, (stands.rule.subject, number), asked.moment
    for question in stands.questions:  # walked a hundred times for each payment, so it calls as little as it can
        key = question.fact if question.of_payment else (question.fact, here)
        told = known.get(key) or _tell(question.fact, key, topic, asked)
        answer, saw = question.test(told.fact, question.against, moment), told.saw
        if doubt := question.lapsed or (question.unverified and answer is Answer.YES and _NOT_VERIFIED):
            answer, saw = Answer.UNKNOWN, f"{saw}; {doubt}"
        clause = question.said.get(saw)
        clauses.append(clause if clause and clause.answer is answer else question.answered(saw, answer))
        if told.evidence and answer is not Answer.NO:
            brought.update(dict.fromkeys(told.evidence))
    return tuple(clauses), tuple(brought)


def _tell(fact: str, key: object, topic: Topic, asked: Asked) -> Told:
    """A fact of a subject, kept for the other rules that ask for it."""
    told = asked.told[key] = TELLERS[fact](topic, asked)
    return told


def _finding(
    rule: Rule, cites: tuple[Citation, ...], subject: Subject | None, cases: Sequence[Case], facts: Facts
) -> Finding:
    """Several cases about one subject make one finding: the strongest speaks, the evidence of all is kept."""
    ordered = sorted(cases, key=lambda case: (case.answer is not Answer.YES, -_STRENGTH[case.effect]))
    first = ordered[0]
    evidence = tuple(dict.fromkeys(one for case in ordered for one in (*evidence_of(case.topic, facts), *case.brought)))
    return Finding(
        rule=rule.name,
        answer=first.answer,
        effect=first.effect,
        force=rule.force,
        clauses=first.clauses,
        subject=subject,
        evidence=evidence,
        cites=cites,
        error=first.error,
    )


def _not_in_force(rule: Rule, moment: datetime) -> Finding:
    """The answer of a rule whose law had not come yet (or had ended): no, and why."""
    first = rule.versions[0]
    cites: tuple[Citation, ...] = first.citations()
    asks = f"Was this law in force on {moment.date().isoformat()}?"
    return Finding(
        rule.name, Answer.NO, "none", rule.force, (Clause("in-force", asks, rule.before, Answer.NO),), cites=cites
    )


def _nobody(rule: Rule, facts: Facts) -> Clause:
    regimes = ", ".join(facts.regimes_loaded) or "none"
    saw = f"nobody in the payment resembles an entry of the lists loaded (regimes: {regimes})"
    return Clause("looked", rule.asks, saw, Answer.NO)


def _nearness(case: Case) -> tuple[int, int]:
    answers = [clause.answer for clause in case.clauses]
    return answers.count(Answer.YES), -answers.count(Answer.NO)
