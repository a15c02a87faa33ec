"""The words of an answer, and the two clocks it is asked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Answer(Enum):
    """What a rule or clause says. A fact we lack is not a fact that is false."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Outcome(Enum):
    """What happens to a message now. None of these refuses, returns or freezes anything."""

    RELEASE = "release"
    REVIEW = "review"
    STOP = "stop"
    UNREADABLE = "unreadable"
    NOT_A_PAYMENT = "not-a-payment"


class Determined(Enum):
    """The answer to the question whether the payment is linked to the military-industrial base."""

    LINKED = "linked"
    NOT_LINKED = "not-linked"
    CANNOT_TELL = "cannot-tell"


class Force(Enum):
    """Whose law a finding speaks: ours, a foreign secondary sanction, a correspondent's, our policy, nobody's."""

    BINDS = "binds"
    EXPOSES = "exposes"
    CORRESPONDENT = "correspondent"
    POLICY = "policy"
    INFORMS = "informs"


@dataclass(frozen=True, slots=True)
class AsOf:
    """The two clocks of a decision: which law was in force, and what we knew. Both carry a zone."""

    law: datetime
    known: datetime
