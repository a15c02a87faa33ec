"""`brightline prove`: whole from the terminal, over HTTP too, and 1 where something does not hold."""

from __future__ import annotations

import io
import json
import urllib.error
from collections.abc import Callable
from typing import Any

import pytest
from tests.api.client import TestClient
from tests.screen.conftest import edition_of, listed, version

from brightline.api.app import make_api
from brightline.cases.database import open_store
from brightline.cases.deciding import Deciding
from brightline.cases.proof.own_names import NAME, NUMBER, ask_all
from brightline.cases.service import Service, ServiceSettings
from brightline.cases.workers import Workers
from brightline.cli import asking
from brightline.errors import CallError, StoreError
from brightline.terms import ListedIdentifier

ENTITIES = (
    listed("1", "JOINT STOCK COMPANY ZAVOD KVARTSOVIK", identifiers=(ListedIdentifier("INN", "7707083893", "RU"),)),
    listed("2", "SEVERNY MAYAK BANK", identifiers=(ListedIdentifier("BIC", "SVMKRUMM", None),)),
)


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> Callable[[str], None]:
    """A running service behind the address the verb calls; its answers pass through a change of a test's."""
    edition = edition_of(version(), entities=ENTITIES)
    store = open_store(f"sqlite:///{tmp_path / 'served.db'}")
    service = Service(
        store, Deciding(edition), Workers(lambda: Deciding(edition), 0), settings=ServiceSettings(demo=True)
    )
    client = TestClient(make_api(service), base_url="http://127.0.0.1:8000", client=("127.0.0.1", 5))

    def urlopen(asked: Any, timeout: float) -> io.BytesIO:
        answer = client.post(asked.full_url, content=asked.data, headers={"content-type": "application/json"})
        if answer.status_code != 200:
            raise urllib.error.HTTPError(asked.full_url, answer.status_code, "no", {}, None)  # type: ignore[arg-type]
        return io.BytesIO(answer.content)

    monkeypatch.setattr(asking.urllib.request, "urlopen", urlopen)
    yield edition
    service.close()


def test_the_service_is_asked_for_every_name_and_number(answered: Any) -> None:
    (told,) = ask_all(answered, asking.Service("http://127.0.0.1:8000", "", 0.7)).values()
    assert (told.asked, told.lost) == ({NAME: 2, NUMBER: 2}, [])


def test_a_list_the_service_has_not_is_lost_name_by_name(answered: Any) -> None:
    newer = edition_of(version(), entities=(*ENTITIES, listed("3", "NEW LISTED WORKS LLC")))
    (told,) = ask_all(newer, asking.Service("http://127.0.0.1:8000", "", 0.7)).values()
    assert [one.written for one in told.lost] == ["NEW LISTED WORKS LLC"]


def test_an_address_without_a_service_is_told_in_a_sentence() -> None:
    (newer,) = [edition_of(version(), entities=ENTITIES)]
    with pytest.raises(CallError, match="the address of a running service"):
        ask_all(newer, asking.Service("ftp://x", "", 0.7))
    with pytest.raises(StoreError, match="a running service"):
        ask_all(newer, asking.Service("http://127.0.0.1:9", "", 0.7))


def test_the_starter_edition_proves_itself_without_a_store(desk: Any) -> None:
    done = desk.quick("prove", "--trial", "--json", "--one-in", "25", "--owner", "Ms Example")
    assert done.status == 0, done.err
    told = json.loads(done.out)
    assert "No store here" in done.err
    assert told["faults"] == []
    assert told["tables"]["own"][0]["names"] > 10
    assert {row["right"] for row in told["tables"]["canaries"]} == {"yes"}
    assert not list(desk.folder.iterdir())
    assert desk.quick("prove").status == 2, "without a list there is nothing to prove"
