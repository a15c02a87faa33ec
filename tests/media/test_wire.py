"""The lines of `brightline media` have the fields, and the words in them, that others rely on."""

from __future__ import annotations

import json
from typing import Any

from tests.media.wire import CLEAN, EXCERPT, OTHER, SPUN

from brightline.media.clean import clean
from brightline.media.mentions import mentions_of
from brightline.media.story import tell_stories
from brightline.media.wire import article_json, story_json

KINDS = {"entity", "number", "date", "polarity", "attribution", "role", "wording"}
LABELS = {"same", "reworded", "truncated", "altered"}
TYPES = {"verbatim", "excerpt", "rewrite", "translation", "update"}


def _lines() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    articles = [clean(page, name) for name, page in (("a", CLEAN), ("b", EXCERPT), ("c", SPUN), ("d", OTHER))]
    stories = [story_json(one, mentions_of(articles)) for one in tell_stories(articles)]
    told = json.loads(json.dumps([[article_json(one) for one in articles], stories]))
    return told[0], told[1]


ARTICLES, STORIES = _lines()
PLACES = {(one["file"], sentence["id"]) for one in ARTICLES for sentence in one["sentences"]}


def test_an_article_has_its_facts_its_sentences_and_what_was_removed() -> None:
    for one in ARTICLES:
        assert one["kind"] == "article"
        assert {"file", "title", "outlet", "published", "agency", "removed", "sentences"} <= set(one)
        assert all({"text", "kind"} <= set(span) for span in one["removed"])
        assert all({"id", "text"} <= set(sentence) for sentence in one["sentences"])


def test_a_story_has_its_sources_relations_and_claims_of_known_sentences() -> None:
    for one in STORIES:
        assert (one["kind"], type(one["independent_sources"])) == ("story", int)
        assert {"id", "articles", "origin"} <= set(one)
        assert all(relation["type"] in TYPES and 0 < relation["confidence"] < 1 for relation in one["relations"])
        for claim in one["claims"]:
            told = {(witness["article"], witness["sentence"]) for witness in claim["witnesses"]}
            assert told <= PLACES
            assert {witness["label"] for witness in claim["witnesses"]} <= LABELS
            assert set(claim["missing"]) == set(one["articles"]) - {article for article, _ in told}


def test_differences_quotes_figures_and_mentions_are_as_agreed() -> None:
    for one in STORIES:
        for difference in one["differences"]:
            assert (difference["article"], difference["sentence"]) in PLACES
            assert difference["kind"] in KINDS
            assert difference["severity"] in {"critical", "major", "minor"}
            assert difference["says"]
            assert difference["others_say"]
        for quote in one["quotes"]:
            assert {"speaker", "role", "words", "direct", "article"} <= set(quote)
        for figure in one["figures"]:
            assert isinstance(figure["value"], int | float)
            assert {"unit", "period", "words", "articles"} <= set(figure)
        for mention in one["mentions"]:
            assert {"name", "type", "articles", "listed"} <= set(mention)
