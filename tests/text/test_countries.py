import pytest

from brightline.text.countries import countries_in, country_code, country_of_bic, is_place


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Russia", "RU"),
        ("Russian Federation", "RU"),
        ("РОССИЯ", "RU"),
        ("RUS", "RU"),
        ("RU", "RU"),
        ("俄罗斯", "RU"),
        ("Korea, North", "KP"),
        ("Korea, Democratic People's Republic of", "KP"),
        ("Korea, South", "KR"),
        ("Iran, Islamic Republic of", "IR"),
        ("Region: Crimea", "UA"),
        ("Palestinian", "PS"),
        ("the Gambia", "GM"),
        ("USSR (now Russian Federation)", "RU"),
        ("Ukrainian", "UA"),
        ("Afghan", "AF"),
        ("Burma", "MM"),
        ("Congo, Democratic Republic of the", "CD"),
        ("Congo, Republic of the", "CG"),
        ("Macau", "MO"),
        ("Türkiye", "TR"),
        ("Germany, Federal Republic of", "DE"),
        ("Moscow, Russia", "RU"),
        ("Шэньчжэнь", "CN"),
        ("Kyrgyz Republic", "KG"),
        ("UK", "GB"),
        ("Kosovo", "XK"),
        ("United Arab Emirates", "AE"),
        ("Rußland", "RU"),
        ("unknown", None),
        ("", None),
        ("n/a", None),
        ("Russia and China", None),
    ],
)
def test_written_country(written: str, code: str | None) -> None:
    assert country_code(written) == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("BEARINGS TO MOSCOW VIA ALMATY", ("RU", "KZ")),
        ("оплата за подшипники в Россию из Китая, г. Минск", ("RU", "CN", "BY")),
        ("支付给深圳市某某公司货款 运往莫斯科", ("CN", "RU")),
        ("Hong Kong to Dubai, UAE", ("HK", "AE")),
        ("New Mexico, not Mexico", ("US", "MX")),
        ("Moscow, Idaho", ("US",)),
        ("St. Petersburg FL 33701", ("US",)),
        ("Odessa, Texas", ("US",)),
        ("Moscow ID 83843", ("US",)),
        ("Moscow in 2024", ("RU",)),
        ("Odessa or Minsk", ("UA", "BY")),
        ("PO BOX 1 ST. PETERSBURG", ("RU",)),
        ("CHINESE YUAN SETTLEMENT", ()),
        ("IN ONE PER CENT AND CAN DO, NO 5 RF AMPLIFIER", ()),
        ("Muscovite chinaware", ()),
        ("", ()),
    ],
)
def test_countries_in_text(text: str, codes: tuple[str, ...]) -> None:
    assert countries_in(text) == codes


def test_a_long_text_is_read_whole() -> None:
    assert countries_in("lorem " * 500 + "Minsk") == ("BY",)


@pytest.mark.parametrize(
    ("bic", "code"), [("SABRRUMM", "RU"), ("SABRRUMM012", "RU"), ("XXXX", None), ("AAAAZZ22", None)]
)
def test_country_of_bic(bic: str, code: str | None) -> None:
    assert country_of_bic(bic) == code


def test_a_nationality_that_is_also_a_name_is_read_in_a_field_of_its_own_only() -> None:
    assert (country_code("Georgian"), country_code("Equatorial Guinean")) == ("GE", "GQ")
    assert countries_in("paid to Georgian Ionescu") == ()
    assert not is_place("Georgian")
