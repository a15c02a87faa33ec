"""Writes `schema_NNNN.jsonl` from the tables of the release it runs under: a small store as that release wrote it.

Run once for a release, with that release's source and tests in front, before the next script changes the tables:

    PYTHONPATH=src:. python tests/cases/earlier_stores/make.py tests/cases/earlier_stores

A line is a table and a row; bytes are told as `{"b64": …}`.
"""

from __future__ import annotations

import base64
import json
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tests.screen.conftest import edition_of, listed, version

from brightline.cases.actors import ADMINISTRATOR, APPROVER, Actor
from brightline.cases.acts import Act
from brightline.cases.arrival import Arrival
from brightline.cases.database import open_store
from brightline.cases.deciding import Deciding
from brightline.cases.intake import accept
from brightline.cases.journal.signing import signer_from
from brightline.cases.migrations import NEWEST
from brightline.cases.people import add_person
from brightline.cases.tables.every import METADATA
from brightline.cases.workflow import act

MOMENT = datetime(2024, 7, 3, 9, 0, tzinfo=UTC)


def message(creditor: str, reference: str) -> bytes:
    """An invented MT103."""
    return (
        "{1:F01QINGCNBJAXXX0000000000}{2:I103KZKZKZKAXXXXN}{4:\n"
        f":20:{reference}\n:23B:CRED\n:32A:240703CNY125000,00\n:50K:/123456789\nHARBIN MORNING TRADE CO LTD\nCN\n"
        f":59:/KZ001122334455667788\n{creditor}\nALMATY\nKZ\n:70:GREEN TEA, HS 090210\n:71A:SHA\n-}}"
    ).encode()


def main(folder: Path) -> None:
    """A released, a held and an unreadable message, a person, and what the person did."""
    edition = edition_of(version(), entities=(listed("1", "JOINT STOCK COMPANY ZAVOD KVARTSOVIK"),))
    with tempfile.TemporaryDirectory() as place:
        store = open_store(f"sqlite:///{place}/cases.db", lambda: MOMENT, signer_from(bytes(range(32))))
        bodies = (message("GOLDEN LEAF TEA LLC", "R1"), message("JOINT STOCK COMPANY ZAVOD KVARTSOVIK", "R2"), b"junk")
        deciding = Deciding(edition)
        for number, body in enumerate(bodies):
            found = accept(store, Arrival(body, "text/plain", MOMENT, True, "bank", f"key{number}"), deciding)
        add_person(store, "first", ADMINISTRATOR, None, Actor("cli", "cli", ADMINISTRATOR, "cli"))
        person = add_person(store, "second", APPROVER, None, Actor("cli", "cli", ADMINISTRATOR, "cli"))
        actor = Actor(person.id, person.name, APPROVER, "desk")
        act(store, found.cases[0], Act("note", comment="looked at"), actor, deciding)
        with store.read() as conn:
            rows = [
                {"table": table.name, "row": {name: _plain(value) for name, value in row.items()}}
                for table in METADATA.sorted_tables
                for row in conn.execute(table.select()).mappings()
            ]
        store.close()
    text = "".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows)
    (folder / f"schema_{NEWEST}.jsonl").write_text(text, encoding="utf-8")


def _plain(value: object) -> object:
    return {"b64": base64.b64encode(value).decode()} if isinstance(value, bytes) else value


if __name__ == "__main__":
    main(Path(sys.argv[1]))
