"""Who pays for goods, from where, and whether such a firm buys such goods."""

from __future__ import annotations

from brightline.nexus.facts import Facts, facts_of
from brightline.nexus.signs import who_pays
from brightline.terms import Party, Payment, SeenGoods

CHIPS = SeenGoods("70", "854231", "1", "words", words="microcontrollers", reading="listed")
FREIGHT = SeenGoods("70", None, None, "words", words="ocean freight", reading="service")
PARTS = SeenGoods("70", None, None, "words", words="spare parts", reading="vague")
GOODS = SeenGoods("70", None, None, "words", words="goods", reading="vague")


def facts(*parties: tuple[str, str, str], goods: tuple[SeenGoods, ...] = ()) -> Facts:
    made = tuple(Party(role, role, name=name, country=country or None) for role, name, country in parties)
    return facts_of(Payment(source="x#1", format="MT103", parties=made), goods=goods)


def test_a_forwarder_buys_goods_and_not_its_own_services() -> None:
    payer = ("debtor", "Bishkek Cargo", "KG")
    assert who_pays.forwarder_that_buys(facts(payer, goods=(PARTS,)))
    assert who_pays.forwarder_that_buys(facts(payer, goods=(FREIGHT,))) is None
    assert who_pays.forwarder_that_buys(facts(("creditor", "Bishkek Cargo", "KG"), goods=(PARTS,))) is None


def test_a_restaurant_and_a_maker_of_electronics_beside_chips() -> None:
    assert who_pays.buyer_out_of_its_trade(facts(("debtor", "Golden Restaurant", "HK"), goods=(CHIPS,)))
    assert who_pays.buyer_out_of_its_trade(facts(("debtor", "Food Electronics Factory", "HK"), goods=(CHIPS,))) is None
    assert who_pays.buyer_out_of_its_trade(facts(("debtor", "Golden Restaurant", "HK"), goods=(GOODS,))) is None


def test_a_buyer_of_plain_life_is_one_where_neither_goods_nor_seller_contradict() -> None:
    bakery, maker = ("debtor", "Istanbul Firin", "TR"), ("creditor", "Shenzhen Semiconductor", "CN")
    assert who_pays.buyer_of_plain_life(facts(bakery, goods=(GOODS,)))
    assert who_pays.buyer_of_plain_life(facts(bakery, goods=(PARTS,))) is None
    assert who_pays.buyer_of_plain_life(facts(bakery, maker, goods=(GOODS,))) is None
    assert who_pays.buyer_of_plain_life(facts(bakery, ("ultimate_debtor", "Delta", "AE"), goods=(GOODS,))) is None


def test_a_payer_without_another_part_in_the_deal() -> None:
    payer = ("debtor", "Delta", "AE")
    assert who_pays.payer_elsewhere(facts(payer, ("ultimate_debtor", "Echo", "KZ"))) == ("AE",)
    assert who_pays.payer_elsewhere(facts(payer, ("ultimate_debtor", "Echo", "AE"))) == ()
    assert who_pays.payer_elsewhere(facts(payer)) == ()


def test_a_bank_in_another_country_counts_where_one_of_the_two_asks_for_care() -> None:
    payer = ("debtor", "Delta", "HK")
    assert who_pays.bank_elsewhere(facts(payer, ("debtor_agent", "Bank", "KZ")), ("HK",))
    assert who_pays.bank_elsewhere(facts(payer, ("debtor_agent", "Bank", "CN")), ("HK",)) is None
    assert who_pays.bank_elsewhere(facts(payer, ("debtor_agent", "Bank", "HK")), ("HK",)) is None
    assert who_pays.bank_elsewhere(facts(("debtor", "Delta", "DE"), ("debtor_agent", "Bank", "AT")), ("HK",)) is None
