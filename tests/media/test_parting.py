"""Two stories in one file are told apart; one story is never cut."""

from __future__ import annotations

import pytest
from tests.media.wire import CLEAN, EXCERPT, OTHER, SPUN, TAKE

from brightline.media.reading import read_articles
from brightline.media.story import tell_stories

HEADED = "LEAGUE, May 14 (Reuters) - " + OTHER


@pytest.mark.parametrize("other", [HEADED, "* * *\n" + OTHER, OTHER])
def test_two_stories_are_two_articles_with_places_in_the_whole_file(other: str) -> None:
    text = "\n".join(TAKE) + "\n" + other
    articles = read_articles(text.encode(), "both.txt")
    assert [one.file for one in articles] == ["both.txt#1", "both.txt#2"]
    assert [one.text for one in articles[0].sentences] == list(TAKE)
    assert all(one.notes == ("one of 2 stories in both.txt",) for one in articles)
    assert all(text[s.start :].startswith(s.text) for one in articles for s in one.sentences)


def test_each_part_joins_the_copies_of_its_own_story() -> None:
    articles = [
        *read_articles(("\n".join(TAKE) + "\n" + OTHER).encode(), "both"),
        *read_articles(CLEAN.encode(), "grain"),
    ]
    assert [one.articles for one in tell_stories(articles)] == [("both#1", "grain"), ("both#2",)]


@pytest.mark.parametrize("page", [CLEAN, EXCERPT, SPUN, OTHER, CLEAN.replace("told AFP", "* * *\n\ntold AFP")])
def test_one_story_is_left_whole(page: str) -> None:
    assert [one.file for one in read_articles(page.encode(), "a.txt")] == ["a.txt"]
