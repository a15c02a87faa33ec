"""Facts of the payment as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from brightline.nexus.logic import Reach
from brightline.nexus.told.asked import Asked, Teller, Told


def reach(topic: object, asked: Asked) -> Told:
    """Where goods or money plausibly go, and every other country seen."""
    facts = asked.facts
    toward = ", ".join(facts.destinations)
    others = ", ".join(country for country in facts.countries if country not in facts.destinations)
    goes = f"goods would go to {toward}" if toward else "nothing says where goods would go"
    saw = goes + (f"; also seen: {others}" if others else "")
    if facts.ties:
        saw += "; tied by " + ", ".join(f"{tie.sign} ({tie.country})" for tie in facts.ties)
    return Told(Reach(facts.destinations, facts.countries), saw)


TELLERS: Mapping[str, Teller] = {"payment.reach": reach}
