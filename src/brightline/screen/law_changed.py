"""What changed in the law of the rules that speak in a decision, in the year before the day that is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from brightline.law.book import LawBook
from brightline.law.changes import changes
from brightline.terms import Answer, Finding, LawChanged

RECENT = timedelta(days=365)  # a reviewer may still have the law of a year ago in mind
_MOST_REMEMBERED = 4096
_known: dict[tuple[str, str, datetime, datetime], tuple[LawChanged, ...]] = {}


def what_changed(findings: Sequence[Finding], book: LawBook, moment: datetime) -> tuple[LawChanged, ...]:
    """The changes of the last year, up to `moment`, for each rule against release that did not answer no."""
    speaking = dict.fromkeys(one.rule for one in findings if one.answer is not Answer.NO)
    return tuple(
        change
        for rule in speaking
        if not book.rule(rule).for_release
        for change in changed_between(book, rule, moment - RECENT, moment)
    )


def changed_between(book: LawBook, rule: str, earlier: datetime, later: datetime) -> tuple[LawChanged, ...]:
    """What changed for a rule after `earlier` and up to `later`, licences left out. Raises LawError as `changes`."""
    key = (book.digest, rule, earlier, later)
    found = _known.get(key)
    if found is None:
        if len(_known) >= _MOST_REMEMBERED:
            _known.clear()
        told = changes(book, rule, earlier, later, licences=())
        found = _known[key] = tuple(LawChanged(rule, one.on, one.what) for one in told)
    return found
