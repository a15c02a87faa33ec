"""The figures of the desk, counted on cases whose answers are known."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.cases.conftest import Clock, mt103
from tests.cases.desk import reviewed, somebody, stopped, taken_in

from brightline.cases.arrival import Arrival
from brightline.cases.database import Store
from brightline.cases.deciding import Deciding
from brightline.cases.intake import accept
from brightline.cases.numbers import BY, numbers
from brightline.cases.workflow import Act, act
from brightline.errors import Refused

SINCE, UNTIL = datetime(2024, 7, 1, tzinfo=UTC), datetime(2024, 8, 1, tzinfo=UTC)


def test_what_happened_is_what_is_counted(store: Store, deciding: Deciding, clock: Clock) -> None:
    ana, bo = somebody(store, "Ana", "analyst"), somebody(store, "Bo", "approver")
    false_one, waits, right = (taken_in(store, deciding, reviewed(f"R{n}")) for n in range(3))
    stop = taken_in(store, deciding, stopped())
    for n in range(6):
        accept(store, Arrival(mt103(reference=f"T{n}"), "text/plain", clock(), True, "gate"), deciding)
    clock.move(minutes=10)
    act(store, false_one, Act("dispose", "other-party", "Not them.", "released"), ana, deciding)
    act(store, waits, Act("wait", comment="Asked.", to="customer"), ana, deciding)
    clock.move(minutes=50)
    act(store, waits, Act("dispose", "no-answer", "Nobody answered.", "declined"), ana, deciding)
    act(store, right, Act("dispose", "exposure", "It is them.", "declined"), ana, deciding)
    act(store, stop, Act("recommend", "other-party", "Not them.", "released"), ana, deciding)
    found = numbers(store, bo, SINCE, UNTIL)
    one = found.overall
    assert (one.alerts, one.ended, one.released) == (4, 3, 1)
    assert (one.true_matches, one.false_alerts, one.true_match_rate) == (1, 1, 0.5)
    assert (one.harmless, one.harmless_released, one.harmless_release_rate) == (2, 1, 0.5)
    assert (one.median_seconds, one.p90_seconds) == (600, 3600)
    assert (found.released_at_once, found.released_at_once_rate) == (6, 0.75)
    by = {name: dict(groups) for name, groups in found.by.items()}
    assert set(by) == set(BY)
    assert {name: by[name] for name in ("corridor", "list", "script")}.keys() == {"corridor", "list", "script"}
    assert [
        by[name][value].alerts for name, value in (("corridor", "CN-KZ"), ("list", "us-ofac-sdn"), ("script", "latin"))
    ] == [4] * 3
    assert (by["outcome"]["stop"].alerts, by["week"]["2024-W27"].alerts, by["firm_size"]["unknown"].alerts) == (1, 4, 4)
    assert by["rule"]["listed-party"].true_matches == 1


def test_other_months_are_not_counted(store: Store, deciding: Deciding) -> None:
    taken_in(store, deciding, reviewed())
    found = numbers(store, somebody(store, "Au", "auditor"), UNTIL, datetime(2024, 9, 1, tzinfo=UTC))
    assert (found.overall.alerts, found.overall.true_match_rate, found.overall.median_seconds) == (0, None, None)
    assert (found.decided, found.released_at_once_rate, found.by["week"]) == (0, None, [])
    with pytest.raises(Refused, match="a beginning before its end"):
        numbers(store, somebody(store, "Bo", "auditor"), UNTIL, SINCE)
