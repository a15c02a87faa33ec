"""Evidence of a finding whose party a number settles: the entry it is, not everybody else of a like name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from brightline.terms import Answer, Evidence, Finding

NUMBER = "identifier"


def without_namesakes(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings that say yes without the namesakes from a list of which a number settles the entry.

    A large listed bank has dozens of namesakes (its subsidiaries); what they are compared with fills a decision and
    tells nothing. Lists of which no number settles an entry keep all of theirs. Answers and effects stay.
    """
    return tuple(_trimmed(one) if one.answer is Answer.YES else one for one in findings)


def _trimmed(finding: Finding) -> Finding:
    settled = {(one.path, one.list) for one in finding.evidence if one.settled_by == NUMBER}
    kept = tuple(one for one in finding.evidence if not _is_namesake(one, settled))
    return replace(finding, evidence=kept) if len(kept) < len(finding.evidence) else finding


def _is_namesake(evidence: Evidence, settled: set[tuple[str | None, str | None]]) -> bool:
    return evidence.settled_by not in (None, NUMBER) and (evidence.path, evidence.list) in settled
