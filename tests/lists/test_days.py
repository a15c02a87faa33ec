"""The day a file name tells."""

from __future__ import annotations

import pytest

from brightline.lists.days import day_in_name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("sdn_2024-07-02.csv", "2024-07-02"),
        ("set_20231228", "2023-12-28"),
        ("sdn.2024.07.02.csv", "2024-07-02"),
        ("from_2024-01-01_to_2024-07-02.csv", "2024-07-02"),
        ("dpl_2023-11.txt", "2023-11-30"),
        ("x_2024-02.csv", "2024-02-29"),
        ("32014R0269.csv", None),
        ("sdn.csv", None),
        ("sdn_2024-02-30.csv", None),
        ("1202407023.csv", None),
    ],
)
def test_the_last_day_in_a_name_counts_and_a_month_stands_for_its_last_day(name: str, expected: str | None) -> None:
    assert day_in_name(name) == expected
