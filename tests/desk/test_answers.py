"""The answers a case offers, each with the reasons that fit it."""

from __future__ import annotations

from brightline.cases.rows import Offered
from brightline.desk.answers import answers, answers_of, reasons_to_reopen


def test_answers_stand_in_order_with_their_own_reasons() -> None:
    found = answers(["declined", "released"], ["released"])
    assert [(one.disposition, one.second) for one in found] == [("released", True), ("declined", False)]
    for one in found:
        assert one.reasons
        assert all(one.disposition in reason.dispositions for reason in one.reasons)


def test_what_may_be_recommended_or_done_is_offered_once() -> None:
    offered = [Offered("dispose", ("returned",)), Offered("recommend", ("returned", "released"), ("released",))]
    assert [(one.disposition, one.second) for one in answers_of(offered)] == [("released", True), ("returned", False)]
    assert answers_of([Offered("note")]) == ()


def test_reasons_to_take_up_anew_end_no_case() -> None:
    assert {"new-facts", "mistake"} <= {one.code for one in reasons_to_reopen()}
    assert "listed" not in {one.code for one in reasons_to_reopen()}
