"""The evidence of a case: its own lines with proofs, and nobody else's."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.cases.conftest import mt103
from tests.cases.desk import LISTED

from brightline.cases.actors import AUDITOR, Actor
from brightline.cases.arrival import Arrival
from brightline.cases.database import Store
from brightline.cases.deciding import Deciding
from brightline.cases.evidence import case_bundle
from brightline.cases.intake import accept
from brightline.cases.journal.bundle import faults_of
from brightline.errors import NotThere

MOMENT = datetime(2024, 7, 3, 9, 0, tzinfo=UTC)
READER = Actor("reader", "reader", AUDITOR, "desk")


def test_a_case_has_its_lines_and_not_those_of_another(store: Store, deciding: Deciding) -> None:
    cases = [
        accept(store, Arrival(mt103(LISTED, reference=name), "", MOMENT, True, "bank"), deciding).cases[0]
        for name in ("A", "B")
    ]
    bundles = [case_bundle(store, case, READER) for case in cases]
    for bundle, other in zip(bundles, reversed(cases), strict=True):
        lines = bundle["lines"]
        assert isinstance(lines, list)
        assert faults_of(bundle, {store.signer.public}) == []
        assert {"message", "payment", "decision", "edition"} <= {line["kind"] for line in lines}
        assert other not in {line["subject"] for line in lines}


def test_a_case_that_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(NotThere):
        case_bundle(store, "0" * 32, READER)
