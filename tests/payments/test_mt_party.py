"""Party fields: names told from addresses, numbered lines, identifiers."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from brightline.terms import Identifier

_spec = importlib.util.spec_from_file_location("mt_samples", Path(__file__).with_name("mt_samples.py"))
assert _spec is not None
assert _spec.loader is not None
samples = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(samples)
payment, party, with_creditor = samples.payment, samples.party, samples.with_creditor


@pytest.mark.parametrize(
    ("lines", "name", "address"),
    [
        ("/1\nJOE DOE\n1 HIGH STREET", "JOE DOE", ("1 HIGH STREET",)),
        ("/1\nFOO DIRECT III FONDO DE PENSIONES I\nBEX 99", "FOO DIRECT III FONDO DE PENSIONES I BEX 99", ()),
        (
            "SHENZHEN HUAXIN ELECTRONICS\nTECHNOLOGY CO., LTD\nROOM 5",
            "SHENZHEN HUAXIN ELECTRONICS TECHNOLOGY CO., LTD",
            ("ROOM 5",),
        ),
        ("BLUE HERON LTD\nHARBOUR LIMITED BUILDING", "BLUE HERON LTD", ("HARBOUR LIMITED BUILDING",)),
        ("INN7707083893/KPP773601001\nOOO ROMASHKA\nMOSCOW", "OOO ROMASHKA", ("MOSCOW",)),
        ("SMITH AND\nSONS\nLONDON", "SMITH AND SONS", ("LONDON",)),
        ("BLUE HERON ADD.NO.5 FUTIAN\nSHENZHEN", "BLUE HERON", ("NO.5 FUTIAN", "SHENZHEN")),
        ("2621 2455 1218\nADD. 3189 0967", "2621 2455 1218", ("3189 0967",)),
        ("/-\nTRESSIS SA", "TRESSIS SA", ()),
        ("SHENZHEN\nCHINA", "SHENZHEN", ("CHINA",)),
        ("/1\nNOTPROVIDED", None, ()),
    ],
)
def test_names_are_told_from_addresses(lines: str, name: str | None, address: tuple[str, ...]) -> None:
    creditor = with_creditor(lines)
    assert (creditor.name, creditor.address) == (name, address)
    assert creditor.printed == tuple(lines.split("\n"))


def test_a_word_broken_at_a_full_line_is_also_read_whole() -> None:
    creditor = with_creditor("OBQESTVO S OGRANICENNOI OTVETSTVENN\nOSTXU ROMASHKA\nMOSCOW")
    assert creditor.name == "OBQESTVO S OGRANICENNOI OTVETSTVENN OSTXU ROMASHKA"
    assert [(form.kind, form.value) for form in creditor.forms] == [
        ("joined", "OBQESTVO S OGRANICENNOI OTVETSTVENNOSTXU ROMASHKA")
    ]
    assert with_creditor("BLUE HERON\nTRADING LTD").forms == ()


def test_numbered_lines_of_option_f() -> None:
    lines = "CCPT/RU/4503123456\n1/IVANOV\n1/IVAN\n2/UL. MIRA 2\n3/RU/KAZAN\n"
    lines += "4/19700102\n5/UZ/TASHKENT\n6/DE/BANK/77\n7/RU/ABC\n8/DEF"
    text = re.sub(r":50F:.*?(?=:52A:)", f":50F:{lines}\n", samples.MT103, flags=re.DOTALL)
    debtor = party(payment(text), "50F")
    assert (debtor.name, debtor.birth_date, debtor.country) == ("IVANOV IVAN", "1970-01-02", "RU")
    assert [(seen.scheme, seen.value) for seen in debtor.identifiers] == [
        ("PASSPORT", "4503123456"),
        ("CUSTOMER", "77"),
        ("NATIONAL-ID", "ABCDEF"),
    ]
    assert [(seen.kind, seen.value) for seen in debtor.countries][:3] == [
        ("identity", "RU"),
        ("address", "RU"),
        ("birth", "UZ"),
    ]


def test_a_russian_tax_number_of_an_option_f_party_is_an_inn() -> None:
    text = re.sub(r":50F:/\d+", ":50F:TXID/RU/7707083893", samples.MT103)
    assert Identifier("INN", "7707083893", True) in party(payment(text), "50F").identifiers


def test_a_text_with_a_word_broken_at_a_full_line_is_also_read_whole() -> None:
    read = payment(
        samples.MT103.replace("BALL BEARINGS HS 8482.10", "PAYMENT FOR GOODS SOLD TO OOO ROMAS\n//HKA IN OMSK")
    )
    assert [(form.kind, form.value) for form in read.texts[0].forms] == [
        ("joined", "/ROC/E2E-77///INV/2024-15 PAYMENT FOR GOODS SOLD TO OOO ROMASHKA IN OMSK")
    ]


def test_a_passport_of_option_f_loses_its_blanks() -> None:
    text = re.sub(r":50F:/\d+", ":50F:CCPT/RU/03 01 767874 DD 08.08.2002", samples.MT103)
    assert party(payment(text), "50F").identifiers == (Identifier("PASSPORT", "0301767874"),)


def test_ultimate_parties_in_field_70() -> None:
    read = payment(samples.MT103.replace("BALL BEARINGS", "/ULTB/RED CRANE LLC"))
    assert party(read, "70/ULTB").role == "ultimate_creditor"


def test_a_full_last_line_of_a_name_may_go_on_in_the_address() -> None:
    creditor = with_creditor("LIMITED LIABILITY COMPANY ROMASHKAPR\nIBOR\nMOSCOW")
    assert [(form.kind, form.value) for form in creditor.forms] == [
        ("joined", "LIMITED LIABILITY COMPANY ROMASHKAPRIBOR")
    ]
