"""The help that the long proof of the index takes: it must leave nothing out, or the proof would prove nothing."""

from __future__ import annotations

import random

import pytest
from bench.plain_scan import PlainScan
from bench.prove_index import damaged_query

from brightline.cli.open import open_starter
from brightline.names.scores import weight_of
from brightline.screen.edition import Edition
from brightline.terms import Identifier, Query


@pytest.fixture(scope="module")
def starter() -> Edition:
    return open_starter()


def test_it_gives_what_comparing_with_every_entry_gives(starter: Edition) -> None:
    plain, found = PlainScan(starter.entities), 0
    for number in range(1, 60):
        query = damaged_query(starter.entities, random.Random(number), number)
        everything = starter.names.scan(query, weight_of(0.05))
        assert plain.scan(query, weight_of(0.05)) == everything
        found += len(everything)
    assert found > 30


def test_it_refuses_what_it_cannot_tell(starter: Edition) -> None:
    plain = PlainScan(starter.entities)
    with pytest.raises(AssertionError, match="whatever its name"):
        plain.scan(Query("Anna Primer", identifiers=(Identifier("INN", "7707083893", None),)), weight_of(0.05))
    with pytest.raises(AssertionError, match="compare with all"):
        plain.scan(Query("Anna Primer"), weight_of(0.001))
