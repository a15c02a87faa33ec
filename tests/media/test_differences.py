"""What one copy says otherwise than the others is found; harmless rewording is not."""

from __future__ import annotations

from datetime import date

import pytest

from brightline.media.differences import differences_of
from brightline.media.telling import Telling
from brightline.terms.press import Place

TOLD = "Police in Gdansk detained 37 traders on Friday after bearings worth $64 million were sent to a school in Minsk."
LAST = "The lawyer said exports fell by 12 percent in May, and the bank denied any link to the shadow fleet."


def told(original: str, copy: str, *others: str) -> list[tuple[str, str]]:
    tellings = [Telling(Place(f"{at}", "s1"), text) for at, text in enumerate((original, original, *others))]
    spoilt = Telling(Place("copy", "s1"), copy, 9, date(2024, 5, 14))
    return [(one.kind, one.says) for one in differences_of([*tellings, spoilt], "c1")]


@pytest.mark.parametrize(
    ("sentence", "change", "kind", "says"),
    [
        (TOLD, ("37", "73"), "number", "73"),
        (TOLD, ("$64 million", "$64 billion"), "number", "$64 billion"),
        (TOLD, ("Gdansk", "Gdynia"), "entity", "Gdynia"),
        (TOLD, ("Minsk", "Kyiv"), "entity", "Kyiv"),
        (TOLD, ("Friday", "Monday"), "date", "Monday"),
        (TOLD, ("detained", "released"), "polarity", "released"),
        (TOLD, ("were sent", "were not sent"), "polarity", "not sent"),
        (LAST, ("fell", "rose"), "polarity", "rose"),
        (LAST, ("lawyer", "prosecutor"), "role", "prosecutor"),
        (LAST, ("denied", "confirmed"), "polarity", "confirmed"),
        (LAST, ("May", "August"), "date", "August"),
        (LAST, ("shadow fleet", "shade navy"), "wording", "shade navy"),
    ],
)
def test_a_changed_word_is_found_with_its_kind(sentence: str, change: tuple[str, str], kind: str, says: str) -> None:
    assert (kind, says) in told(sentence, sentence.replace(*change))


@pytest.mark.parametrize(
    ("sentence", "copy"),
    [
        (
            TOLD,
            "On Friday, police in Gdansk arrested 37 dealers; bearings worth $64 million went to a school in Minsk.",
        ),
        (
            LAST,
            "According to the lawyer, exports declined 12 percent in May; the lender denied links to the shadow fleet.",
        ),
        ("Some 14,000 people work there, 11 kilometres away.", "About 13,900 people work there, 7 miles away."),
    ],
)
def test_harmless_rewording_is_not_flagged(sentence: str, copy: str) -> None:
    assert told(sentence, copy) == []


def test_a_word_against_copies_that_agree_in_words_of_their_own_is_found() -> None:
    other = (
        "In Minsk a school received bearings for 64 million dollars; 37 traders were held Friday by police of Gdansk."
    )
    found = told(TOLD, TOLD.replace("traders", "clowns"), other)
    assert ("wording", "clowns") in found
    assert told(TOLD, TOLD.replace("traders", "clowns")) == []


def test_a_year_gone_by_is_not_to_come() -> None:
    one = Telling(Place("a", "s1"), "Trade will reach $240 billion in 2023.", 0, date(2024, 5, 16))
    assert [found.says for found in differences_of([one], "c1")] == ["will reach $240 billion in 2023"]
