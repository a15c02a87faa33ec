"""Every page of the desk: its address, what a role must be allowed to do to get it, and who answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from brightline.desk.pages import case_page, queue_page, sign_in_page
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
)
