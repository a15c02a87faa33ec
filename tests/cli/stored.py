"""A store in the home with two invented payments taken in, for the tests of the verbs that speak of stores."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tests.cases.conftest import mt103
from tests.screen.conftest import edition_of, version

from brightline.cases.arrival import Arrival
from brightline.cases.database import now, open_store
from brightline.cases.deciding import Deciding
from brightline.cases.intake import accept
from brightline.cases.journal.signing import open_signer

LISTED = "JOINT STOCK COMPANY ZAVOD KVARTSOVIK"


def take_in(home: Path, *references: str, name: str = "cases.db") -> list[str]:
    """Take in a payment to a listed firm for each reference; the ids of their cases."""
    home.mkdir(parents=True, exist_ok=True)
    store = open_store(f"sqlite:///{home / name}", now, open_signer(home))
    deciding = Deciding(edition_of(version()))
    moment = datetime(2024, 7, 3, 9, 0, tzinfo=UTC)
    bodies = [mt103(LISTED, reference=one) for one in references]
    kept = [accept(store, Arrival(body, "text/plain", moment, True, "bank"), deciding) for body in bodies]
    store.close()
    return [one.cases[0] for one in kept]
