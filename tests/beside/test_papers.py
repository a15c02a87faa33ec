"""Papers: their shape, each refusal with file and line, and whose papers they are."""

from __future__ import annotations

import json
from typing import Any

import pytest

from brightline.beside.papers import papers_of, read_papers
from brightline.errors import CallError
from brightline.terms import AsOf, Payment

UETR = "7F1A2C9E-3B44-4D0A-9A51-1C2D3E4F5A6B"
INVOICE = {
    "kind": "invoice",
    "number": "7",
    "issued": "2024-08-20",
    "amount": "100.00",
    "currency": "CNY",
    "parties": [{"role": "seller", "name": "Foshan Oak", "country": "CN"}],
    "goods": [{"hs": "9403.30", "words": "desks", "quantity": "5", "unit": "pcs"}],
    "description": "OFFICE DESKS",
    "vessel": {"name": "Sea Heron", "imo": "IMO 9074729"},
    "places": [{"kind": "delivery", "name": "Almaty", "country": "KZ"}],
    "statements": ["for schools"],
}


def test_every_value_has_its_place_in_the_paper() -> None:
    (paper,) = papers_of([INVOICE], "papers")
    assert [party.path for party in paper.parties] == ["papers[0].parties[0]", "papers[0].vessel"]
    assert paper.parties[1].identifiers[0].value == "9074729"
    assert (paper.lines[0].path, paper.lines[0].hs, paper.lines[0].quantity) == ("papers[0].goods[0]", "9403.30", "5")
    assert [text.path for text in paper.texts] == ["papers[0].description", "papers[0].statements[0]"]
    assert (paper.places[0].path, paper.places[0].country) == ("papers[0].places[0]", "KZ")


def test_papers_belong_to_an_end_to_end_id_or_a_uetr_in_any_letters(as_of: AsOf) -> None:
    book = read_papers(json.dumps({"E-1": [INVOICE], UETR: [INVOICE | {"number": "8"}]}), "p.json")
    both = Payment("a", "b", end_to_end_id="E-1", uetr=UETR.lower())
    assert [one["number"] for one in _as_list(book.given_for(both, as_of))] == ["7", "8"]
    assert book.given_for(Payment("a", "b", end_to_end_id="e-1"), as_of) == []
    assert book.unmet(book.keys_of(both)) == ()
    assert ": E-1: " in book.unmet(())[1]


def _as_list(given: object) -> list[dict[str, Any]]:
    assert isinstance(given, list)
    return given


@pytest.fixture
def as_of() -> AsOf:
    from datetime import UTC, datetime

    moment = datetime(2024, 9, 10, tzinfo=UTC)
    return AsOf(moment, moment)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"E": [\n{"kind": "invoice", "nubmer": "7"}]}', "p.json: line 2: E.0.nubmer: expected one of kind, number,"),
        (
            '{"E": [{"kind": "invoice", "goods": [{"wrds": "x"}]}]}',
            "E.0.goods.0.wrds: expected one of hs, hs_edition, words",
        ),
        ('{"E": [{"kind": "invoice", "vessel": {"nmae": "x"}}]}', "E.0.vessel.nmae: expected one of name, imo"),
        ('{"E": [{"kind": "invoyce"}]}', "expected 'invoice', 'packing_list'"),
        ('{"E": [{"kind": "invoice",\n "issued": "7.5.2024"}]}', "line 2: E.0.issued: expected a day such as"),
        ('{"E": [{"kind": "invoice", "issued": "2024-02-30"}]}', "expected a day such as"),
        ('{"E": [{"kind": "invoice", "amount": 100, "currency": "CNY"}]}', "expected a text in quotes, found 100"),
        ('{"E": [{"kind": "invoice", "amount": "1,00", "currency": "CNY"}]}', "digits with a decimal point"),
        ('{"E": [{"kind": "invoice", "amount": "100"}]}', "expected amount and currency together"),
        ('{"E": [{"kind": "invoice", "currency": "yuan", "amount": "1"}]}', "three capital letters"),
        ('{"E": [{"kind": "invoice", "goods": [{"quantity": "1"}]}]}', "expected a code (hs), words, or both"),
        ('{"E": [{"kind": "invoice", "places": [{"kind": "transit"}]}]}', "expected a name, a country, or both"),
        ('{"E": [{"kind": "contract", "parties": [{"role": "debtor", "name": "A"}]}]}', "expected 'buyer', 'seller'"),
        ('{"E": [{"kind": "contract", "parties": [{"role": "buyer", "name": "A", "country": "XQ"}]}]}', "ISO 3166"),
        ('{"E": [{"kind": "invoice", "number": "1"},\n{"kind": "invoice", "number": "1"}]}', "line 2: E.1.number"),
        ('{"NOTPROVIDED": []}', "expected an end-to-end id or UETR of one payment"),
        ('{"E": [], "E": []}', "each key once"),
        ("[]", "expected an object of keys and values"),
        ("{", "line 1"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(text: str, told: str) -> None:
    with pytest.raises(CallError) as refused:
        read_papers(text, "p.json")
    assert told in str(refused.value)
    assert str(refused.value).startswith("p.json")
