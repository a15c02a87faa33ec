"""Codes of HS 2017 beside HS 2022."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache

import pytest

from brightline.goods.concord import current_codes, listed_as
from brightline.law.book import read_book

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


# The whole table that the reference names, by hand: how an HS 2017 number stands to the list, edition named or not.
WALK = {
    "846390": ("unlisted", "unlisted"), "847780": ("unlisted", "unlisted"), "847989": ("unlisted", "unlisted"),
    "847990": ("unlisted", "unlisted"), "851712": ("unlisted", "unlisted"), "851770": ("unlisted", "unlisted"),
    "852990": ("undecided", "listed"), "853120": ("unlisted", "unlisted"), "901380": ("undecided", "listed"),
    "852580": ("undecided", "undecided"), "854140": ("undecided", "undecided"), "854150": ("listed", "listed"),
    "854890": ("listed", "listed"), "854810": ("unlisted", "unlisted"), "854231": ("listed", "listed"),
    "880240": ("unlisted", "unlisted"), "880310": ("unlisted", "unlisted"), "880320": ("unlisted", "unlisted"),
    "880330": ("listed", "listed"), "880390": ("unlisted", "unlisted"),
}  # fmt: skip
SAME = re.findall(
    r"\d{6}",
    """
845710 845811 845891 845961 846693 847150 847180 848210 848220 848230 848250 848610 848620 848640 850440 851762 851769
852691 852910 853221 853224 853400 853669 853690 854110 854121 854129 854130 854160 854231 854232 854233 854239 854320
901310 901420 901480 902750 903020 903032 903039 903082
""",
)


@cache
def _tiers() -> Mapping[str, str]:
    return read_book().tiers_on(datetime(2024, 6, 1, tzinfo=UTC))


@pytest.mark.parametrize("code", WALK)
def test_every_number_that_changed_between_the_editions(code: str) -> None:
    assert (listed_as(code, "2017", _tiers())[0], listed_as(code, None, _tiers())[0]) == WALK[code]


def test_the_other_numbers_of_the_list_are_the_same_in_both_editions() -> None:
    new_in_2022 = {"852589", "854149", "854151", "854159", "854800", "880730"}
    assert set(_tiers()) == {*SAME, "852990", "901380", *new_in_2022}
    assert {listed_as(code, edition, _tiers())[0] for code in SAME for edition in (None, "2017", "2022")} == {"listed"}


@pytest.mark.parametrize(
    ("code", "holds"),
    [
        ("847989", "848530"), ("847990", "848590"), ("851770", "852499"), ("852580", "880694"),
        ("880240", "880629"), ("853120", "852411"),
    ],
)  # fmt: skip
def test_what_became_of_a_number_is_asked_where_the_older_edition_is_named(code: str, holds: str) -> None:
    assert holds in current_codes(code, "2017")
    assert holds not in current_codes(code, "2022")


def test_a_number_that_lives_on_stands_for_itself_where_no_edition_is_named() -> None:
    assert current_codes("901380", None) == ("901380",)
    assert current_codes("901380", "2012")[0] == "901380"


def test_a_code_without_successor_stands_for_itself() -> None:
    assert current_codes("848210", None) == ("848210",)
    assert current_codes("854140", "2022") == ("854140",)
