"""Drafts are valid against their schemas, name the payment they speak of, and say nothing of what was found."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from brightline.answering.drafts.kinds import kinds
from brightline.answering.drafts.make import make_draft
from brightline.answering.drafts.order import Wish
from brightline.errors import Refused
from brightline.payments.read import read_message
from brightline.payments.shape import to_json
from brightline.screen.plain import Json
from brightline.terms import NotAPayment, Payment

BESIDE = Path(__file__).resolve().parents[4] / "shared" / "data"
SCHEMAS = Path(os.environ.get("BRIGHTLINE_SHARED_DATA") or BESIDE) / "xsd"
MADE = datetime(2024, 7, 3, 9, 30, tzinfo=UTC)
UETR = "eb6305c9-1f7f-49de-aed0-16487c27b42d"
XML = [name for name, kind in kinds().items() if kind.schema == "catalogue"]
OWN_READING = [name for name, kind in kinds().items() if kind.schema == "reading" and not kind.is_mt]
FIN = [name for name, kind in kinds().items() if kind.is_mt]
CODES = [(name, code.code) for name in XML for code in kinds()[name].codes]
ALL = ("hold", "ask", "decline", "return")
Line = Callable[..., Json]


@pytest.fixture
def line(payment: Callable[..., Payment]) -> Line:
    """A decision line about an invented payment between two banks."""

    def made(uetr: str | None = UETR, permitted: tuple[str, ...] = ALL, **more: object) -> Json:
        said = to_json(replace(payment(uetr=uetr), message_id="MSG-1", end_to_end_id="E2E-1"))
        agents = [
            {"role": "instructing_agent", "bic": "ZRCHRUMM", "name": None, "path": "InstgAgt"},
            {"role": "instructed_agent", "bic": "QINGCNBJXXX", "name": None, "path": "InstdAgt"},
        ]
        said["parties"] = [*said["parties"], *agents]  # type: ignore[misc]
        return {"id": "a" * 32, "payment": {**said, **more}, "permitted_actions": permitted}

    return made


@cache
def schema(version: str) -> etree.XMLSchema:
    if not SCHEMAS.is_dir():
        pytest.skip(f"no schemas at {SCHEMAS}")
    return etree.XMLSchema(etree.parse(SCHEMAS / f"{version}.xsd"))


@pytest.mark.parametrize(("kind", "code"), CODES)
def test_a_draft_is_valid_against_its_schema(line: Line, kind: str, code: str) -> None:
    wish = Wish(kind, code, words="Документов не хватает. " * 12, to_reference="CASE-77")
    for said in (line(), line(uetr=None), line(end_to_end_id=None, message_id=None, value_date=None)):
        schema(kinds()[kind].version).assertValid(etree.fromstring(make_draft(said, wish, MADE).content))


@pytest.mark.parametrize("kind", [*XML, *OWN_READING])
def test_a_draft_names_its_payment_and_reads_back_as_no_clearance(line: Line, kind: str) -> None:
    draft = make_draft(line(), Wish(kind), MADE)
    assert draft.content.count(UETR.encode()) == (0 if kind == "camt.111" else 1)
    [read] = read_message(draft.content, draft.name)
    assert isinstance(read, Payment if kind == "pacs.004" else NotAPayment)
    told = (read.payment if isinstance(read, NotAPayment) else read).format
    assert told == kinds()[kind].version


def test_all_the_money_goes_back_to_whoever_paid_it(line: Line) -> None:
    root = etree.fromstring(make_draft(line(), Wish("pacs.004"), MADE).content)
    told = {etree.QName(one).localname: one for one in root.iter()}
    assert (told["RtrdIntrBkSttlmAmt"].text, told["RtrdIntrBkSttlmAmt"].get("Ccy")) == ("1000.00", "CNY")
    chain = root.find(".//{*}RtrChain")
    assert chain is not None
    assert chain.findtext("{*}Cdtr/{*}Pty/{*}Nm") == "OOO VESYOLY BASHMACHOK"
    assert [one.text for one in root.findall(".//{*}InstgAgt//{*}BICFI")] == ["QINGCNBJXXX"]


@pytest.mark.parametrize("kind", FIN)
def test_a_fin_draft_keeps_to_letters_and_lines(line: Line, kind: str) -> None:
    words = '-Просим прислать счёт: 请提供合同 & "invoice" {no. 5}\n:20:FAKE\n' + "long " * 60
    _check_fin(make_draft(line(), Wish(kind, words=words), MADE).content, kind)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(min_size=1, max_size=300).filter(str.strip), kind=st.sampled_from(FIN))
def test_no_words_break_out_of_their_field(line: Line, words: str, kind: str) -> None:
    _check_fin(make_draft(line(), Wish(kind, words=words), MADE).content, kind)


def _check_fin(content: bytes, kind: str) -> None:
    text = content.decode("ascii")
    [read] = read_message(content, "draft.fin")
    assert isinstance(read, NotAPayment)
    assert (read.payment.format, read.payment.uetr) == (kind, UETR)
    assert {one.kind: one.value for one in read.payment.references}["related_reference"] == "MSG-1"
    body = text.partition("{4:\r\n")[2].removesuffix("\r\n-}").split("\r\n")
    assert [one for one in body if one.startswith("-")] == []
    tags = [found[1] for one in body if (found := re.match(r":(\w+):", one))]
    assert tags in (["20", "21", "75", "77A"], ["20", "21", "76", "77A"], ["20", "21", "79"])
    width = 50 if kind == "MT199" else 35
    assert all(len(re.sub(r"^:\w+:", "", one)) <= width for one in body)
    assert re.fullmatch(r"[A-Za-z0-9/\-?:().,'+ \r\n]*", "\r\n".join(body))


def test_a_query_about_a_transfer_between_banks_is_of_its_category(line: Line) -> None:
    assert b"{2:I295" in make_draft(line(format="MT202COV"), Wish("MT195"), MADE).content


def test_the_same_wish_gives_the_same_bytes(line: Line) -> None:
    made = [make_draft(line(), Wish(kind, words="as asked"), MADE).content for kind in kinds()]
    assert made == [make_draft(line(), Wish(kind, words="as asked"), MADE).content for kind in kinds()]


def test_our_own_reading_is_said(line: Line) -> None:
    for kind in OWN_READING:
        assert "own reading" in " ".join(make_draft(line(), Wish(kind), MADE).notes)
    assert make_draft(line(), Wish("pacs.002"), MADE).notes == ()
    assert "no UETR" in make_draft(line(uetr="not-one"), Wish("pacs.002"), MADE).notes[0]


@pytest.mark.parametrize(
    ("wish", "more", "told"),
    [
        (Wish("pacs.999"), {}, "draft: expected one of pacs.002, pacs.004"),
        (Wish("pacs.004", "XX99"), {}, "code: expected for pacs.004 RR04"),
        (Wish("MT199", "RR04", "x"), {}, "MT199 carries no code"),
        (Wish("pacs.004"), {"permitted": ("hold", "ask", "freeze")}, "one that permits to return"),
        (Wish("pacs.004"), {"amount": None}, "payment without an amount"),
        (Wish("pacs.002", ours="nonsense"), {}, "BIC of the sender: expected a BIC of 8 or 11"),
        (Wish("pacs.002"), {"parties": [{"role": "debtor", "name": "A"}]}, "BIC of the sender: expected a BIC, found"),
        (Wish("pacs.002"), {"parties": []}, "one with a payment in it"),
        (Wish("MT199"), {}, "what the message is to say"),
        (Wish("MT195", words="word\n" * 30), {}, "at most 20"),
        (Wish("MT199", words="x" * 1701), {}, "at most 1700"),
    ],
)
def test_what_cannot_be_drafted_is_refused_in_a_sentence(line: Line, wish: Wish, more: Json, told: str) -> None:
    with pytest.raises(Refused, match=re.escape(told)):
        make_draft(line(**more), wish, MADE)  # type: ignore[arg-type]
