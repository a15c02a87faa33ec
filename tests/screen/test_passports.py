"""A passport settles what nobody names, inside each of its limits; never anything graver; and says what ended it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from tests.screen.conftest import AFTER_JUNE, ENTITIES, edition_of, listed, version

from brightline.beside.entry_digest import entry_digest
from brightline.beside.record import beside_of
from brightline.screen.edition import Edition
from brightline.screen.explain import explain
from brightline.screen.policy import shipped_text
from brightline.screen.replay import replay
from brightline.screen.screen import screen
from brightline.screen.wire import decision_json
from brightline.terms import Answer, AsOf, Decision, Determined, Goods, ListedName, Outcome, Party, Payment, Text
from brightline.terms.earlier import Habit, History, MonthSum

NEVER_DRAWN = shipped_text().replace("passport_review_one_in: 20", "passport_review_one_in: 0")
SEEN = {
    "id": "P-24-07",
    "buyer": {
        "name": "OOO VESYOLY BASHMACHOK", "country": "RU", "identifiers": [{"scheme": "INN", "value": "5403991018"}],
    },
    "seller": {"name": "FOSHAN LITTLE HERON CO LTD", "country": "CN"},
    "owners": [{"name": "Arina Solovyova", "country": "RU"}],
    "goods": [{"hs": "6403", "words": ["children's shoes", "footwear"]}],
    "route": ["CN", "RU"],
    "banks": ["ZRCHRUMM"],
    "ceiling": {"currency": "CNY", "payment": "5000.00", "period": "20000.00", "days": 90},
    "used": [{"on": "2024-06-20", "amount": "4000.00"}],
    "documents": [{"title": "contract 18/24 with specification", "sha256": "ab" * 32}],
    "lists": {"us-ofac-sdn": "2024-06-20"},
    "entries": [{"list": "us-ofac-sdn", "entry": "2", "digest": entry_digest(ENTITIES[1])}],
    "owner": "Mira Lund", "approver": "Joss Adeyemi", "issued": "2024-06-21", "expires": "2025-06-20",
}  # fmt: skip


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The shipped policy, but that no release by a passport is drawn for a look."""
    return edition_of(version(), text=NEVER_DRAWN)


@pytest.fixture
def vague(payment: Callable[..., Payment]) -> Payment:
    """A payment that says nothing of goods."""
    return payment(words="PAYMENT UNDER CONTRACT 18/24", hs=None)


def passport(**more: Any) -> dict[str, Any]:
    return copy.deepcopy(SEEN) | more


def decided(payment: Payment, edition: Edition, *passports: dict[str, Any], as_of: AsOf = AFTER_JUNE) -> Decision:
    return screen(payment, edition, as_of, beside=beside_of({"passports": list(passports)} if passports else {}))


def clauses(decision: Decision) -> dict[str, tuple[Answer, str]]:
    """The clauses of the one finding on a passport."""
    (finding,) = [one for one in decision.findings if one.rule == "passport"]
    return {clause.id: (clause.answer, clause.saw) for clause in finding.clauses}


def test_vague_text_is_held_without_a_passport_and_released_with_one(vague: Payment, edition: Edition) -> None:
    assert decided(vague, edition).outcome is Outcome.REVIEW
    decision = decided(vague, edition, passport())
    assert (decision.outcome, decision.release_basis) == (Outcome.RELEASE, "passport")
    assert decision.determination.answer is Determined.NOT_LINKED
    assert decision.determination.rests_on == "document"


def test_each_limit_is_a_clause_of_what_speaks_for_release(vague: Payment, edition: Edition) -> None:
    decision = decided(vague, edition, passport())
    (finding,) = [one for one in decision.releasing if one.rule == "passport"]
    assert {clause.answer for clause in finding.clauses} == {Answer.YES}
    names = [clause.id for clause in finding.clauses]
    assert names[:5] == ["alive", "buyer", "seller", "end-user", "nobody-else"]
    assert {"goods", "route", "banks", "ceiling", "period", "law", "entries", "settles-all"} <= set(names)
    assert any("sha256 abab" in str(one.words) for one in finding.evidence)
    told = "\n".join(explain(decision_json(decision)))
    assert "two people cleared on documents" in told
    assert "Is the amount under the ceiling of one payment? yes: 1000.00 CNY; the ceiling is 5000.00 CNY" in told


def test_a_release_by_a_passport_replays_to_the_same_bytes(vague: Payment, edition: Edition) -> None:
    assert replay(decision_json(decided(vague, edition, passport())), edition).changed == ()


def with_party(payment: Payment, party: Party) -> Payment:
    return replace(payment, parties=(*payment.parties, party))


def of_bank(payment: Payment, bic: str) -> Payment:
    return replace(payment, parties=tuple(replace(one, bic=bic) if one.bic else one for one in payment.parties))


KITE = Party("creditor", "Cdtr/Nm", "YIWU RED KITE CO LTD", country="CN")
CHANGED: dict[str, tuple[Callable[[Payment], Payment], str, str]] = {
    "another seller": (
        lambda one: replace(one, parties=(*one.parties[:2], KITE)),
        "seller", "YIWU RED KITE CO LTD",
    ),
    "a payer beside the buyer": (
        lambda one: with_party(one, Party("ultimate_debtor", "UltmtDbtr/Nm", "OOO TIKHAYA ZAVOD", country="RU")),
        "nobody-else", "OOO TIKHAYA ZAVOD",
    ),
    "another country": (
        lambda one: replace(one, texts=(Text("remittance", "CONTRACT 18/24, VIA KAZAKHSTAN", "RmtInf/Ustrd"),)),
        "route", "KZ: not on the route",
    ),
    "another bank": (lambda one: of_bank(one, "TNSHKG22"), "banks", "TNSHKG22"),
    "too much at once": (lambda one: replace(one, amount="5000.01"), "ceiling", "the ceiling is 5000.00 CNY"),
    "another currency": (lambda one: replace(one, currency="EUR"), "ceiling", "1000.00 EUR"),
    "other goods": (
        lambda one: replace(one, texts=(Text("remittance", "SPARE PARTS, CONTRACT 18/24", "RmtInf/Ustrd"),)),
        "goods", "not among the goods that were cleared",
    ),
    "listed goods": (
        lambda one: replace(one, goods=(Goods("854231", None, None, "RmtInf/Ustrd"),)),
        "settles-all", "not for a passport",
    ),
    "words of technical goods": (
        lambda one: replace(one, texts=(Text("remittance", "ELECTRONIC COMPONENTS", "RmtInf/Ustrd"),)),
        "goods", "not among the goods that were cleared",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGED)
def test_outside_any_limit_it_releases_nothing_and_says_which(vague: Payment, edition: Edition, name: str) -> None:
    change, clause, told = CHANGED[name]
    decision = decided(change(vague), edition, passport())
    assert decision.outcome is not Outcome.RELEASE
    answer, saw = clauses(decision)[clause]
    assert answer is Answer.NO
    assert told in saw
    assert "A passport that does not hold here: P-24-07" in "\n".join(explain(decision_json(decision)))


def looked_at(entry: str) -> list[dict[str, str]]:
    return [{"list": "us-ofac-sdn", "entry": entry, "digest": "0" * 16}]


BANK = {"name": "Severny Mayak Bank", "country": "RU"}
ENDED: dict[str, tuple[dict[str, Any], str, str]] = {
    "expired": ({"expires": "2024-07-02"}, "alive", "2024-07-02"),
    "issued later": ({"issued": "2024-07-04"}, "alive", "2024-07-04"),
    "an entry changed": ({"entries": looked_at("2")}, "entries", "changed since"),
    "an entry gone": ({"entries": looked_at("9")}, "entries", "no longer there"),
    "a list not loaded": ({"lists": {"eu-fsf": "2024-06-20"}}, "lists", "eu-fsf is not loaded"),
    "a list older than then": ({"lists": {"us-ofac-sdn": "2024-07-03"}}, "lists", "older than that of 2024-07-03"),
    "an owner listed since": ({"owners": [BANK]}, "nobody-alike", "SEVERNY MAYAK"),
    "goods listed": ({"goods": [{"hs": "6403"}, {"hs": "854231"}]}, "goods-unlisted", "854231"),
    "the law changed": ({"issued": "2024-06-11"}, "law", "s11-sector on 2024-06-12"),
    "the period is used up": ({"used": [{"on": "2024-06-30", "amount": "19000.01"}]}, "period", "20000.01 CNY with"),
}  # fmt: skip


@pytest.mark.parametrize("name", ENDED)
def test_it_dies_when_something_it_rests_on_changes(vague: Payment, edition: Edition, name: str) -> None:
    more, clause, told = ENDED[name]
    decision = decided(vague, edition, passport(**more))
    assert decision.outcome is Outcome.REVIEW
    answer, saw = clauses(decision)[clause]
    assert answer is Answer.NO
    assert told in saw


def test_a_ceiling_that_nobody_counted_for_is_unknown(vague: Payment, edition: Edition) -> None:
    uncounted = passport()
    del uncounted["used"]
    decision = decided(vague, edition, uncounted)
    assert decision.outcome is Outcome.REVIEW
    assert clauses(decision)["period"][0] is Answer.UNKNOWN


def test_payments_before_the_period_do_not_count(vague: Payment, edition: Edition) -> None:
    old = passport(used=[{"on": "2024-04-04", "amount": "19999.00"}])
    assert decided(vague, edition, old).outcome is Outcome.RELEASE


def test_a_listed_party_is_never_overridden(vague: Payment) -> None:
    shop = listed("3", "VESYOLY BASHMACHOK")
    edition = edition_of(version(), text=NEVER_DRAWN, entities=(*ENTITIES, shop))
    decision = decided(vague, edition, passport())
    assert decision.outcome is not Outcome.RELEASE
    assert clauses(decision)["nobody-alike"][0] is Answer.NO
    assert "listed-party" in clauses(decision)["settles-all"][1]


def test_a_listed_bank_is_never_overridden(vague: Payment, edition: Edition) -> None:
    decision = decided(of_bank(vague, "SVMKRUMM"), edition, passport(banks=["SVMKRUMM"]))
    assert decision.outcome is not Outcome.RELEASE


def test_words_that_hide_something_are_never_settled(vague: Payment, edition: Edition) -> None:
    hiding = replace(vague, texts=(Text("remittance", "CONTRACT 18/24, DO NOT MENTION END USER", "RmtInf/Ustrd"),))
    decision = decided(hiding, edition, passport())
    assert decision.outcome is Outcome.REVIEW
    assert "diversion-route" in clauses(decision)["settles-all"][1]


def test_a_sign_that_holds_nothing_alone_keeps_a_passport_from_releasing(vague: Payment, edition: Edition) -> None:
    crypto = replace(vague, texts=(Text("remittance", "BALANCE IN USDT, CONTRACT 18/24", "RmtInf/Ustrd"),))
    decision = decided(crypto, edition, passport())
    assert decision.outcome is Outcome.REVIEW
    assert clauses(decision)["no-sign"][0] is Answer.NO


def test_a_required_list_that_is_missing_holds_all_the_same(vague: Payment) -> None:
    old = edition_of(version(published="2024-01-02"), text=NEVER_DRAWN)
    decision = decided(vague, old, passport(lists={"us-ofac-sdn": "2023-12-01"}))
    assert decision.outcome is Outcome.REVIEW
    assert decision.release_basis is None


def test_what_needs_no_passport_is_released_on_its_own_ground(
    payment: Callable[..., Payment], edition: Edition
) -> None:
    decision = decided(payment(), edition, passport())
    assert decision.release_basis == "positive-evidence"
    assert "passport" not in [one.rule for one in decision.releasing]


def test_one_in_so_many_is_reviewed_all_the_same(vague: Payment) -> None:
    """Drawn by the digits of the decision: about one in four of 200 with one in 4, the same ones each time."""
    edition = edition_of(version(), text=shipped_text().replace("one_in: 20", "one_in: 4"))
    several = [replace(vague, end_to_end_id=f"E2E-{number}") for number in range(200)]
    drawn = [decided(one, edition, passport()).outcome is Outcome.REVIEW for one in several]
    assert 20 < sum(drawn) < 80
    held = decided(several[drawn.index(True)], edition, passport())
    assert clauses(held)["not-drawn"] == (Answer.NO, "one in 4: drawn for a look")


def test_a_passport_of_a_buyer_without_a_tie_to_the_payment_is_not_told(vague: Payment, edition: Edition) -> None:
    decision = decided(vague, edition)
    assert not [one for one in decision.findings if one.rule == "passport"]


def test_a_new_alias_of_an_entry_looked_at_then_ends_it(vague: Payment) -> None:
    changed = replace(ENTITIES[1], names=(*ENTITIES[1].names, ListedName("MAYAK CREDIT", "alias")))
    edition = edition_of(version(), text=NEVER_DRAWN, entities=(ENTITIES[0], changed))
    assert clauses(decided(vague, edition, passport()))["entries"][0] is Answer.NO


def test_the_law_of_the_day_of_issue_is_asked_without_change(vague: Payment, edition: Edition) -> None:
    day = AsOf(datetime(2024, 7, 3, 1, tzinfo=UTC), datetime(2024, 7, 3, 1, tzinfo=UTC))
    issued = passport(issued="2024-07-03", used=[])
    assert decided(vague, edition, issued, as_of=day).outcome is Outcome.RELEASE


def invoice(quantity: str, unit: str = "pairs") -> dict[str, Any]:
    """An invoice over the whole payment, for so many pairs."""
    line = {"words": "goods as per contract", "quantity": quantity, "unit": unit, "value": "1000.00"}
    return {"kind": "invoice", "number": "I-1", "amount": "1000.00", "currency": "CNY", "goods": [line]}


@pytest.mark.parametrize(
    ("paper", "answer", "told"),
    [
        (invoice("25"), Answer.YES, "40.00 CNY by pairs"),
        (invoice("10"), Answer.NO, "100.00 CNY by pairs; 20 to 60 was cleared"),
        (invoice("0"), Answer.YES, "no price is named"),
        (invoice("25", "kg"), Answer.YES, "no price is named"),
    ],
)
def test_a_price_outside_its_band_ends_it(
    vague: Payment, edition: Edition, paper: dict[str, Any], answer: Answer, told: str
) -> None:
    band = {"unit": "pairs", "currency": "CNY", "least": "20", "greatest": "60"}
    beside = beside_of({"passports": [passport(price=band)], "papers": [paper]})
    decision = screen(vague, edition, AFTER_JUNE, beside=beside)
    seen = clauses(decision)["price"]
    assert seen[0] is answer
    assert told in seen[1]
    assert (decision.outcome is Outcome.RELEASE) == (answer is Answer.YES)


@pytest.mark.parametrize(("month", "outcome"), [("2024-06", Outcome.REVIEW), ("2024-03", Outcome.RELEASE)])
def test_the_payments_of_the_history_count_where_nobody_counted(
    vague: Payment, edition: Edition, month: str, outcome: Outcome
) -> None:
    uncounted = passport()
    del uncounted["used"]
    nothing = Habit(0)
    sums = (MonthSum(month, "CNY", 3, "19500.00"), MonthSum("2024-06", "EUR", 1, "90000.00"))
    history = History(pair=Habit(4, months=sums), debtor=nothing, creditor=nothing)
    beside = replace(beside_of({"passports": [uncounted]}), history=history)
    assert screen(vague, edition, AFTER_JUNE, beside=beside).outcome is outcome


def test_an_owner_on_file_who_was_not_cleared_ends_it(vague: Payment, edition: Edition) -> None:
    profile = {"name": "OOO VESYOLY BASHMACHOK", "country": "RU", "owners": [{"name": "Boris Novy", "percent": "60"}]}
    beside = beside_of({"passports": [passport()], "profiles": [profile]})
    decision = screen(vague, edition, AFTER_JUNE, beside=beside)
    assert decision.outcome is Outcome.REVIEW
    assert clauses(decision)["owners"] == (Answer.NO, "'Boris Novy' was not cleared")
