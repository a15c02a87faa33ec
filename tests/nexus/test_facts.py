"""Facts put together."""

from __future__ import annotations

import pytest

from brightline.nexus.facts import Matched, acts_as_bank, facts_of, goods_lines
from brightline.terms import (
    Answer,
    Candidate,
    ListedEntity,
    ListedIdentifier,
    ListedName,
    Noted,
    Party,
    Payment,
    SeenGoods,
    Text,
)


def payment(fmt: str = "pacs.008.001.08", **more: object) -> Payment:
    return Payment(source="x#1", format=fmt, **more)  # type: ignore[arg-type]


def matched(role: str, path: str = "p", bic: bool = False) -> Matched:
    numbers = (ListedIdentifier("BIC", "TESTRUMM"),) if bic else ()
    entity = ListedEntity("test-list", "1", "Company", (ListedName("EXAMPLE BANK", "primary"),), identifiers=numbers)
    candidate = Candidate("test-list", "1", "EXAMPLE BANK", "Company", 1, 0.9, ())
    return Matched(role, path, "Example Bank", candidate, entity, Answer.YES, "name")


@pytest.mark.parametrize(
    ("fmt", "role", "path", "answer"),
    [
        ("MT103", "debtor_agent", "52A", Answer.YES),
        ("MT103", "debtor", "50K", Answer.NO),
        ("MT202", "debtor", "52A", Answer.YES),
        ("MT202COV", "creditor", "B:59", Answer.NO),
        ("pacs.009.001.08", "creditor", "CdtTrfTxInf[1]/Cdtr/FinInstnId/Nm", Answer.YES),
        ("pacs.009.001.08", "creditor", "CdtTrfTxInf[1]/UndrlygCstmrCdtTrf/Cdtr/Nm", Answer.NO),
        ("MT103", "mentioned", "70", Answer.NO),
    ],
)
def test_who_stands_in_the_chain_of_banks(fmt: str, role: str, path: str, answer: Answer) -> None:
    assert acts_as_bank(payment(fmt), matched(role, path)) is answer


def test_a_bank_named_in_a_text_may_stand_in_the_chain() -> None:
    assert acts_as_bank(payment(), matched("mentioned", bic=True)) is Answer.UNKNOWN


def test_the_nexus_is_russia_or_belarus_from_wherever_it_is_seen() -> None:
    assert facts_of(payment(parties=(Party("debtor", "d", country="CN"),))).nexus == ()
    assert facts_of(payment(parties=(Party("creditor_agent", "d", country="BY"),))).nexus == ("BY",)
    assert facts_of(payment(texts=(Text("remittance", "via Moscow", "70"),))).nexus == ("RU",)
    assert facts_of(payment(codes=(Noted("country", "RU", "70"),))).nexus == ("RU",)


def test_a_message_that_names_nothing_gives_one_vague_line() -> None:
    facts = facts_of(payment(texts=(Text("remittance", "INV 1", "70"),)))
    assert [(one.reading, one.path) for one in goods_lines(facts)] == [("vague", "70")]
    assert not facts.goods_named


def test_purpose_codes_join_the_goods() -> None:
    facts = facts_of(payment(codes=(Noted("purpose", "SALA", "Purp/Cd"),)))
    assert [one.reading for one in goods_lines(facts)] == ["service"]
    assert facts.goods_named
    assert not facts_of(payment(), goods=(SeenGoods("p", None, None, "words", reading="vague"),)).goods_named
