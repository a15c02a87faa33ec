"""A running service in this process over a small invented edition, and clients with and without a key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.api.client import TestClient
from tests.cases.conftest import Clock
from tests.cases.passwords import quick_passwords
from tests.screen.conftest import edition_of, listed, version

from brightline.api.app import make_api
from brightline.api.limits import Limits
from brightline.cases.actors import ADMINISTRATOR, ANALYST, Actor
from brightline.cases.api_keys import make_key
from brightline.cases.database import open_store
from brightline.cases.deciding import Deciding
from brightline.cases.people import add_person
from brightline.cases.permissions import SCOPES
from brightline.cases.service import Service, ServiceSettings
from brightline.cases.workers import Workers
from brightline.screen.edition import Edition
from brightline.terms import Link, ListedIdentifier, ListedName

__all__ = ["quick_passwords"]

FIRST_DAY = Actor("cli", "the first day", ADMINISTRATOR, "cli")
LISTED = "JOINT STOCK COMPANY ZAVOD KVARTSOVIK"
ENTITIES = (
    listed("1", LISTED, identifiers=(ListedIdentifier("INN", "7707083893", "RU"),), listed_on="2024-05-01"),
    listed("2", "SEVERNY MAYAK BANK", identifiers=(ListedIdentifier("BIC", "SVMKRUMM", None),)),
    replace(
        listed("3", "", schema="Person", birth_dates=("1961-04-02",), links=(Link("linked-to", LISTED, "1"),)),
        names=(ListedName("Invented, Ivan Petrovich", "primary"), ListedName("Иван Петрович Инвентед", "original")),
    ),
    listed("4/../x", "Odd Identifier Trading", measures=("export-control",), countries=("KZ",)),
)


@pytest.fixture(scope="session")
def edition() -> Edition:
    """Two lists with the same four entries, one published in July and one in May of 2024."""
    return edition_of(version(), version("uk-sanctions-list", "2024-05-07", "uk"), entities=ENTITIES)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service(edition: Edition, tmp_path: Path, clock: Clock) -> Iterator[Service]:
    """A service over a store of its own, deciding in one thread."""
    store = open_store(f"sqlite:///{tmp_path / 'cases.db'}", clock)
    made = Service(store, Deciding(edition), Workers(lambda: Deciding(edition), 0))
    yield made
    made.close()


@pytest.fixture
def key_for(service: Service) -> Callable[..., str]:
    """A key of a new person with a role, for some scopes."""

    def key(role: str = ANALYST, scopes: tuple[str, ...] = SCOPES, name: str = "") -> str:
        person = add_person(service.store, name or f"{role} {'-'.join(scopes)}", role, None, FIRST_DAY)
        return make_key(service.store, person.id, "a test", scopes, FIRST_DAY)[1]

    return key


@pytest.fixture
def stranger(service: Service) -> TestClient:
    """A client that sends no key, under small limits."""
    app = make_api(service, Limits(body=200_000, read_seconds=0.5, under_way=20))
    return TestClient(app, raise_server_exceptions=False)


@pytest.fixture
def client(stranger: TestClient, key_for: Callable[..., str]) -> TestClient:
    """A client with an analyst's key for everything."""
    stranger.headers["Authorization"] = f"ApiKey {key_for()}"
    return stranger


@pytest.fixture
def demo(service: Service) -> TestClient:
    """A client on this machine, of a service that runs as a demo."""
    service.settings = ServiceSettings(demo=True)
    return TestClient(make_api(service), base_url="http://127.0.0.1:8000", client=("127.0.0.1", 50_000))
