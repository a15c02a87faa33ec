"""MT messages as payments: roles, values, types, tolerance, and that every value is accounted for."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brightline.payments.enrich import complete
from brightline.payments.mt import read_mt
from brightline.payments.mt_blocks import split_messages
from brightline.terms import Identifier, NotAPayment, Noted, Party, Payment, Unreadable

_spec = importlib.util.spec_from_file_location("mt_samples", Path(__file__).with_name("mt_samples.py"))
assert _spec is not None
assert _spec.loader is not None
samples = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(samples)


def payment(text: str) -> Payment:
    (read,) = read_mt(text, "s")
    assert isinstance(read, Payment), read
    return read


def unreadable(text: str) -> Unreadable:
    (read,) = read_mt(text, "s")
    assert isinstance(read, Unreadable), read
    return read


def party(read: Payment, path: str) -> Party:
    return next(seen for seen in read.parties if seen.path == path)


# --- what each type gives ------------------------------------------------------------------------


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


# --- party fields --------------------------------------------------------------------------------


def with_creditor(lines: str, tag: str = "59") -> Party:
    text = re.sub(r":59:.*?(?=:70:)", f":{tag}:{lines}\n", samples.MT103, flags=re.DOTALL)
    return party(payment(text), tag)


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


def test_ultimate_parties_in_field_70() -> None:
    read = payment(samples.MT103.replace("BALL BEARINGS", "/ULTB/RED CRANE LLC"))
    assert party(read, "70/ULTB").role == "ultimate_creditor"


# --- tolerance -----------------------------------------------------------------------------------


def test_line_ends_marks_and_blanks_change_nothing() -> None:
    plain = payment(samples.MT103)
    for text in (
        samples.MT103.replace("\n", "\r\n"),
        samples.MT103.replace("\n", "\r"),
        "\ufeff  " + samples.MT103 + "\n\n",
        "\x01" + samples.MT103 + "\x03",
        samples.MT103.replace(":50F:", ":50f:").replace(":32A:", ":32a:"),
    ):
        assert payment(text) == plain


def test_missing_and_unclosed_blocks_are_read() -> None:
    whole = payment(samples.MT103)
    head, _, tail = samples.MT103.partition("-}{5:")
    assert tail
    for text in (
        head + "-}",
        head + "-}{5:{CHK:1}",
        head + "}",
        head,
        head[head.index("{4:") :],
        head[head.index(":20:") :],
    ):
        read = payment(text)
        assert (read.amount, party(read, "59").name) == (whole.amount, party(whole, "59").name)


def test_a_text_that_ends_with_a_dash_alone_is_closed() -> None:
    head, _, _ = samples.MT202.rpartition("}")
    assert payment(head).codes == payment(samples.MT202).codes
    assert party(payment(head), "58A").bic == "BBBBCNSH"


def test_a_text_that_is_not_closed_is_said_to_be_so() -> None:
    open_text = payment(samples.MT202[: samples.MT202.rindex("-}")])
    assert Noted("incomplete", "text block not closed", "{4}") in open_text.codes
    assert "incomplete" not in [code.kind for code in payment(samples.MT202).codes]


def test_options_tell_a_bic_from_a_word_of_eight_letters() -> None:
    read = payment(samples.MT700.replace(":50:BLUE HERON LTD", ":50:ROMASHKA"))
    assert (party(read, "50").name, party(read, "50").bic) == ("ROMASHKA", None)
    read = payment(samples.MT103.replace(":56A:CCCCKZKA", ":53B:/1\nSHANGHAI\n:56A:ABCDEFGH"))
    assert (party(read, "53B").name, party(read, "56A").bic) == ("SHANGHAI", "ABCDEFGH")


def test_option_f_without_numbers_is_read_as_plain_lines() -> None:
    creditor = with_creditor("/1\nJOE DOE\n1 HIGH STREET", "59F")
    assert (creditor.name, creditor.address) == ("JOE DOE", ("1 HIGH STREET",))


def test_blocks_in_another_order() -> None:
    text = samples.MT103.replace("{2:I103BBBBCNSHXXXXN}", "").replace("}}{4:", "}}{2:I103BBBBCNSHXXXXN}{4:")
    assert payment(text).format == "MT103"
    assert party(payment(text), "{2}").bic == "BBBBCNSH"


def test_several_messages_in_a_file() -> None:
    ack = "{1:F21AAAABEBBAXXX0000000000}{4:{177:0704032320}{451:0}}"
    reads = read_mt(f"{ack}{samples.MT103}$\n{samples.MT202}\n$\n{samples.FREE}{samples.MT910}", "s")
    assert [type(read).__name__ for read in reads] == ["Payment", "Payment", "NotAPayment", "Payment"]
    assert isinstance(reads[0], Payment)
    assert Noted("acknowledgement-451", "0", "ACK/451") in reads[0].codes


def test_an_acknowledgement_alone_is_no_payment() -> None:
    (read,) = read_mt("{1:F21AAAABEBBAXXX0000000000}{4:{177:0704032320}{451:0}}", "s")
    assert isinstance(read, NotAPayment)


def test_braces_and_colons_inside_fields_stay() -> None:
    read = payment(samples.MT103.replace("BALL BEARINGS", "{VO11100} BEARINGS: NEW\n:STRANGE: LINE"))
    assert "{VO11100} BEARINGS: NEW\n:STRANGE: LINE" in read.texts[0].value
    read = payment(samples.MT103.replace("/40702810400000001234", "/1234}5678"))
    assert party(read, "50F").account == "1234}5678"


def test_a_message_on_one_line_is_cut_at_its_tags() -> None:
    read = payment("{2:I202BBBBCNSHXXXXN}{4::20:REF:21:REL:32A:240516USD5,:52A:BBBBRUMM:58A:BBBBCNSH-}")
    assert (read.amount, party(read, "58A").bic) == ("5", "BBBBCNSH")


def test_unknown_fields_are_unread() -> None:
    read = payment(samples.MT103.replace(":71A:SHA", ":99Z:WHAT IS THIS\n:71A:SHA"))
    assert [(seen.path, seen.value.strip()) for seen in read.unread] == [("99Z", "WHAT IS THIS")]


# --- refusals, each with its sentence ------------------------------------------------------------


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


# --- every value is accounted for ----------------------------------------------------------------


def strings_of(read: Payment) -> str:
    """Every string of a payment, one a line."""
    found: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, tuple):
            for item in value:
                walk(item)
        elif value is not None and hasattr(value, "__slots__"):
            for name in value.__slots__:
                walk(getattr(value, name))

    walk(read)
    return "\n".join(found)


def leaves_of(text: str) -> Iterator[str]:
    """Lines of fields and values of headers and trailers, by a reading of our own."""
    yield from re.findall(r"\{[12]:([^{}]*)\}", text)
    yield from (value for value in re.findall(r"\{(?:\d{3}|[A-Z]{3}):([^{}]*)\}", text) if value)
    for body in re.findall(r"\{4:\s*\n(.*?)(?:\n\s*-?\}|\Z)", text, re.DOTALL):
        for line in body.split("\n"):
            yield re.sub(r"^:\d\d[A-Za-z]?:", "", line).strip()


def missing_from(text: str) -> list[str]:
    held = "\n".join(
        strings_of(read.payment if isinstance(read, NotAPayment) else read)
        for read in read_mt(text, "s")
        if not isinstance(read, Unreadable)
    )
    return [leaf for leaf in leaves_of(text.replace("\r\n", "\n")) if leaf not in held]


@pytest.mark.parametrize("name", ["MT103", "MT202", "MT202COV", "MT101", "MT700", "MT910", "FREE"])
def test_every_line_of_the_samples_is_in_the_payment(name: str) -> None:
    assert missing_from(getattr(samples, name)) == []


def test_the_check_of_leaves_sees_a_missing_one() -> None:
    assert "REF-1" in list(leaves_of(samples.MT103))
    assert len(list(leaves_of(samples.MT103))) == 33


def shared_messages(shared_data: Path) -> list[Path]:
    return sorted((shared_data / "payments" / "mt").iterdir())


def test_every_line_of_the_shared_messages_is_in_their_payments(shared_data: Path) -> None:
    paths = shared_messages(shared_data)
    assert len(paths) > 100
    for path in paths:
        text = path.read_bytes().decode("utf-8", "replace")
        reads = read_mt(text, path.name)
        if not any(isinstance(read, Unreadable) for read in reads):
            assert missing_from(text) == [], path.name


def test_the_shared_messages_become_what_their_types_say(shared_data: Path) -> None:
    for path in shared_messages(shared_data):
        kind = path.stem[-5:] if path.suffix == ".fin" else "MT103"
        kind = re.sub(r"^.*(MT\d{3})$", r"\1", path.stem) if path.suffix == ".fin" else kind
        for read in read_mt(path.read_bytes().decode("utf-8", "replace"), path.name):
            if kind in ("MT101", "MT103", "MT202", "MT205", "MT700", "MT910"):
                assert isinstance(read, Payment), path.name
                assert read.unread == (), path.name
                assert complete(complete(read)) == complete(read)
            elif kind in ("MT940", "MT942", "MT950"):
                assert isinstance(read, Unreadable), path.name
            else:
                assert isinstance(read, NotAPayment), path.name


# --- fuzzing: nothing raises ---------------------------------------------------------------------

WHOLE = [samples.MT103, samples.MT202, samples.MT202COV, samples.MT101, samples.MT700, samples.MT910, samples.STATEMENT]


@given(st.sampled_from(WHOLE), st.integers(min_value=0, max_value=1200))
@settings(max_examples=200, deadline=None)
def test_a_message_cut_anywhere_is_read_or_refused(text: str, at: int) -> None:
    for read in read_mt(text[:at], "s"):
        if isinstance(read, Payment):
            assert read.amount is not None
            complete(read)


@given(
    st.sampled_from(WHOLE), st.lists(st.tuples(st.integers(0, 1200), st.sampled_from("{}:-$/\n 5AZж\x01")), max_size=8)
)
@settings(max_examples=200, deadline=None)
def test_a_message_with_signs_put_in_is_read_or_refused(text: str, changes: list[tuple[int, str]]) -> None:
    for at, sign in changes:
        text = text[:at] + sign + text[at + 1 :]
    for read in read_mt(text, "s"):
        if isinstance(read, Payment):
            complete(read)


@given(st.text(alphabet="{}:-$\n1234ABS5032A/ ", max_size=200))
@settings(max_examples=200, deadline=None)
def test_noise_is_read_or_refused(text: str) -> None:
    assert read_mt(text, "s")
    assert len(split_messages(text)) <= len(text)
