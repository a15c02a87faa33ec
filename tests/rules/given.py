"""Examples in words an analyst can check → payments and facts. Read strictly: a key nobody knows is a failing test."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from tests.beside.history_rows import history_json

from brightline.beside.record import beside_of
from brightline.goods.describe import see_goods
from brightline.law.book import LawBook
from brightline.nexus.facts import Facts, LicenceCheck, Matched, Owned, facts_of
from brightline.nexus.institution import NOBODY, ControlledGoods, Institution, shipped_institution
from brightline.screen.papers import goods_of_papers, settled_by_papers, with_papers
from brightline.screen.wire import paired_from
from brightline.terms import (
    Answer,
    Candidate,
    Goods,
    Held,
    Identifier,
    ListedEntity,
    ListedIdentifier,
    ListedName,
    Noted,
    Party,
    Payment,
    Portion,
    Step,
    Text,
)

FOLDER = Path(__file__).parent
NEW_YORK = ZoneInfo("America/New_York")
ROLES = ("debtor", "ultimate_debtor", "creditor", "debtor_agent", "creditor_agent", "intermediary_agent")
GIVEN = {*ROLES, "matched", "goods", "texts", "codes", "route", "format", "currency", "institution", "debtor_name"}
MATCHED = {"role", "path", "same", "measures", "programs", "secondary", "settled_by", "listed_on", "ends_on", "bic"}
GIVEN |= {"value_date", "licence_checks", "owned", "amount", "identifiers"}
BESIDE = {"papers", "profiles"}  # as a decision keeps them
GIVEN |= BESIDE | {"history"}  # rows of earlier payments, as a file has them
GIVEN |= {"paired"}  # the other leg, as a decision has it
OWNED = {"role", "same", "measures", "programs", "secondary", "listed_on", "ends_on", "least", "greatest", "own"}
OWNED |= {"regime", "counts"}
MATCHED |= {"regime", "name"}
PARTY = {"country", "name", "address", "inn", "bic"}
PROFILES = {  # beside the shipped ones
    "union-only": Institution("union-only", country="DE"),
    "own-lists": Institution(
        "own-lists",
        country="CN",
        control_lists=("test-list",),
        controlled_goods=(ControlledGoods("8806", "Unmanned aircraft", "a notice of the ministry"),),
    ),
}
EXPECT = {"effect", "force", "cites", "clauses", "saw", "would_settle"}


@dataclass(frozen=True)
class Example:
    """One example of a rule."""

    rule: str
    name: str
    moment: datetime
    day: date
    given: dict[str, Any]
    expect: dict[str, Any]


def examples() -> list[Example]:
    """Every example of every file, in order."""
    return [
        _example(path.stem, row) for path in sorted(FOLDER.glob("*.yaml")) for row in yaml.safe_load(path.read_text())
    ]


def _example(rule: str, row: dict[str, Any]) -> Example:
    assert set(row) in ({"name", "day", "given", "expect"}, {"name", "moment", "given", "expect"}), row["name"]
    assert set(row["given"]) <= GIVEN, row["name"]
    assert set(row["expect"]) <= {rule, *EXPECT}, row["name"]
    assert isinstance(row["expect"].get(rule), str), f"{row['name']}: put the answer in quotes"
    if "moment" in row:
        moment = datetime.fromisoformat(row["moment"])
    else:
        moment = datetime.combine(row["day"], time(12), tzinfo=NEW_YORK)
    return Example(rule, row["name"], moment, row.get("day", moment.date()), row["given"], row["expect"])


def facts(example: Example, book: LawBook) -> Facts:
    """The facts of an example, goods looked up as screening looks them up."""
    payment = _payment(example.given)
    lists = book.tiers_on(example.moment), book.classes_on(example.moment)
    came = {kind: _as_json(example.given[kind]) for kind in ("papers", "profiles") if kind in example.given}
    if "history" in example.given:
        came["history"] = history_json(example.given["history"], payment, example.moment)
    beside = beside_of(came)
    named = goods_of_papers(beside, *lists)
    seen = settled_by_papers(see_goods(payment.goods, payment.texts, *lists), named, beside.papers)
    matched = [_matched(one) for one in example.given.get("matched", [])]
    owned = [_owned(one) for one in example.given.get("owned", [])]
    whole, who = with_papers(payment, beside), _profile(example.given.get("institution"))
    told = facts_of(whole, matched, seen, ("us",), who, owned, beside)
    told = replace(told, paired=paired_from(example.given.get("paired", [])))
    return replace(told, licence_checks=tuple(LicenceCheck(**one) for one in example.given.get("licence_checks", [])))


def _as_json(value: Any) -> Any:
    """What YAML read, as JSON would have it: days are text."""
    return json.loads(json.dumps(value, default=str))


def _profile(name: str | None) -> Institution:
    if name is None:
        return NOBODY
    return PROFILES[name] if name in PROFILES else shipped_institution(name)


def _payment(given: dict[str, Any]) -> Payment:
    parties = [_party(role, given) for role in ROLES if role in given]
    return Payment(
        source="example#1",
        format=given.get("format", "pacs.008.001.08"),
        amount=given.get("amount"),
        currency=given.get("currency"),
        value_date=str(given["value_date"]) if "value_date" in given else None,
        parties=tuple(parties),
        texts=tuple(Text("remittance", text, f"RmtInf/Ustrd[{n}]") for n, text in enumerate(given.get("texts", []), 1)),
        goods=tuple(
            Goods(one.get("hs"), None, one.get("words"), f"goods[{n}]")
            for n, one in enumerate(given.get("goods", []), 1)
        ),
        codes=tuple(Noted(one["kind"], one["value"], "code") for one in given.get("codes", [])),
        route=tuple(given.get("route", [])),
        identifiers=tuple(Noted(scheme, str(value), "text") for scheme, value in given.get("identifiers", {}).items()),
    )


def _party(role: str, given: dict[str, Any]) -> Party:
    """A party by its country alone, or by what is known of it: country, name, address, inn, bic."""
    known = given[role] if isinstance(given[role], dict) else {"country": given[role]}
    assert set(known) <= PARTY, known
    named = {"debtor": given.get("debtor_name", "SOME NAME")}.get(role, "SOME NAME")
    return Party(
        role, role, name=known.get("name", named), country=known.get("country"), bic=known.get("bic"),
        address=tuple(known.get("address", ())),
        identifiers=(Identifier("INN", str(known["inn"]), True),) if "inn" in known else (),
    )  # fmt: skip


def _matched(one: dict[str, Any]) -> Matched:
    assert set(one) <= MATCHED, one
    path = one.get("path", f"{one['role']}/Nm")
    return Matched(
        one["role"], path, "Example Pribor OOO", _candidate(), _entity(one), Answer(one["same"]),
        one.get("settled_by", "name"), one.get("regime", ""),
    )  # fmt: skip


def _owned(one: dict[str, Any]) -> Owned:
    """A listed owner behind a party; `own`: the party's own entry; `least`, `greatest`: the share in thousandths.

    `counts`: a register tells the share, and whether it counts under the law of `regime`.
    """
    assert set(one) <= OWNED, one
    regime, counts = one.get("regime", ""), Answer(one.get("counts", "unknown"))
    portion = Portion(one.get("least", 0) * 10, one.get("greatest", 1000) * 10)
    return Owned(
        one["role"], f"{one['role']}/Nm", "Example Leasing OOO", _candidate(), _entity(one), Answer(one["same"]),
        "the name begins with that of a listed house", regime, own=_entity(one["own"]) if "own" in one else None,
        least=one.get("least"), greatest=one.get("greatest"), counts=counts,
        held=Held(regime, "2024-07-04", counts, portion) if "counts" in one else None,
    )  # fmt: skip


def _entity(one: dict[str, Any]) -> ListedEntity:
    days = {key: str(one[key]) if key in one else None for key in ("listed_on", "ends_on")}
    return ListedEntity(
        list="test-list",
        entry="1",
        schema="Company",
        names=(ListedName(one.get("name", "EXAMPLE PRIBOR"), "primary"),),
        programs=tuple(one.get("programs", ())),
        measures=tuple(one.get("measures", ())),
        secondary=tuple(one.get("secondary", ())),
        identifiers=(ListedIdentifier("BIC", one["bic"]),) if "bic" in one else (),
        listed_on=days["listed_on"],
        ends_on=days["ends_on"],
    )


def _candidate() -> Candidate:
    steps = (Step("starting point", "", "", -4000), Step("name", "EXAMPLE PRIBOR", "EXAMPLE PRIBOR", 9000))
    return Candidate("test-list", "1", "EXAMPLE PRIBOR", "Company", 5000, 0.9933, steps)
