"""The page of stories: from the lines alone, every copy beside the others, what differs marked in place."""

from __future__ import annotations

import re
from typing import Any, cast

from tests.media.wire import CLEAN, EXCERPT, OTHER, SPUN

from brightline.media.clean import clean
from brightline.media.mentions import mentions_of
from brightline.media.story import tell_stories
from brightline.media.wire import article_json, story_json
from brightline.report.copies import claim_views, tags_of
from brightline.report.stories import stories_page


def _lines(**pages: str) -> list[dict[str, Any]]:
    articles = [clean(text, name) for name, text in pages.items()]
    told = [story_json(one, mentions_of(articles)) for one in tell_stories(articles)]
    return [article_json(one) for one in articles] + cast("list[dict[str, Any]]", told)


LINES = _lines(clean=CLEAN, excerpt=EXCERPT, other=OTHER, spun=SPUN)


def test_the_page_counts_and_marks_and_needs_nothing_else() -> None:
    page = stories_page(LINES).decode()
    assert "4 articles, 2 stories, 2 independent sources" in page
    assert '<mark class="critical" title="number; the others say: $4.2 billion">$ 2.4 billion</mark>' in page
    assert not re.search(r'(?:src|href)="(?!#)|@import|url\(', page)
    assert stories_page(LINES) == page.encode()


def test_furniture_is_told_apart_from_the_story_in_its_place() -> None:
    page = stories_page(LINES).decode()
    assert '<span class="tag">crosshead</span> <s><bdi>Banks talk</bdi></s>' in page
    assert page.index("fell to$ 2.4") < page.index("<s><bdi>Banks talk") < page.rindex("Foreign banks have paused")


def test_every_copy_of_a_claim_is_same_beside_it_or_missing() -> None:
    story = next(one for one in LINES if one["kind"] == "story")
    articles = {one["file"]: one for one in LINES if one["kind"] == "article"}
    tags = tags_of(story["articles"])
    for claim in claim_views(story, articles, tags):
        told = {one.tag for one in (*claim.left, *claim.right)} | {*claim.same, *claim.missing}
        assert told == {"A", "B", "C"}


def test_the_agency_stands_above_its_copies_and_a_copy_of_a_copy_below_that() -> None:
    story = next(one for one in LINES if one["kind"] == "story")
    chained = {**story, "relations": [_relation("clean", "excerpt"), _relation("excerpt", "spun")]}
    page = stories_page([*(one for one in LINES if one["kind"] == "article"), chained]).decode()
    places = [
        int(re.search(rf"<title>{name}</title><rect[^>]* y=\"(\d+)\"", page)[1])  # type: ignore[index]
        for name in ("AFP", "A: Harbour Post", "B: excerpt", "C: spun")
    ]
    assert places == sorted(set(places))


def _relation(source: str, copy: str) -> dict[str, object]:
    return {"from": source, "to": copy, "type": "rewrite", "confidence": 0.7, "why": "words"}


def test_what_a_stranger_wrote_stays_text() -> None:
    page = stories_page(_lines(**{"<b>.txt": f"<script>alert(1)</script> says the port.\n{OTHER}"})).decode()
    assert "<script" not in page
    assert "<b>" not in page
