"""What a listing does, in our few words, from what publishers write about it.

blocking (asset freeze), correspondent-account (no transactions with a bank), sectoral (capital market and
finance limits), export-control, trade (ships, ports, services), travel, other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORDS: tuple[tuple[str, str], ...] = (
    (r"asset[s]?[ -]freez|freez\w* (?:of )?(?:assets|funds)|blocking|\bsdn\b|make available.*funds", "blocking"),
    (r"correspondent|payable-through|transaction ban|swift", "correspondent-account"),
    (r"travel ban|entry ban|entry restriction|admission|travel restriction|visa", "travel"),
    (r"export|arms embargo|dual-use|military goods|technical assistance|technology", "export-control"),
    (r"ship|vessel|port entry|deflag|charter|crew|transport|aircraft|import|trade|flag|bunker", "trade"),
    (r"financ|capital market|investment|loan|securit(?:y|ies)|credit|business arrangement|bank", "sectoral"),
)
_RULES = [(re.compile(pattern, re.IGNORECASE), measure) for pattern, measure in _WORDS]
ORDER = ("blocking", "correspondent-account", "sectoral", "export-control", "trade", "travel", "other")


def measure_of(words: str) -> str:
    """The measure that a publisher's phrase names; `other` where it names none of ours."""
    return next((measure for pattern, measure in _RULES if pattern.search(words)), "other")


def measures_of(phrases: Iterable[str]) -> tuple[str, ...]:
    """The measures of several phrases, each once, in the fixed order of this table."""
    seen = {measure_of(phrase) for phrase in phrases if phrase.strip()}
    return tuple(measure for measure in ORDER if measure in seen)
