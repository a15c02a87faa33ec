"""Names as lists write them in one cell. The names are invented, their forms are those of real lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.lists.reading.written import cut, listed_with_commas, names_in


def values(written: str, person: bool) -> list[str]:
    return [name for name, _ in names_in(written, person=person)]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Odran TARSEN (Одран ТАРСЕН)", ["Odran TARSEN", "Одран ТАРСЕН"]),
        ("Odran Kelvi TARSEN (Odrin Kelvi TARZEN)", ["Odran Kelvi TARSEN", "Odrin Kelvi TARZEN"]),
        ("Odran (Odrin) TARSEN", ["Odran TARSEN", "Odrin TARSEN"]),
        ("Odran TARSEN (KROLL)", ["Odran TARSEN", "Odran KROLL"]),
        ("Odran TARSEN (a.k.a. Odran T, Odrin T)", ["Odran TARSEN", "Odran T", "Odrin T"]),
        ("Odran TARSEN (Russian:Одран ТАРСЕН)", ["Odran TARSEN", "Одран ТАРСЕН"]),
        ("Odran TARSEN/", ["Odran TARSEN"]),
        ("Tarsenova (Russian spelling: Тарсенова) or Kroll", ["Tarsenova", "Тарсенова", "Kroll"]),
        ("Odran TARSEN (Odrin TARSEN) – سيمون الوكيل", ["Odran TARSEN", "سيمون الوكيل", "Odrin TARSEN"]),
        ("Odran. Date of birth: 11.4.1963. Nationality: X. In Arabic: سيف العدل", ["Odran", "سيف العدل"]),
        ("Одран ТАРСЕН Ukrainian: Одран ТАРСЕНЪ", ["Одран ТАРСЕН", "Одран ТАРСЕНЪ"]),
        ("Odran TARSEN (a.k.a. Odran T or Odrin T)", ["Odran TARSEN", "Odran T", "Odrin T"]),
        ("Odran TARSEN)", ["Odran TARSEN"]),
        ("Neer TARSEN", ["Neer TARSEN"]),
    ],
)
def test_persons(written: str, names: list[str]) -> None:
    assert values(written, person=True) == names


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("BRELKBANK (BRB)", ["BRELKBANK", "BRB"]),
        ("Brelk Bank (Kazakhstan)", ["Brelk Bank (Kazakhstan)"]),
        ("Brelk (China) Ltd.", ["Brelk (China) Ltd."]),
        ("Brelk Bank (PJSC) Shenzhen Branch", ["Brelk Bank (PJSC) Shenzhen Branch"]),
        ("JSC Zavod (Brelk Shipbuilding Yard)", ["JSC Zavod", "Brelk Shipbuilding Yard"]),
        ("Rostbrelk (Russian Technologies State Corporation)", ["Rostbrelk", "Russian Technologies State Corporation"]),
        (
            "Акционерное Общество «НИИ «Брелк» (АО «НИИ «Брелк»)",
            ["Акционерное Общество «НИИ «Брелк»", "АО «НИИ «Брелк»"],
        ),
        ("Brelkteleradio Company / National Radio", ["Brelkteleradio Company", "National Radio"]),
        ("Brelk Ltd (aka ‘Brelk Hunters’) - شركة الصياد", ["Brelk Ltd", "شركة الصياد", "‘Brelk Hunters’"]),
        ("Zavod ‘Brelk’ Завод ‘Брелк’", ["Zavod ‘Brelk’", "Завод ‘Брелк’"]),
        ("OOO “Брелк Материалс”", ["OOO “Брелк Материалс”"]),
        ("Brelk Ship (D) Ltd.", ["Brelk Ship (D) Ltd."]),
        ("NTV/NTV Mir", ["NTV/NTV Mir"]),
        ("Brelk (BRK) (Брелк (original script); Brelk Front)", ["Brelk", "BRK", "Брелк", "Brelk Front"]),
        ("AKA Trading", ["AKA Trading"]),
    ],
)
def test_organisations(written: str, names: list[str]) -> None:
    assert values(written, person=False) == names


def test_kinds() -> None:
    assert names_in("Odran TARSEN (born KROLL)", person=True)[1] == ("Odran KROLL", "former")
    assert names_in("BRELKBANK (BRB)", person=False)[1] == ("BRB", "weak")


def test_cells_are_cut_outside_brackets_only() -> None:
    assert cut("A (B; C); D") == ["A (B; C)", "D"]
    assert cut("A (B; C") == ["A (B", "C"]
    assert cut('"(a) 1963; (b) 1960"') == ["1963", "1960"]
    assert cut("") == []


def test_names_between_commas_only_where_each_has_two_words() -> None:
    assert listed_with_commas("AO Brelk, Brelk Plant") == ("AO Brelk", "Brelk Plant")
    assert listed_with_commas("Brelk Co., Ltd") == ()
    assert listed_with_commas("Brelk Trading, Ltd Minsk") == ()


@given(st.text(max_size=60), st.booleans())
def test_any_text_is_read_and_no_name_is_blank(text: str, person: bool) -> None:
    for cell in cut(text):
        assert all(name.strip() == name and name for name, _ in names_in(cell, person=person))


@given(st.lists(st.sampled_from(["Odran", "Tarsen", "Brelk", "Optics", "Kroll"]), min_size=1, max_size=5))
def test_a_plain_name_stays_as_it_is(words: list[str]) -> None:
    assert names_in(" ".join(words), person=False) == ((" ".join(words), "main"),)
