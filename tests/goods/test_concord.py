"""Codes of HS 2017 beside HS 2022."""

from __future__ import annotations

import pytest

from brightline.goods.concord import current_codes, listed_as

TIERS = {
    "854800": "2",
    "852589": "3.A",
    "854149": "3.A",
    "854151": "3.A",
    "854159": "3.A",
    "880730": "3.B",
    "848210": "3.B",
}


@pytest.mark.parametrize(
    ("code", "edition", "reading", "inside"),
    [
        ("848210", None, "listed", ("848210",)),
        ("854890", None, "listed", ("854800",)),  # one to one
        ("880330", "2017", "listed", ("880730",)),
        ("854150", None, "listed", ("854151", "854159")),  # split, all successors listed
        ("852580", None, "undecided", ("852589",)),  # split, some listed
        ("854140", "2017", "undecided", ("854149",)),
        ("854140", "2022", "unlisted", ()),  # no such code in HS 2022
        ("852589", "2022", "listed", ("852589",)),
        ("611120", None, "unlisted", ()),
        ("8482", None, "undecided", ("848210",)),
        ("6111", None, "unlisted", ()),
    ],
)
def test_how_a_code_stands_to_a_list(code: str, edition: str | None, reading: str, inside: tuple[str, ...]) -> None:
    assert listed_as(code, edition, TIERS) == (reading, inside)


def test_a_code_without_successor_stands_for_itself() -> None:
    assert current_codes("848210", None) == ("848210",)
    assert current_codes("854140", "2022") == ("854140",)
