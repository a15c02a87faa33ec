"""`brightline draft message`, `answer`, `letter`: from a case, told to the journal, refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Desk
from tests.cli.stored import take_in

from brightline.cases.database import now, open_store
from brightline.cases.events import timeline
from brightline.payments.read import read_message
from brightline.terms import NotAPayment


@pytest.fixture
def held(tmp_path: Path) -> tuple[Desk, str]:
    (tmp_path / "folder").mkdir()
    desk = Desk(tmp_path / "folder", tmp_path / "home")
    [case] = take_in(desk.home, "REF1")
    return desk, case


def test_a_draft_is_written_and_told_to_the_journal(held: tuple[Desk, str]) -> None:
    desk, case = held
    done = desk.quick(
        "draft", "message", case, "--as", "MT195", "--words", "Please name the end user.", "--out", "q.fin"
    )
    assert done.status == 0, done.err
    assert "from KZKZKZKA to QINGCNBJ; not sent" in done.err
    [read] = read_message((desk.folder / "q.fin").read_bytes(), "q.fin")
    assert isinstance(read, NotAPayment)
    store = open_store(f"sqlite:///{desk.home / 'cases.db'}", now, create=False)
    with store.read() as conn:
        told = timeline(conn, case)[-1]
    store.close()
    assert (told.kind, told.content["draft"], told.by.startswith("cli:")) == ("drafted", "MT195", True)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("--as", "pacs.999"), "draft: expected one of pacs.002"),
        (("--as", "pacs.002", "--code", "XX"), "code: expected for pacs.002 RR04"),
        (("--as", "pacs.002", "--from", "us"), "BIC of the sender"),
    ],
)
def test_what_cannot_be_drafted_is_refused_and_nothing_written(
    held: tuple[Desk, str], asked: tuple[str, ...], told: str
) -> None:
    desk, case = held
    done = desk.quick("draft", "message", case, *asked, "--out", "x.xml")
    assert (done.status, told in done.err) == (2, True), done.err
    assert not (desk.folder / "x.xml").exists()


def test_a_case_that_is_not_there_is_named(held: tuple[Desk, str]) -> None:
    done = held[0].quick("draft", "message", "nothing", "--as", "MT199", "--words", "x")
    assert (done.status, "the id 'nothing'" in done.err) == (2, True)


def test_an_answer_is_printed_for_its_reader(held: tuple[Desk, str]) -> None:
    desk, case = held
    done = desk.quick("draft", "answer", case, "--for", "regulator")
    assert (done.status, "us-ofac-sdn, published 2024-07-02" in done.out) == (0, True), done.err
    assert "us-ofac-sdn" not in desk.quick("draft", "answer", case, "--for", "customer").out
    assert desk.quick("draft", "answer", case, "--for", "press").status == 2


def test_a_letter_is_written_once_it_may_be(held: tuple[Desk, str]) -> None:
    desk, case = held
    asked = ("draft", "letter", case, "--until", "2099-01-01", "--language", "ru", "--out", "letter.txt")
    done = desk.quick(*asked, "--agreed-by", "Mira Lund")
    assert done.status == 0, done.err
    assert "выписки из реестра" in (desk.folder / "letter.txt").read_text(encoding="utf-8")
    past = desk.quick("draft", "letter", case, "--until", "2024-01-01", "--agreed-by", "x")
    assert (past.status, "which is past" in past.err) == (2, True)
    wrong = desk.quick("draft", "letter", case, "--until", "soon")
    assert (wrong.status, "a day such as" in wrong.err) == (2, True)
