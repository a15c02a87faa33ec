"""What nobody verified, or ended with its renewal not known, may send a payment to a person and never releases it."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from brightline.law.book import FOLDERS, LawBook, read_book
from brightline.nexus.ask import ask, lacking
from brightline.nexus.facts import facts_of
from brightline.nexus.told.asked import Asked
from brightline.terms import Answer, Finding, Party, Payment, SeenGoods

SHIPPED = Path(__file__).resolve().parents[2] / "src" / "brightline" / "law"
RULE = """rule: apples
asks: "Do the goods go to a place where nobody minds?"
subject: payment
force: informs
{speaks}before: "There was nothing before."
would_settle: "a bill of lading"
versions:
  - from: 2024-01-01
    note: "Made for this test."
    when:
      every: [{{id: there, asks: "There?", fact: payment.reach, test: reaches, parameter: calm_places}}]
    then: none
    if_unknown: none
    cite: {{act: EO-14114, place: "section 1", status: {rule_status}}}
"""
PLACES = """name: calm_places
asks: Where does nobody mind?
unit: places
values:
  - from: 2024-01-01
    until: 2025-03-12T00:01 America/New_York
    after_end: {{answer: unknown, note: "renewal not known", cite: {{act: EO-14114, place: "section 2"}}}}
    value: [FR]
    cite: {{act: EO-14114, place: "section 1", status: {status}}}
"""
PARTIES = (Party("debtor", "Dbtr/Nm", name="SARL EXEMPLE", country="FR"), Party("creditor", "Cdtr/Nm", country="CN"))
APPLES = SeenGoods("70", None, None, "words", words="apples", harmless=True, reading="harmless")
FACTS = facts_of(Payment(source="x#1", format="pacs.008.001.08", parties=PARTIES), (), (APPLES,), ("us",))
LIVING = datetime(2025, 3, 12, 4, 0, tzinfo=UTC)
OVER = datetime(2025, 3, 12, 4, 1, tzinfo=UTC)


def _book(folder: Path, *, status: str, rule_status: str = "verified", releasing: bool = True) -> LawBook:
    for name in FOLDERS:
        shutil.copytree(SHIPPED / name, folder / name)
    speaks = "speaks_for: release\n" if releasing else ""
    (folder / "rules" / "apples.yaml").write_text(RULE.format(speaks=speaks, rule_status=rule_status))
    (folder / "places" / "calm_places.yaml").write_text(PLACES.format(status=status))
    return read_book(folder)


def _asked(book: LawBook, moment: datetime) -> Finding:
    (finding,) = ask(book.rule("apples"), Asked(FACTS, book, moment))
    return finding


@pytest.mark.parametrize(("status", "answer"), [("verified", "yes"), ("secondary", "yes"), ("unverified", "unknown")])
def test_an_unverified_value_carries_no_yes_for_release(tmp_path: Path, status: str, answer: str) -> None:
    finding = _asked(_book(tmp_path, status=status), LIVING)
    assert finding.answer.value == answer
    assert ("not verified" in finding.clauses[0].saw) == (answer == "unknown")


def test_a_rule_of_unverified_law_says_no_yes_for_release(tmp_path: Path) -> None:
    assert _asked(_book(tmp_path, status="verified", rule_status="unverified"), LIVING).answer is Answer.UNKNOWN


def test_an_unverified_value_may_still_hold_a_payment(tmp_path: Path) -> None:
    assert _asked(_book(tmp_path, status="unverified", releasing=False), LIVING).answer is Answer.YES


@pytest.mark.parametrize("releasing", [True, False])
def test_a_value_that_ended_with_its_renewal_not_known_answers_unknown(tmp_path: Path, releasing: bool) -> None:
    book = _book(tmp_path, status="verified", releasing=releasing)
    finding = _asked(book, OVER)
    assert finding.answer is Answer.UNKNOWN
    assert "ended on 2025-03-12T00:01 America/New_York: renewal not known" in lacking(finding, book, OVER).lacks
