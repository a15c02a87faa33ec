"""No name of a book that a list would find is passed over when the list is asked of the book."""

from __future__ import annotations

import random

import numpy as np
import pytest

from brightline.lists.starter.read import starter_entities
from brightline.names.gathered import gather, word_keys
from brightline.names.index import NameIndex, build
from brightline.names.reverse import Asking, _Wanted
from brightline.names.scores import weight_of
from brightline.terms import Identifier, ListedEntity, Query

ENTITIES = tuple(starter_entities())
SCHEMAS = (None, "Person", "Company", "LegalEntity", "Vessel")


def _bent(draw: random.Random, name: str) -> str:
    """The name with one of the faults that names have in a book."""
    words = name.replace(",", "").split()
    at = draw.randrange(len(name))
    ways = (
        name,
        name[:at] + name[at + 1 :],
        name[:at] + draw.choice("aeiost") + name[at:],
        " ".join(draw.sample(words, len(words))),
        " ".join(words[:2]),
        "".join(words[:2]) + " " + " ".join(words[2:]),
        " ".join([words[0][0], *words[1:]]),
        "".join(word[0] for word in words),
        f"{words[0]} {draw.choice(('Trading', 'Moscow', 'Ivan', 'No 7'))}",
    )
    return draw.choice(ways)


def _query(draw: random.Random, entity: ListedEntity) -> Query:
    numbers = [Identifier(one.scheme, one.value) for one in entity.identifiers]
    return Query(
        _bent(draw, draw.choice(entity.names).value),
        draw.choice((entity.schema, *SCHEMAS)),
        tuple(draw.sample([*entity.countries, "CN"], draw.randint(0, 1))),
        draw.choice([None, *entity.birth_dates, "1970-01-01"]),
        tuple(draw.sample(numbers, 1)) if numbers and draw.random() < 0.2 else (),
    )


def _worth(queries: list[Query], index: NameIndex, threshold: int) -> set[int]:
    book, words = gather(enumerate(queries))
    asking, plain = Asking(index), list(words.numbers)
    pairs = {at: asking.pairs(words.word(plain[at])) for at in asking.may_relate(word_keys(words)).tolist()}
    return set(asking.worth(book, asking.answers(pairs, len(plain)), threshold, len(queries)).tolist())


@pytest.mark.parametrize("seed", range(4))
def test_every_name_that_finds_something_is_worth_asking(seed: int) -> None:
    draw = random.Random(seed)
    listed = ENTITIES[seed::5]
    index = NameIndex.from_bytes(build(listed), listed)
    queries = [_query(draw, draw.choice(draw.choice((listed, ENTITIES)))) for _ in range(200)]
    for score in (0.2, 0.7, 0.9):
        finding = {at for at, query in enumerate(queries) if index.find(query, weight_of(score))}
        assert finding <= _worth(queries, index, weight_of(score))
        assert len(finding) > 5


def test_names_that_share_nothing_are_passed_over() -> None:
    index = NameIndex.from_bytes(build(ENTITIES), ENTITIES)
    queries = [Query("Quxwuggle Fonnibast", "Person"), Query(ENTITIES[0].names[0].value)]
    assert _worth(queries, index, weight_of(0.7)) == {1}


def test_at_a_weight_that_any_name_has_every_name_is_worth_asking() -> None:
    index = NameIndex.from_bytes(build(ENTITIES[:3]), ENTITIES[:3])
    assert _worth([Query("Quxwuggle"), Query("")], index, weight_of(0.0)) == {0, 1}


def test_a_word_counts_as_much_as_wherever_it_counts_most() -> None:
    _, one = gather([(0, Query("Alpha Beta"))])
    _, other = gather([(0, Query("Beta Gamma"))])
    other.weight[0] += 5
    assert one.merge(other).tolist() == [1, 2]
    assert list(one.numbers) == ["alpha", "beta", "gamma"]
    assert one.word("beta").weight == other.weight[0]


def test_hashes_are_found_among_wanted_ones_however_alike_their_low_bits() -> None:
    values = np.array([5, 5 + (1 << 30), 7, 5], dtype=np.uint64)
    assert _Wanted(np.array([5], dtype=np.uint64)).among(values).tolist() == [0, 3]
    assert _Wanted(np.zeros(0, dtype=np.uint64)).among(values).tolist() == []
