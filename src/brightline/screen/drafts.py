"""Drafts of what people clear, from a decision alone: a passport of its relationship, pairs of its namesakes.

A draft holds what the decision knows. What only people know (who answers for it, until when, why) they fill in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import cast

from brightline.screen.plain import Json, maps

_SIDES = {"buyer": "debtor", "seller": "creditor"}
_NUMBER, _NAMELESS = "identifier", "address"
Digests = Callable[[str, str], str | None]  # list and entry → the digest of the entry's telling fields


def party_draft(decision: Json, path: str) -> dict[str, object] | None:
    """The party at a place of a decision's payment, in the shape of what people clear; None where nobody is named."""
    payment = cast("Json", decision.get("payment") or {})
    found = next((one for one in maps(payment, "parties") if one["path"] == path and one.get("name")), None)
    if found is None:
        return None
    spellings = dict.fromkeys(str(one["value"]) for one in maps(found, "forms") if one["kind"] != _NAMELESS)
    numbers = [{"scheme": one["scheme"], "value": one["value"]} for one in maps(found, "identifiers")]
    shape: dict[str, object] = {"name": found["name"], "spellings": list(spellings), "country": found.get("country")}
    shape |= {"identifiers": numbers, "address": list(cast("list[str]", found.get("address") or []))}
    shape["accounts"] = [found["account"]] if found.get("account") else []
    return shape | {"birth_date": found.get("birth_date")}


def passport_draft(decision: Json) -> dict[str, object]:
    """Buyer, seller, goods with a code, route, banks and ceiling of a decision, in the shape of a passport.

    The ceiling is the payment's amount. A side that nobody names is left out.
    """
    payment = cast("Json", decision.get("payment") or {})
    sides = {side: _side(decision, role) for side, role in _SIDES.items()}
    draft: dict[str, object] = {side: party for side, party in sides.items() if party is not None}
    draft["goods"] = [{"hs": code, "words": []} for code in dict.fromkeys(_codes(decision))]
    countries = [str(one["country"]) for one in maps(payment, "parties") if one.get("country")]
    draft["route"] = list(dict.fromkeys([*cast("Sequence[str]", payment.get("route") or ()), *countries]))
    draft["banks"] = sorted({str(one["bic"]) for one in maps(payment, "parties") if one.get("bic")})
    draft["ceiling"] = {"currency": payment.get("currency"), "payment": payment.get("amount")}
    return draft


def lists_then(decision: Json) -> dict[str, str]:
    """The lists of a decision's edition by the moment of their publication."""
    lists = cast("Mapping[str, Json]", cast("Json", decision.get("edition") or {}).get("lists") or {})
    return {name: str(one["published"]) for name, one in lists.items()}


def entries_then(decision: Json, digest_of: Digests) -> list[dict[str, str]]:
    """The listed entries that a decision tells of, each with the digest of its telling fields."""
    found = dict.fromkeys((str(one["list"]), str(one["entry"])) for _, one in _listed(decision))
    told = ((name, entry, digest_of(name, entry)) for name, entry in found)
    return [{"list": name, "entry": entry, "digest": digest} for name, entry, digest in told if digest]


def pair_drafts(decision: Json, digest_of: Digests, made: date) -> list[dict[str, object]]:
    """A draft for each party and listed entry that are alike by the name: this one is not that one."""
    found: dict[tuple[str, str, str], dict[str, object]] = {}
    for path, one in _listed(decision):
        party, digest = party_draft(decision, path), digest_of(str(one["list"]), str(one["entry"]))
        if party is None or digest is None or one.get("settled_by") == _NUMBER:
            continue
        draft = {"party": party, "list": one["list"], "entry": one["entry"], "digest": digest, "reason": ""}
        whose = {"owner": "", "approver": "", "made": made.isoformat(), "expires": ""}
        found.setdefault((path, str(one["list"]), str(one["entry"])), draft | whose)
    return list(found.values())


def _side(decision: Json, role: str) -> dict[str, object] | None:
    parties = maps(cast("Json", decision.get("payment") or {}), "parties")
    paths = (str(one["path"]) for one in parties if one["role"] == role and one.get("name"))
    return next((party_draft(decision, path) for path in paths), None)


def _codes(decision: Json) -> Iterator[str]:
    for part in ("payment", "seen"):
        yield from (str(one["hs"]) for one in maps(cast("Json", decision.get(part) or {}), "goods") if one.get("hs"))


def _listed(decision: Json) -> Iterator[tuple[str, Json]]:
    """The listed entries of the findings, each with the place of the party it is compared with."""
    for finding in maps(decision, "findings"):
        for one in maps(finding, "evidence"):
            if one["kind"] == "listed-entity" and one.get("list") and one.get("entry"):
                yield str(one.get("path") or ""), one
