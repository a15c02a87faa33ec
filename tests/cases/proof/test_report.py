"""The proof as a sheet: what does not hold is a fault, and the line is drawn from stored payments."""

from __future__ import annotations

from typing import Any

import pytest
from tests.cases.conftest import Clock, mt103
from tests.cases.desk import reviewed, somebody, taken_in

from brightline.cases.actors import AUDITOR, Actor
from brightline.cases.arrival import Arrival
from brightline.cases.database import Store
from brightline.cases.deciding import Deciding
from brightline.cases.intake import accept
from brightline.cases.proof.canaries import fly
from brightline.cases.proof.own_names import NAME, NUMBER, Asked, Counted, ask_all, asking
from brightline.cases.proof.report import Proof, proof_sheet
from brightline.cases.workflow import Act, act
from brightline.errors import NotAllowed
from brightline.report.sheet import Sheet, sheet_json

READER = Actor("cli", "an auditor", AUDITOR, "cli")


@pytest.fixture
def proof(deciding: Deciding, clock: Clock) -> Proof:
    names = ask_all(deciding.edition, asking(deciding.edition))
    return Proof(deciding.edition, names, fly(deciding.edition, deciding.screen, clock()), "here", "Risk models")


def _tables(sheet: Sheet) -> dict[str, Any]:
    told: Any = sheet_json(sheet)["tables"]
    return dict(told)


def test_the_line_and_its_curve_are_drawn_from_stored_payments(
    store: Store, deciding: Deciding, clock: Clock, proof: Proof
) -> None:
    ana = somebody(store, "Ana", "analyst")
    case = taken_in(store, deciding, reviewed())
    accept(store, Arrival(mt103(), "text/plain", clock(), True, "gate"), deciding)
    act(store, case, Act("dispose", "exposure", "It is them.", "declined"), ana, deciding)
    sheet = proof_sheet(proof, store, READER)
    tables = _tables(sheet)
    assert not sheet.faults
    (nearest,) = [row for row in tables["line"] if row["side"] == "above"]
    assert (nearest["decision"], nearest["outcome"], nearest["score"] > 0.7) == (case, "review", True)
    curve = {row["threshold"]: row for row in tables["sensitivity"]}
    assert [curve[0.7][name] for name in ("alerts", "lost", "share")] == [1, 0, 0.5]
    assert [curve[1.0][name] for name in ("alerts", "lost", "share")] == [0, 1, 0.0]
    (live,) = tables["live"]
    assert (live["list"], live["seconds"] > 0) == ("us-ofac-sdn", True)
    assert tables["card"][0] == {"what": "owner", "says": "Risk models"}
    assert [row["edition"] for row in tables["editions"]] == [deciding.edition.note.id]
    assert sheet.figures[0].here == deciding.edition.policy.candidate_score


def test_what_is_not_found_and_a_wrong_canary_are_faults(proof: Proof) -> None:
    lost = Asked("us-ofac-sdn", "7", "Company", "alias", name="=HIDDEN WORKS")
    fared = proof.fared
    wrong = type(fared[0])(fared[0].about, fared[0].entry, "release", ("stop",))
    names = {"us-ofac-sdn": Counted({NAME: 2, NUMBER: 0}, [lost]), "empty": Counted()}
    told = proof_sheet(Proof(proof.edition, names, (wrong,), "here"), None, READER)
    assert len(told.faults) == 3
    assert _tables(told)["lost"][0]["written"] == "=HIDDEN WORKS"
    assert {row["list"]: row["found"] for row in _tables(told)["own"]} == {"us-ofac-sdn": 0.5, "empty": None}


def test_only_who_may_read_figures_has_it(proof: Proof) -> None:
    with pytest.raises(NotAllowed):
        proof_sheet(proof, None, Actor("x", "x", "", "cli"))
