"""Programmes, lists and measures."""

from __future__ import annotations

import pytest

from brightline.lists.programs import list_by_programs, measures_by_list, measures_by_type, programs_in


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("SDGT] [IFSR] [RUSSIA-EO14024", ["SDGT", "IFSR", "RUSSIA-EO14024"]),
        ("CAATSA - RUSSIA", ["CAATSA - RUSSIA"]),
        ("[SDGT] [IFSR]", ["SDGT", "IFSR"]),
        ("", []),
    ],
)
def test_several_programmes_in_one_cell(cell: str, expected: list[str]) -> None:
    assert programs_in(cell) == expected


def test_the_list_is_told_by_most_of_its_programmes_and_a_small_one_by_its_name() -> None:
    sectoral, blocked = ["UKRAINE-EO13662"], ["RUSSIA-EO14024"]
    assert list_by_programs([sectoral] * 60, "sdn.csv") == "us-ofac-cons"
    assert list_by_programs([blocked] * 60, "cons_prim.csv") == "us-ofac-sdn"
    assert list_by_programs([blocked] * 3, "in/cons_prim.csv") == "us-ofac-cons"
    assert list_by_programs([blocked] * 3, "consulate/part.csv") == "us-ofac-sdn"
    assert list_by_programs([sectoral] * 3, "part.csv") == "us-ofac-cons"


def test_measures_by_list_and_type() -> None:
    assert measures_by_list(["SDN List", "Consolidated List", "CAPTA List"]) == ["blocking", "correspondent-account"]
    assert measures_by_type(["Block", "13662 Sectoral Directive 4", "Reject"]) == ["blocking", "sectoral", "other"]
