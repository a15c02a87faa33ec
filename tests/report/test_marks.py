"""Marking words loses nothing of the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brightline.report.marks import MOST_MARKS, marked


def on(text: str, *needles: str) -> list[str]:
    return [piece for piece, is_on in marked(text, {1: needles}) if is_on]


@given(st.text(max_size=200), st.lists(st.text(max_size=10), max_size=5))
def test_the_pieces_join_to_the_text(text: str, needles: list[str]) -> None:
    assert "".join(piece for piece, _ in marked(text, {1: needles[:3], 2: needles[2:]})) == text


def test_words_are_found_whatever_their_case() -> None:
    assert on("BALL BEARINGS, spec 5", "ball bearings") == ["BALL BEARINGS"]


def test_a_word_inside_another_is_not_marked() -> None:
    assert on("Russian rusk", "rus") == []


def test_chinese_is_marked_inside_a_run_of_signs() -> None:
    assert on("临清武汉高芯科技有限公司", "武汉高芯") == ["武汉高芯"]


def test_where_the_whole_is_not_there_its_words_are_marked() -> None:
    assert on("Kestrel & Silver Ltd", "silver kestrel of") == ["Kestrel", "Silver"]


def test_a_tariff_code_is_found_however_it_is_written() -> None:
    assert on("BALL BEARINGS HS 8482.10, 12 pcs", "848210") == ["8482.10"]
    assert on("ТН ВЭД 8482 10 900 8", "848210") == ["8482 10 900 8"]
    assert on("税号84821090", "848210") == ["84821090"]
    assert on("account 1848210", "848210") == []


def test_a_needle_is_found_across_a_line_break() -> None:
    assert on("electronic\ncomponents", "electronic components") == ["electronic\ncomponents"]


def test_no_needle_marks_nothing() -> None:
    assert marked("text", {1: ("", "  ")}) == (("text", 0),)
    assert marked("", {1: ("x",)}) == ()
    assert marked("text", {}) == (("text", 0),)


def test_marks_are_bounded() -> None:
    assert len(on("ab " * 5_000, "ab")) == MOST_MARKS


def test_each_finding_has_its_own_mark() -> None:
    pieces = marked("CNC lathes for Mikron", {2: ["lathes"], 1: ["Mikron"]})
    assert [piece for piece in pieces if piece[1]] == [("lathes", 2), ("Mikron", 1)]


def test_where_two_findings_meet_the_longer_words_mark_the_place() -> None:
    assert marked("ball bearings", {1: ["ball"], 2: ["ball bearings"]}) == (("ball bearings", 2),)
    assert marked("ball", {2: ["ball"], 1: ["ball"]}) == (("ball", 1),)
