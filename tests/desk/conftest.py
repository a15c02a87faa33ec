"""The desk of a real service on a free port, filled as the demonstration is, and Chromium to look at it with."""

from __future__ import annotations

import os
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape

import httpx
import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.cases.passwords import quick_passwords

from brightline.cases.actors import ADMINISTRATOR, AUDITOR
from brightline.cases.arrival import Arrival
from brightline.cases.database import open_store
from brightline.cases.deciding import Deciding
from brightline.cases.demo_messages import demo_payments
from brightline.cases.demo_people import PEOPLE
from brightline.cases.demo_seed import SEEDING, seed
from brightline.cases.intake import accept
from brightline.cases.people import add_person
from brightline.cases.service import Service, ServiceSettings
from brightline.cases.sessions import COOKIE, sign_in
from brightline.cases.workers import Workers
from brightline.cli.open import open_starter
from brightline.cli.service.printing import chromium_printer
from brightline.cli.service.running import make_site
from brightline.law.book import read_book
from brightline.screen.edition import make_edition
from brightline.screen.policy import read_policy, shipped_text

__all__ = ["quick_passwords"]

KEEP_SCREENS = os.environ.get("BRIGHTLINE_SCREENS")  # taken before the tests clear the environment
CHROMIUM = Path("/usr/bin/chromium")
NOW = datetime(2026, 11, 22, 15, 30, tzinfo=UTC)
PASSWORDS = {one.name: one.password for one in PEOPLE} | {"ida": "slow-amber-ferry", "olu": "tall-red-windmill"}
PLAIN = False  # nothing is encrypted here; reading the certificates of the world takes longer than a call
SPOILT = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"


@dataclass(slots=True)
class DeskClock:
    """The time of the desk; it goes on as real time does, from a day that never changes."""

    began: float = field(default_factory=time.monotonic)

    def __call__(self) -> datetime:
        return datetime.fromtimestamp(NOW.timestamp() + time.monotonic() - self.began, UTC)


@pytest.fixture(scope="session")
def service(quick_passwords: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service over the starter edition with the demonstration's cases, one with script in it, and all four roles."""
    book = read_book()
    edition = make_edition([open_starter()], book, read_policy(shipped_text(), "shipped", book.rule_names), trial=True)
    deciding = Deciding(edition)
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('desk') / 'demo.db'}", DeskClock())
    seed(store, deciding)
    add_person(store, "ida", AUDITOR, PASSWORDS["ida"], SEEDING)
    add_person(store, "olu", ADMINISTRATOR, PASSWORDS["olu"], SEEDING)
    accept(store, Arrival(spoilt_message(), "application/xml", NOW, as_of_given=False, by="test"), deciding)
    settings, printer = ServiceSettings(demo=True), chromium_printer()
    made = Service(store, deciding, Workers(lambda: deciding, 0), settings=settings, printer=printer)
    yield made
    made.close()


def spoilt_message() -> bytes:
    """A payment whose debtor, remittance and reference carry script."""
    text, _ = next(one for one in demo_payments() if one.row["format"] == "pacs008").message(NOW)
    spoilt = re.sub(r"<Nm>[^<]*</Nm>", f"<Nm>{escape(SPOILT)}</Nm>", text.decode(), count=1)
    spoilt = re.sub(r"<Ustrd>[^<]*</Ustrd>", f"<Ustrd>bearings {escape(SPOILT)}</Ustrd>", spoilt)
    return spoilt.replace("DEMO", "SPOILT").encode()


@pytest.fixture(scope="session")
def address(service: Service) -> Iterator[str]:
    """Where the service answers: API and desk together, as `brightline serve` runs them."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        settings = uvicorn.Config(make_site(service), log_config=None, access_log=False, lifespan="off", ws="none")
        server = uvicorn.Server(settings)
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window, or a skip that says what is missing."""
    if not CHROMIUM.exists():
        pytest.skip(f"no Chromium at {CHROMIUM}")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield opened
        opened.close()


@dataclass(slots=True)
class Looks:
    """A browser signed in as somebody, and everything it complained of or fetched from elsewhere."""

    browser: Browser
    address: str
    service: Service
    contexts: list[BrowserContext] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def page(self, name: str | None = "ana", width: int = 1440, height: int = 900, *, dark: bool = False) -> Page:
        """A page of somebody signed in, at the queue; of nobody with None."""
        scheme = "dark" if dark else "light"
        context = self.browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        self.contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("console", lambda told: self.complaints.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda fault: self.complaints.append(str(fault)))
        page.on("request", lambda sent: self._outside(sent.url))
        if name is not None:
            token = sign_in(self.service.store, name, PASSWORDS[name]).token
            context.add_cookies([{"name": COOKIE, "value": token, "url": self.address, "sameSite": "Strict"}])
            page.goto(f"{self.address}/desk/queue")
        return page

    def fill_in(self, page: Page, name: str, password: str | None = None) -> None:
        """Sign in as people do, on the page for it."""
        page.goto(f"{self.address}/desk/sign-in")
        page.fill("input[name=name]", name)
        page.fill("input[name=password]", PASSWORDS[name] if password is None else password)
        with page.expect_navigation():
            page.click("form.card button")

    def case(self, page: Page, words: str) -> None:
        """Open the first case of the queue whose line has these words."""
        page.goto(f"{self.address}/desk/queue")
        page.locator("td.who a", has_text=words).first.click()
        page.wait_for_selector("#main")
        page.wait_for_load_state()  # keys work from then on

    def _outside(self, url: str) -> None:
        if not url.startswith((self.address, "data:")):
            self.complaints.append(f"fetched {url}")


@pytest.fixture
def looks(browser: Browser, address: str, service: Service) -> Iterator[Looks]:
    """Browsers of this test. At its end none may have complained of anything or left our own address."""
    made = Looks(browser, address, service)
    yield made
    for context in made.contexts:
        context.close()
    assert made.complaints == []


@pytest.fixture(scope="session")
def screens() -> Callable[[Page, str], None]:
    """Keep what a page looks like, for the guide; only where BRIGHTLINE_SCREENS asked for it when the tests began."""
    folder = Path(__file__).resolve().parents[2] / "docs" / "guide" / "screens"

    def keep(page: Page, name: str) -> None:
        if KEEP_SCREENS:
            folder.mkdir(exist_ok=True)
            page.screenshot(path=folder / f"{name}.png")

    return keep


@pytest.fixture(scope="session")
def signed_in(service: Service, address: str) -> Callable[[str], tuple[httpx.Client, str]]:
    """A plain HTTP client with the session of somebody, and the token their forms send back."""

    def client(name: str) -> tuple[httpx.Client, str]:
        session = sign_in(service.store, name, PASSWORDS[name], "test")
        cookies, headers = {COOKIE: session.token}, {"origin": address}
        made = httpx.Client(base_url=address, cookies=cookies, headers=headers, verify=PLAIN)
        return made, session.csrf

    return client
