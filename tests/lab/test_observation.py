"""What a bank sees: readable by the product, without truth in it, and what comes beside for those who have it."""

from __future__ import annotations

import io
import json

import numpy as np
import pyarrow.parquet as pq
from tests.lab.worlds import small_world

from brightline.beside.papers import read_papers
from brightline.beside.profiles import read_profiles
from brightline.lab.beside_files import history, papers, profiles, register
from brightline.lab.observation import Observed
from brightline.lab.traffic import DISGUISED, END_USER, ENERGY, LISTED, MISDESCRIBED, OWNED, SENT_AGAIN, make_traffic
from brightline.lists.source import SourceFile
from brightline.lists.sources.owners_csv.read import read as read_owners
from brightline.payments.columns import COLUMNS
from brightline.payments.identifiers import check
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
    for make in (papers, register, profiles, history):
        assert make(again) == make(SEEN)


def test_papers_show_what_the_message_hides() -> None:
    text = papers(SEEN).decode()
    read_papers(text, "papers.json")
    told, shown = json.loads(text), SEEN.signs()
    at = next(p for p, kind in enumerate(SEEN.kinds) if kind == MISDESCRIBED and shown[p] == "papers")
    goods = told[SEEN.uetrs[at]][0]["goods"][0]
    assert goods["words"] == SEEN.true_goods[at].words != SEEN.goods[at].words
    user = next(p for p, kind in enumerate(SEEN.kinds) if kind == END_USER and shown[p] == "papers")
    assert told[SEEN.uetrs[user]][0]["parties"][-1]["role"] == "end_user"
    assert len(told) == int((SEEN.traffic.papers & (SEEN.traffic.kind != ENERGY)).sum())


def test_listed_buyers_bear_public_names_and_their_own_numbers() -> None:
    public = {name: one.number for one in SEEN.firms.listed for name in one.names}
    for at in np.flatnonzero(SEEN.traffic.kind == LISTED).tolist():
        assert SEEN.numbers[at] in ("", public[SEEN.buyers[at]])


def test_invented_numbers_hold_their_check_digits() -> None:
    assert all(check("INN", one) for one in SEEN.firms.buyer_numbers if one.startswith("94"))


def test_the_register_alone_tells_who_owns_a_hidden_firm() -> None:
    read = read_owners([SourceFile("owners.csv", register(SEEN))])
    assert not read.skipped
    owned = {edge.owned for edge in read.edges}
    named = {node.name for node in read.nodes if node.id in owned}
    for at in np.flatnonzero(SEEN.traffic.kind == OWNED).tolist():
        assert (SEEN.buyers[at] in named) == (SEEN.signs()[at] == "register")


def test_profiles_are_of_the_documented_shape_and_none_is_of_a_listed_firm() -> None:
    text = profiles(SEEN).decode()
    read_profiles(text, "profiles.json")
    listed = {name for one in SEEN.firms.listed for name in one.names}
    assert not listed & {one["name"] for one in json.loads(text)}


def test_a_disguised_repeat_stood_otherwise_the_first_time() -> None:
    rows = {row["end_to_end_id"][1:]: row for row in map(json.loads, history(SEEN).decode().splitlines())}
    for at in np.flatnonzero(np.isin(SEEN.traffic.kind, (DISGUISED, SENT_AGAIN))).tolist():
        row = rows[SEEN.identifiers[at][1:]]
        assert row["date"] < SEEN.dates[at]
        assert (row["remittance"] == SEEN.texts[at]) == (SEEN.kinds[at] == SENT_AGAIN)
