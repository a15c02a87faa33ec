"""One name against every list: best first, with the index or without."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.screen.conftest import ENTITIES, edition_of, version

from brightline.names.index import NameIndex, build
from brightline.names.scores import weight_of
from brightline.screen.edition import Edition, OpenList, make_edition
from brightline.screen.match import matches
from brightline.terms import Query


def _both() -> Edition:
    """Two lists with the same entities, each under its own name."""
    opened = []
    for name in ("us-ofac-sdn", "un-sc"):
        entities = tuple(replace(one, list=name) for one in ENTITIES)
        opened.append(OpenList(version(name), entities, NameIndex.from_bytes(build(entities), entities)))
    model = edition_of(version())
    return make_edition(opened, model.book, model.policy, trial=False)


BOTH = _both()
NAMES = st.sampled_from(["zavod kvartsovik", "Severny Mayak Bank", "severny", "kvartsovic zavod", "Romashka", ""])


@pytest.mark.parametrize("exhaustive", [False, True])
def test_every_list_answers_and_equal_ones_stand_by_list(exhaustive: bool) -> None:
    found = matches(Query("Severny Mayak Bank"), BOTH.lists, weight_of(0.7), exhaustive=exhaustive)
    assert [(one.list, one.entry) for one in found] == [("un-sc", "2"), ("us-ofac-sdn", "2")]


def test_nobody_alike_is_no_candidate(edition: Edition) -> None:
    assert matches(Query("Blue Heron Trading"), edition.lists, weight_of(0.7)) == []


@given(NAMES, st.sampled_from([0.05, 0.3, 0.7, 0.9]))
def test_with_and_without_the_index_the_answer_is_the_same(name: str, score: float) -> None:
    quick, slow = (matches(Query(name), BOTH.lists, weight_of(score), exhaustive=way) for way in (False, True))
    assert quick == slow
    assert [one.weight for one in quick] == sorted((one.weight for one in quick), reverse=True)
    assert all(one.score >= score for one in quick)
    assert all(sum(step.weight for step in one.steps) == one.weight for one in quick)
