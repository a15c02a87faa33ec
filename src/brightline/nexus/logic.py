"""The tests of the rule language: a few lines each, three answers, no way out into other code.

`seen` is the fact, `words` what it is tested against, `moment` the moment of law. A fact we lack is not a fact that is
false: it is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from brightline.terms import Answer

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_FIRST_ON_EARTH, _LAST_ON_EARTH = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))


@dataclass(frozen=True, slots=True)
class Reach:
    """Where goods or money plausibly go, and every country seen."""

    destinations: tuple[str, ...]
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A share held, in thousandths: at least, and at most; None where nobody says."""

    least: int | None
    greatest: int | None


Fact = Answer | tuple[str, ...] | str | None | Reach | Share


def every(answers: Iterable[Answer]) -> Answer:
    """YES if all are, NO if any is not, otherwise UNKNOWN."""
    found = tuple(answers)
    return Answer.NO if Answer.NO in found else Answer.UNKNOWN if Answer.UNKNOWN in found else Answer.YES


def either(answers: Iterable[Answer]) -> Answer:
    """YES if any is, NO if none is, otherwise UNKNOWN."""
    found = tuple(answers)
    return Answer.YES if Answer.YES in found else Answer.UNKNOWN if Answer.UNKNOWN in found else Answer.NO


def at_least(least: int, answers: Sequence[Answer]) -> Answer:
    """YES if so many are, NO if so many cannot be, otherwise UNKNOWN."""
    sure = answers.count(Answer.YES)
    if sure >= least:
        return Answer.YES
    return Answer.UNKNOWN if sure + answers.count(Answer.UNKNOWN) >= least else Answer.NO


def negate(answer: Answer) -> Answer:
    """NO for YES, YES for NO; what we do not know stays so."""
    return {Answer.YES: Answer.NO, Answer.NO: Answer.YES}.get(answer, Answer.UNKNOWN)


def answers(seen: Answer, words: tuple[str, ...], moment: datetime) -> Answer:
    """The fact is an answer itself."""
    return seen


def holds_any(seen: tuple[str, ...], words: tuple[str, ...], moment: datetime) -> Answer:
    """YES if one of the words is stated, NO if others are; where nothing, or only `other`, is stated, UNKNOWN."""
    if is_any(seen, words, moment) is Answer.YES:
        return Answer.YES
    return Answer.NO if set(seen) - {"other"} else Answer.UNKNOWN


def states_any(seen: tuple[str, ...], words: tuple[str, ...], moment: datetime) -> Answer:
    """YES if one of the words is stated. Otherwise UNKNOWN: the publisher's silence is no denial."""
    return Answer.YES if is_any(seen, words, moment) is Answer.YES else Answer.UNKNOWN


def is_any(seen: tuple[str, ...], words: tuple[str, ...], moment: datetime) -> Answer:
    """YES if one of the words is stated, otherwise NO. Case and surrounding blanks do not matter."""
    said = {word.strip().casefold() for word in seen}
    return Answer.YES if any(word.casefold() in said for word in words) else Answer.NO


def names_any(seen: tuple[str, ...], words: tuple[str, ...], moment: datetime) -> Answer:
    """YES if one of the words, written out, stands in one of the names (case does not matter); otherwise NO."""
    said = [f" {name.casefold()} " for name in seen]
    return Answer.YES if any(word.casefold() in name for word in words for name in said) else Answer.NO


def begun(seen: str | None, words: tuple[str, ...], moment: datetime) -> Answer:
    """NO if the day lies after the moment's day, taken where it is latest on Earth. No (readable) day: YES."""
    today = moment.astimezone(_FIRST_ON_EARTH).date().isoformat()
    return Answer.NO if seen and _DAY.fullmatch(seen) and seen > today[: len(seen)] else Answer.YES


def not_over(seen: str | None, words: tuple[str, ...], moment: datetime) -> Answer:
    """UNKNOWN if the day lies before the moment's day, taken where it is earliest on Earth; otherwise YES.

    Never NO: the publisher still carries the entry, and of several measures only one may have ended.
    """
    today = moment.astimezone(_LAST_ON_EARTH).date().isoformat()
    return Answer.UNKNOWN if seen and _DAY.fullmatch(seen) and seen < today[: len(seen)] else Answer.YES


def reaches(seen: Reach, words: tuple[str, ...], moment: datetime) -> Answer:
    """YES if a destination is among the places; UNKNOWN if they are tied to the payment otherwise; else NO."""
    if any(place in words for place in seen.destinations):
        return Answer.YES
    return Answer.UNKNOWN if any(place in words for place in seen.countries) else Answer.NO


def goes_to(seen: Reach, words: tuple[str, ...], moment: datetime) -> Answer:
    """YES if a destination is among the places; where none is known, UNKNOWN if one of the places is seen; else NO."""
    if not seen.destinations:
        return Answer.UNKNOWN if any(place in words for place in seen.countries) else Answer.NO
    return Answer.YES if any(place in words for place in seen.destinations) else Answer.NO


def may_reach(seen: Reach, words: tuple[str, ...], moment: datetime) -> Answer:
    """UNKNOWN if a destination is among the places (goods may go on from there) or none is known, otherwise NO."""
    if not seen.destinations:
        return Answer.UNKNOWN
    return Answer.UNKNOWN if any(place in words for place in seen.destinations) else Answer.NO


def share_at_least(seen: Share, words: tuple[str, ...], moment: datetime) -> Answer:
    """YES if the least share reaches the value (thousandths), NO if the greatest does not, otherwise UNKNOWN."""
    needed = int(words[0])
    if seen.least is not None and seen.least >= needed:
        return Answer.YES
    return Answer.NO if seen.greatest is not None and seen.greatest < needed else Answer.UNKNOWN


TESTS: Mapping[str, Callable[..., Answer]] = {
    test.__name__: test
    for test in (
        answers,
        holds_any,
        states_any,
        is_any,
        names_any,
        begun,
        not_over,
        reaches,
        goes_to,
        may_reach,
        share_at_least,
    )
}
