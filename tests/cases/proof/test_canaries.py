"""Canaries: what came out is told, nothing is stored, and one flight a day is on record."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select
from tests.cases.conftest import Clock

from brightline.cases.database import Store
from brightline.cases.deciding import Deciding, Screened
from brightline.cases.journal.verify import verify
from brightline.cases.proof.canaries import canaries, flights, fly, fly_daily
from brightline.cases.tables.received import decisions, messages


def test_every_canary_says_what_it_proves_and_what_is_right() -> None:
    assert len(canaries()) >= 5
    assert all(one.about and one.expect for one in canaries())
    assert any("release" in one.expect for one in canaries())
    assert all("release" not in one.expect for one in canaries() if one.list)


def test_canaries_come_out_right_and_a_blind_desk_is_noticed(deciding: Deciding, clock: Clock) -> None:
    fared = fly(deciding.edition, deciding.screen, clock())
    assert [one.about for one in fared if not one.right] == []
    assert any(one.entry.startswith("us-ofac-sdn ") for one in fared)

    def blind(body: bytes, as_of: datetime) -> Screened:
        seen = deciding.screen(body, as_of)
        return replace(seen, decided=tuple(replace(one, outcome="release") for one in seen.decided))

    wrong = [one.about for one in fly(deciding.edition, blind, clock()) if not one.right]
    assert "a listed party is never released" in wrong
    assert "tea between China and Malaysia is not stopped" not in wrong


def test_they_fly_once_a_day_and_edition_into_the_journal_alone(
    store: Store, deciding: Deciding, clock: Clock, signer: object
) -> None:
    first = fly_daily(store, deciding.edition, deciding.screen)
    assert first
    assert fly_daily(store, deciding.edition, deciding.screen) == ()
    clock.move(days=1)
    assert fly_daily(store, deciding.edition, deciding.screen)
    told = flights(store, clock() - timedelta(days=7))
    assert [one["edition"] for one in told] == [deciding.edition.note.id] * 2
    assert [one["at"] for one in told] == sorted(str(one["at"]) for one in told)
    with store.read() as conn:
        stored = [conn.scalar(select(func.count()).select_from(table)) for table in (decisions, messages)]
        assert (stored, list(verify(conn))) == ([0, 0], [])


@pytest.mark.parametrize("days", range(3))
def test_another_entry_takes_part_every_day(deciding: Deciding, clock: Clock, days: int) -> None:
    clock.move(days=days)
    assert all(one.right for one in fly(deciding.edition, deciding.screen, clock()))
