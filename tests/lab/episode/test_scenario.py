"""What-ifs are overlays; a slip is refused with its line and the nearest right word."""

from __future__ import annotations

import pytest
from tests.lab.episode.worlds import WORDS, episode, shipped

from brightline.errors import CallError
from brightline.lab.episode.banks import bank_names
from brightline.lab.episode.scenario import read_scenario, shipped_scenarios, what_if

HEAD = "scenario: mine\ntold: A slip.\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("settings: {penaltee: 3}", "line 3.*Did you mean 'penalty'"),
        ("settings: {prepaid: -0.2}", "a share from 0 to 1"),
        ("settings: {penalty: 0}", "a number above 0"),
        ("settings: {hand_share: x2x}", "times such as x2"),
        ("events: {widened: {date: 2024-02-30}}", "a day such as 2024-06-12"),
        ("events: {widened: {date: 2031-01-01}}", "a day from 2023-10-01"),
        ("events: {widend: {kick: 1}}", "Did you mean 'widened'"),
        ("events: {widened: {kik: 1}}", "Did you mean 'kick'"),
        ("banks: {big-stat-1: shipped}", "missing bank.*Did you mean 'big-state-"),
        ("banks: {big-state-6: shipped}", "missing bank 'big-state-6'"),
        ("banks: {all: shippd}", "Did you mean 'shipped'"),
        ("licences_ended: {GL-88: 2024-03-12}", "Did you mean 'GL-8'"),
        ("setings: {penalty: 3}", "Did you mean 'settings'"),
    ],
)
def test_a_slip_is_refused_with_its_place_and_the_nearest_word(text: str, said: str) -> None:
    with pytest.raises(CallError, match=said):
        read_scenario(HEAD + text, "mine.yaml", WORDS)


def test_an_overlay_leaves_the_world_as_it_was() -> None:
    world = episode()
    over = what_if(world, shipped("capacity-doubled"))
    assert over["hand_share"] == 2 * world["hand_share"]
    assert world.scenario == "as it was"
    assert not what_if(world, shipped("no-threat")).events
    assert len(world.events) > 5


def test_a_new_event_and_a_kind_of_banks_can_be_named() -> None:
    text = HEAD + "events: {mine: {date: 2024-03-01, kind: statement, kick: 0.3}}\nbanks: {city-rural: shipped}"
    over = what_if(episode(), read_scenario(text, "mine.yaml", WORDS))
    assert over.events["mine"].kick == 0.3
    assert set(over.ways) == {name for name in bank_names() if name.startswith("city-rural-")}


def test_every_shipped_scenario_is_read_and_named_as_its_file() -> None:
    assert {shipped(name).name for name in shipped_scenarios()} == set(shipped_scenarios())
