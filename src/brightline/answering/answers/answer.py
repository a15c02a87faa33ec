"""The answer to a request for information as plain text: only the parts that the profile of who asks may have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from brightline.answering.answers.profiles import Profile, profile_of, state_told
from brightline.screen.plain import Json, maps, short

_CUSTOMERS = ("debtor", "ultimate_debtor", "creditor", "ultimate_creditor")
_BANKS = ("debtor_agent", "instructing_agent", "intermediary_agent", "instructed_agent", "creditor_agent")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer is made of: the decision in force and the state of its case."""

    line: Json
    state: str
    profile: Profile

    @property
    def payment(self) -> Json:
        """The payment as the message named it."""
        return cast("Json", self.line.get("payment") or {})


def answer_text(line: Json, state: str, profile: str) -> str:
    """The answer about the payment of a decision line, for that profile. Raises Refused for an unknown profile."""
    told = Told(line, state, profile_of(profile))
    sections = (list(_PARTS[part](told)) for part in told.profile.parts)
    return "\n\n".join("\n".join(lines) for lines in sections if lines) + "\n"


def _references(told: Told) -> Iterator[str]:
    yield "Payment"
    for key, says in (("uetr", "UETR"), ("end_to_end_id", "End-to-end id"), ("message_id", "Reference")):
        if told.payment.get(key):
            yield f"{says}: {_plain(told.payment[key])}"


def _money(told: Told) -> Iterator[str]:
    payment = told.payment
    if payment.get("amount"):
        yield f"Amount: {_plain(payment['amount'])} {_plain(payment.get('currency') or '')}".rstrip()
    if payment.get("value_date"):
        yield f"Value date: {_plain(payment['value_date'])}"


def _parties(told: Told) -> Iterator[str]:
    parties = maps(told.payment, "parties")
    known = [one for role in (*_CUSTOMERS, *_BANKS) for one in parties if one["role"] == role]
    if known:
        yield "Parties, as the message names them"
        yield from dict.fromkeys(_party(one) for one in known)


def _party(party: Json) -> str:
    who = _plain(party.get("name") or party.get("bic") or "not named")
    country = f", {_plain(party['country'])}" if party.get("country") else ""
    return f"{str(party['role']).replace('_', ' ').capitalize()}: {who}{country}"


def _goods(told: Told) -> Iterator[str]:
    goods = maps(told.payment, "goods")
    if goods:
        yield "Goods, as the message names them"
        for one in goods:
            code = f"HS {_plain(one['hs'])}" if one.get("hs") else ""
            yield ", ".join(part for part in (code, _plain(one.get("words") or "")) if part)


def _papers(told: Told) -> Iterator[str]:
    beside = cast("Json", told.line.get("beside") or {})
    papers = maps(beside, "papers")
    if papers:
        yield "Papers we hold"
        for one in papers:
            number = f" {_plain(one['number'])}" if one.get("number") else ""
            issued = f" of {_plain(one['issued'])}" if one.get("issued") else ""
            yield f"{str(one.get('kind') or 'paper').replace('_', ' ').capitalize()}{number}{issued}"


def _screening(told: Told) -> Iterator[str]:
    edition, as_of = cast("Json", told.line.get("edition") or {}), cast("Json", told.line.get("as_of") or {})
    lists = cast("Mapping[str, Json]", edition.get("lists") or {})
    if lists:
        yield "Names, texts, goods and route of the payment were screened against these lists"
        for name, version in sorted(lists.items()):
            yield f"{name}, published {_plain(version.get('published'))}, {str(version.get('digest') or '')[:16]}"
        yield f"as known at {_plain(as_of.get('known'))}, edition {_plain(edition.get('id'))}"


def _rules(told: Told) -> Iterator[str]:
    """Which questions were asked, all of them, whatever came out: what was found is not part of it."""
    rules = sorted({str(one["rule"]) for one in maps(told.line, "findings")})
    if rules:
        yield "Rules asked of every payment"
        yield ", ".join(rules)


def _state(told: Told) -> Iterator[str]:
    yield state_told(told.state, told.profile.profile)


def _plain(value: object) -> str:
    return short(value, _LONGEST)


_PARTS: Mapping[str, Callable[[Told], Iterator[str]]] = {
    "references": _references,
    "money": _money,
    "parties": _parties,
    "goods": _goods,
    "papers": _papers,
    "screening": _screening,
    "rules": _rules,
    "state": _state,
}
