"""`brightline lists after`: what a change of a list touches in a store, and that it is all a full run would change."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from tests.cases.conftest import mt103

from brightline.cases.actors import APPROVER, Actor
from brightline.cases.arrival import Arrival
from brightline.cases.database import now, open_store
from brightline.cases.deciding import Deciding
from brightline.cases.intake import accept
from brightline.cases.journal.signing import open_signer
from brightline.cases.view import case_view
from brightline.cli.context import Context
from brightline.cli.open import open_edition
from brightline.cli.settings import read_settings
from brightline.desk.changed import changed_since
from brightline.screen.wire import read_line

Sdn = Callable[..., bytes]
STAYS = (
    "ZAVOD KVARTSOVIK",
    "-0- ",
    "RUSSIA-EO14024",
    "Secondary sanctions risk: See Section 11 of Executive Order 14024.",
)
GOES = ("SEVERNYY MAYAK PRIBOR", *STAYS[1:])
FILLER = ("OBLAKO STROY SERVIS", *STAYS[1:])
COMES = ("TIKHIY GAVAN ELEKTRONIKA", *STAYS[1:])
NAMES = (
    "GOLDEN LEAF TEA LLC",
    "TIKHIY GAVAN ELEKTRONIKA",
    "SEVERNYY MAYAK PRIBOR",
    "ZAVOD KVARTSOVIK",
    "MAPLE TOYS LTD",
)
OLD, NEW, MOMENT = "us-ofac-sdn@2024-07-01", "us-ofac-sdn@2024-07-02", "2024-07-03T09:00:00+00:00"
LOOKING = Actor("one", "One", APPROVER, "cli")


@pytest.fixture
def morning(desk: Any, sdn_file: Sdn) -> Any:
    """A home with two versions of a list, and a store with five payments decided with the older one."""
    for day, named in (("2024-07-01", (STAYS, GOES)), ("2024-07-02", (STAYS, FILLER, COMES))):
        desk.write("sdn.csv", sdn_file(2, *named))
        assert desk.quick("lists", "import", "sdn.csv", "--excerpt", "--published", day).status == 0
    context = Context(read_settings(desk.home, {}), False, None)  # type: ignore[arg-type]
    early = datetime(2024, 7, 1, 12, tzinfo=UTC)
    deciding = Deciding(open_edition(context, early, None, None, trial=False))
    store = open_store(f"sqlite:///{desk.home / 'cases.db'}", now, open_signer(desk.home))
    for place, name in enumerate(NAMES):
        body = mt103(name, reference=f"REF{place}")
        accept(store, Arrival(body, "text/plain", early, True, "bank"), deciding)
    store.close()
    return desk


def _after(desk: Any, *more: str) -> list[Mapping[str, Any]]:
    done = desk.quick("lists", "after", OLD, NEW, "--as-of", MOMENT, *more, "--json")
    assert done.status == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def test_what_came_and_what_went_touches_its_payments_alone(morning: Any) -> None:
    *touched, summary = _after(morning)
    entries = {entry.split(" ", 2)[2] for one in touched for entry in one["entries"]}
    assert entries == {"TIKHIY GAVAN ELEKTRONIKA", "SEVERNYY MAYAK PRIBOR"}
    assert (summary["looked"], summary["touched"]) == (5, 2)
    came = next(one for one in touched if "TIKHIY" in one["entries"][0])
    assert came["after"]["outcome"] == "stop"
    assert came["before"]["decision"] != came["after"]["decision"]
    assert came["case"] == came["before"]["decision"]
    assert summary["value"] == {came["currency"]: came["amount"]} or summary["taken_up"] == 2


def test_done_twice_nothing_is_taken_up_again(morning: Any) -> None:
    assert _after(morning)[-1]["taken_up"] > 0
    assert _after(morning)[-1]["taken_up"] == 0


def test_the_case_shows_both_decisions_and_the_journal_holds(morning: Any) -> None:
    came = next(one for one in _after(morning) if "TIKHIY" in str(one.get("entries")))
    store = open_store(f"sqlite:///{morning.home / 'cases.db'}", now, open_signer(morning.home), create=False)
    event = changed_since(case_view(store, came["case"], LOOKING))
    store.close()
    assert event is not None
    assert (event.content["before"], event.content["after"]) == (came["before"]["decision"], came["after"]["decision"])
    assert "the list changed from us-ofac-sdn@2024-07-01" in str(event.content["changed"])
    assert morning.quick("journal", "verify").status == 0


def test_it_finds_all_that_a_full_run_would_change(morning: Any) -> None:
    context = Context(read_settings(morning.home, {}), False, None)  # type: ignore[arg-type]
    moment = datetime.fromisoformat(MOMENT)
    older, newer = (
        Deciding(open_edition(context, known, None, None, trial=False))
        for known in (datetime(2024, 7, 1, 12, tzinfo=UTC), moment)
    )
    differing = set()
    for place, name in enumerate(NAMES):
        before, after = (
            read_line(one.screen(mt103(name, reference=f"REF{place}"), moment).decided[0].line.decode())
            for one in (older, newer)
        )
        held = [[(one["rule"], one["answer"]) for one in line["findings"]] for line in (before, after)]  # type: ignore[index, attr-defined]
        if held[0] != held[1]:
            differing.add(f"REF{place}")
    assert {one["message_id"] for one in _after(morning)[:-1]} == differing != set()


def test_customers_alike_what_changed_are_named(morning: Any) -> None:
    morning.write("book.csv", "id,name\n1,Tikhiy Gavan Elektronika OOO\n2,Maple Toys\n3,Severnyy Mayak Pribor\n")
    rows = [one for one in _after(morning, "--parties", "book.csv") if one["kind"] == "customer"]
    assert {(one["id"], one["side"]) for one in rows} == {("1", "new"), ("3", "old")}


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ((OLD, "us-ofac-sdn@2025-01-01"), "no such version"),
        ((OLD, NEW, "--as-of", "2024-07-01T09:00:00+00:00"), "no moment before 2024-07-02"),
    ],
)
def test_a_wrong_call_is_told(morning: Any, sentence: Callable[[Any], str], call: tuple[str, ...], told: str) -> None:
    done = morning.quick("lists", "after", *call)
    assert done.status == 2
    assert told in sentence(done)
