"""What a queue shows and finds a case by, taken out of its decision line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import cast

from brightline.beside.cleared import name_key
from brightline.cases.storable import storable
from brightline.screen.plain import Json, maps
from brightline.screen.requirements import HOLDING
from brightline.text.fold import fold
from brightline.text.scripts import main_script

NOWHERE = "??"  # no country known
_LONGEST_TEXT = 2000
_LONGEST_MARK = 80
_GRAVER = ("stop", "review")


@dataclass(frozen=True, slots=True)
class Summary:
    """Columns of a case that its decision says. `lists` and `entry`: of findings that count (their effect holds it).

    `rules`: of these findings, then what a release needs beside the rules and lacks (`requirements.HOLDING`).
    """

    outcome: str
    determination: str | None
    corridor_from: str
    corridor_to: str
    amount: str | None
    currency: str | None
    debtor: str | None
    creditor: str | None
    counterparty: str | None
    counterparty_key: str
    searched: str
    script: str
    firm_size: str | None
    rules: tuple[str, ...]
    lists: tuple[str, ...]
    entry: str | None
    value_date: str | None


def summary_of(line: Json) -> Summary:
    """What a decision line (or one of what could not be read) says, for the columns of its case."""
    payment = cast("Json", line["payment"])
    counting = _counting(line)
    counterparty = _counterparty(payment, counting)
    name = _name(counterparty)
    country = str(counterparty.get("country") or NOWHERE) if counterparty else NOWHERE
    return Summary(
        outcome=str(line["outcome"]),
        determination=_text(cast("Json", line.get("determination") or {}).get("answer")),
        corridor_from=_country(payment, "debtor"),
        corridor_to=_country(payment, "creditor"),
        amount=_text(payment.get("amount")),
        currency=_text(payment.get("currency")),
        debtor=_name(_party(payment, "debtor")),
        creditor=_name(_party(payment, "creditor")),
        counterparty=name,
        counterparty_key=counterparty_key(name, country),
        searched=_searched(payment),
        script=main_script(name or ""),
        firm_size=_firm_size(line, name),
        rules=tuple(dict.fromkeys(str(one["rule"])[:_LONGEST_MARK] for one in (*counting, *_needed(line)))),
        lists=tuple(sorted({str(one["list"])[:_LONGEST_MARK] for one in _listed(counting)})),
        entry=next((f"{one['list']} {one['entry']}"[:200] for one in _listed(counting)), None),
        value_date=_text(payment.get("value_date")),
    )


def counterparty_key(name: str | None, country: str) -> str:
    """One key for one counterparty: its folded name and country; all that have no name are one."""
    return sha256(f"{fold(name or '')}|{country}".encode("utf-8", "replace")).hexdigest()[:32]


def _counting(line: Json) -> Sequence[Json]:
    """The findings that hold the payment, the gravest first; a sure one before a doubtful one."""
    held = [one for one in maps(line, "findings") if one["effect"] in _GRAVER and one["answer"] != "no"]
    return sorted(held, key=lambda one: (_GRAVER.index(str(one["effect"])), one["answer"] != "yes"))


def _needed(line: Json) -> Sequence[Json]:
    """What a release needs beside the rules and lacks: a required list, a whole message, support."""
    return [one for one in maps(line, "unknowns") if one["rule"] in HOLDING]


def _listed(findings: Sequence[Json]) -> Sequence[Json]:
    found = (evidence for one in findings for evidence in maps(one, "evidence"))
    return [one for one in found if one["kind"] == "listed-entity" and one.get("list") and one.get("entry")]


def _counterparty(payment: Json, counting: Sequence[Json]) -> Json | None:
    """The party the gravest finding speaks of, else the creditor."""
    parties = {str(one["path"]): one for one in maps(payment, "parties")}
    for finding in counting:
        subject = cast("Json", finding.get("subject") or {})
        party = parties.get(str(subject.get("path")))
        if party is not None and _name(party):
            return party
    return _party(payment, "creditor")


def _party(payment: Json, role: str) -> Json | None:
    """The first party of a side: the customer itself, else the ultimate one, else the bank of that side."""
    for one in (role, f"ultimate_{role}", f"{role}_agent"):
        for party in maps(payment, "parties"):
            if party["role"] == one and _name(party):
                return party
    return None


def _name(party: Json | None) -> str | None:
    return None if party is None else _text(party.get("name") or party.get("bic"))


def _country(payment: Json, side: str) -> str:
    """Where a side stands: the customer's country, else its bank's."""
    known = {str(one["role"]): str(one["country"]) for one in maps(payment, "parties") if one.get("country")}
    return next((known[one] for one in (side, f"ultimate_{side}", f"{side}_agent") if one in known), NOWHERE)


def _searched(payment: Json) -> str:
    """Names and references, folded, for the filter of words."""
    names = [str(one["name"]) for one in maps(payment, "parties") if one.get("name")]
    references = [str(one["value"]) for one in maps(payment, "references")]
    marks = [str(payment[key]) for key in ("end_to_end_id", "uetr", "message_id") if payment.get(key)]
    words = dict.fromkeys(fold(one) for one in (*names, *references, *marks))
    return storable(" | ".join(words)[:_LONGEST_TEXT])


def _firm_size(line: Json, name: str | None) -> str | None:
    """The size of the counterparty's firm, where a profile came beside the payment and says one."""
    beside = cast("Json", line.get("beside") or {})
    for profile in maps(beside, "profiles"):
        if profile.get("size") and name and name_key(str(profile["name"])) == name_key(name):
            return str(profile["size"])[:16]
    return None


def _text(value: object) -> str | None:
    return storable(str(value)[:_LONGEST_TEXT]) if value else None
