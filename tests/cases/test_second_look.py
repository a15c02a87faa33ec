"""Second looks: drawn by what nobody could know before, done by somebody else, told where they do not agree."""

from __future__ import annotations

import pytest
from tests.cases.conftest import mt103
from tests.cases.desk import reviewed, somebody, stopped, taken_in

from brightline.cases import second_look
from brightline.cases.arrival import Arrival
from brightline.cases.database import Store
from brightline.cases.deciding import Deciding
from brightline.cases.intake import accept
from brightline.cases.second_look import draw, is_drawn, record_look, second_looks_due
from brightline.cases.view import case_view
from brightline.cases.workflow import Act, act
from brightline.errors import Clash, NotAllowed, NotThere, Refused


def _released(store: Store, deciding: Deciding, reference: str) -> str:
    """The decision of a payment that the program releases by itself."""
    answer = accept(store, Arrival(mt103(reference=reference), "text/plain", store.now(), True, "gate"), deciding)
    return answer.lines[0].decode()[7:39]


def test_releases_of_the_program_and_of_people_are_drawn_once(store: Store, deciding: Deciding) -> None:
    ana = somebody(store, "Ana", "analyst")
    alone = _released(store, deciding, "A1")
    held, other = taken_in(store, deciding, reviewed()), taken_in(store, deciding, stopped())
    view = act(store, held, Act("dispose", "other-party", "Not them.", "released"), ana, deciding)
    assert draw(store, 1) == 2
    assert draw(store, 1) == 0
    due = second_looks_due(store, ana)
    assert [(one.decision, one.case) for one in due] == [(alone, None), (view.row.decision, held)]
    assert other not in {one.case for one in due}
    later = _released(store, deciding, "A2")
    assert draw(store, 1) == 1
    assert second_looks_due(store, ana)[-1].decision == later


def test_many_lines_without_a_release_hold_no_draw_up(
    store: Store, deciding: Deciding, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_look, "_AT_ONCE", 4)
    for number in range(4):
        taken_in(store, deciding, stopped(f"S{number}"))
    later = _released(store, deciding, "A1")
    assert draw(store, 1) == 1
    assert [one.decision for one in second_looks_due(store, somebody(store, "Ana", "analyst"))] == [later]


def test_the_draw_is_a_share_and_follows_from_the_line_alone() -> None:
    digests = [number.to_bytes(32, "little") for number in range(1, 500)]
    assert [is_drawn(one, 1) for one in digests] == [True] * 499
    assert is_drawn((50).to_bytes(8, "big") + bytes(24), 50)
    assert not is_drawn((51).to_bytes(8, "big") + bytes(24), 50)


def test_somebody_else_looks_and_a_doubt_opens_a_case(store: Store, deciding: Deciding) -> None:
    ana, bo = somebody(store, "Ana", "analyst"), somebody(store, "Bo", "analyst")
    alone, held = _released(store, deciding, "A1"), taken_in(store, deciding, reviewed())
    view = act(store, held, Act("dispose", "other-party", "Not them.", "released"), ana, deciding)
    draw(store, 1)
    with pytest.raises(NotAllowed, match="the same person who released it"):
        record_look(store, view.row.decision, ana, agrees=True, comment="Fine.")
    assert record_look(store, view.row.decision, bo, agrees=True, comment="I agree.") is None
    case = record_look(store, alone, ana, agrees=False, comment="The goods are not tea.")
    assert case == alone
    opened = case_view(store, alone, ana)
    assert (opened.row.state, [one.kind for one in opened.timeline]) == ("open", ["opened", "second-look"])
    assert len(second_looks_due(store, ana, done=True)) == 2
    with pytest.raises(Clash, match="one done at"):
        record_look(store, alone, bo, agrees=True, comment="Fine.")


def test_ill_asked_looks_are_refused(store: Store, deciding: Deciding) -> None:
    ana = somebody(store, "Ana", "analyst")
    alone = _released(store, deciding, "A1")
    draw(store, 1)
    with pytest.raises(NotThere):
        record_look(store, "0" * 32, ana, agrees=True, comment="Fine.")
    with pytest.raises(Refused, match="comment"):
        record_look(store, alone, ana, agrees=True, comment=" ")
    with pytest.raises(Refused, match="one in 0"):
        draw(store, 0)
