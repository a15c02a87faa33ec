"""The compiled laying gives what `align` gives before anything but numbers contradicts, and never less."""

from __future__ import annotations

import pytest

from brightline.names.acronym import acronym_length
from brightline.names.align import align
from brightline.names.block import unpack
from brightline.names.bounds import acronyms_asked, asked_hashes, whole_hashes
from brightline.names.columns import MOST_PAIRS
from brightline.names.freeze import build
from brightline.names.read import read_name
from brightline.names.search import Rows, request_for, request_of
from brightline.names.vocabulary import Vocabulary
from brightline.names.words import word_of
from brightline.terms import ListedEntity, ListedName

LOW = (-(10**6),) * 3


def _laid(asked: str, listed: str, person: bool) -> tuple[int, int]:
    """What the loops say that the first readings weigh, and what `align` says."""
    entity = ListedEntity("t", "1", "Person" if person else "Company", (ListedName(listed, "primary"),))
    arrays, _ = unpack(memoryview(build([entity])))
    ours, theirs = read_name(asked, person)[0], read_name(listed, person)[0]
    rows, weights = Rows(arrays).reaching(request_of(ours, Vocabulary(arrays)), LOW)
    return int(weights[rows.tolist().index(0)]), align(ours, theirs).weight


@pytest.mark.parametrize(
    ("asked", "listed", "person"),
    [
        ("Obrazetsky Ivan", "OBRAZETSKII, Ivan Petrovich", True),
        ("I. Obrazetsky", "OBRAZETSKY, Ivan", True),
        ("Primer Obrazets", "Primerobrazets Holding", False),
        ("Primerobrazets Holding", "Primer Obrazets", False),
        ("OOO Kvartsovik Primer", "OOO Kvartsovik Obrazets Primer", False),
        ("Kvartsovik LLC Severny", "Kvartsovik GmbH", False),
        ("a b c d e f g h obrazetsk kvartsovik dalmatov perevozchik zhemchugov", "obrazetsk", False),
    ],
)
def test_names_without_contradictions_weigh_what_align_says(asked: str, listed: str, person: bool) -> None:
    laid, weight = _laid(asked, listed, person)
    assert laid == weight


def test_other_numbers_are_seen_before_the_names_are_read() -> None:
    laid, weight = _laid("Primer Zavod Obrazets 7612", "Primer Zavod Obrazets 7897", False)
    assert weight <= laid < 6500


def test_an_acronym_is_found_by_its_hash_and_raised_no_further_than_said() -> None:
    short, long = read_name("ROKD")[0], read_name("Russian Obrazets Kvartsovik Dalmatov")[0]
    assert acronym_length(short, long) == 4
    for ours, theirs in ((short, long), (long, short)):
        said = {value: (alone, most) for value, alone, most in acronyms_asked(ours)}
        (value,) = set(said) & set(whole_hashes(theirs))
        alone, most = said[value]
        assert alone == (len(theirs.words) == 1)
        assert align(ours, theirs).weight <= most
        assert value not in asked_hashes(ours)


def test_words_of_a_text_count_as_often_as_a_name_holds_them() -> None:
    entity = ListedEntity("t", "1", "Company", (ListedName("Kvartsovik Kvartsovik", "primary"),))
    arrays, _ = unpack(memoryview(build([entity])))
    request = request_for([word_of("kvartsovik", "kvartsovik")], Vocabulary(arrays))
    _, weights = Rows(arrays).reaching(request, LOW)
    assert int(weights[0]) >= 2 * word_of("kvartsovik", "kvartsovik").weight


@pytest.mark.parametrize("words", [["obrazets"] * 64, ["a", "b"] * 32, ["obra", "zets"] * 32, ["obrazets", "o"] * 32])
def test_there_is_room_for_every_pair_of_the_longest_names(words: list[str]) -> None:
    entity = ListedEntity("t", "1", "Company", (ListedName(" ".join(words), "primary"),))
    arrays, _ = unpack(memoryview(build([entity])))
    rows, joins = len(words), len(arrays["join_row"])
    asked = request_of(read_name(" ".join(words))[0], Vocabulary(arrays)).columns
    pairs = len(asked.first) * rows + len(asked.letter) * rows + rows * joins
    assert pairs <= MOST_PAIRS
