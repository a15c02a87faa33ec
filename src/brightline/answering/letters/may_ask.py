"""May we ask this, from here? The rule on conflicts of laws answers before a letter is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from brightline.screen.plain import Json, maps

RULE = "conflict-of-laws"
ASK = "ask"
_WHY = {
    "no": "No local rule known to us stands against asking; a request for documents follows no foreign measure.",
    "yes": "A local rule may stand against following the foreign measure behind this question. Legal must agree.",
    "unknown": "Whether a local rule stands against asking is not known: no institution is set, or a fact is missing. "
    "Legal must agree.",
}


@dataclass(frozen=True, slots=True)
class MayAsk:
    """`answer`: yes, no, or legal (somebody of legal has to agree first). `why`: in a sentence, for the person."""

    answer: str
    why: str
    cites: tuple[str, ...] = ()


def may_ask(line: Json) -> MayAsk:
    """Whether the customer may be asked about the payment of this decision, by the law of where the bank is."""
    if ASK not in cast("Sequence[str]", line.get("permitted_actions") or ()):
        return MayAsk("no", "The decision does not permit to ask.")
    found = next((one for one in maps(line, "findings") if one["rule"] == RULE), None)
    answer = str(found["answer"]) if found else "unknown"
    cites = tuple(f"{one['act']}, {one['place']}" for one in maps(found, "cites")) if found else ()
    return MayAsk("yes" if answer == "no" else "legal", _WHY[answer], cites if answer == "yes" else ())
