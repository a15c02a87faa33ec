"""The same payments as messages come back as the same payments."""

from __future__ import annotations

import pytest
from tests.lab.worlds import small_world

from brightline.lab.latin import plain
from brightline.lab.messages import A_FILE, messages
from brightline.lab.observation import Observed
from brightline.lab.traffic import make_traffic
from brightline.payments.read import read_message
from brightline.terms import Payment

ROWS = Observed(make_traffic(small_world(A_FILE + 20))).table().to_pylist()


@pytest.mark.parametrize("chosen", ["pacs008", "mt103", "mt202cov", "json", "mixed"])
def test_messages_say_what_the_table_says(chosen: str) -> None:
    read = [one for name, content in messages(ROWS, chosen) for one in read_message(content, name)]
    assert all(isinstance(one, Payment) for one in read)
    payments = [one for one in read if isinstance(one, Payment)]
    said = [(row["end_to_end_id"], row["amount"], row["currency"], row["value_date"]) for row in ROWS]
    kept = [(one.end_to_end_id or one.message_id, one.amount, one.currency, one.value_date) for one in payments]
    assert kept == said
    parties = {party.role: party.country for party in payments[0].parties}
    assert parties["debtor"] == ROWS[0]["debtor_country"]


def test_mixed_takes_every_format() -> None:
    assert {name[-3:] for name, _ in messages(ROWS * 4, "mixed")} == {"xml", "fin", "son"}


@pytest.mark.parametrize("chosen", ["pacs008", "mt103", "mt202cov", "json"])
def test_numbers_agents_and_references_are_carried(chosen: str) -> None:
    read = [one for name, content in messages(ROWS, chosen) for one in read_message(content, name)]
    for row, one in zip(ROWS, read, strict=True):
        assert isinstance(one, Payment)
        assert one.uetr == row["uetr"]
        if number := row["debtor_id"].removeprefix("INN "):
            assert any(said.value == number for party in one.parties for said in party.identifiers)
        if behind := plain(row["ultimate_debtor_name"]):
            named = [*(plain(party.name or "") for party in one.parties), *(text.value for text in one.texts)]
            assert any(behind.replace(" ", "") in "".join(said.split()) for said in named)
