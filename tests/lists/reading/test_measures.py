"""What a listing forbids, from publishers' phrases."""

from __future__ import annotations

import pytest

from brightline.lists.reading.measures import ORDER, measure_of, measures_of


@pytest.mark.parametrize(
    ("phrase", "measure"),
    [
        ("Asset freeze", "blocking"),
        ("Travel Ban", "travel"),
        ("Prohibition of port entry", "trade"),
        ("Crew Servicing Of Ships And Aircraft", "trade"),
        ("Targeted arms embargo", "export-control"),
        ("Export control", "export-control"),
        ("Financial restrictions", "sectoral"),
        ("Investment ban", "sectoral"),
        ("Prohibition on correspondent banking relationships", "correspondent-account"),
        ("Transportation restrictions", "trade"),
        ("Director Disqualification Sanction", "other"),
    ],
)
def test_phrases(phrase: str, measure: str) -> None:
    assert measure_of(phrase) == measure


def test_measures_come_in_one_order_each_once() -> None:
    assert measures_of(["Travel Ban", "Asset freeze", "", "Asset freeze"]) == ("blocking", "travel")
    assert list(ORDER) == sorted(set(ORDER), key=ORDER.index)
