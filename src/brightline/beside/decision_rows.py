"""A decision line of ours as a row of earlier payments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_ENDED = {"release": "released", "review": "held", "stop": "held"}
_ROLES = ("debtor", "creditor", "ultimate_debtor", "ultimate_creditor")
_AGENTS = ("debtor_agent", "creditor_agent", "intermediary_agent")


def is_decision(said: Mapping[str, object]) -> bool:
    """Whether a line is one that `screen` wrote, unreadable lines among them."""
    return isinstance(said.get("payment"), dict) and "outcome" in said


def row_of_decision(said: Mapping[str, Any]) -> dict[str, str]:
    """The cells of a decision, by column; none where no payment was decided, or one without an amount.

    A review or a stop is `held`: the decision does not know how a person answered.
    """
    payment, ended = said["payment"], _ENDED.get(str(said["outcome"]))
    if ended is None or not payment.get("amount") or not payment.get("currency"):
        return {}
    cells = {
        "date": said["as_of"]["law"],
        "outcome": ended,
        "determination": said["determination"]["answer"],
        "decision_id": said["id"],
        **{column: payment.get(column) for column in ("end_to_end_id", "uetr", "amount", "currency", "value_date")},
        **_texts(payment),
        "hs": ";".join(one["hs"] for one in payment.get("goods") or () if one.get("hs")),
        "goods": "; ".join(dict.fromkeys(one["words"] for one in payment.get("goods") or () if one.get("words"))),
        "route": ">".join(payment.get("route") or ()),
    }
    for party in reversed(payment.get("parties") or ()):  # of several in one role the first stays
        cells.update(_cells_of(party))
    return {column: str(value) for column, value in cells.items() if value}


def _texts(payment: Mapping[str, Any]) -> dict[str, str]:
    texts: Sequence[Mapping[str, str]] = payment.get("texts") or ()
    purpose = next((one["value"] for one in texts if one["kind"] == "purpose"), "")
    return {"remittance": "\n".join(one["value"] for one in texts if one["kind"] != "purpose"), "purpose": purpose}


def _cells_of(party: Mapping[str, Any]) -> dict[str, str]:
    role = party["role"]
    if role in _AGENTS:
        return {f"{role}_{part}": party.get(part) or "" for part in ("bic", "name", "country")}
    if role not in _ROLES:
        return {}
    numbers = ";".join(f"{one['scheme']}:{one['value']}" for one in party.get("identifiers") or ())
    told = {part: party.get(part) or "" for part in ("name", "country", "account")}
    told |= {"address": "\n".join(party.get("address") or ()), "id": numbers}
    return {f"{role}_{part}": value for part, value in told.items()}
