"""Rule by facts: every rule of the book answers about every payment, and a no is recorded as carefully as a yes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from brightline.errors import LawError
from brightline.law.book import LawBook
from brightline.law.shapes import ClauseLaw, Dated, Group, Rule, RuleVersion
from brightline.nexus.facts import Facts
from brightline.nexus.logic import TESTS, at_least, either, every, negate
from brightline.nexus.told.asked import Asked, Told
from brightline.nexus.told.every import TELLERS
from brightline.nexus.topics import SUBJECTS, Topic, evidence_of, subject_of
from brightline.terms import Answer, Citation, Clause, Evidence, Finding, Lacking, Subject

_same_clause = lru_cache(maxsize=16384)(Clause)  # most clauses say the same of most payments: made once
_STRENGTH = {"stop": 2, "review": 1, "none": 0}


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
    found: list[Finding] = []
    for rule in book.rules:
        findings = ask(rule, book, facts, moment)
        if counting is not None and rule.name not in counting:
            findings = tuple(replace(finding, effect="none") for finding in findings)
        found.extend(findings)
    return tuple(found)


def ask(rule: Rule, book: LawBook, facts: Facts, moment: datetime) -> tuple[Finding, ...]:
    """The findings of one rule."""
    version = rule.at(moment)
    if version is None:
        return (_not_in_force(rule, moment),)
    topics = SUBJECTS[rule.subject](facts)
    cases = [_case(topic, rule, version, book, facts, moment) for topic in topics]
    groups: dict[Subject | None, list[Case]] = {}
    for case in cases:
        if case.answer is not Answer.NO:
            groups.setdefault(subject_of(case.topic), []).append(case)
    if groups:
        return tuple(
            _finding(rule, version.citations(moment), subject, group, facts) for subject, group in groups.items()
        )
    clauses = max(cases, key=_nearness).clauses if cases else (_nobody(rule, facts),)
    return (Finding(rule.name, Answer.NO, "none", rule.force, clauses, cites=version.citations(moment)),)


def lacking(finding: Finding, book: LawBook, moment: datetime) -> Lacking:
    """What an unknown finding lacks, and the independent document that would settle it.

    The rule's own where an open clause names none, for it goes to the heart; else that of the first open clause.
    """
    rule = book.rule(finding.rule)
    if finding.error:
        return Lacking(rule.name, f"the rule could not be asked: {finding.error}", rule.would_settle)
    open_ones = [clause for clause in finding.clauses if clause.answer is Answer.UNKNOWN]
    version = rule.at(moment)
    laws = {law.id: law for law in version.clauses()} if version else {}
    settle = sorted((laws[clause.id].would_settle for clause in open_ones if clause.id in laws), key=bool)
    lacks = "; ".join(f"{clause.asks} ({clause.saw})" for clause in open_ones) or rule.asks
    return Lacking(rule.name, lacks, next(iter(settle), None) or rule.would_settle)


def _case(topic: Topic, rule: Rule, version: RuleVersion, book: LawBook, facts: Facts, moment: datetime) -> Case:
    try:
        asked = Asked(facts, book, moment)
        once = {name: TELLERS[name](topic, asked) for name in dict.fromkeys(law.fact for law in version.clauses())}
        told = {law.id: _clause(law, once[law.fact], asked, rule) for law in version.clauses()}
    except Exception as broken:  # noqa: BLE001 - the one broad catch: the other rules answer, a person looks
        error = f"{type(broken).__name__}: {broken}"
        return Case(topic, Answer.UNKNOWN, "review", (), error=error)
    clauses = {name: clause for name, (clause, _) in told.items()}
    brought = tuple(dict.fromkeys(one for _, evidence in told.values() for one in evidence))
    answer = _combined(version.when, clauses)
    if rule.for_release and answer is Answer.YES and all(cite.status == "unverified" for cite in version.cites):
        answer = Answer.UNKNOWN
    effect = {Answer.YES: version.then, Answer.UNKNOWN: version.if_unknown, Answer.NO: "none"}[answer]
    if answer is Answer.YES:
        raised = [to for clause, to in version.raised if clauses[clause].answer is Answer.YES]
        effect = max((effect, *raised), key=_STRENGTH.__getitem__)
    return Case(topic, answer, effect, tuple(clauses.values()), brought)


def _clause(law: ClauseLaw, told: Told, asked: Asked, rule: Rule) -> tuple[Clause, tuple[Evidence, ...]]:
    """A clause as answered, and the evidence its fact brought along where the answer is not no."""
    value = asked.book.parameter(law.parameter, asked.moment) if law.parameter else None
    answer = TESTS[law.test](told.fact, _against(value) if value else law.words, asked.moment)
    saw = told.saw
    if value is not None and (doubt := _doubt(value, answer, rule)):
        answer, saw = Answer.UNKNOWN, f"{saw}; {doubt}"
    return _same_clause(law.id, law.asks, saw, answer), told.evidence if answer is not Answer.NO else ()


def _against(value: Dated) -> tuple[str, ...]:
    """What a dated value is tested as: its words, or its number in thousandths."""
    return value.words if value.thousandths is None else (str(value.thousandths),)


def _doubt(value: Dated, answer: Answer, rule: Rule) -> str:
    """Why a dated value cannot carry the answer: it ended and nobody knows what followed, or nobody read it."""
    if value.lapsed and value.after_end is not None:
        return f"what it is compared with ended on {value.span.told_end}: {value.after_end.note}"
    if rule.for_release and answer is Answer.YES and not value.verified:
        return "what it is compared with is not verified, and so releases nothing"
    return ""


def _combined(group: Group, clauses: dict[str, Clause]) -> Answer:
    parts = [_combined(part, clauses) if isinstance(part, Group) else clauses[part.id].answer for part in group.parts]
    if group.kind == "not":
        return negate(parts[0])
    if group.kind == "at_least":
        return at_least(group.least, parts)
    return every(parts) if group.kind == "every" else either(parts)


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
