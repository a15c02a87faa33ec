import pytest

from brightline.text.abjad import abjad
from brightline.text.fold import fold


@pytest.mark.parametrize(
    ("written", "ours"),
    [
        ("محمد", "muhammad"),
        ("علي", "ali"),
        ("وليد", "walid"),
        ("فوزي", "fawzi"),
        ("بوتين", "putin"),
        ("الحريري", "al hariri"),
        ("عبدالرحمن", "abdul rahman"),
        ("نژاد", "nejad"),
    ],
)
def test_arabic_and_persian_names_get_their_vowels_back(written: str, ours: str) -> None:
    assert abjad(fold(written), "arabic") == ours


@pytest.mark.parametrize(("written", "ours"), [("משה", "moshe"), ("עמר", "amr"), ("שרון", "sharon")])
def test_hebrew_names(written: str, ours: str) -> None:
    assert abjad(fold(written), "hebrew") == ours


def test_bare_letters_know_no_names() -> None:
    assert abjad("محسن", "arabic", bare=True) == "mhsn"
    assert abjad("فيروز", "arabic", bare=True) == "firuz"
