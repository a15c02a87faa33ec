"""The states of a case, how it passes from one to another, and what a disposition needs. A table to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightline.terms.dispositions import (
    CLOSED,
    DECLINED,
    DISPOSITIONS,
    FROZEN,
    RECALLED,
    RELEASED,
    RESUBMITTED,
    RETURNED,
)

OPEN, IN_REVIEW, RECOMMENDED = "open", "in-review", "recommended"
WAITING_CUSTOMER, WAITING_BANK = "waiting-customer", "waiting-bank"
WAITING = (WAITING_CUSTOMER, WAITING_BANK)  # the clock stands
STILL_OPEN = (OPEN, IN_REVIEW, RECOMMENDED, *WAITING)

STATES = (*STILL_OPEN, *DISPOSITIONS)

# What the decision has to permit (`permitted_actions`) for a disposition. Money that is frozen goes nowhere; a release
# is no action on held money but the end of holding it, and has guards of its own.
PERMITTED_BY: Mapping[str, tuple[str, ...]] = {
    RELEASED: (),
    DECLINED: ("decline",),
    RETURNED: ("return",),
    FROZEN: ("freeze",),
    RECALLED: ("return", "decline"),
    RESUBMITTED: ("return", "decline"),
    CLOSED: (),
}
# What could not be read has no parties, no finding and no permitted action: it is sent anew, or looked at and closed.
OF_UNREADABLE = (RESUBMITTED, CLOSED)


@dataclass(frozen=True, slots=True)
class Transition:
    """An act that moves a case. `to`: the state after it; `*`: the disposition chosen; empty: the state stays."""

    kind: str
    come_from: tuple[str, ...]
    to: str
    needs_reason: bool = False
    needs_comment: bool = False


_WORKED_ON = (OPEN, IN_REVIEW, *WAITING)
TRANSITIONS = {
    one.kind: one
    for one in (
        Transition("assign", STILL_OPEN, ""),
        Transition("note", STATES, "", needs_comment=True),
        Transition("lock", STILL_OPEN, ""),
        Transition("unlock", STILL_OPEN, ""),
        Transition("wait", (OPEN, IN_REVIEW), "*", needs_comment=True),
        Transition("resume", WAITING, IN_REVIEW),
        Transition("escalate", (OPEN, IN_REVIEW), IN_REVIEW, needs_comment=True),
        Transition("recommend", _WORKED_ON, RECOMMENDED, needs_reason=True, needs_comment=True),
        Transition("approve", (RECOMMENDED,), "*"),
        Transition("send-back", (RECOMMENDED,), IN_REVIEW, needs_comment=True),
        Transition("dispose", _WORKED_ON, "*", needs_reason=True, needs_comment=True),
        Transition("repair", _WORKED_ON, IN_REVIEW, needs_comment=True),
        Transition("reply", _WORKED_ON, IN_REVIEW, needs_comment=True),
        Transition("reopen", DISPOSITIONS, IN_REVIEW, needs_reason=True, needs_comment=True),
        Transition("filed", STATES, "", needs_comment=True),
    )
}
SCREENED_ANEW = ("repair", "reply")  # acts that bring something new, so that the payment is decided anew
SECONDS = ("approve", "send-back")  # what a second person answers to a recommendation


def open_dispositions(outcome: str, permitted: Sequence[str]) -> tuple[str, ...]:
    """What people may do with a held payment, given what its decision permits."""
    if outcome == "unreadable":
        return OF_UNREADABLE
    held = tuple(one for one in DISPOSITIONS if one != CLOSED)
    return tuple(one for one in held if not PERMITTED_BY[one] or set(PERMITTED_BY[one]) & set(permitted))
