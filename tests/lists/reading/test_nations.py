"""Countries as lists write them."""

from __future__ import annotations

import pytest

from brightline.lists.reading.nations import address_nation, nation, nations


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("Russian", ("RU",)),
        ("Russian, Swiss", ("RU", "CH")),
        ("Latvia and Israel", ("LV", "IL")),
        ("Ukrainian and/or Russian", ("UA", "RU")),
        ("Australian/Russian", ("AU", "RU")),
        ("of the Republic of Moldova", ("MD",)),
        ("Democratic People’s Republic of Korea", ("KP",)),
        ("Democratic Republic of the Congo", ("CD",)),
        ("(1) Tunisian (2)-(3) Moroccan", ("TN", "MA")),
        ("Ukrainian, Russian (the Union does not recognise passports)", ("UA", "RU")),
        ("Saudi Arabian", ("SA",)),
        ("ru", ("RU",)),
        ("Afgan", ()),
        ("", ()),
    ],
)
def test_nationalities(written: str, codes: tuple[str, ...]) -> None:
    assert nations(written) == codes


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("19 Kanal Str., 125167 Moscow, Russian Federation", "RU"),
        ("1 Quay, Minsk, Belarus", "BY"),
        ("Kabul, Afghanistan (as of June 2026)", "AF"),
        ("1 Quay", None),
        ("", None),
    ],
)
def test_the_country_of_an_address(address: str, code: str | None) -> None:
    assert address_nation(address) == code


def test_an_adjective_is_not_found_inside_other_words() -> None:
    assert nation("Prussianblue") is None
