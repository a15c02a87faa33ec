"""Every page of the desk: its address, what a role must be allowed to do to get it, and who answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from brightline.cases.acts import KINDS
from brightline.desk.pages import (
    answering_page,
    approvals_page,
    case_acts_page,
    case_clearances_page,
    case_files_page,
    case_page,
    clearances_page,
    corridor_page,
    decision_page,
    journal_page,
    keys_page,
    machine_page,
    numbers_page,
    pack_page,
    people_page,
    queue_page,
    requests_page,
    second_looks_page,
    sign_in_page,
)
from brightline.desk.visit import Ask


@dataclass(frozen=True, slots=True)
class Page:
    """One page or one form. `action`: of `cases.permissions`; None: for anybody, signed in or not."""

    method: str
    path: str
    action: str | None
    answer: Callable[[Ask], Response]


PAGES: tuple[Page, ...] = (
    Page("GET", "/sign-in", None, sign_in_page.show),
    Page("POST", "/sign-in", None, sign_in_page.enter),
    Page("POST", "/sign-out", "cases.read", sign_in_page.leave),
    Page("POST", "/theme", "cases.read", sign_in_page.choose_theme),
    Page("GET", "/queue", "cases.read", queue_page.show),
    Page("GET", "/queue/counts", "cases.read", queue_page.counts),
    Page("POST", "/take", "cases.take", queue_page.take),
    Page("GET", "/cases/{case}", "cases.read", case_page.show),
    *(Page("POST", f"/cases/{{case}}/acts/{one}", f"cases.{one}", case_acts_page.doing(one)) for one in KINDS),
    *(
        Page("POST", f"/together/{one}", f"cases.{one}", case_acts_page.doing_together(one))
        for one in case_acts_page.TOGETHER
    ),
    Page("POST", "/cases/{case}/files", "files.add", case_files_page.add),
    Page("GET", "/cases/{case}/files/{file}", "files.read", case_files_page.fetch),
    Page("POST", "/cases/{case}/pairs", "clearances.propose", case_clearances_page.pair),
    Page("POST", "/cases/{case}/passports", "clearances.propose", case_clearances_page.passport),
    Page("GET", "/cases/{case}/pack", "cases.read", pack_page.show),
    Page("GET", "/cases/{case}/pack.pdf", "cases.read", pack_page.pdf),
    Page("GET", "/cases/{case}/pack.json", "cases.read", pack_page.bundle),
    Page("GET", "/cases/{case}/answering", "cases.read", answering_page.show),
    Page("POST", "/cases/{case}/answer", "cases.draft", answering_page.answer),
    Page("POST", "/cases/{case}/letter", "cases.draft", answering_page.letter),
    Page("POST", "/cases/{case}/draft", "cases.draft", answering_page.draft),
    Page("GET", "/requests", "requests.read", requests_page.show),
    Page("POST", "/requests", "requests.answer", requests_page.take),
    Page("POST", "/requests/{id}/answered", "requests.answer", requests_page.close),
    Page("GET", "/approvals", "cases.read", approvals_page.show),
    Page("GET", "/clearances", "clearances.read", clearances_page.show),
    Page("POST", "/clearances/{id}/approve", "clearances.approve", clearances_page.approve),
    Page("POST", "/clearances/{id}/refuse", "clearances.approve", clearances_page.refuse),
    Page("POST", "/clearances/{id}/end", "clearances.end", clearances_page.end),
    Page("GET", "/corridors", "numbers.read", corridor_page.index),
    Page("GET", "/corridors/{corridor}", "numbers.read", corridor_page.show),
    Page("GET", "/decisions/{decision}", "decisions.read", decision_page.show),
    Page("GET", "/second-looks", "cases.read", second_looks_page.show),
    Page("POST", "/second-looks", "second-looks.record", second_looks_page.more),
    Page("POST", "/second-looks/{decision}", "second-looks.record", second_looks_page.record),
    Page("GET", "/numbers", "numbers.read", numbers_page.show),
    Page("GET", "/machine", "machine.read", machine_page.show),
    Page("POST", "/machine/{edition}/propose", "machine.propose", machine_page.put_forward),
    Page("POST", "/machine/{edition}/approve", "machine.approve", machine_page.agree),
    Page("POST", "/machine/{edition}/refuse", "machine.approve", machine_page.decline),
    Page("POST", "/filters", "filters.save", queue_page.keep_filter),
    Page("POST", "/filters/drop", "filters.save", queue_page.drop),
    Page("GET", "/journal", "journal.read", journal_page.show),
    Page("GET", "/journal/{line}/proof", "journal.read", journal_page.proof),
    Page("GET", "/people", "people.read", people_page.show),
    Page("POST", "/people", "people.change", people_page.add),
    Page("POST", "/people/{id}/disable", "people.change", people_page.disable),
    Page("POST", "/people/{id}/enable", "people.change", people_page.enable),
    Page("POST", "/people/{id}/role", "people.change", people_page.change_role),
    Page("POST", "/people/{id}/password", "people.change", people_page.change_password),
    Page("GET", "/keys", "keys.read", keys_page.show),
    Page("POST", "/keys", "keys.change", keys_page.make),
    Page("POST", "/keys/{id}/end", "keys.change", keys_page.end),
)
