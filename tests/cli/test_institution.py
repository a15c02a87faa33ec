"""`brightline institution`: profiles to copy, and a check as strict as `screen`'s."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from brightline.nexus.institution import shipped_institution, shipped_names


def test_the_profiles_that_ship_are_listed_and_shown_as_files_to_edit(desk: Any) -> None:
    assert desk.quick("institution", "list").out.split() == list(shipped_names())
    done = desk.quick("institution", "show", "eu-bank")
    assert (done.status, done.out.strip()) == (0, shipped_institution("eu-bank").text.strip())


def test_without_a_profile_nobody_is_said_to_ask(desk: Any) -> None:
    assert desk.quick("institution", "show").out.startswith("No profile says who asks")


def test_a_profile_that_holds_says_whose_law_binds(desk: Any) -> None:
    desk.write("ours.yaml", shipped_institution("eu-bank").text)
    done = desk.quick("institution", "check", "ours.yaml")
    assert (done.status, done.out) == (0, "ours.yaml: institution 'eu-bank' in DE, bound by eu, un, us, holds\n")


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("country: DE", "country: de", "two capital letters"),
        ("dollar_percent: 20", "dollar_percent: 120", "a whole percentage from 0 to 100"),
        ("in_play: [us]", "in_play: [usa]", "'usa'"),
    ],
)
def test_a_slip_is_refused_with_its_line(
    was: str, now: str, told: str, desk: Any, sentence: Callable[[Any], str]
) -> None:
    desk.write("wrong.yaml", shipped_institution("eu-bank").text.replace(was, now))
    done = desk.quick("institution", "check", "wrong.yaml")
    assert (done.status, done.out) == (2, "")
    assert told in sentence(done)
    assert "wrong.yaml, line" in sentence(done)


def test_a_name_that_does_not_ship_is_answered_with_those_that_do(desk: Any, sentence: Callable[[Any], str]) -> None:
    done = desk.quick("institution", "show", "french-bank")
    assert done.status == 2
    assert "or one of chinese-bank" in sentence(done)
