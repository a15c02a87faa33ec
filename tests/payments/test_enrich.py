"""`complete`: identifiers, decoded forms, countries, goods, codes and route, added without dropping anything."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from brightline.payments.enrich import complete, route_of
from brightline.terms import Form, Goods, Identifier, Noted, Party, Payment, Text, Unread


def with_party(**values: object) -> Party:
    party = Party(role="creditor", path="x", **values)  # type: ignore[arg-type]
    return complete(Payment("s", "f", parties=(party,))).parties[0]


def with_text(value: str, kind: str = "remittance", codes: tuple[Noted, ...] = ()) -> Payment:
    return complete(Payment("s", "f", texts=(Text(kind, value, "t"),), codes=codes))


# --- identifiers ---------------------------------------------------------------------------------


def test_numbers_leave_the_name_and_stay_printed() -> None:
    party = with_party(name="INN7707083893/KPP773601001 OOO ROMASHKA")
    assert party.name == "OOO ROMASHKA"
    assert party.printed == ("INN7707083893/KPP773601001 OOO ROMASHKA",)
    assert party.identifiers == (Identifier("INN", "7707083893", True), Identifier("KPP", "773601001", True))


def test_a_name_of_numbers_alone_is_no_name() -> None:
    party = with_party(name="INN7707083893")
    assert party.name is None
    assert party.printed == ("INN7707083893",)


def test_bic_and_iban_are_verified() -> None:
    party = with_party(bic="DEUTDEFF", account="DE89370400440532013000")
    assert party.identifiers == (
        Identifier("BIC", "DEUTDEFF", True),
        Identifier("IBAN", "DE89370400440532013000", True),
    )
    assert with_party(bic="DEUTQQFF").identifiers == (Identifier("BIC", "DEUTQQFF", False),)


def test_given_identifiers_are_verified_and_kept() -> None:
    party = with_party(name="X", identifiers=(Identifier("INN", "7707083894"), Identifier("DUNS", "150483782")))
    assert party.identifiers == (Identifier("INN", "7707083894", False), Identifier("DUNS", "150483782", None))


def test_a_tax_number_of_a_russian_party_is_an_inn() -> None:
    party = with_party(name="X", country="RU", identifiers=(Identifier("TAX", "7707083893"),))
    assert Identifier("INN", "7707083893", True) in party.identifiers
    other = with_party(name="X", country="KZ", identifiers=(Identifier("TAX", "7707083893"),))
    assert [seen.scheme for seen in other.identifiers] == ["TAX"]


def test_a_clearing_code_with_ru_is_a_bik_and_an_uscc_tells_itself() -> None:
    party = with_party(
        name="X", identifiers=(Identifier("CLEARING", "RU044525225"), Identifier("OTHER", "91110000600037341L"))
    )
    assert Identifier("BIK", "044525225", True) in party.identifiers
    assert Identifier("USCC", "91110000600037341L", True) in party.identifiers


def test_a_number_in_an_address_is_read_as_one_in_a_field_of_its_own() -> None:
    party = with_party(name="X", country="HK", address=("BR NO 32369319-000", "1 Nathan Road"))
    assert [(one.scheme, one.value) for one in party.identifiers][1:] == [
        ("OTHER", "32369319000"),
        ("OTHER", "32369319"),
    ]


def test_numbers_in_texts_are_noted() -> None:
    payment = with_text("FREIGHT OF MV OCEAN STAR IMO 9074729 INN 7707083893")
    assert payment.identifiers == (Noted("IMO", "9074729", "t"), Noted("INN", "7707083893", "t"))


# --- forms ---------------------------------------------------------------------------------------


def test_chinese_commercial_code_is_read_beside_the_groups() -> None:
    party = with_party(name="2621 2455 1218", address=("3189 0967",))
    assert party.name == "2621 2455 1218"
    assert party.forms == (Form("ccc", "李方威"), Form("ccc-address", "海圻"))


def test_years_and_telephones_are_not_decoded() -> None:
    assert with_party(name="EXPO 2024 LTD").forms == ()
    assert with_text("TEL 0755 8321").texts[0].forms == ()
    assert with_text("2621 2455").texts[0].forms == (Form("ccc", "李方"),)


def test_rur6_is_read_where_it_shows() -> None:
    party = with_party(name="OBqESTVO S OGRANIcENNOi OTVETSTVENNOSTXu mROMAQKAm", address=("G.MOSKVA",))
    assert party.forms[0] == Form("rur6", 'ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ "РОМАШКА"')
    assert Form("rur6-address", "Г.МОСКВА") in party.forms
    assert party.country == "RU"
    assert with_party(name="OOO ROMASHKA").forms == ()


def test_rur6_is_read_where_the_message_says_so() -> None:
    told = (Noted("block3-113", "RUR6", "{3}/113"),)
    assert with_text("OPLATA ZA MAQINY", codes=told).texts[0].forms == (
        Form("rur6", "ОПЛАТА ЗА МАШИНЫ"),
        Form("rur6-capitals", "ОПЛАТА ЗА МАШИНЫ"),
    )
    assert with_text("OPLATA ZA MAQINi", codes=told).texts[0].forms == (Form("rur6", "ОПЛАТА ЗА МАШИНЙ"),)
    assert with_text("WHEAT", codes=told).texts[0].forms == ()


def test_a_broken_word_is_decoded_whole_too() -> None:
    party = with_party(name="OBqESTVO ROMAQ KA", forms=(Form("joined", "OBqESTVO ROMAQKA"),))
    assert Form("rur6", "ОБЩЕСТВО РОМАШКА") in party.forms


# --- countries and route -------------------------------------------------------------------------


def test_the_country_comes_from_address_then_bic_then_iban() -> None:
    assert with_party(name="X", address=("1 ROAD", "MOSCOW"), bic="DEUTDEFF").country == "RU"
    assert with_party(name="X", bic="DEUTDEFF", account="GB82WEST12345698765432").country == "DE"
    assert with_party(name="X", account="GB82WEST12345698765432").country == "GB"
    assert with_party(name="X", country="KZ", address=("MOSCOW",)).country == "KZ"
    assert with_party(name="X", country="Russian Federation").country == "RU"
    assert with_party(name="X").country is None


def test_every_country_seen_is_kept_with_its_place() -> None:
    party = with_party(name="BANK OF CHINA", address=("MOSCOW ROAD", "LONDON"), bic="DEUTDEFF")
    assert party.country == "GB"
    assert {(seen.kind, seen.value) for seen in party.countries} == {
        ("address", "RU"),
        ("address", "GB"),
        ("bic", "DE"),
        ("text", "CN"),
    }


def test_a_town_of_the_address_is_no_town_of_another_country_in_the_name() -> None:
    here = with_party(name="Moscow Coffee House LLC", address=("121 Main St", "Moscow, ID 83843"))
    assert [(form.kind, form.value) for form in here.countries] == [("address", "US")]
    elsewhere = with_party(name="Moscow Coffee House LLC", address=("Al Quoz", "Dubai"))
    assert Form("text", "RU") in elsewhere.countries


def test_towns_of_the_united_states_that_share_a_name() -> None:
    for town in ("St Petersburg FL 33701", "Saint Petersburg, Florida", "Moscow PA", "Moscow, Idaho"):
        assert with_party(name="Firm", address=("1 Bay St", town)).country == "US", town


def test_countries_of_texts_are_codes() -> None:
    assert Noted("country", "RU", "t") in with_text("DELIVERY TO MOSCOW").codes


def test_the_route_runs_from_debtor_to_creditor_and_then_over_the_ports() -> None:
    parties = (
        Party("creditor", "1", "A", country="RU"),
        Party("debtor", "2", "B", country="CN"),
        Party("intermediary_agent", "3", country="KZ"),
        Party("debtor_agent", "4", country="CN"),
    )
    texts = (Text("transport", "NINGBO, CHINA", "44E"), Text("transport", "VLADIVOSTOK, RUSSIA", "44F"))
    assert route_of(Payment("s", "f", parties=parties)) == ("CN", "KZ", "RU")
    assert complete(Payment("s", "f", parties=parties, texts=texts)).route == ("CN", "KZ", "RU", "CN", "RU")


def test_a_route_that_was_given_stays() -> None:
    assert complete(Payment("s", "f", route=("CN", "TR"))).route == ("CN", "TR")


# --- goods and codes -----------------------------------------------------------------------------


def test_tariff_numbers_in_texts_are_goods() -> None:
    payment = with_text("200 PCS BALL BEARINGS HS 8482.10; CIF RIGA")
    assert payment.goods == (Goods("848210", None, "200 PCS BALL BEARINGS HS 8482.10", "t"),)


def test_goods_of_a_decoded_text_have_its_words() -> None:
    payment = with_text("OPLATA ZA PODQIPNIKI TN VeD 8482 10 900 8")
    assert payment.goods == (Goods("848210", None, "ОПЛАТА ЗА ПОДШИПНИКИ ТН ВЭД 8482 10 900 8", "t"),)


def test_goods_that_a_reader_found_are_not_doubled() -> None:
    given = Payment(
        "s", "f", goods=(Goods("848210", None, "BEARINGS", "t"),), texts=(Text("goods", "HS 8482.10", "t"),)
    )
    assert complete(given).goods == given.goods


def test_operation_and_purpose_codes() -> None:
    payment = with_text("'(VO11100)' /CGODDR/ BEARINGS")
    assert payment.codes == (Noted("currency-operation", "11100", "t"), Noted("purpose", "CGODDR", "t"))


# --- always --------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    [
        "INN7707083893",
        "OOO",
        "ROMAQKA",
        "OBqESTVO",
        "2621",
        "2455",
        "HS 8482.10",
        "MOSCOW",
        "{VO11100}",
        "李方",
        "IMO 9074729",
        "LTD",
    ]
)
LINES = st.one_of(st.lists(WORDS, max_size=6).map(" ".join), st.text(max_size=40))


@given(LINES, LINES, LINES, st.sampled_from([None, "RU", "China", "xx"]), st.booleans())
@settings(max_examples=200, deadline=None)
def test_completing_twice_changes_nothing(name: str, address: str, text: str, country: str | None, told: bool) -> None:
    party = Party("debtor", "p", name=name, address=(address,), country=country, bic="DEUTDEFF", account=text)
    codes = (Noted("block3-113", "RUR6", "c"),) if told else ()
    once = complete(Payment("s", "f", parties=(party,), texts=(Text("remittance", text, "t"),), codes=codes))
    assert complete(once) == once
    assert "".join(once.parties[0].printed) == "".join(name.split("\n"))


def test_values_that_no_field_holds_are_searched_for_numbers() -> None:
    note = Unread("CdtTrfTxInf[1]/SplmtryData/Envlp/Note", "ball bearings HS 8482.10, INN 7707083893")
    seen = complete(Payment("s", "f", unread=(note,)))
    assert [(goods.hs, goods.path) for goods in seen.goods] == [("848210", note.path)]
    assert [(one.kind, one.value) for one in seen.identifiers] == [("INN", "7707083893")]
    assert seen.unread == (note,)
