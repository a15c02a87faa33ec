"""A checked deal as JSON and in an exporter's plain words: the answer, what to ask the buyer for, and the history."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from brightline.beside.deal_copies import CheckedBefore, NearCopy
from brightline.screen.brief import reasons
from brightline.screen.deal_gaps import not_verified
from brightline.screen.deals import CheckedDeal
from brightline.screen.plain import Json, maps, short
from brightline.screen.wire import decision_json

ANSWERS = {
    "release": "Nothing was found against this deal.",
    "review": "Ask before you ship: something is open, and a bank is likely to hold the payment.",
    "stop": "Do not ship before counsel has looked: something grave was found, and a bank is likely to stop it.",
}
BINDS_NOBODY = "This page binds no bank and is no licence. A bank decides by what it knows when the payment comes."


def checked_json(checked: CheckedDeal) -> dict[str, object]:
    """The answer to a check, for programs, for the certificate and for `checked_lines`."""
    decision = decision_json(checked.decision)
    return {
        "deal": {"id": checked.deal.shape.deal, "digest": checked.deal.digest, "given": dict(checked.deal.given)},
        "outcome": checked.outcome.value,
        "answer": ANSWERS[checked.outcome.value],
        "reasons": list(reasons(decision)),
        "ask": list(checked.ask),
        "altered": [_copy(one) for one in checked.copies],
        "checked_before": [_before(one) for one in checked.before],
        "not_verified": list(not_verified(checked)),
        "expires": checked.expires.isoformat(),
        "binds": BINDS_NOBODY,
        "decision": decision,
    }


def _copy(copy: NearCopy) -> dict[str, object]:
    altered = [{"field": one.field, "before": one.before, "now": one.now} for one in copy.altered]
    return {**_before(copy.before), "altered": altered, "slips_past": copy.slips_past}


def _before(before: CheckedBefore) -> dict[str, object]:
    return {"digest": before.digest, "as_of": before.as_of, "outcome": before.outcome, "decision": before.decision}


def checked_lines(told: Json) -> Iterator[str]:
    """The same in words for a terminal."""
    deal = cast("Json", told["deal"])
    yield f"{str(told['outcome']).upper()}  deal {deal['id']}: {told['answer']}"
    yield from (f"    {one}" for one in _texts(told, "reasons"))
    yield from _under("  Ask the buyer for:", _texts(told, "ask"))
    for copy in maps(told, "altered"):
        yield f"  An altered copy of a deal checked on {copy['as_of']} ({copy['outcome']}, {str(copy['digest'])[:16]}):"
        for one in maps(copy, "altered"):
            yield f"    {one['field']}: {short(one['before'] or 'nothing')}  ->  {short(one['now'] or 'nothing')}"
    yield from _under(
        "  Checked before:", [f"{one['as_of']}: {one['outcome']}" for one in maps(told, "checked_before")]
    )
    yield from _under("  Not verified:", _texts(told, "not_verified"))
    yield f"  Good until {told['expires']}. {told['binds']}"


def _texts(told: Json, key: str) -> list[str]:
    return [str(one) for one in cast("list[object]", told[key])]


def _under(heading: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield heading
        yield from (f"    {one}" for one in lines)
