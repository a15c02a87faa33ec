"""Words that hide or spoil a word for listed goods, and those that only look like one."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from brightline.goods.disguises import mended
from brightline.goods.named import name_goods
from brightline.goods.stems import stem
from brightline.goods.words import phrases


@pytest.mark.parametrize(
    ("text", "hs"),
    [
        ("B3ARINGS", "848210"),
        ("M1CROCH1PS", "854239"),
        ("П0ДШИПНИКИ", "848210"),
        ("СТАНКИ", "845710"),
        ("CTAHKOB", "845710"),  # Latin letters that look Cyrillic
        ("МОSFЕТ", "854129"),  # Cyrillic letters among Latin ones
        ("osciloscope", "903020"),
        ("gyroscpoes", "901420"),
        ("микроконтролеры", "854231"),
        ("mikrokontrolerov", "854231"),
        ("m.i.c.r.o.c.h.i.p.s", "854239"),
        ("bear-ings", "848210"),
        ("osci.llo.scope", "903020"),
        ("transis tors", "854129"),
        ("BALL BEAR\nINGS", "848210"),
        ("КОНДЕНСА\nТОРЫ", "853224"),
        ("轴-承", "848210"),
        ("芯·片", "854239"),
    ],
)
def test_disguised_words_are_read(text: str, hs: str) -> None:
    assert hs in {one.hs for one in name_goods(text)}


def test_what_a_word_was_read_as_is_told() -> None:
    assert [(one.words, one.read_as) for one in name_goods("new B3ARINGS")] == [("B3ARINGS", "bearing")]
    assert [one.read_as for one in name_goods("ball bearings")] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Professor Lee", "hearings of May", "the investor", "inverted", "Novatek", "connection", "worship", "inventory",
        "earrings are not bearing", "GRANIT", "A4 2024", "u.s.a.", "curtian", "CONTRACT 24-77",
    ],
)  # fmt: skip
def test_other_words_are_left_alone(text: str) -> None:
    assert [one for one in name_goods(text) if one.reading in ("listed", "sensitive") and one.read_as] == []


def test_nothing_is_released_on_a_guess() -> None:
    assert mended("chocolatte") is None
    assert name_goods("shapmoo and medicne") == ()


@given(st.sampled_from(sorted(word for word in phrases().grave if len(word) >= 8 and word.isalpha())), st.data())
def test_a_long_word_with_one_letter_left_out_is_known_or_mended(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 1))
    spoiled = word[:at] + word[at + 1 :]
    assume(stem(word) == word and stem(spoiled) == spoiled and len(spoiled) >= 7)
    assert spoiled in phrases().stems or mended(spoiled) is not None


@given(st.text(max_size=40))
def test_never_raises(written: str) -> None:
    meant = mended(written)
    assert meant is None or sum(map(bool, meant)) == 1
