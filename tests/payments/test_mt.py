"""MT messages as payments: roles and values of each type, and what is refused."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from brightline.payments.enrich import complete
from brightline.payments.mt import read_mt
from brightline.terms import Identifier, NotAPayment, Noted, Payment, Unreadable

_spec = importlib.util.spec_from_file_location("mt_samples", Path(__file__).with_name("mt_samples.py"))
assert _spec is not None
assert _spec.loader is not None
samples = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(samples)
payment, unreadable, party = samples.payment, samples.unreadable, samples.party


def test_a_103_gives_its_values() -> None:
    read = payment(samples.MT103)
    assert (read.format, read.variant, read.message_id, read.end_to_end_id) == ("MT103", "core", "REF-1", "E2E-77")
    assert (read.amount, read.currency, read.value_date) == ("1250000.50", "CNY", "2024-05-16")
    assert read.uetr == "eb6305c9-1f7f-49de-aed0-16487c27b42d"
    assert Noted("invoice", "2024-15", "70") in read.references
    assert Noted("instructed", "1250000.50", "33B", "CNY") in read.amounts
    assert Noted("charges", "10", "71F", "CNY") in read.amounts
    assert read.unread == ()


def test_a_103_gives_its_parties_in_roles() -> None:
    read = payment(samples.MT103)
    assert [(seen.role, seen.path) for seen in read.parties] == [
        ("instructing_agent", "{1}"),
        ("instructed_agent", "{2}"),
        ("debtor", "50F"),
        ("debtor_agent", "52A"),
        ("intermediary_agent", "56A"),
        ("creditor_agent", "57D"),
        ("creditor", "59"),
        ("instructing_agent", "72/INS"),
    ]
    debtor = party(read, "50F")
    assert (debtor.name, debtor.country, debtor.account) == ("OOO ROMASHKA TORGOVYI DOM", "RU", "40702810400000001234")
    assert debtor.address == ("UL. LENINA 1", "MOSCOW")
    assert debtor.printed[1:3] == ("1/OOO ROMASHKA", "1/TORGOVYI DOM")
    assert party(read, "59").name == "SHENZHEN BLUE HERON ELECTRONIC TECHNOLOGY CO., LTD"
    assert party(read, "72/INS").bic == "DDDDTRIS"
    assert (party(read, "{1}").bic, party(read, "{2}").bic) == ("AAAABEBB", "BBBBCNSH")


def test_a_clearing_code_gives_bik_and_correspondent_account() -> None:
    agent = party(payment(samples.MT103), "57D")
    assert agent.identifiers == (Identifier("BIK", "044525225", True),)
    assert agent.account == "30101810400000000225"
    assert agent.name == "BANK OBRAZEC"


def test_in_a_202_the_banks_are_debtor_and_creditor() -> None:
    read = payment(samples.MT202)
    assert (party(read, "52A").role, party(read, "58A").role) == ("debtor", "creditor")
    assert (party(read, "{2}").role, party(read, "{2}").bic) == ("instructing_agent", "DDDDUS33")
    assert (read.variant, read.end_to_end_id, read.amount) == ("core", "REL-2", "500")


@pytest.mark.parametrize("flag", ["{119:COV}", ""])
def test_in_a_cover_the_customers_are_debtor_and_creditor(flag: str) -> None:
    read = payment(samples.MT202COV.replace("{119:COV}", flag))
    assert read.variant == "COV"
    roles = {seen.path: seen.role for seen in read.parties}
    assert (roles["52A"], roles["58A"]) == ("debtor_agent", "creditor_agent")
    assert (roles["B:50K"], roles["B:52A"], roles["B:59"]) == ("debtor", "debtor_agent", "creditor")
    assert [text.path for text in read.texts] == ["B:70"]


def test_a_205_reads_like_a_202() -> None:
    read = payment(samples.MT202.replace("{2:O202", "{2:O205"))
    assert (read.format, party(read, "52A").role) == ("MT205", "debtor")


def test_each_transaction_of_a_101_is_a_payment() -> None:
    first, second = read_mt(samples.MT101, "s")
    assert isinstance(first, Payment)
    assert isinstance(second, Payment)
    assert (first.amount, first.currency, first.end_to_end_id) == ("12500", "GBP", "TR-1")
    assert (second.amount, second.end_to_end_id, second.value_date) == ("15000.10", "E2E-2", "2002-09-05")
    assert (party(first, "50L").role, party(second, "50H").role) == ("initiating_party", "debtor")
    assert (party(first, "B:59").name, party(second, "B:59F").name) == ("FIRST PAYEE", "SECOND PAYEE")
    assert party(second, "B:59F").country == "DE"


def test_a_700_gives_goods_ports_and_papers() -> None:
    read = payment(samples.MT700)
    assert (read.amount, read.currency) == ("150000", "USD")
    assert [(seen.role, seen.name) for seen in read.parties if seen.path in ("50", "59")] == [
        ("debtor", "BLUE HERON LTD"),
        ("creditor", "ORNEK MAKINA A.S."),
    ]
    assert [(goods.hs, goods.path) for goods in read.goods] == [("848210", "45A"), (None, "45A")]
    assert read.goods[1].words == "+ MILLING MACHINES CIF NOVOROSSIYSK"
    kinds = {text.path: text.kind for text in read.texts}
    assert (kinds["44E"], kinds["44F"], kinds["46A"], kinds["47A"]) == (
        "transport",
        "transport",
        "documents",
        "conditions",
    )
    assert complete(read).route[-2:] == ("CN", "RU")


def test_a_910_names_who_sent_the_money() -> None:
    read = payment(samples.MT910)
    assert (party(read, "50K").role, party(read, "52A").role) == ("debtor", "debtor_agent")
    without_customer = payment(samples.MT910.replace(":50K:OOO ROMASHKA\n", ""))
    assert party(without_customer, "52A").role == "debtor"
    assert Noted("account", "6-9412771", "25") in read.accounts


@pytest.mark.parametrize(("flag", "variant"), [("STP", "STP"), ("REMIT", "REMIT")])
def test_variants_of_a_103(flag: str, variant: str) -> None:
    assert payment(samples.MT103.replace("{108:MUR1}", "{119:" + flag + "}")).variant == variant


@pytest.mark.parametrize(
    "kind", ["102", "104", "107", "110", "200", "201", "203", "204", "400", "450", "701", "707", "710", "742", "756"]
)
def test_transfers_of_other_types_are_unreadable(kind: str) -> None:
    bad = unreadable(samples.MT202.replace("{2:O202", "{2:O" + kind))
    assert bad.found == f"MT{kind}"


@pytest.mark.parametrize("kind", ["940", "942", "950"])
def test_a_statement_with_entries_is_unreadable_and_one_without_is_no_payment(kind: str) -> None:
    text = samples.STATEMENT.replace("I940", f"I{kind}")
    assert unreadable(text).found == f"MT{kind}"
    (read,) = read_mt(re.sub(r":61:.*\n", "", text), "s")
    assert isinstance(read, NotAPayment)


@pytest.mark.parametrize(
    "kind", ["191", "192", "195", "196", "199", "299", "999", "210", "900", "300", "410", "564", "920"]
)
def test_messages_that_move_no_money(kind: str) -> None:
    (read,) = read_mt(samples.FREE.replace("I199", f"I{kind}"), "s")
    assert isinstance(read, NotAPayment)
    assert read.payment.format == f"MT{kind}"
    assert read.payment.texts[0].value == "PLEASE TELL US THE END USER\nOF THE GOODS"


@pytest.mark.parametrize(
    ("bad", "where", "expected"),
    [
        ("", "message", "SWIFT MT"),
        ("hello world", "block 4", "text block"),
        ("{1:F01AAAABEBBAXXX0000000000}{2:I103BBBBCNSHXXXXN}", "MT103 block 4", "text block"),
        (samples.MT103.replace(":32A:240516CNY1250000,50\n", ""), "MT103 field 32A", ":32A:"),
        (samples.MT103.replace(":32A:240516CNY1250000,50", ":32A:240516CNY-5,"), "MT103 32A", "digits"),
        (samples.MT103.replace(":32A:240516CNY1250000,50", ":32A:240516CNY1.250.000,"), "MT103 32A", "digits"),
        (samples.MT103.replace(":32A:240516CNY1250000,50", ":32A:SOON"), "MT103 32A", "currency"),
        (re.sub(r":59:.*?(?=:70:)", "", samples.MT103, flags=re.DOTALL), "MT103 field 59", ":59a:"),
        (re.sub(r":50F:.*?(?=:52A:)", "", samples.MT103, flags=re.DOTALL), "MT103 field 50", ":50a:"),
        (samples.MT103[: samples.MT103.index("TECHNOLOGY")], "MT103 field 59", ":71A:"),
        (samples.MT202[: samples.MT202.index(":57A:")], "MT202 field 58", ":58a:"),
        (samples.MT202COV[: samples.MT202COV.index(":59:")], "MT202 field 59", ":59a:"),
        (samples.MT202COV[: samples.MT202COV.index(":50K:")], "MT202 field 50", ":50a:"),
        (samples.MT700.replace(":32B:USD150000,\n", ""), "MT700 field 32B", ":32B:"),
        ("{1:F01AAAABEBBAXXX0000000000}{4:\n:20:X\n-}", "block 2", "message type"),
    ],
)
def test_refusals_say_where_and_what(bad: str, where: str, expected: str) -> None:
    refused = unreadable(bad)
    assert refused.where == where
    assert expected in refused.expected
    assert refused.found
    assert refused.advice


def test_a_101_with_one_bad_transaction_gives_the_other() -> None:
    good, bad = read_mt(samples.MT101.replace("GBP15000,10", "GBPMUCH"), "s")
    assert isinstance(good, Payment)
    assert isinstance(bad, Unreadable)
    assert bad.where == "MT101 32B"


@pytest.mark.parametrize(("written", "iso"), [("800101", "1980-01-01"), ("791231", "2079-12-31"), ("240230", None)])
def test_years_pivot_at_80(written: str, iso: str | None) -> None:
    assert payment(samples.MT103.replace(":32A:240516", f":32A:{written}")).value_date == iso
