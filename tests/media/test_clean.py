"""Furniture goes, facts of the page stay, and no sentence of the story is lost."""

from __future__ import annotations

import pytest
from tests.media.wire import CLEAN, EXCERPT, TAKE

from brightline.media.clean import clean


def test_the_facts_of_a_page_are_kept_with_what_shows_them() -> None:
    article = clean(EXCERPT, "a.txt")
    assert article.published is not None
    assert (article.published.value, article.published.shown_by) == ("2024-05-14", "date 2024-05-14")
    assert article.author is not None
    assert article.author.value == "Ana Brook"
    assert article.title is not None
    assert article.title.value == "Ministers To Meet"
    assert [one.text for one in article.sentences] == list(TAKE[:4])


def test_a_dateline_is_cut_off_and_names_agency_outlet_and_day() -> None:
    article = clean(CLEAN, "b.txt")
    assert article.dateline is not None
    assert article.dateline.value == "Calder"
    assert article.outlet is not None
    assert article.outlet.value == "Harbour Post"
    assert [one.value for one in article.agencies] == ["AFP"]
    assert [one.text for one in article.sentences] == list(TAKE)


@pytest.mark.parametrize(
    ("furniture", "kind"),
    [
        ("Skip to main content", "menu"),
        ("4 min read", "reading-time"),
        ("Read more: Grain prices at a ten-year high", "read-more"),
        ("Support HKX | Policies and ethics | Contact us | Newsletter", "donation"),
        ("Sign up for our daily newsletter and get the news in your inbox", "subscription"),
        ("© 2024 Harbour Post. All rights reserved.", "copyright"),
        ("Ships wait outside Port Calder. [Getty/archive]", "caption"),
        ("ADVERTISEMENT", "advertisement"),
        ("Facebook Twitter WhatsApp Email", "share"),
        ("What to watch", "crosshead"),
    ],
)
def test_furniture_in_the_middle_is_removed_and_named(furniture: str, kind: str) -> None:
    article = clean("\n".join((*TAKE[:3], furniture, *TAKE[3:])), "c.txt")
    assert [(one.text, one.kind) for one in article.removed] == [(furniture, kind)]
    assert [one.text for one in article.sentences] == list(TAKE)


def test_captions_inside_a_paragraph_go_and_the_words_around_them_stay() -> None:
    text = f"By Ana Brook {TAKE[0]} Mara Ilves. Archive photo: Wikicommons. {TAKE[1]} {TAKE[2]}"
    article = clean(text, "d.txt")
    assert [one.kind for one in article.removed] == ["byline", "caption", "caption"]
    assert [one.text for one in article.sentences] == list(TAKE[:3])


def test_every_character_is_in_a_sentence_a_removed_span_or_blank() -> None:
    for text in (CLEAN, EXCERPT):
        article = clean(text, "e.txt")
        left = list(text)
        for span in (*article.sentences, *article.removed):
            assert text[span.start : span.start + len(span.text)] == span.text
            left[span.start : span.start + len(span.text)] = " " * len(span.text)
        assert "".join(left).strip() == ""
