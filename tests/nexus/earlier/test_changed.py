"""What vanished or changed between an attempt and the payment, side by side."""

from __future__ import annotations

from dataclasses import replace

from brightline.nexus.earlier import changed
from brightline.terms import Identifier, Party, Payment, SeenGoods, Text
from brightline.terms.earlier import Earlier

INN = Identifier("INN", "7701992148", True)

NOW = Payment(
    "x#1", "csv", amount="100.00", currency="CNY", route=("CN", "KG"), texts=(Text("remittance", "toys", "t"),),
    parties=(
        Party("debtor", "d", "Kok Jar LLC", address=("Bishkek", "Manas 5"), country="KG"),
        Party("creditor", "c", "Bright Toys", country="CN"),
        Party("creditor_agent", "ca", None, bic="HLTNCNBSXXX"),
    ),
)  # fmt: skip


def then(*parties: Party, currency: str = "CNY", text: str = "toys", route: tuple[str, ...] = ()) -> Earlier:
    texts = (Text("remittance", text, "a.remittance"),)
    return Earlier(
        "a", "2024-09-01", "returned", "100.00", currency, parties=parties, texts=texts, route=route
    )  # fmt: skip


def told(changes: object) -> list[tuple[str, str]]:
    return [(one.words, one.other_words) for one in changes]  # type: ignore[attr-defined]


def test_a_name_that_is_gone_and_one_that_is_another() -> None:
    gone = then(Party("ultimate_debtor", "a.ultimate_debtor_name", "OOO Zavod"), Party("creditor", "c", "Granite"))
    assert told(changed.names(NOW, gone)) == [
        ("nothing", "ultimate_debtor 'OOO Zavod'"),
        ("creditor 'Bright Toys'", "creditor 'Granite'"),
    ]


def test_a_name_in_another_role_spelling_or_text_is_still_there() -> None:
    same = then(Party("ultimate_debtor", "x", "KOK JAR"), Party("creditor", "c", "Bright Toys Co., Ltd."))
    assert told(changed.names(NOW, same)) == []


def test_an_account_under_another_name_is_another_bearer_and_an_equal_number_is_not() -> None:
    ours = replace(NOW, parties=(Party("creditor", "c", "Bright Toys", account="6222", identifiers=(INN,)),))
    assert told(changed.names(ours, then(Party("creditor", "x", "Dawn Microchip", account="6222")))) == [
        ("creditor 'Bright Toys'", "creditor 'Dawn Microchip'")
    ]
    assert told(changed.names(ours, then(Party("creditor", "x", "Bright Old Name", identifiers=(INN,))))) == []


def test_a_name_that_only_the_words_told_is_gone_with_them() -> None:
    told_then = then(text="toys for OOO Radiosnab")
    assert told(changed.names(NOW, told_then)) == [("nothing", "mentioned 'OOO Radiosnab'")]
    still = replace(NOW, texts=(Text("remittance", "toys, paid for Radiosnab OOO", "t"),))
    assert told(changed.names(still, told_then)) == []


def test_an_address_that_is_gone_or_another() -> None:
    other = then(Party("debtor", "a.debtor_name", "Kok Jar", address=("Novosibirsk", "Lenina 4")))
    assert told(changed.addresses(NOW, other)) == [("Bishkek Manas 5", "Novosibirsk Lenina 4")]
    less = then(Party("debtor", "a.debtor_name", "Kok Jar", address=("Manas 5, apt 2", "Bishkek 720001", "Kyrgyzstan")))
    assert told(changed.addresses(NOW, less)) == []


def test_a_branch_is_the_same_bank() -> None:
    assert told(changed.banks(NOW, then(Party("creditor_agent", "x", bic="HLTNCNBS888")))) == []
    other = then(Party("creditor_agent", "a.creditor_agent_name", bic="NLCBCNBH"))
    assert told(changed.banks(NOW, other)) == [("creditor_agent 'HLTNCNBSXXX'", "creditor_agent NLCBCNBH")]


def test_currency_and_countries() -> None:
    assert told(changed.currencies(NOW, then(currency="USD"))) == [("CNY", "USD")]
    countries = changed.countries(NOW, then(text="toys, delivery Moscow", route=("CN", "KZ")), ("CN", "KG"))
    assert [other for _, other in told(countries)] == ["KZ", "RU"]


def test_goods_that_are_gone() -> None:
    bearings = SeenGoods("a.hs", "848210", "3.B", "code", "ball bearings", reading="listed")
    toys = SeenGoods("t", "950300", None, "words", "toys", harmless=True, reading="harmless")
    dolls = SeenGoods("a.goods", "950300", None, "words", "dolls", harmless=True, reading="harmless")
    vague = SeenGoods("a.goods", None, None, "words", "goods", reading="vague")
    assert changed.goods_gone([toys], [bearings, vague]) == (bearings,)
    assert changed.goods_gone([toys], [dolls]) == ()  # plain goods for plain goods
    assert changed.goods_gone([SeenGoods("t", "848250", None, "code", None, reading="listed")], [bearings]) == ()
    assert changed.is_grave(bearings)
    assert not changed.is_grave(dolls)
