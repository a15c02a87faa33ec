"""Chinese commercial code: what decodes, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.payments.ccc import decode_ccc, encode_ccc, only_groups, sign_of


def test_groups_stand_for_signs() -> None:
    assert decode_ccc("2621 2455 1218") == "李方威"


def test_the_first_codes_of_the_book_are_the_known_ones() -> None:
    assert [sign_of(code) for code in ("0001", "0002", "2429", "0022")] == ["一", "丁", "文", "中"]
    assert sign_of("0000") is None


def test_a_run_inside_latin_words_is_replaced_and_the_rest_kept() -> None:
    assert decode_ccc("CO. 2621 2455 1218 ADD. ROAD") == "CO. 李方威 ADD. ROAD"


@pytest.mark.parametrize(
    "left_alone",
    [
        "INVOICE 2024",
        "(2621) (2455)",
        "'2621 2455'",
        "26212455 1218",
        "ES12 1234 6789 1234",
        "+86 2621 2455",
        "2621 2455 12",
        "2621-2455 1218",
        "NO DIGITS AT ALL",
    ],
)
def test_years_numbers_and_quoted_digits_are_left_alone(left_alone: str) -> None:
    assert decode_ccc(left_alone) is None


def test_a_run_with_a_code_that_has_no_sign_is_left_alone() -> None:
    assert decode_ccc("2621 0000") is None


def test_texts_may_ask_for_longer_runs() -> None:
    assert decode_ccc("2621 2455", least=3) is None


def test_only_groups() -> None:
    assert only_groups(" 2621 2455 1218 ")
    assert not only_groups("2621 2455 LTD")


@given(st.text(alphabet="李方威中国一文环东方科技有限公司电子贸易", min_size=2, max_size=20))
def test_what_was_encoded_decodes(signs: str) -> None:
    assert decode_ccc(encode_ccc(signs)) == signs


@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    decoded = decode_ccc(text)
    assert decoded is None or decoded != text
