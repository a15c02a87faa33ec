"""Part numbers of makers, and the references that look like them."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
import yaml

from brightline.goods.named import name_goods

ROWS: list[dict[str, Any]] = yaml.safe_load(
    files("brightline.goods").joinpath("part_numbers.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("number", "row"), [(number, row) for row in ROWS for number in row["examples"]])
def test_every_example_of_the_table_is_read(number: str, row: dict[str, Any]) -> None:
    for text in (f"10 pcs {number} as agreed", f"{number},", f"p/n {number.lower()}"):
        assert {(one.hs, one.reading) for one in name_goods(text) if one.hs} == {(row["hs"], row["kind"])}


@pytest.mark.parametrize(
    "text",
    [
        "INV LM2596 DD 12.03.2024",
        "CONTRACT NO AD9361",
        "Invoice No. TPS5430",
        "contract CK6150/24",
        "发票号 LM2596",
        "ORDER 6205-2RS",
        "договор № STM32F103C8",
        "LT2024/11",
        "SI2024",
        "CD2024-8",
        "HK2024-01",
        "SH240516",
        "MM20240501",
        "TEL 8613812345678",
        "GUANGDONG 510000",
        "A4 paper 80 g",
        "HS 6209.20 INV 88",
        "MT103",
        "UC2024",
        "6205 pcs",
        "2024-05-16",
        "840 D",
    ],
)
def test_references_dates_and_counts_are_no_part_numbers(text: str) -> None:
    assert [one for one in name_goods(text) if one.reading in ("listed", "sensitive")] == []


def test_the_number_is_kept_as_printed() -> None:
    assert [one.words for one in name_goods("chips: XC7K325T-2FFG900I, 5 pcs")] == ["chips", "XC7K325T-2FFG900I"]
