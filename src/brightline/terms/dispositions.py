"""How a case ends: the words that policies, the desk and the journal share."""

from __future__ import annotations

RELEASED, DECLINED, RETURNED, FROZEN = "released", "declined", "returned", "frozen-and-reported"
RECALLED, RESUBMITTED, CLOSED = "recalled", "resubmitted", "closed"
DISPOSITIONS = (RELEASED, DECLINED, RETURNED, FROZEN, RECALLED, RESUBMITTED, CLOSED)
