"""Rows of customers → customers: cells with several values, and the columns a table may have."""

from __future__ import annotations

import pytest

from brightline.beside.customers import check_columns, read_customer
from brightline.errors import CallError

ROW = {"id": "C-1", "name": "OOO Chainaya Gorka"}


def test_several_values_of_a_cell_are_parted() -> None:
    one = read_customer(
        ROW
        | {"identifiers": "inn: 7701992148; OGRN:1027700132195", "hs": "6403.99; 640411", "owners": "Arina = 60 %; B"},
        "row 1",
    )
    assert [(number.scheme, number.value) for number in one.identifiers] == [
        ("inn", "7701992148"),
        ("OGRN", "1027700132195"),
    ]
    assert one.hs == ["6403.99", "640411"]
    assert [(owner.name, owner.percent) for owner in one.owners] == [("Arina", "60"), ("B", None)]


def test_an_empty_cell_is_a_value_nobody_gave() -> None:
    one = read_customer(ROW | {"country": " ", "russian_share": "", "owners": ""}, "row 1")
    assert (one.country, one.russian_share, one.owners) == (None, None, [])


@pytest.mark.parametrize(
    ("cells", "place"),
    [({"russian_share": "101"}, "russian_share"), ({"hs": "6403; shoes"}, "hs.1"), ({"owners": "A = 101"}, "percent")],
)
def test_a_value_of_no_shape_is_refused_with_its_place(cells: dict[str, str], place: str) -> None:
    with pytest.raises(CallError, match=f"row 7: .*{place}"):
        read_customer(ROW | cells, "row 7")


def test_columns_may_stand_in_any_order_and_none_may_be_strange() -> None:
    check_columns(["name", "id"], "header")
    with pytest.raises(CallError, match="the column 'nmae'"):
        check_columns(["id", "nmae"], "header")
