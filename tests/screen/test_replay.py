"""Deciding again: equal bytes by the same edition, the parts side by side by another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.screen.conftest import AFTER_JUNE, edition_of, listed, version

from brightline.errors import UnreadableMessage
from brightline.screen.edition import Edition
from brightline.screen.plain import Json
from brightline.screen.replay import COMPARED, replay
from brightline.screen.screen import screen
from brightline.screen.wire import decision_json, line, read_line
from brightline.terms import Leg, Payment

Made = Callable[..., Payment]


@pytest.fixture
def written(payment: Made, edition: Edition) -> dict[str, object]:
    """A released decision as read back from its line."""
    return read_line(line(decision_json(screen(payment(), edition, AFTER_JUNE))).decode())


def _changed(before: Json, edition: Edition) -> list[str]:
    return [part for part, _, _ in replay(before, edition).changed]


def test_the_same_edition_gives_the_same_bytes(written: dict[str, object], edition: Edition) -> None:
    again = replay(written, edition)
    assert (again.changed, again.id, again.source) == ((), written["id"], "one.xml#1")
    assert line(again.after) == line(written)


def test_the_pairing_of_then_is_kept(payment: Made, edition: Edition) -> None:
    cover = Leg("MT202COV", "cover.fin#1", "5b0e6c1e-4a55-4d0c-9a7e-0a3f6f2f9f11")
    decision = decision_json(screen(payment(), edition, AFTER_JUNE, (cover,)))
    assert _changed(decision, edition) == []
    assert replay(decision, edition).after["paired"] == decision["paired"] != []


@pytest.mark.parametrize("part", ["outcome", "program", "id", "trial", "unknowns"])
def test_any_altered_part_is_seen(part: str, written: dict[str, object], edition: Edition) -> None:
    assert _changed(written | {part: "altered"}, edition) == [part]


def test_a_part_taken_out_or_put_in_is_seen(written: dict[str, object], edition: Edition) -> None:
    less = {key: value for key, value in written.items() if key != "releasing"}
    assert _changed(less, edition) == ["releasing"]
    assert _changed(written | {"note": "checked by hand"}, edition) == ["note"]


def test_another_order_of_keys_is_seen(written: dict[str, object], edition: Edition) -> None:
    assert _changed(dict(reversed(written.items())), edition) == ["order of keys"]


def test_under_other_code_only_the_parts_that_decide_are_compared(written: dict[str, object], edition: Edition) -> None:
    said: dict[str, object] = written["edition"]  # type: ignore[assignment]
    elsewhere = written | {"edition": said | {"engine": "0" * 16}, "program": "0.0.1"}
    assert _changed(elsewhere, edition) == []
    assert _changed(elsewhere | {"outcome": "stop"}, edition) == ["outcome"]


def test_a_list_with_another_entry_shows_what_would_change(payment: Made, edition: Edition) -> None:
    before = decision_json(screen(payment(), edition, AFTER_JUNE))
    later = version(published="2024-07-03")
    assert _changed(before, edition_of(replace(later, digest="another"))) == []
    caught = edition_of(replace(later, digest="another"), entities=(listed("9", "VESYOLY BASHMACHOK"),))
    changed = {part: (was, now) for part, was, now in replay(before, caught).changed}
    assert set(changed) <= set(COMPARED)
    assert changed["outcome"] == ("release", "stop")


def test_a_payment_that_is_not_whole_is_refused(written: dict[str, object], edition: Edition) -> None:
    with pytest.raises(UnreadableMessage, match=r"^payment\.parties: expected a list"):
        replay(written | {"payment": {"source": "one.xml#1", "parties": "none"}}, edition)
