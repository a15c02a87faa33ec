"""The cases made by hand: whole, of both truths, and with papers where they say so."""

from __future__ import annotations

from brightline.lab.hand_made import hand_made


def test_every_case_has_a_pattern_a_day_and_parties() -> None:
    cases, book = hand_made()
    assert len({one.name for one in cases}) == len(cases)
    assert {one.linked for one in cases} == {True, False}
    for one in cases:
        assert one.pattern
        assert one.payment.value_date
        assert {party.role for party in one.payment.parties} >= {"debtor", "creditor"}
    assert sum(bool(book.keys_of(one.payment)) for one in cases) == 2
