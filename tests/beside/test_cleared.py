"""Parties that were cleared: how they are found again, what tells them from others, and the digest of an entry."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brightline.beside.cleared import differences, keys_in, keys_of, shown_equal
from brightline.beside.entry_digest import entry_digest
from brightline.terms import Form, Identifier, ListedEntity, ListedIdentifier, ListedName, Party
from brightline.terms.cleared import Cleared

SHOP = Cleared(
    ("OOO Rezvye Nozhki", "ООО «Резвые ножки»"), "RU", (Identifier("INN", "7701992148"),), ("40702810900000000123",),
    ("12 Ryabinovaya ul.", "Omsk"), None,
)  # fmt: skip


def party(name: str = "REZVYE NOZHKI, OOO", **more: object) -> Party:
    return Party("debtor", "Dbtr/Nm", name, **more)  # type: ignore[arg-type]


def test_a_legal_form_before_or_behind_and_another_spelling_are_the_same_name() -> None:
    assert differences(SHOP, party()) == ()
    assert differences(SHOP, party("Резвые Ножки ООО")) == ()
    assert keys_of(SHOP) & set(keys_in(party()))


def test_a_legal_form_in_full_and_cyrillic_letters_are_the_same_name_and_chinese_stays_itself() -> None:
    maker = replace(SHOP, names=("Yiwu Cake Co., Ltd", "OOO Medovyi Pryanik", "义乌蛋糕"), identifiers=(), country=None)
    assert differences(maker, party("Yiwu Cake Company Limited")) == ()
    assert differences(maker, party("ООО Медовый Пряник")) == ()
    assert differences(maker, party("Yiwu Bread Company Limited"))
    assert differences(maker, party("义乌丹糕"))  # read alike, written otherwise


def test_a_decoded_form_of_the_name_counts() -> None:
    assert differences(SHOP, party("OOO REZVYE", forms=(Form("rur6", "OOO Rezvye Nozhki"),))) == ()


def test_an_equal_number_stands_for_another_spelling() -> None:
    assert differences(SHOP, party("R. NOZHKI", identifiers=(Identifier("INN", "7701992148", True),))) == ()


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"name": "OOO Tikhie Nozhki"}, "name 'OOO Tikhie Nozhki', not 'OOO Rezvye Nozhki'"),
        ({"country": "KZ"}, "country 'KZ', not 'RU'"),
        ({"identifiers": (Identifier("INN", "7802991013", True),)}, "INN '7802991013', not '7701992148'"),
    ],
)
def test_what_differs_is_told(more: dict[str, object], told: str) -> None:
    assert told in differences(SHOP, party(**more))  # type: ignore[arg-type]


def test_a_number_whose_check_digits_fail_tells_nothing() -> None:
    assert differences(SHOP, party(identifiers=(Identifier("INN", "7802991013", False),))) == ()


def test_what_is_shown_equal_beside_the_name() -> None:
    assert shown_equal(SHOP, party()) == ()
    assert shown_equal(SHOP, party(account="4070 2810 9000 0000 0123")) == ("account 4070 2810 9000 0000 0123",)
    assert shown_equal(SHOP, party(address=("Omsk, Ryabinovaya ul. 12",))) == ("address Omsk, Ryabinovaya ul. 12",)
    assert shown_equal(SHOP, party(identifiers=(Identifier("INN", "7701992148", True),))) == ("INN 7701992148",)


def entity(**more: object) -> ListedEntity:
    facts: dict[str, object] = {
        "names": (ListedName("GRANIT SEVER", "primary"), ListedName("GRANIT NORTH", "alias")),
        "identifiers": (ListedIdentifier("INN", "7701991994", "RU"), ListedIdentifier("OGRN", "1027700132195", "RU")),
        "programs": ("RUSSIA-EO14024",),
    }
    return ListedEntity("us-ofac-sdn", "1", "Company", **(facts | more))  # type: ignore[arg-type]


def test_the_digest_of_an_entry_does_not_hang_on_order_or_programmes() -> None:
    one = entity()
    turned = replace(one, names=one.names[::-1], identifiers=one.identifiers[::-1], programs=("SYRIA",), remarks=("x",))
    assert entry_digest(one) == entry_digest(turned)


@pytest.mark.parametrize(
    "more",
    [
        {"names": (ListedName("GRANIT SEVER", "primary"),)},
        {"identifiers": ()},
        {"countries": ("RU",)},
        {"birth_dates": ("1961",)},
        {"addresses": ("Omsk",)},
    ],
)
def test_what_tells_who_it_is_changes_the_digest(more: dict[str, object]) -> None:
    assert entry_digest(entity(**more)) != entry_digest(entity())
