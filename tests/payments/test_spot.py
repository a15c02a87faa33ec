"""Tariff numbers, currency-operation and purpose codes in free text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.payments.spot import goods_in, operation_codes, phrase_around, purpose_codes, tariff_codes
from brightline.terms import Noted


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("BALL BEARINGS HS 8482.10", ["848210"]),
        ("HS CODE: 848210", ["848210"]),
        ("HS CODE 8482", ["8482"]),
        ("HS-CODE NO. 8482.10.50", ["848210"]),
        ("HTS 84821020", ["848210"]),
        ("HTSUS 8471.30.0100", ["847130"]),
        ("ПОДШИПНИКИ ТН ВЭД 8482 10 900 8", ["848210"]),
        ("код ТН ВЭД ЕАЭС: 8482109008", ["848210"]),
        ("PODQIPNIKI TN VeD 8482109008", ["848210"]),
        ("轴承 税号84821090", ["848210"]),
        ("HS编码：8542.31", ["854231"]),
        ("轴承HS编码848210", ["848210"]),
        ("海关税则号 84821020", ["848210"]),
        ("稅號 84821020", ["848210"]),
        ("海關編碼 848210", ["848210"]),
        ("GTIP 8482.10", ["848210"]),
        ("УКТ ЗЕД 8482109008", ["848210"]),
        ("HS коды: 8482 10, 8482 20", ["848210", "848220"]),
        ("НS 8482.10", ["848210"]),
        ("HS 84\n8210", ["848210"]),
        ("HS CODE 8482\n.10", ["848210"]),
        ("HS 8482-\n10", ["848210"]),
        ("HS 848210\n100 PCS", ["848210"]),
        ("HS 8482\n10 PCS", ["8482"]),
        ("税号 91440300MA5DABC12X", []),
        ("BOUGHS 8482", []),
        ("HS CODES 8482.10, 8482.20 AND 8483.30", ["848210", "848220", "848330"]),
        ("HS 2022: 854231", ["854231"]),
        ("H.S. 8542.31", ["854231"]),
        ("8482.10.50 BEARINGS", ["848210"]),
        ("8482 10 900 8", ["848210"]),
        ("TARIFF NO 85423190", ["854231"]),
        ("H.S. CODE: 85 42 31", ["854231"]),
        ("HS CODE (8457101000)", ["845710"]),
        ("HS/84821020", ["848210"]),
        ("HS 8482-10-90", ["848210"]),
        ("HS: 8542 . 31", ["854231"]),
        ("HS 8482,10", ["848210"]),
        ("HS CODES 8482,8483", ["8482", "8483"]),
        ("HS 8 4 8 2 1 0", ["848210"]),
        ("HS CODE OF GOODS: 8542.39", ["854239"]),
        ("HS codes are 854231 and 854232", ["854231", "854232"]),
        ("Код товара 8542399010", ["854239"]),
        ("货物编码 8542.31.90", ["854231"]),
        ("HS7701.10", []),
        ("HS 0000", []),
        ("INVOICE 8482 OF 2024.05.16", []),
        ("AMOUNT 8482.10 USD", []),
        ("DATED 2024.05.16", []),
        ("THS 848210", []),
        ("", []),
    ],
)
def test_tariff_numbers(text: str, codes: list[str]) -> None:
    assert [code for code, _, _, _ in tariff_codes(text)] == codes


def test_the_edition_is_kept_where_it_is_named() -> None:
    assert goods_in("HS 2022: 854231", "70")[0].hs_edition == "2022"
    assert goods_in("HS 854231", "70")[0].hs_edition is None


def test_words_are_the_phrase_around_the_number() -> None:
    text = "/INV/ 15; 200 PCS BALL BEARINGS\nHS 8482.10 FOR PUMPS; CIF RIGA"
    assert [goods.words for goods in goods_in(text, "70")] == ["200 PCS BALL BEARINGS HS 8482.10 FOR PUMPS"]
    assert phrase_around("A; B 8482 C. Next", 5, 9) == "B 8482 C"


@pytest.mark.parametrize(
    "text", ["{VO11100} OPLATA", "'(VO11100)' OPLATA", "(VO11100)OPLATA", "{ВО11100}", "{vo11100}", "(VO 11100)"]
)
def test_operation_codes(text: str) -> None:
    assert operation_codes(text, "70") == (Noted("currency-operation", "11100", "70"),)


def test_operation_code_with_a_deal_passport() -> None:
    assert operation_codes("{VO10100PS14010001/1481/1948/2/0}", "70") == (
        Noted("currency-operation", "10100", "70"),
        Noted("deal-passport", "14010001/1481/1948/2/0", "70"),
    )
    assert operation_codes("VO11100 WITHOUT BRACES", "70") == ()


def test_purpose_codes() -> None:
    assert purpose_codes("/CGODDR/ BEARINGS /cstrdr/", "72") == (
        Noted("purpose", "CGODDR", "72"),
        Noted("purpose", "CSTRDR", "72"),
    )
    assert purpose_codes("XCGODDRX", "72") == ()


@given(st.text(max_size=120))
def test_any_text_is_read_without_error(text: str) -> None:
    for code, _, start, end in tariff_codes(text):
        assert len(code) in (4, 6)
        assert 0 <= start < end <= len(text)
    assert isinstance(operation_codes(text, "x"), tuple)


@given(st.text(alphabet="HS TNVED0123456789.:,-;() ", max_size=80))
def test_near_misses_are_read_without_error(text: str) -> None:
    assert all(code.isdigit() for code, _, _, _ in tariff_codes(text))


@pytest.mark.parametrize("text", ["HS ８５４２.３１", "HS ٨٥٤٢٣١", "H\u200bS 85\u200b42.31", "ＨＳ 854231"])
def test_signs_that_only_look_different_hide_no_number(text: str) -> None:
    assert [goods.hs for goods in goods_in(text, "70")] == ["854231"]
