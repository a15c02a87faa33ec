"""The ways decide on the real engine's evidence; the shipped one decides exactly as `screen` does."""

from __future__ import annotations

import io
from datetime import datetime

import pyarrow.parquet as pq
import pytest
from tests.lab.worlds import small_world

from brightline.beside.book import BesideBook
from brightline.beside.papers import read_papers
from brightline.cli.open import open_starter
from brightline.lab.beside_files import papers
from brightline.lab.observation import Observed
from brightline.lab.traffic import make_traffic
from brightline.lab.ways import Bank, Ruling, built_in
from brightline.law.book import read_book
from brightline.payments.read import read_table
from brightline.screen.edition import Edition, make_edition
from brightline.screen.policy import read_policy, shipped_text
from brightline.screen.screen import screen
from brightline.terms import AsOf, Outcome, Payment

MOMENT = datetime.fromisoformat("2024-07-05T09:00:00+08:00")
AS_OF = AsOf(MOMENT, MOMENT)


@pytest.fixture(scope="module")
def edition() -> Edition:
    book = read_book()
    policy = read_policy(shipped_text(), "shipped policy", book.rule_names)
    return make_edition([open_starter()], book, policy, trial=True)


@pytest.fixture(scope="module")
def decided(edition: Edition) -> list[tuple[Payment, BesideBook, dict[str, Ruling]]]:
    seen, sink = Observed(make_traffic(small_world(120, linked_mainland=0.4))), io.BytesIO()
    pq.write_table(seen.table(), sink)
    book = BesideBook({"papers": read_papers(papers(seen).decode(), "papers.json")})
    ways = built_in(edition.policy)
    names, bank = [way.name for way in ways], Bank(ways, edition, book)
    read = [one for one in read_table(sink.getvalue(), "payments.parquet") if isinstance(one, Payment)]
    return [(one, book, dict(zip(names, bank.rulings(one, AS_OF), strict=True))) for one in read]


def test_shipped_decides_as_screening_does(
    edition: Edition, decided: list[tuple[Payment, BesideBook, dict[str, Ruling]]]
) -> None:
    for payment, book, made in decided:
        assert made["shipped"].outcome is screen(payment, edition, AS_OF).outcome
        with_papers = screen(payment, edition, AS_OF, (), book.of(payment, AS_OF))
        assert made["shipped-with-papers"].outcome is with_papers.outcome


def test_each_way_holds_what_it_says(decided: list[tuple[Payment, BesideBook, dict[str, Ruling]]]) -> None:
    outcomes = {name: {made[name].outcome for *_, made in decided} for name in decided[0][2]}
    assert outcomes["block-all"] == {Outcome.RELEASE, Outcome.STOP}
    for _, _, made in decided:
        assert made["block-all"].because == ("tied to RU",) or made["block-all"].outcome is Outcome.RELEASE
        if made["list-only"].outcome is not Outcome.RELEASE:
            assert made["list-and-goods"].outcome is not Outcome.RELEASE
            assert made["list-only"].because
