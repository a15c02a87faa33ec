"""Papers in the decision: what joins the facts, what they settle, and what they never take away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.screen.conftest import AFTER_JUNE

from brightline.beside.record import beside_of
from brightline.screen.edition import Edition
from brightline.screen.papers import goods_of_papers, settled_by_papers, to_be_named, with_papers
from brightline.screen.replay import replay
from brightline.screen.screen import screen
from brightline.screen.wire import decision_json
from brightline.terms import Decision, Outcome, Payment, SeenGoods
from brightline.terms.beside import NOTHING, Beside

INVOICE = {
    "kind": "invoice",
    "amount": "1000.00",
    "currency": "CNY",
    "goods": [{"hs": "640399", "words": "children's shoes", "quantity": "9", "unit": "pairs"}],
}


def beside(*papers: dict[str, Any]) -> Beside:
    return beside_of({"papers": list(papers)})


@pytest.fixture
def decide(payment: Callable[..., Payment], edition: Edition) -> Callable[..., Decision]:
    def made(*papers: dict[str, Any], words: str = "contract 18/24", hs: str | None = None) -> Decision:
        given = beside(*papers) if papers else NOTHING
        return screen(payment(words, hs=hs), edition, AFTER_JUNE, beside=given)

    return made


def test_vague_words_are_settled_by_an_invoice_and_rest_on_a_document(decide: Callable[..., Decision]) -> None:
    assert decide().outcome is Outcome.REVIEW
    decided = decide(INVOICE)
    assert (decided.outcome, decided.release_basis) == (Outcome.RELEASE, "positive-evidence")
    assert decided.determination.rests_on == "document"
    assert [one.grade for one in decided.releasing[0].evidence] == ["document"]


@pytest.mark.parametrize(
    "paper",
    [
        {"kind": "packing_list", "goods": [{"hs": "640399"}]},
        {"kind": "end_user_statement", "statements": ["For shoes."]},
        {key: value for key, value in INVOICE.items() if key not in ("amount", "currency")},
        INVOICE | {"goods": [{"hs": "640399"}, {"words": "spare parts"}]},
        INVOICE | {"goods": []},
    ],
)
def test_what_settles_nothing(decide: Callable[..., Decision], paper: dict[str, Any]) -> None:
    assert decide(paper).outcome is Outcome.REVIEW


def test_the_payment_of_a_decision_stays_the_messages(decide: Callable[..., Decision]) -> None:
    assert decide(INVOICE).payment == decide().payment
    assert decide(INVOICE).id != decide().id


def test_no_paper_takes_away_what_the_message_shows(decide: Callable[..., Decision]) -> None:
    alone = decide(words="ball bearings HS 8482.10", hs="848210")
    assert alone.outcome is decide(INVOICE, words="ball bearings HS 8482.10", hs="848210").outcome is Outcome.STOP


def test_a_listed_name_or_ship_in_a_paper_is_found_with_its_place(decide: Callable[..., Decision]) -> None:
    party = {"role": "consignee", "name": "Zavod Kvartsovik", "identifiers": [{"scheme": "INN", "value": "7707083893"}]}
    decided = decide(INVOICE, {"kind": "bill_of_lading", "parties": [party]})
    assert decided.outcome is Outcome.STOP
    assert "papers[1].parties[0]" in {one.subject.path for one in decided.findings if one.subject}


def test_a_listed_name_in_a_whole_statement_is_seen_and_a_denial_is_no_sign(payment: Callable[..., Payment]) -> None:
    given = beside({"kind": "end_user_statement", "statements": ["Not for the army. For Zavod Kvartsovik in Tver."]})
    named, counted = to_be_named(payment(), given), with_papers(payment(), given)
    assert [one.value for one in named.texts][-1] == "Not for the army. For Zavod Kvartsovik in Tver."
    assert [one.value for one in counted.texts][-1] == "For Zavod Kvartsovik in Tver."


def test_words_on_goods_may_hold_a_name(payment: Callable[..., Payment]) -> None:
    given = beside(INVOICE | {"goods": [{"hs": "940330", "words": "desks for Zavod Kvartsovik"}]})
    named = [(one.path, one.value) for one in to_be_named(payment(), given).texts]
    assert ("papers[0].goods[0]", "desks for Zavod Kvartsovik") in named


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Do not mention Russia.", True),
        ("The bank must not be told who receives it.", True),
        ("В документах не указывать Россию.", True),
        ("The goods will not be relabelled.", False),
        ("Not to be re-exported.", False),
    ],
)
def test_a_sentence_that_denies_counts_where_it_hides(
    payment: Callable[..., Payment], sentence: str, counts: bool
) -> None:
    given = beside({"kind": "contract", "statements": [sentence]})
    assert (sentence in [one.value for one in with_papers(payment(), given).texts]) is counts


def test_statements_name_goods_only_where_they_are_grave() -> None:
    plain = beside({"kind": "end_user_statement", "statements": ["For the production of furniture."]})
    grave = beside({"kind": "end_user_statement", "statements": ["Together with integrated circuits HS 8542.31."]})
    tiers = {"854231": "1"}
    assert goods_of_papers(plain, tiers, {}) == ()
    assert "1" in {line.tier for line in goods_of_papers(grave, tiers, {})}


def test_sensitive_and_undecided_lines_of_the_message_stay() -> None:
    papers = beside(INVOICE).papers
    named = (SeenGoods("papers[0].goods[0]", "640399", None, "code", reading="unlisted"),)
    vague = SeenGoods("t", None, None, "words", words="goods", reading="vague")
    undecided = SeenGoods("t", "8471", None, "code", reading="undecided")
    assert settled_by_papers((vague, undecided), named, papers) == (undecided, *named)
    assert settled_by_papers((vague,), named, ()) == (vague, *named)


def test_a_decision_with_papers_replays_to_the_same_bytes(decide: Callable[..., Decision], edition: Edition) -> None:
    assert replay(decision_json(decide(INVOICE)), edition).changed == ()
