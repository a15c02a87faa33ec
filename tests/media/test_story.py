"""Copies of one wire story are one source; what a copy gets wrong is told; another story stays apart."""

from __future__ import annotations

from functools import cache

import pytest
from tests.media.wire import CLEAN, EXCERPT, OTHER, SPUN, TAKE

from brightline.media.clean import clean
from brightline.media.story import tell_stories
from brightline.terms.press import Story


@cache
def told() -> tuple[Story, ...]:
    pages = {"clean": CLEAN, "excerpt": EXCERPT, "other": OTHER, "spun": SPUN}
    return tell_stories([clean(text, name) for name, text in pages.items()])


def test_copies_are_one_story_and_one_source() -> None:
    grain, sport = told()
    assert grain.articles == ("clean", "excerpt", "spun")
    assert (grain.sources, grain.origin) == (1, "AFP")
    assert sport.articles == ("other",)


def test_who_copies_whom_is_told() -> None:
    relations = {(one.source, one.copy): one.kind for one in told()[0].relations}
    assert relations == {("clean", "excerpt"): "excerpt", ("clean", "spun"): "rewrite"}


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("number", "$ 2.4 billion"),
        ("number", "second"),
        ("entity", "Foreign banks"),
        ("wording", "subordinate sanctions"),
    ],
)
def test_what_the_spun_copy_gets_wrong_is_found(kind: str, says: str) -> None:
    found = {(one.place.article, one.kind, one.says) for one in told()[0].differences}
    assert ("spun", kind, says) in found


def test_nothing_is_said_against_copies_that_agree() -> None:
    assert {one.place.article for one in told()[0].differences} == {"spun"}


def test_a_claim_is_worded_as_the_clean_copies_have_it() -> None:
    claim = next(one for one in told()[0].claims if "customs figures" in one.text)
    assert claim.text.startswith("Grain trade between the two countries fell to $4.2 billion")
    assert {one.place.article: one.label for one in claim.witnesses} == {
        "clean": "same",
        "excerpt": "same",
        "spun": "altered",
    }


def test_quotes_have_their_speakers_also_where_they_go_on() -> None:
    quotes = [one for one in told()[0].quotes if one.direct and one.place.article == "clean"]
    assert [(one.speaker, one.words) for one in quotes] == [
        ("Mara Ilves", "We want the ships to move again before winter"),
        ("Mara Ilves", "Nobody gains from empty silos."),
    ]
    assert quotes[0].chain == ("Mara Ilves", "AFP", "Harbour Post")


def test_figures_have_value_unit_period_and_source() -> None:
    money = {(one.value, one.unit, one.period, one.source) for one in told()[0].figures if one.unit == "USD"}
    assert ("4200000000", "USD", "2023", "Estlund customs figures") in money


def test_the_order_of_the_copies_changes_no_relation_and_no_difference() -> None:
    pages = {"spun": SPUN, "excerpt": EXCERPT, "clean": CLEAN}
    (grain,) = tell_stories([clean(text, name) for name, text in pages.items()])
    assert set(grain.relations) == set(told()[0].relations)
    assert {(one.place, one.kind) for one in grain.differences} == {
        (one.place, one.kind) for one in told()[0].differences
    }
    assert grain.id == told()[0].id


@pytest.mark.parametrize(
    ("at", "instead", "kind", "says"),
    [
        (0, ("Port Calder", "Port Ravenna"), "entity", "Ravenna"),
        (0, ("Tuesday", "Friday"), "date", "Friday"),
        (3, ("Mara Ilves", "Tindall Ilves"), "entity", "Tindall"),
        (7, ("would cover", "would double"), None, ""),
        (3, ("Ilves", "Ilvez"), None, ""),
    ],
)
def test_another_name_or_weekday_in_its_place_is_found_and_another_spelling_is_not(
    at: int, instead: tuple[str, str], kind: str | None, says: str
) -> None:
    copy = [*TAKE[:at], TAKE[at].replace(*instead), *TAKE[at + 1 :]]
    pages = {"one": CLEAN, "other": "\n".join(TAKE), "third": "\n".join(copy)}
    (story,) = tell_stories([clean(text, name) for name, text in pages.items()])
    found = [(one.place.article, one.kind, one.says) for one in story.differences]
    assert found == ([("third", kind, says)] if kind else [])


def test_an_article_that_shares_a_sentence_or_two_stays_apart() -> None:
    pages = {"grain": CLEAN, "sport": "\n".join((OTHER, TAKE[5], TAKE[7]))}
    stories = tell_stories([clean(text, name) for name, text in pages.items()])
    assert [one.articles for one in stories] == [("grain",), ("sport",)]
