"""When two names are one, who is disclosed, and what the message alone says."""

from __future__ import annotations

import pytest

from brightline.nexus.papers.contradiction import Contradiction, alike, is_disclosed, message_of
from brightline.terms import Goods, Identifier, Noted, Party, Payment, Text

MESSAGE = Payment(
    "a", "b",
    parties=(
        Party("debtor", "Dbtr/Nm", "OOO Raduga Detstva", country="RU", identifiers=(Identifier("INN", "7701991017"),)),
        Party("creditor_agent", "CdtrAgt", "Foshan Oak Leaf Furniture"),
    ),
    texts=(Text("remittance", "for Severny Dom, invoice 7", "RmtInf"),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("Raduga Detstva LLC", "OOO Raduga Detstva", True),
        ("ООО «Радуга Детства»", "OOO Raduga Detstva", True),
        ("Wuxi Fine Gear Co., Ltd", "WUXI FINE GEAR", True),
        ("Tekhnomir Postavka", "Technomir Postavka", True),
        ("Foshan Oak Leaf", "Qingdao Steady Spindle", False),
        ("Foshan Oak Leaf Furniture Co Ltd", "Foshan Blue Heron Garment Co Ltd", False),
    ],
)
def test_spelling_script_and_legal_form_make_no_other_name(name: str, other: str, same: bool) -> None:
    assert alike(name, other) is alike(other, name) is same


@pytest.mark.parametrize(
    ("party", "disclosed"),
    [
        (Party("buyer", "papers[0].parties[0]", "RADUGA DETSTVA"), True),
        (
            Party("buyer", "papers[0].parties[0]", "Toys of the East", identifiers=(Identifier("INN", "7701991017"),)),
            True,
        ),
        (Party("buyer", "papers[0].parties[0]", "Severny Dom"), True),
        (Party("buyer", "papers[0].parties[0]", "Severny"), False),
        (Party("seller", "papers[0].parties[0]", "Foshan Oak Leaf Furniture"), False),
    ],
)
def test_a_party_is_disclosed_by_name_number_or_text_and_not_by_a_bank(party: Party, disclosed: bool) -> None:
    assert is_disclosed(party, MESSAGE) is disclosed


def test_the_message_alone_is_what_it_was() -> None:
    whole = Payment(
        "a", "b",
        parties=(*MESSAGE.parties, Party("buyer", "papers[0].parties[0]", "X")),
        texts=(*MESSAGE.texts, Text("place", "Poti", "papers[0].places[0]")),
        goods=(Goods("640399", None, None, "papers[0].goods[0]"),),
        codes=(Noted("arrival", "GE", "papers[0].places[0]"),),
        identifiers=(Noted("IMO", "9074729", "papers[0].statements[0]"),),
    )  # fmt: skip
    assert message_of(whole) == MESSAGE


def test_both_values_stand_side_by_side() -> None:
    evidence = Contradiction("amount", "9 CNY", "papers[0].amount", "1 CNY").evidence()
    assert (evidence.path, evidence.words) == ("amount", "9 CNY")
    assert (evidence.other_path, evidence.other_words) == ("papers[0].amount", "1 CNY")
