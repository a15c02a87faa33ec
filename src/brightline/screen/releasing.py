"""What speaks for release: the reasons that held in the rules that speak for it, in the shape of findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from brightline.law.book import LawBook
from brightline.law.shapes import Group
from brightline.nexus.ready import version_of
from brightline.terms import Answer, Clause, Finding


def what_speaks_for_release(findings: Sequence[Finding], book: LawBook, moment: datetime) -> tuple[Finding, ...]:
    """The findings of rules that speak for release, each with the clauses that held; none where no clause did.

    Where such a rule says no, only clauses that are reasons by themselves (`also`) are told.
    """
    speaking = [one for one in findings if book.rule(one.rule).for_release]
    reasons = [replace(one, clauses=_held(one, book, moment)) for one in speaking]
    return tuple(one for one in reasons if one.clauses)


def _held(finding: Finding, book: LawBook, moment: datetime) -> tuple[Clause, ...]:
    version = version_of(book.rule(finding.rule), book, moment)
    alone = {law.id for law in version.also} if version else set()
    against = set(_denied(version.when)) if version else set()
    held = [clause for clause in finding.clauses if clause.answer is Answer.YES and clause.id not in against]
    return tuple(one for one in held if finding.answer is not Answer.NO or one.id in alone)


def _denied(group: Group) -> Iterator[str]:
    """The clauses under `not`, whose yes speaks against what the rule asks."""
    for part in group.parts:
        if isinstance(part, Group):
            yield from (clause.id for clause in part.clauses()) if part.kind == "not" else _denied(part)
