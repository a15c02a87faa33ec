"""A decision in a few lines: who pays whom, and each reason once."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from tests.screen.conftest import AFTER_JUNE

from brightline.screen.brief import brief
from brightline.screen.edition import Edition
from brightline.screen.screen import screen
from brightline.screen.wire import decision_json, line, unreadable_json
from brightline.terms import Form, Party, Payment, Unreadable


def told(payment: Payment, edition: Edition) -> tuple[str, ...]:
    return brief(json.loads(line(decision_json(screen(payment, edition, AFTER_JUNE)))))


def test_a_stop_names_the_entry_once_with_every_rule_it_answers(
    payment: Callable[..., Payment], edition: Edition
) -> None:
    lines = told(payment(inn="7707083893"), edition)
    assert lines[0] == "STOP          one.xml#1"
    assert lines[1].strip().startswith("OOO VESYOLY BASHMACHOK (RU) -> FOSHAN LITTLE HERON CO LTD (CN), CNY 1000.00")
    (reason,) = lines[2:]
    assert "JOINT STOCK COMPANY ZAVOD KVARTSOVIK (RUSSIA-EO14024), by identifier:" in reason
    assert "A party is on a list; Exposure under E.O. 14024 s.11" in reason


def test_a_review_says_what_would_settle_it(payment: Callable[..., Payment], edition: Edition) -> None:
    lines = told(payment(words="spare parts", hs=None), edition)
    assert lines[0].startswith("REVIEW")
    assert 'cannot tell from "spare parts"' in lines[2]
    assert lines[-1].strip().startswith("to settle it: commercial invoice")
    assert lines[-1].count("commercial invoice") == 1  # the longer request holds the shorter


def test_a_release_says_on_what_it_rests(payment: Callable[..., Payment], edition: Edition) -> None:
    assert told(payment(), edition)[2].strip() == "what the message names speaks for it, and nothing speaks against it"


def test_a_name_in_commercial_code_is_shown_in_both_forms(payment: Callable[..., Payment], edition: Edition) -> None:
    coded = Party("creditor", "59", "0006 3189", ("0006 3189",), forms=(Form("ccc", "上海"),), country="CN")
    parties = (*(one for one in payment().parties if one.role != "creditor"), coded)
    assert "0006 3189 = 上海 (CN)" in told(replace(payment(), parties=parties), edition)[1]


def test_an_unreadable_line_says_where_it_stopped() -> None:
    lines = brief(unreadable_json(Unreadable("x#1", "line 3", "an end", "a tag", "")))
    assert lines == ("UNREADABLE    x#1", "    at line 3: expected a tag, found an end")


def test_a_review_without_a_finding_says_what_holds_it(payment: Callable[..., Payment], edition: Edition) -> None:
    alone = tuple(one for one in payment().parties if one.role == "creditor")
    lines = told(replace(payment(), parties=alone), edition)
    assert lines[2].strip() == "nobody is named who pays: The message itself"
