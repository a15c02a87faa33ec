"""What came beside a payment, as rows."""

from __future__ import annotations

from brightline.desk.beside import beside_view


def test_papers_are_rows_with_a_title() -> None:
    paper = {
        "type": "invoice",
        "number": "INV-7",
        "lines": [{"hs": "848210", "words": "bearings"}],
        "route": ["CN", "RU"],
    }
    ((kind, ((title, rows),)),) = beside_view({"beside": {"papers": [paper]}})
    assert (kind, title) == ("papers", "invoice INV-7")
    assert ("lines", "hs 848210, bearings") in rows
    assert ("route", "CN, RU") in rows


def test_nothing_beside_shows_nothing() -> None:
    assert beside_view({"beside": None}) == ()
    assert beside_view({}) == ()


def test_signs_that_hide_text_are_made_visible_and_long_papers_cut() -> None:
    ((_, ((_, rows),)),) = beside_view({"beside": {"papers": [{f"field_{n}": "a\u202eb" for n in range(500)}]}})
    assert len(rows) == 60
    assert "\u202e" not in rows[0][1]
