"""The contract's payment object: written with every key, read strictly, the same both ways."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brightline.errors import UnreadableMessage
from brightline.payments.read import read_message
from brightline.payments.shape import from_json, known_keys, to_json
from brightline.terms import Form, Goods, Identifier, Noted, Party, Payment, Text, Unread

SAMPLES = Path(__file__).parent / "samples"
CONTRACT = [
    *("source", "format", "message_id", "end_to_end_id", "uetr", "amount", "currency", "value_date"),
    *("parties", "texts", "goods", "route", "unread"),
]
words = st.text(max_size=8)
maybe = st.none() | words
many = st.lists(words, max_size=3).map(tuple)
forms = st.lists(st.builds(Form, words, words), max_size=2).map(tuple)
noted = st.lists(st.builds(Noted, words, words, words, maybe), max_size=2).map(tuple)
identifiers = st.lists(st.builds(Identifier, words, words, st.none() | st.booleans()), max_size=2).map(tuple)
people = st.builds(Party, words, words, maybe, many, forms, many, maybe, forms, maybe, maybe, identifiers, maybe)
payments = st.builds(
    Payment,
    source=words,
    format=words,
    variant=maybe,
    amount=maybe,
    uetr=maybe,
    parties=st.lists(people, max_size=2).map(tuple),
    texts=st.lists(st.builds(Text, words, words, words, forms), max_size=2).map(tuple),
    goods=st.lists(st.builds(Goods, maybe, maybe, maybe, words), max_size=2).map(tuple),
    route=many,
    amounts=noted,
    identifiers=noted,
    unread=st.lists(st.builds(Unread, words, words), max_size=2).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(payments)
def test_there_and_back_is_the_same(payment: Payment) -> None:
    written = to_json(payment)
    assert from_json(json.loads(json.dumps(written)), payment.source) == payment


def test_the_contracts_keys_come_first_and_are_all_there() -> None:
    for payment in read_message((SAMPLES / "pacs009cov.xml").read_bytes(), "x"):
        assert isinstance(payment, Payment)
        written = to_json(payment)
        assert list(written)[: len(CONTRACT)] == CONTRACT
        assert from_json(written, payment.source) == payment


def test_a_hand_written_payment_needs_little() -> None:
    payment = from_json({"amount": "5", "parties": [{"role": "debtor", "name": "A"}]}, "s")
    assert (payment.source, payment.format, payment.parties[0].path) == (
        "s",
        "brightline.payment",
        "payment.parties[0]",
    )


@pytest.mark.parametrize(
    ("obj", "where"),
    [
        ([], "payment"),
        ({"amonut": "5"}, "payment"),
        ({"amount": 5}, "payment.amount"),
        ({"parties": {}}, "payment.parties"),
        ({"parties": [{"name": "A"}]}, "payment.parties[0].role"),
        ({"parties": [{"role": "debtor", "nmae": "A"}]}, "payment.parties[0]"),
        ({"parties": [{"role": "debtor", "identifiers": [{"scheme": "INN", "value": "1", "valid": "yes"}]}]},
         "payment.parties[0].identifiers[0].valid"),
        ({"route": ["CN", None]}, "payment.route[1]"),
    ],
)  # fmt: skip
def test_each_refusal_names_its_place(obj: object, where: str) -> None:
    with pytest.raises(UnreadableMessage) as told:
        from_json(obj, "s")
    assert told.value.where == where


def test_an_unknown_key_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnreadableMessage) as told:
        from_json({"amonut": "5"}, "s")
    assert "amonut" in told.value.found
    assert all(key in told.value.expected for key in known_keys())
