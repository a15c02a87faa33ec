"""Legal forms with slips, without spaces or cut off are put right; other words stay as they are."""

from __future__ import annotations

import pytest

from brightline.names.forms import form_rows
from brightline.names.mended_forms import mended
from brightline.text.fold import fold


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("joit stock company primer", "joint stock company primer"),
        ("primer limited liabiliity company", "primer limited liability company"),
        ("lirnited liability company primer", "limited liability company primer"),
        ("joint 5tock company primer", "joint stock company primer"),
        ("obshchestvo sogranichennoi otvetstvennostyu primer", "obshchestvo s ogranichennoi otvetstvennostyu primer"),
        ("закрытое акционерное ощество пример", "закрытое акционерное общество пример"),
        ("primer limited liability compan", "primer limited liability company"),
        ("joint stock comp any primer", "joint stock company primer"),
        ("pjscprimer", "pjsc primer"),
        ("primer groupjsc", "primer group jsc"),
        ("primerojsc", "primer ojsc"),
        ("limited liability companyprimer", "limited liability company primer"),
        ("joint stock companyprimer", "joint stock company primer"),
        ("primer 2017ltd", "primer 2017 ltd"),
        ("bank primerjoint stock company", "bank primer joint stock company"),
        ("aktsionernoe obshchestvoprimer", "aktsionernoe obshchestvo primer"),
    ],
)
def test_a_damaged_form_is_put_right(written: str, meant: str) -> None:
    assert mended(written.split()) == meant.split()


@pytest.mark.parametrize(
    "written",
    [
        "united company of limits",
        "haltd",
        "primer trading company",
        "fond 2 sa de cv",
        "v4 sociedad anonima de capital variable",
        "limited liability company x",
    ],
)
def test_other_words_stay(written: str) -> None:
    assert mended(written.split()) == written.split()


def test_forms_without_a_slip_stay() -> None:
    for _, _, spelling in form_rows():
        words = fold(spelling).split()
        assert mended(["primer", *words]) == ["primer", *words]
