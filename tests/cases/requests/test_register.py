"""Requests find their payment, keep their day, come once, and are told in a sentence where they cannot be taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import cast

import pytest
from tests.cases.conftest import Clock, mt103

from brightline.cases.actors import ANALYST, Actor
from brightline.cases.arrival import Arrival
from brightline.cases.database import Store
from brightline.cases.deciding import Deciding
from brightline.cases.events import timeline
from brightline.cases.filters import Filters
from brightline.cases.intake import Accepted, accept
from brightline.cases.people import add_person
from brightline.cases.queue import queue
from brightline.cases.requests.reading import Request, answered, open_requests, requests_of, turnround
from brightline.cases.requests.recognise import Names
from brightline.cases.requests.register import Letter, take_letter
from brightline.cases.requests.terms import due_of, is_question
from brightline.errors import Clash, NotThere, Refused

LISTED = "JOINT STOCK COMPANY ZAVOD KVARTSOVIK"
UETR = "eb6305c9-1f7f-49de-aed0-16487c27b42d"
LETTER = Letter("bank", "BANK OF ANYWHERE", "L-7", Names(references=("REF1",)), "Please name the end user.")


@pytest.fixture
def ana(store: Store) -> Actor:
    person = add_person(store, "ana", ANALYST, None, Actor("test", "test", "administrator", "cli"))
    return Actor(person.id, "ana", ANALYST, "desk")


def post(store: Store, deciding: Deciding, body: bytes) -> Accepted:
    return accept(store, Arrival(body, "text/plain", store.now(), True, "bank"), deciding)


def fin(kind: str, fields: str, uetr: str | None = None) -> bytes:
    tracked = f"{{3:{{121:{uetr}}}}}" if uetr else ""
    return f"{{1:F01KZKZKZKAAXXX0000000000}}{{2:I{kind}QINGCNBJXXXXN}}{tracked}{{4:\r\n{fields}\r\n-}}".encode()


def asked(reference: str = "Q1", about: str = "REF1", words: str = "PLEASE NAME THE END USER BY 2024-07-09") -> bytes:
    return fin("195", f":20:{reference}\r\n:21:{about}\r\n:75:{words[:35]}\r\n:77A:{words[35:] or 'THANKS'}")


def all_open(store: Store, actor: Actor) -> tuple[Request, ...]:
    return open_requests(store, actor)


def test_a_query_joins_the_case_of_its_payment(store: Store, deciding: Deciding, ana: Actor) -> None:
    case = post(store, deciding, mt103(LISTED)).cases[0]
    came = post(store, deciding, asked(words="NAME THE END USER BY 2024-07-09"))
    assert (came.outcomes, came.cases) == (("not-a-payment",), ())  # never a clearance, and no case of its own
    [one] = all_open(store, ana)
    assert (one.case, one.kind, one.answer, one.correspondent) == (case, "MT195", "MT196", "KZKZKZKA")
    assert (one.due, one.due_from, one.overdue) == ("2024-07-09", "message", False)
    with store.read() as conn:
        told = timeline(conn, case)[-1]
    assert (told.kind, "END USER" in str(told.content["words"])) == ("asked", True)
    assert [row.id for row in queue(store, Filters(asked="open"), ana).rows] == [case]


def test_a_payment_that_was_released_gets_a_case_for_its_request(store: Store, deciding: Deciding, ana: Actor) -> None:
    paid = post(store, deciding, mt103(reference="TEA1"))
    assert (paid.outcomes, paid.cases) == (("release",), ())
    post(store, deciding, asked(about="TEA1"))
    [one] = all_open(store, ana)
    assert one.case is not None


def test_an_investigation_request_is_found_by_uetr(store: Store, deciding: Deciding, ana: Actor) -> None:
    body = mt103(LISTED).replace(b"{4:", f"{{3:{{121:{UETR}}}}}{{4:".encode(), 1)
    case = post(store, deciding, body).cases[0]
    request = (
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.110.001.01"><InvstgtnReq><InvstgtnReq>'
        "<MsgId>INV-1</MsgId><RqstrInvstgtnId>INV-1</RqstrInvstgtnId><InvstgtnTp><Cd>RQFI</Cd></InvstgtnTp>"
        f"<Undrlyg><IntrBk><OrgnlUETR>{UETR.upper()}</OrgnlUETR></IntrBk></Undrlyg>"
        "<Rqstr><Agt><FinInstnId><BICFI>KZKZKZKA</BICFI></FinInstnId></Agt></Rqstr></InvstgtnReq><InvstgtnData>"
        "<AddtlReqData><ReqNrrtv>Please answer within 3 business days</ReqNrrtv></AddtlReqData>"
        "</InvstgtnData></InvstgtnReq></Document>"
    )
    post(store, deciding, request.encode())
    [one] = all_open(store, ana)
    assert (one.case, one.kind, one.answer, one.reference) == (case, "camt.110", "camt.111", "INV-1")
    assert (one.due, one.due_from, one.correspondent) == ("2024-07-08", "message", "KZKZKZKA")


def test_a_request_for_a_payment_never_seen_is_kept_without_a_case(
    store: Store, deciding: Deciding, ana: Actor
) -> None:
    post(store, deciding, asked(about="NEVER"))
    assert [one.case for one in all_open(store, ana)] == [None]


def test_a_reference_of_several_payments_names_none(store: Store, deciding: Deciding, ana: Actor, clock: Clock) -> None:
    post(store, deciding, mt103(LISTED))
    post(store, deciding, mt103("ANOTHER TEA LLC"))
    post(store, deciding, asked())
    assert [one.case for one in all_open(store, ana)] == [None]


def test_a_message_that_comes_twice_is_one_request(store: Store, deciding: Deciding, ana: Actor) -> None:
    case = post(store, deciding, mt103(LISTED)).cases[0]
    for _ in range(2):
        post(store, deciding, asked())
    assert len(all_open(store, ana)) == 1
    with store.read() as conn:
        assert [one.kind for one in timeline(conn, case)][-2:] == ["asked", "asked-again"]


def test_free_text_is_a_request_only_if_it_asks(store: Store, deciding: Deciding, ana: Actor) -> None:
    case = post(store, deciding, mt103(LISTED)).cases[0]
    post(store, deciding, fin("199", ":20:T1\r\n:21:REF1\r\n:79:FUNDS WERE APPLIED TODAY"))
    assert all_open(store, ana) == ()
    post(store, deciding, fin("199", ":20:T2\r\n:21:REF1\r\n:79:KINDLY ADVISE THE OWNERS OF THE BUYER"))
    assert [one.kind for one in all_open(store, ana)] == ["MT199"]
    with store.read() as conn:
        assert [one.kind for one in timeline(conn, case)][-2:] == ["told", "asked"]


def test_listed_names_and_goods_in_free_text_wait_for_a_person(store: Store, deciding: Deciding, ana: Actor) -> None:
    paid = post(store, deciding, mt103(reference="TEA1"))
    assert paid.outcomes == ("release",)
    text = f":20:T3\r\n:21:TEA1\r\n:79:GOODS GO TO {LISTED}\r\nHS 854231 INTEGRATED CIRCUITS"
    came = post(store, deciding, fin("199", text))
    assert came.outcomes == ("not-a-payment",)
    [one] = all_open(store, ana)
    assert one.case is not None
    with store.read() as conn:
        told = timeline(conn, one.case)[-1]
    assert told.kind == "seen"
    assert any("KVARTSOVIK" in str(name) for name in cast("list[str]", told.content["seen"]))
    assert "854231" in cast("list[str]", told.content["seen"])


def test_a_listed_name_in_a_message_about_no_known_payment_waits_too(
    store: Store, deciding: Deciding, ana: Actor
) -> None:
    post(store, deciding, fin("199", f":20:T4\r\n:79:FUNDS ARE FOR {LISTED}"))
    assert [one.case for one in all_open(store, ana)] == [None]


def test_an_answer_closes_a_request_once_and_is_counted(
    store: Store, deciding: Deciding, ana: Actor, clock: Clock
) -> None:
    case = post(store, deciding, mt103(LISTED)).cases[0]
    post(store, deciding, asked())
    clock.move(hours=30)
    [one] = all_open(store, ana)
    assert answered(store, one.id, ana) == case
    with pytest.raises(Clash, match="one answered at 2024-07-04T15:00Z"):
        answered(store, one.id, ana)
    [row] = turnround(store, ana, clock() - timedelta(days=9), clock())
    assert (row.correspondent, row.asked, row.answered, row.late, row.hours) == ("KZKZKZKA", 1, 1, 0, 30)
    with store.read() as conn:
        assert requests_of(conn, store, case)[0].answered is not None


def test_a_letter_joins_its_payment(store: Store, deciding: Deciding, ana: Actor) -> None:
    case = post(store, deciding, mt103(LISTED)).cases[0]
    assert take_letter(store, LETTER, ana)[1] == case
    [one] = all_open(store, ana)
    assert (one.kind, one.answer, one.due, one.due_from) == ("letter", "letter", "2024-07-13", "table")


@pytest.mark.parametrize(
    ("letter", "error", "told"),
    [
        (replace(LETTER, names=Names(uetr=UETR)), NotThere, f"found the UETR {UETR}, which no payment here has"),
        (replace(LETTER, due=date(2024, 7, 2)), Refused, "found 2024-07-02, which is past"),
        (replace(LETTER, words="Answer by 1 July 2024"), Refused, "found 2024-07-01, which is past"),
        (replace(LETTER, words=" "), Refused, "no words"),
        (replace(LETTER, asker="mars"), Refused, "expected one of bank, us, eu"),
    ],
)
def test_a_letter_that_cannot_be_taken_in_says_why(
    store: Store, deciding: Deciding, ana: Actor, letter: Letter, error: type[Refused], told: str
) -> None:
    post(store, deciding, mt103(LISTED))
    with pytest.raises(error, match=told):
        take_letter(store, letter, ana)
    assert all_open(store, ana) == ()


def test_a_letter_that_comes_twice_is_refused(store: Store, deciding: Deciding, ana: Actor) -> None:
    post(store, deciding, mt103(LISTED))
    take_letter(store, LETTER, ana)
    with pytest.raises(Clash, match="taken in before"):
        take_letter(store, LETTER, ana)


@pytest.mark.parametrize(
    ("words", "day", "whence"),
    [
        ("reply no later than 12 July 2024", "2024-07-12", "message"),
        ("DEADLINE: 12.07.2024", "2024-07-12", "message"),
        ("within 2 business days", "2024-07-05", "message"),
        ("within 2 days", "2024-07-05", "message"),
        ("by 31.02.2024", "2024-07-13", "table"),
        ("soon", "2024-07-13", "table"),
    ],
)
def test_the_day_is_from_the_words_else_from_the_table(words: str, day: str, whence: str) -> None:
    due, found = due_of(words, "bank", datetime(2024, 7, 3, tzinfo=UTC).date())
    assert (due.isoformat(), found) == (day, whence)


def test_questions_are_told_from_statements() -> None:
    assert is_question("Pls clarify, RFI attached")
    assert is_question("who owns it?")
    assert not is_question("PLEASED TO INFORM: FUNDS APPLIED")
