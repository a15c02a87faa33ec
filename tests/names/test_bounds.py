"""The bounds never say less than the comparison gives: on invented words and names, damaged at will."""

from __future__ import annotations

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from brightline.names.acronym import acronym_length
from brightline.names.align import align, relate
from brightline.names.bearer import bearer_steps
from brightline.names.block import unpack
from brightline.names.bounds import (
    asked_hashes,
    bearer_kind,
    bearer_most,
    birth_key,
    birth_keys,
    country_bits,
    fitting_initial,
    is_initial,
    kinds_most,
    meeting_hashes,
    whole_hashes,
)
from brightline.names.freeze import build
from brightline.names.near import hashes_left
from brightline.names.read import read_name
from brightline.names.search import Rows, request_of
from brightline.names.vocabulary import Vocabulary
from brightline.names.weights import weights
from brightline.names.words import Word, word_of
from brightline.terms import ListedEntity, ListedName, Query

SPELLINGS = [
    "a",
    "i",
    "ivan",
    "vanya",
    "ioann",
    "john",
    "jon",
    "primer",
    "primerov",
    "primerova",
    "primeroff",
    "primerovich",
    "alexander",
    "aleksandr",
    "sasha",
    "shura",
    "mikhail",
    "michael",
    "misha",
    "mohammed",
    "muhammad",
    "bin",
    "al",
    "al-misali",
    "company",
    "trading",
    "trade",
    "torgovlya",
    "obrazets",
    "obrazem",
    "obrazern",
    "obrasets",
    "obrazet",
    "rostec",
    "ros",
    "tec",
    "more",
    "moremore",
    "sea",
    "7",
    "9",
    "no",
    "vii",
    "moscow",
    "moskva",
    "russia",
    "rossiya",
    "bank",
    "banka",
    "keji",
    "key",
    "co",
    "ooo",
    "llc",
    "ltd",
    "a7",
    "x",
    "xu",
    "lishi",
    "xulishi",
    "kim",
    "yong",
    "rye",
    "electronics",
    "elektronika",
    "technology",
    "tekhnologii",
    "institute",
    "nii",
    "npo",
]
LOW = -(10**6)
SLIPS = st.tuples(st.integers(0, 40), st.sampled_from(["", "a", "i", "z", "7", " "]), st.integers(0, 1))


@st.composite
def words(draw: st.DrawFn) -> str:
    """A spelling with up to two slips."""
    text = draw(st.sampled_from(SPELLINGS))
    for at, letter, less in draw(st.lists(SLIPS, max_size=2)):
        place = at % (len(text) + 1)
        text = text[:place] + letter.strip() + text[place + less :]
    return text or "x"


@st.composite
def names(draw: st.DrawFn) -> str:
    """Spellings in a row, some without a space between, some with slips."""
    return draw(st.sampled_from([" ", " ", ""])).join(draw(st.lists(words(), min_size=1, max_size=5)))


def _word(text: str) -> Word:
    return word_of(text, text)


@settings(max_examples=1500, deadline=None)
@given(words(), words())
@example("sasha", "shura")
@example("vanya", "ivan")
@example("primerov", "primeroff")
def test_related_words_can_be_found(ours: str, theirs: str) -> None:
    one, other = _word(ours), _word(theirs)
    if relate(one, other, weights()) is None:
        return
    meet = set(meeting_hashes(one)) & set(meeting_hashes(other))
    near = set(hashes_left(one.plain, one.sound)) & set(hashes_left(other.plain, other.sound))
    fits = is_initial(one) or fitting_initial(one) == other
    assert meet or near or fits


@settings(max_examples=600, deadline=None)
@given(names(), st.lists(names(), min_size=1, max_size=4), st.booleans(), st.booleans())
@example("John Primer", ["J. Primer"], True, True)
@example("More More", ["More-More 8", "moremore"], False, False)
@example("keji", ["ke ji", "key"], False, False)
def test_no_name_weighs_more_than_its_bound(asked: str, listed: list[str], mine: bool, other: bool) -> None:
    schema = "Person" if other else "Company"
    entities = [ListedEntity("t", str(at), schema, (ListedName(text, "primary"),)) for at, text in enumerate(listed)]
    arrays, _ = unpack(memoryview(build(entities)))
    theirs = [name for text in listed for name in read_name(text, other)]
    for ours in read_name(asked, mine):
        request = request_of(ours, Vocabulary(arrays))
        rows, bounds = Rows(arrays).reaching(request, (LOW, LOW, LOW))
        assert rows.tolist() == list(range(len(theirs)))
        for name, bound in zip(theirs, bounds.tolist(), strict=True):
            if set(asked_hashes(ours)).isdisjoint(whole_hashes(name)) and not acronym_length(ours, name):
                least = weights().least_name
                assert max(bound, least) >= align(ours, name).weight, (ours, name)


@settings(max_examples=300, deadline=None)
@given(names(), st.lists(names(), min_size=1, max_size=4), st.integers(-6000, 12000))
def test_looking_only_where_needed_finds_what_looking_everywhere_finds(
    asked: str, listed: list[str], need: int
) -> None:
    entities = [ListedEntity("t", str(at), "Person", (ListedName(text, "primary"),)) for at, text in enumerate(listed)]
    arrays, _ = unpack(memoryview(build(entities)))
    theirs = [name for text in listed for name in read_name(text, True)]
    for ours in read_name(asked, True):
        found, _ = Rows(arrays).reaching(request_of(ours, Vocabulary(arrays)), (need, need, need))
        for row in np.setdiff1d(np.arange(len(theirs)), found).tolist():
            alike = set(asked_hashes(ours)) & set(whole_hashes(theirs[row])) or acronym_length(ours, theirs[row])
            if need > weights().least_name and not alike:
                assert align(ours, theirs[row]).weight < need


DATES = st.sampled_from(["1960", "1960-01", "1960-01-02", "1960-02-01", "1961-01-02", "1975-05-05"])
SCHEMAS = st.sampled_from(["Person", "Company", "Organization", "LegalEntity", "Vessel"])


@given(
    st.builds(
        Query, st.just("x"), st.one_of(st.none(), SCHEMAS), st.sampled_from([(), ("RU",), ("CN", "RU")]),
        st.one_of(st.none(), DATES),
    ),
    SCHEMAS, st.lists(DATES, max_size=2), st.sampled_from([(), ("RU",), ("US", "CN"), ("IR",)]),
)  # fmt: skip
def test_what_else_is_known_never_adds_more_than_said(
    query: Query, schema: str, dates: list[str], countries: tuple[str, ...]
) -> None:
    entity = ListedEntity("t", "1", schema, (), birth_dates=tuple(dates), countries=countries)
    most = bearer_most(query)
    bound = kinds_most(query)[bearer_kind(schema)]
    bound += most.country if country_bits(query.countries) & country_bits(countries) else 0
    bound += most.born if query.birth_date and birth_key(query.birth_date) in birth_keys(entity) else 0
    assert bound >= sum(step.weight for step in bearer_steps(query, entity, 0))
