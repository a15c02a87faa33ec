"""The answers a person may give to a case, each with the reasons that fit it: one choice for both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from brightline.cases.reasons import REOPENED, Reason, reasons
from brightline.cases.rows import Offered
from brightline.desk.visit import Ask
from brightline.errors import Refused
from brightline.terms.dispositions import DISPOSITIONS


@dataclass(frozen=True, slots=True)
class Answer:
    """A disposition with the reasons that fit it. `second`: it takes two people."""

    disposition: str
    second: bool
    reasons: tuple[Reason, ...]


def answers_of(offered: Sequence[Offered]) -> tuple[Answer, ...]:
    """What this person may recommend or do now, in the order of the dispositions; empty where nothing is open."""
    open_now = {name for one in offered for name in one.dispositions}
    guarded = {name for one in offered for name in one.four_eyes}
    return answers(open_now, guarded)


def answers(dispositions: Iterable[str] = DISPOSITIONS, guarded: Iterable[str] = ()) -> tuple[Answer, ...]:
    """Answers to choose from, in the order of the dispositions; `guarded` are those that take two people."""
    chosen, second = set(dispositions), set(guarded)
    return tuple(Answer(one, one in second, reasons_for(one)) for one in DISPOSITIONS if one in chosen)


def reasons_to_reopen() -> tuple[Reason, ...]:
    """Why an ended case is taken up anew."""
    return reasons_for(REOPENED)


def reasons_for(disposition: str) -> tuple[Reason, ...]:
    """The reasons that fit a disposition, in the order of their file."""
    return tuple(one for one in reasons().values() if disposition in one.dispositions)


def chosen_answer(ask: Ask) -> tuple[str | None, str | None]:
    """The disposition and reason of a form, where one was chosen. Raises Refused where half of it is missing."""
    told = ask.word("answer", 120)
    if not told:
        return None, ask.word("reason", 80) or None
    disposition, parted, reason = told.partition(":")
    if not parted:
        raise Refused("answer", repr(told[:40]), "an answer with its reason", "Choose one of the list.")
    return disposition, reason or None
