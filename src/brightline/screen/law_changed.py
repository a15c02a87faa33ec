"""What changed in the law of the rules that speak in a decision, in the year before the day that is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from brightline.law.book import LawBook
from brightline.law.changes import changes
from brightline.terms import Answer, Finding, LawChanged

RECENT = timedelta(days=365)  # a reviewer may still have the law of a year ago in mind
_MOST_REMEMBERED = 4096
_known: dict[tuple[str, str, datetime], tuple[LawChanged, ...]] = {}


def what_changed(findings: Sequence[Finding], book: LawBook, moment: datetime) -> tuple[LawChanged, ...]:
    """The changes of the last year, up to `moment`, for each rule against release that did not answer no."""
    speaking = dict.fromkeys(one.rule for one in findings if one.answer is not Answer.NO)
    return tuple(
        change for rule in speaking if not book.rule(rule).for_release for change in _of_rule(book, rule, moment)
    )


def _of_rule(book: LawBook, rule: str, moment: datetime) -> tuple[LawChanged, ...]:
    key = (book.digest, rule, moment)
    found = _known.get(key)
    if found is None:
        if len(_known) >= _MOST_REMEMBERED:
            _known.clear()
        told = changes(book, rule, moment - RECENT, moment, licences=())
        found = _known[key] = tuple(LawChanged(rule, one.on, one.what) for one in told)
    return found
