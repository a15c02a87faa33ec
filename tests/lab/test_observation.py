"""What a bank sees: readable by the product, without truth in it, and papers for those who send them."""

from __future__ import annotations

import io
import json

import pyarrow.parquet as pq
from tests.lab.worlds import small_world

from brightline.beside.papers import read_papers
from brightline.lab.observation import Observed
from brightline.lab.traffic import END_USER, LISTED, MISDESCRIBED, make_traffic
from brightline.payments.columns import COLUMNS
from brightline.payments.read import read_table
from brightline.terms import Payment

SEEN = Observed(make_traffic(small_world()))


def test_every_row_is_a_payment_and_no_column_holds_truth() -> None:
    table, sink = SEEN.table(), io.BytesIO()
    pq.write_table(table, sink)
    assert set(table.column_names) <= set(COLUMNS)
    read = read_table(sink.getvalue(), "payments.parquet")
    assert all(isinstance(one, Payment) and not one.unread for one in read)
    assert [one.end_to_end_id for one in read if isinstance(one, Payment)] == SEEN.truth()["payment_id"].to_pylist()


def test_the_same_world_gives_the_same_observation() -> None:
    again = Observed(make_traffic(small_world()))
    assert again.table() == SEEN.table()
    assert again.papers() == SEEN.papers()


def test_papers_are_of_the_documented_shape_and_show_what_the_message_hides() -> None:
    text = SEEN.papers().decode()
    read_papers(text, "papers.json")
    papers = json.loads(text)
    traffic, shown = SEEN.traffic, SEEN.signs()
    at = next(p for p, kind in enumerate(SEEN.kinds) if kind == MISDESCRIBED and shown[p] == "papers")
    told = papers[SEEN.identifiers[at]][0]["goods"][0]
    assert told["words"] == SEEN.true_goods[at].words != SEEN.goods[at].words
    user = next(p for p, kind in enumerate(SEEN.kinds) if kind == END_USER and shown[p] == "papers")
    assert papers[SEEN.identifiers[user]][0]["parties"][-1]["name"] == SEEN.listed[user]
    assert len(papers) == int(traffic.papers.sum())


def test_listed_buyers_bear_public_names() -> None:
    assert all(SEEN.buyers[at] == SEEN.listed[at] for at, kind in enumerate(SEEN.kinds) if kind == LISTED)
