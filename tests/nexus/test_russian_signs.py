"""Signs of Russia in a party's own words, and how far they carry."""

from __future__ import annotations

import pytest

from brightline.nexus.russian_signs import russian_signs, tied_to_russia
from brightline.terms import Answer, Form, Identifier, Party

INN = Identifier("INN", "7707083893", True)


def _party(name: str, **more: object) -> Party:
    return Party("creditor", "Cdtr/Nm", name, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("party", "answer"),
    [
        (_party("Primer LLC", country="RU"), Answer.YES),
        (_party("Primer LLC", countries=(Form("bic", "RU"),)), Answer.YES),
        (_party("Moscow Tea House", country="GB", countries=(Form("text", "RU"),)), Answer.UNKNOWN),
        (_party("Primer LLC", country="KZ", countries=(Form("iban", "RU"),)), Answer.UNKNOWN),
        (_party("Primer LLC", country="KZ", countries=(Form("address", "RU"),)), Answer.YES),
        (_party("Primer LLC", identifiers=(INN,)), Answer.YES),
        (_party("Primer LLC", country="KZ", identifiers=(INN,)), Answer.UNKNOWN),
        (_party("ООО «Ромашка»"), Answer.UNKNOWN),
        (_party("ROMASHKA OOO"), Answer.UNKNOWN),
        (_party("ROMASHKA", address=("ul. Lenina 4", "tel +7 (495) 123-45-67")), Answer.UNKNOWN),
        (_party("ROMASHKA", address=("проспект Мира 4",)), Answer.UNKNOWN),
        (_party("ТОО Ромашка", country="KZ"), Answer.NO),
        (_party("ООО Ромашка", country="BY"), Answer.NO),
        (_party("FOSHAN LITTLE HERON CO LTD"), Answer.NO),
        (_party("AO YUN TRADING"), Answer.NO),  # a Chinese surname, not a Russian form
        (_party("Primer LLC", identifiers=(Identifier("INN", "7707083890", False),)), Answer.NO),
    ],
)
def test_a_country_says_it_and_signs_only_hint(party: Party, answer: Answer) -> None:
    assert tied_to_russia(party) is answer


@pytest.mark.parametrize(
    ("written", "sign"),
    [
        ("+7 495 123 45 67", "a phone number"),
        ("тел. 8 (812) 123-45-67", "a phone number"),
        ("sales@primer.ru", "a mail or web address"),
        ("ул. Ленина, 4", "words of an address"),
    ],
)
def test_signs_are_told_in_words(written: str, sign: str) -> None:
    assert any(one.startswith(sign) for one in russian_signs(_party("PRIMER", address=(written,))))


@pytest.mark.parametrize("written", ["+7 727 123 45 67", "8 812 123 45 67", "sales@primer.com", "88 Nathan Road"])
def test_what_is_no_russian_sign(written: str) -> None:
    assert russian_signs(_party("PRIMER", address=(written,))) == ()
