"""Values for show are bounded and cannot steer the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.report.reading import length, part, parts, shown, whole, word, words


@given(st.text(alphabet=st.characters(codec=None)) | st.none() | st.integers())
def test_anything_can_be_shown_and_written_as_utf_8(value: object) -> None:
    text = shown(value, 50)
    text.encode("utf-8")
    assert len(text) <= 50 * len("‹U+202E›") + 60


def test_a_long_value_is_cut_and_says_how_long_it_was() -> None:
    assert shown("x" * 100_000, 10) == "x" * 10 + "… (cut here, 100,000 characters in all)"


@pytest.mark.parametrize("sign", ["\u202e", "\u200f", "\u2066", "\x00", "\x85", "\ud800", "\u200b"])
def test_signs_that_steer_or_hide_become_visible(sign: str) -> None:
    assert shown(f"a{sign}b") == f"a‹U+{ord(sign):04X}›b"


def test_ordinary_scripts_stay_as_they_are() -> None:
    text = "Сбербанк 武汉高芯 بانک سپه\nsecond line"
    assert shown(text) == text


def test_missing_and_mistyped_values_are_empty() -> None:
    content = {"text": None, "list": "no list", "number": True, "object": []}
    assert (word(content, "absent"), word(content, "text")) == ("", "")
    assert (parts(content, "list"), words(content, "list"), length(content, "list")) == ((), (), 0)
    assert (whole(content, "number"), part(content, "object")) == (0, {})


def test_a_list_tells_how_many_it_leaves_out() -> None:
    assert words({"remarks": ["a", "b", "c", "d"]}, "remarks", most=2) == ("a", "b", "… and 2 more")
