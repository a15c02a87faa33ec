"""Facts of the payment as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from brightline.nexus.logic import Reach
from brightline.nexus.route import Tie
from brightline.nexus.told.asked import Asked, Teller, Told


def reach(topic: object, asked: Asked) -> Told:
    """Where goods or money plausibly go, and every other country seen."""
    return _reach(asked.facts.destinations, asked.facts.countries, asked.facts.ties)


@lru_cache(maxsize=8192)
def _reach(destinations: tuple[str, ...], countries: tuple[str, ...], ties: tuple[Tie, ...]) -> Told:
    """The same for countries and ties, which many payments share."""
    toward = ", ".join(destinations)
    others = ", ".join(country for country in countries if country not in destinations)
    goes = f"goods would go to {toward}" if toward else "nothing says where goods would go"
    saw = goes + (f"; also seen: {others}" if others else "")
    if ties:
        saw += "; tied by " + ", ".join(f"{tie.sign} ({tie.country})" for tie in ties)
    return Told(Reach(destinations, countries), saw)


TELLERS: Mapping[str, Teller] = {"payment.reach": reach}
