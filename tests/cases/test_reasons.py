"""Reasons: every disposition has its own, and each says whether the alert was right."""

from __future__ import annotations

import pytest

from brightline.cases.reasons import REOPENED, graver, reason_for, reasons
from brightline.errors import Refused
from brightline.terms.dispositions import DISPOSITIONS, RELEASED


@pytest.mark.parametrize("disposition", [*DISPOSITIONS, REOPENED])
def test_every_disposition_has_a_reason_that_fits(disposition: str) -> None:
    fitting = [one for one in reasons().values() if disposition in one.dispositions]
    assert fitting
    assert all(one.says.endswith(".") for one in fitting)
    assert reason_for(fitting[0].code, disposition) is fitting[0]


def test_a_reason_that_does_not_fit_is_refused_with_those_that_do() -> None:
    for code in ("exposure", "no-such-code", None, ""):
        with pytest.raises(Refused, match="for released one of other-party, goods-known"):
            reason_for(code, RELEASED)


def test_a_release_says_whether_the_alert_was_right() -> None:
    told = {one.code: one.true_match for one in reasons().values() if RELEASED in one.dispositions}
    assert told["other-party"] is False
    assert told["licence"] is True
    assert None not in told.values()


def test_the_graver_outcome() -> None:
    assert graver("review", "stop") == graver("stop", "release") == "stop"
    assert graver("release", "unreadable") == "unreadable"
