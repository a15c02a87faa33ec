import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.text.fold import fold, tokens, visible


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("O'Brien & Sons Co.,Ltd.", "obrien sons co ltd"),
        ("Straße №7", "strasse no 7"),
        ("Ёлкин", "елкин"),
        ("Мoсквa", "москва"),
        ("КАВЕL", "kabel"),
        ("VОLGА", "volga"),
        ("貿易", "贸易"),
        ("ガ", "ガ"),
        ("İstanbul", "istanbul"),
        ("ＡＢＣ１２", "abc12"),
        ("김정은", "김정은"),
        ("\u202eabc\u200f", "abc"),
        ("a\x00b\tc", "a b c"),
        ("", ""),
        ("🚢", ""),
        ("Nguyễn Đức", "nguyen duc"),
    ],
)
def test_fold(written: str, plain: str) -> None:
    assert fold(written) == plain


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_tokens_are_the_words_of_the_folded_text(text: str) -> None:
    assert " ".join(tokens(text)) == fold(text)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("ＨＳ ８５４２.３１", "HS 8542.31"),
        ("٨٥٤٢", "8542"),
        ("ch\u200bi\u00adps", "chips"),
        ("Чай, ТН ВЭД", "Чай, ТН ВЭД"),
        ("Größe", "Größe"),
    ],
)
def test_visible(written: str, seen: str) -> None:
    assert visible(written) == seen
