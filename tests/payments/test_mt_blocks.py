"""Tolerance: line ends, missing and unclosed blocks, several messages; and nothing raises."""

from __future__ import annotations

import importlib.util
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brightline.payments.enrich import complete
from brightline.payments.mt import read_mt
from brightline.payments.mt_blocks import split_messages
from brightline.terms import NotAPayment, Noted, Payment, Unreadable

_spec = importlib.util.spec_from_file_location("mt_samples", Path(__file__).with_name("mt_samples.py"))
assert _spec is not None
assert _spec.loader is not None
samples = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(samples)
payment, party, with_creditor = samples.payment, samples.party, samples.with_creditor


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


def test_a_message_beyond_all_measure_is_refused_at_once() -> None:
    (read,) = read_mt(samples.MT103.replace("BALL BEARINGS", "X" * 1_000_000), "s")
    assert isinstance(read, Unreadable)
    assert "signs" in read.found
    (read,) = read_mt("}{1:" * 500_010, "s")
    assert isinstance(read, Unreadable)
    assert "messages" in read.found


def test_text_before_the_first_block_goes_with_the_message() -> None:
    read = payment("Received by the terminal:\n" + samples.MT202)
    assert [seen.value for seen in read.unread] == ["Received by the terminal:"]


@pytest.mark.parametrize(
    "filling", [" ", "\n", "{", "}", "-}", "{1:", "1234 ", "HS 8482.10 ", "/ROC/", "INN", "\n:20:", "'", "("]
)
def test_long_runs_of_anything_take_no_long_time(filling: str) -> None:
    text = samples.MT103.replace("BALL BEARINGS", filling * (200_000 // len(filling)))
    started = time.process_time()
    for read in read_mt(text, "s"):
        if isinstance(read, Payment):
            complete(read)
    assert time.process_time() - started < 5


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
