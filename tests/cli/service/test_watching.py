"""Newer lists of the home are taken into use; a bad one never replaces a good one."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.cases.conftest import mt103
from tests.cases.desk import somebody
from tests.cases.passwords import quick_passwords

from brightline.cases.activation.proposals import approve, propose, state_of
from brightline.cases.database import open_store
from brightline.cases.outbox import Target, claim, set_targets
from brightline.cases.service import Service
from brightline.cases.workers import Workers
from brightline.cli.service.opening import Opening
from brightline.cli.service.watching import Watching
from brightline.cli.settings import Settings
from brightline.screen.policy import shipped_text

__all__ = ["quick_passwords"]

OLD, NEW = "2024-07-01", "2024-07-02"


@pytest.fixture
def imported(desk: Any, sdn_file: Callable[..., bytes]) -> Callable[[str, str], Path]:
    """Imports a small list with one more entry; the folder of the version."""

    def one(published: str, name: str) -> Path:
        desk.write("sdn.csv", sdn_file(30, (name, "-0- ", "RUSSIA-EO14024", "Tax ID No. 7701234565 (Russia).")))
        done = desk.quick("lists", "import", "sdn.csv", "--excerpt", "--published", published)
        assert done.status == 0, done.err
        (folder,) = (desk.home / "lists").glob(f"*/{published}-*")
        return Path(folder)

    return one


@pytest.fixture
def service(desk: Any, imported: Callable[[str, str], Path], tmp_path: Path) -> Iterator[Service]:
    imported(OLD, "FIRST ZAVOD")
    opening = Opening(Settings(home=desk.home), trial=False)
    store = open_store(f"sqlite:///{tmp_path / 'cases.db'}", lambda: datetime(2024, 7, 3, tzinfo=UTC))
    made = Service(store, opening(), Workers(opening, 0))
    yield made
    made.close()


@pytest.fixture
def watching(desk: Any, service: Service) -> Watching:
    return Watching(service, Opening(Settings(home=desk.home), trial=False))


def published(service: Service) -> tuple[str, str]:
    """The day of the list in use, here and in the workers."""
    return service.edition.lists[0].version.published, service.ask(_published).result(30)


def _published(deciding: Any) -> str:
    return str(deciding.edition.lists[0].version.published)


def test_nothing_changes_while_the_home_does_not(service: Service, watching: Watching) -> None:
    before = service.edition
    assert watching.look() is False
    assert service.edition is before


def test_a_newer_list_is_taken_here_and_by_the_workers(
    service: Service, watching: Watching, imported: Callable[[str, str], Path]
) -> None:
    assert published(service) == (OLD, OLD)
    imported(NEW, "SECOND ZAVOD")
    assert watching.look() is True
    assert published(service) == (NEW, NEW)
    assert 'brightline_edition_swaps_total{result="taken"} 1.0' in service.meters.text().decode()


def test_a_damaged_list_is_refused_once_and_the_good_one_stays(
    service: Service, watching: Watching, imported: Callable[[str, str], Path]
) -> None:
    folder = imported(NEW, "SECOND ZAVOD")
    (folder / "list.arrow").write_bytes(b"damaged")
    assert watching.look() is False
    assert watching.look() is False
    assert published(service) == (OLD, OLD)
    assert 'brightline_edition_swaps_total{result="refused"} 1.0' in service.meters.text().decode()


def test_it_looks_by_itself_while_the_block_lasts(
    desk: Any, service: Service, imported: Callable[[str, str], Path]
) -> None:
    with Watching(service, Opening(Settings(home=desk.home), trial=False), seconds=0.05):
        imported(NEW, "SECOND ZAVOD")
        for _ in range(600):
            if service.edition.lists[0].version.published == NEW:
                break
            time.sleep(0.05)
    assert published(service) == (NEW, NEW)


class _BrokenAtFirst(Watching):
    """Comes upon a fault of ours at its first look."""

    looks = 0

    def look(self) -> bool:
        self.looks += 1
        if self.looks == 1:
            raise ValueError("a fault of ours")
        return super().look()


def test_a_fault_at_one_look_does_not_end_the_watch(
    desk: Any, service: Service, imported: Callable[[str, str], Path]
) -> None:
    imported(NEW, "SECOND ZAVOD")
    with _BrokenAtFirst(service, Opening(Settings(home=desk.home), trial=False), seconds=0.05) as watching:
        for _ in range(600):
            if watching.looks > 1:
                break
            time.sleep(0.05)
    assert watching.looks > 1


def stories(*names: str) -> str:
    """Lines as `brightline media` writes them: one story that names these firms adversely."""
    article = {"kind": "article", "file": "a.txt", "published": "2024-07-01"}
    named = [{"name": one, "type": "organization", "context": "adverse", "articles": ["a.txt"]} for one in names]
    story = {
        "kind": "story",
        "id": "s1",
        "articles": ["a.txt"],
        "independent_sources": 1,
        "sources_because": "one text",
    }
    story |= {"claims": [{"text": "A firm is named."}], "differences": [], "mentions": named}
    return "".join(json.dumps(one) + "\n" for one in (article, story))


def press(service: Service) -> list[str]:
    """The names that the press says of a payment, as a worker decides and as a release is screened again."""
    moment = datetime(2024, 7, 3, tzinfo=UTC)
    told = (service.screen(mt103(), moment).result(30), service.deciding.screen(mt103(), moment))
    lines = [json.loads(one.decided[0].line) for one in told]
    assert lines[0] == lines[1]
    return [one["name"] for found in lines[0]["findings"] if found["rule"] == "press" for one in found["evidence"]]


def test_stories_lie_beside_every_payment_and_newer_ones_are_taken(
    desk: Any, imported: Callable[[str, str], Path], tmp_path: Path
) -> None:
    imported(OLD, "FIRST ZAVOD")
    file = desk.write("stories.jsonl", stories("Golden Leaf Tea LLC"))
    opening = Opening(Settings(home=desk.home), trial=False, media=file)
    store = open_store(f"sqlite:///{tmp_path / 'cases.db'}", lambda: datetime(2024, 7, 3, tzinfo=UTC))
    service = Service(store, opening(), Workers(opening, 0))
    watching = Watching(service, opening)
    try:
        assert press(service) == ["Golden Leaf Tea LLC"]
        assert press(service) == ["Golden Leaf Tea LLC"]  # a worker keeps them from one payment to the next
        desk.write("stories.jsonl", "not stories at all")
        assert watching.look() is False
        assert press(service) == ["Golden Leaf Tea LLC"]
        desk.write("stories.jsonl", stories("Harbin Morning Trade", "Nobody Else"))
        assert watching.look() is True
        assert press(service) == ["Harbin Morning Trade"]
    finally:
        service.close()


@pytest.fixture
def gated(desk: Any, imported: Callable[[str, str], Path], tmp_path: Path) -> Iterator[Watching]:
    """A service into which editions come by two people."""
    imported(OLD, "FIRST ZAVOD")
    opening = Opening(Settings(home=desk.home, activation="two-people"), trial=False)
    store = open_store(f"sqlite:///{tmp_path / 'gated.db'}", lambda: datetime(2024, 7, 3, tzinfo=UTC))
    deciding = opening()
    opening.use(deciding.edition)
    made = Service(store, deciding, Workers(opening, 0))
    yield Watching(made, opening)
    made.close()


def test_with_two_people_a_newer_list_waits_until_the_second_agrees_and_a_restart_changes_nothing(
    desk: Any, gated: Watching, imported: Callable[[str, str], Path]
) -> None:
    service, opening = gated._service, gated._opening
    assert not gated.look()
    assert service.waiting is None
    imported(NEW, "SECOND ZAVOD")
    assert not gated.look()
    waiting = service.waiting
    assert waiting is not None
    assert published(service) == (OLD, OLD)
    ana, bo = somebody(service.store, "Ana", "analyst"), somebody(service.store, "Bo", "approver")
    propose(service.store, service.edition, waiting, ana, "The list of today.")
    assert not gated.look()
    assert opening().edition.note.id == service.edition.note.id, "a restart opens what two people put into use"
    approve(service.store, waiting.note.id, bo)
    assert gated.look()
    assert (published(service), service.waiting) == ((NEW, NEW), None)
    assert opening().edition.note.id == waiting.note.id
    told = state_of(service.store, waiting.note.id)
    assert told is not None
    assert (told.state, told.said["way"]) == ("activated", "two-people")
    assert not gated.look()


def test_by_the_setting_for_lists_a_newer_list_goes_live_alone_and_the_journal_says_so(
    desk: Any, service: Service, imported: Callable[[str, str], Path]
) -> None:
    opening = Opening(Settings(home=desk.home, activation="lists"), trial=False)
    opening.use(service.edition)
    imported(NEW, "SECOND ZAVOD")
    assert Watching(service, opening).look()
    assert service.edition.lists[0].version.published == NEW
    told = state_of(service.store, service.edition.note.id)
    assert told is not None
    assert (told.state, told.said["way"], told.said["by_name"]) == ("activated", "lists", "the service")


def test_another_policy_waits_for_two_people_where_lists_go_live_alone(desk: Any, service: Service) -> None:
    policy = desk.folder / "mine.yaml"
    policy.write_text(shipped_text().replace("greatest_list_age_days: 30", "greatest_list_age_days: 20"))
    opening = Opening(Settings(home=desk.home, activation="lists", policy=policy), trial=False)
    opening.use(service.edition)
    assert not Watching(service, opening).look()
    assert service.waiting is not None
    assert service.waiting.policy.greatest_list_age_days == 20


def test_a_list_taken_into_use_is_told_to_webhooks_once(
    service: Service, watching: Watching, imported: Callable[[str, str], Path]
) -> None:
    set_targets(service.store, [Target("core", "https://core.example/", ("list.updated",))])
    before = service.edition
    imported(NEW, "SECOND ZAVOD")
    assert watching.look()
    watching._announce(before, service.edition)  # as a second service would
    (due,) = claim(service.store, "core", 10)
    assert json.loads(due.body)["data"] == {
        "list": "us-ofac-sdn",
        "published": NEW,
        "edition": service.edition.note.id,
    }
