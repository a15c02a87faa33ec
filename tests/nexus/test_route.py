"""Who pays gets the goods."""

from __future__ import annotations

import pytest

from brightline.nexus.route import countries_of, destinations, ties_of
from brightline.terms import Form, Identifier, Noted, Party, Payment, Text


def party(role: str, country: str | None = None, **more: str) -> Party:
    return Party(role, role, country=country, countries=tuple(Form(kind, code) for kind, code in more.items()))


def payment(*parties: Party, text: str = "", path: str = "70", **more: object) -> Payment:
    texts = (Text("remittance", text, path),) if text else ()
    return Payment(
        source="x#1", format=str(more.pop("format", "pacs.008.001.08")), parties=parties, texts=texts, **more
    )  # type: ignore[arg-type]


RUSSIAN_PAYS = (party("debtor", "RU"), party("creditor", "CN"))
CHINESE_PAYS = (party("debtor", "CN"), party("creditor", "RU"))


def test_goods_go_to_the_side_that_pays() -> None:
    assert destinations(payment(*RUSSIAN_PAYS)) == ("RU",)
    assert destinations(payment(*CHINESE_PAYS)) == ("CN",)
    assert countries_of(payment(*CHINESE_PAYS)) == ("CN", "RU")


def test_every_country_seen_of_the_payer_counts() -> None:
    assert destinations(payment(party("debtor", "CN", iban="RU"), party("creditor", "CN"))) == ("CN", "RU")


def test_the_bank_speaks_for_a_payer_whose_country_is_not_known() -> None:
    assert destinations(payment(party("debtor"), party("debtor_agent", "RU"), party("creditor", "CN"))) == ("RU",)
    assert destinations(payment(party("debtor", "KZ"), party("debtor_agent", "RU"))) == ("KZ",)


@pytest.mark.parametrize("role", ["ultimate_debtor", "consignee", "end_user", "buyer", "notify_party"])
def test_receivers_count(role: str) -> None:
    assert "RU" in destinations(payment(party("debtor", "AE"), party("creditor", "CN"), party(role, "RU")))


@pytest.mark.parametrize(
    "text",
    [
        "DELIVERY TO MOSCOW",
        "goods to Novosibirsk, CPT",
        "交货 莫斯科",
        "поставка в г. Москва",
        "станция назначения Минск",
        "DAP Moscow Incoterms 2020",
        "for delivery in St Petersburg",
        "运往莫斯科",
    ],
)
def test_texts_that_name_a_destination(text: str) -> None:
    assert {"RU", "BY"} & set(destinations(payment(party("debtor", "AE"), party("creditor", "CN"), text=text)))


@pytest.mark.parametrize(
    "text", ["MOSCOW AGREEMENT 1995", "FOB Novorossiysk", "goods from Moscow", "shipped to Dubai from Moscow"]
)
def test_texts_that_only_name_a_place(text: str) -> None:
    paid = payment(party("debtor", "AE"), party("creditor", "CN"), text=text)
    assert "RU" not in destinations(paid)
    assert "RU" in countries_of(paid)


def test_ports_of_a_credit() -> None:
    assert "RU" in destinations(payment(party("debtor", "AE"), text="Vladivostok, Russia", path="44F"))
    assert "RU" not in destinations(payment(party("debtor", "AE"), text="Vladivostok, Russia", path="44E"))


def test_an_operation_code_for_goods_into_russia() -> None:
    into = (Noted("currency-operation", "11200", "70"),)
    out = (Noted("currency-operation", "10100", "70"),)
    assert "RU" in destinations(payment(party("debtor", "AE"), codes=into))
    assert "RU" not in destinations(payment(party("debtor", "AE"), codes=out))


def test_a_stated_route_ends_where_goods_go() -> None:
    stated = (Noted("route", "CN>KZ>RU", "route"),)
    assert "RU" in destinations(payment(party("debtor", "KZ"), route=("CN", "KZ", "RU"), references=stated))
    assert "RU" not in destinations(payment(party("debtor", "KZ"), route=("CN", "KZ", "RU")))


def test_a_return_runs_backwards() -> None:
    assert set(destinations(payment(*CHINESE_PAYS, format="pacs.004.001.09"))) == {"CN", "RU"}


def test_decoded_forms_are_read() -> None:
    text = Text("remittance", "XXXX", "70", forms=(Form("rur6", "ПОСТАВКА В МОСКВУ"),))
    paid = Payment(source="x#1", format="MT103", parties=(party("debtor", "AE"),), texts=(text,))
    assert "RU" in destinations(paid)


def _tied(paid: Payment) -> set[tuple[str, str]]:
    return {(tie.country, tie.sign) for tie in ties_of(paid)}


def test_a_rouble_amount_is_a_tie() -> None:
    assert _tied(payment(party("debtor", "KZ"), currency="RUB")) == {("RU", "an amount in RUB")}
    assert _tied(payment(party("debtor", "KZ"), currency="BYN")) == {("BY", "an amount in BYN")}
    assert _tied(payment(party("debtor", "KZ"), currency="CNY")) == set()


def _firm(name: str, country: str | None, *address: str, inn: str | None = None) -> Party:
    numbers = (Identifier("INN", inn, True),) if inn else ()
    return Party("debtor", "d", name=name, country=country, address=address, identifiers=numbers)


@pytest.mark.parametrize(
    ("firm", "tied"),
    [
        (_firm("OOO Romashka", None), True),
        (_firm("OOO Romashka", "AE"), True),
        (_firm("ОсОО Ромашка", "KG"), False),
        (_firm("Bright Star Ltd", "HK", "tel +7 495 123-45-67"), True),
        (_firm("Bright Star Ltd", "HK", "sales@bright-star.ru"), True),
        (_firm("Bright Star LLP", "KZ", "sales@bright-star.ru"), False),
        (_firm("Bright Star LLP", "KZ", "tel +7 727 123-45-67"), False),
        (_firm("Bright Star LLP", "KZ", "tel +7 495 123-45-67"), True),
        (_firm("Bright Star Ltd", "HK", inn="7707083893"), True),
        (_firm("OOO Romashka", "RU"), False),
    ],
)
def test_signs_that_tie_a_party_that_names_no_russian_country(firm: Party, tied: bool) -> None:
    assert bool(ties_of(payment(firm))) is tied


def test_goods_go_to_russia_where_a_payer_without_country_has_a_russian_number() -> None:
    assert destinations(payment(_firm("Romashka", None, inn="7707083893"), party("creditor", "CN"))) == ("RU",)


def test_a_border_station_on_the_way_to_russia_is_a_tie_in_a_text_and_not_in_an_address() -> None:
    assert _tied(payment(party("debtor", "CN"), text="tea via Manzhouli")) == {
        ("RU", "a station on the way to Russia: Manzhouli")
    }
    assert _tied(payment(_firm("Border Trade", "CN", "Manzhouli"))) == set()


@pytest.mark.parametrize("text", ["rail terminal Vorsino", "станция назначения Клещиха", "bound for Nakhodka"])
def test_rail_terminals_and_stations_of_arrival(text: str) -> None:
    assert "RU" in destinations(payment(party("debtor", "CN"), party("creditor", "CN"), text=text))
