"""What the queue shows of a decision: what holds it, be it a rule or something that a release needs and lacks."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.cases.conftest import mt103
from tests.screen.conftest import edition_of, version

from brightline.cases.deciding import Deciding
from brightline.cases.summary import Summary, summary_of
from brightline.screen.wire import read_line

MOMENT = datetime(2024, 7, 3, 9, tzinfo=UTC)


def summary(deciding: Deciding, body: bytes) -> Summary:
    return summary_of(read_line(deciding.screen(body, MOMENT).decided[0].line.decode()))


def test_a_required_list_that_is_too_old_is_what_holds_a_payment() -> None:
    found = summary(Deciding(edition_of(version(published="2024-01-10"))), mt103())
    assert (found.outcome, found.rules) == ("review", ("required-lists",))


def test_a_message_that_breaks_off_is_named_beside_the_rules() -> None:
    found = summary(Deciding(edition_of(version())), mt103().removesuffix(b"\n-}"))
    assert "message" in found.rules


def test_the_size_of_the_firm_is_that_of_the_counterpartys_profile() -> None:
    parties = [{"role": "creditor", "name": "ООО «Тихая Гавань»", "country": "RU", "path": "Cdtr/Nm"}]
    said = {"outcome": "review", "id": "x", "findings": [], "unknowns": [], "determination": {"answer": "cannot-tell"}}
    line = said | {"payment": {"source": "a", "parties": parties}}
    profile = {"name": "OOO Tikhaya Gavan", "size": "small"}
    assert summary_of(line | {"beside": {"profiles": [profile]}}).firm_size == "small"
    assert summary_of(line).firm_size is None
