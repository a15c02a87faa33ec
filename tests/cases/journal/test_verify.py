"""Whatever is changed in a stored text, row or line is found, and the first line that does not follow is named."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, delete, func, insert, select, text, update
from tests.cases.conftest import Clock, mt103

from brightline.cases.arrival import Arrival
from brightline.cases.database import Store
from brightline.cases.deciding import Deciding
from brightline.cases.erasure import erase
from brightline.cases.intake import accept
from brightline.cases.journal.append import append
from brightline.cases.journal.line import Line
from brightline.cases.journal.signing import signer_from
from brightline.cases.journal.verify import verify
from brightline.cases.sealed import seal
from brightline.cases.tables.journal import checkpoints, journal, journal_contents, journal_head, journal_nodes
from brightline.cases.tables.keys import case_keys
from brightline.cases.tables.received import decisions, editions, idempotency, messages, payments

MOMENT = datetime(2024, 7, 3, 9, 0, tzinfo=UTC)
OTHER = b"\7" * 32


@pytest.fixture
def filled(store: Store, deciding: Deciding, clock: Clock) -> Store:
    """Two payments, one of them stopped, and two lines of other kinds, over three minutes."""
    for reference, creditor in (("A", "GOLDEN LEAF TEA LLC"), ("B", "JOINT STOCK COMPANY ZAVOD KVARTSOVIK")):
        accept(store, Arrival(mt103(creditor, reference=reference), "", MOMENT, True, "bank", reference), deciding)
        clock.move(minutes=1)
    with store.write() as conn:
        append(conn, store, "person", "p1", {"name": "Ada", "role": "analyst"})
        append(conn, store, "case-note", "c1", {"comment": "asked the bank"}, under="c1")
    return store


def faults(store: Store, *keys: bytes) -> list[str]:
    with store.read() as conn:
        return [str(one) for one in verify(conn, keys or {store.signer.public})]


def alter(store: Store, *statements: object) -> None:
    """Change the store as somebody with the database's password would: past the program."""
    with store.engine.connect() as conn, conn.begin():
        if store.is_sqlite:
            conn.execute(text("PRAGMA defer_foreign_keys=ON"))
        for one in statements:
            conn.execute(one)  # type: ignore[call-overload]


def number_of(store: Store, kind: str) -> int:
    with store.read() as conn:
        return int(conn.scalar(select(func.min(journal.c.line)).where(journal.c.kind == kind)) or 0)


def size_of(store: Store) -> int:
    with store.read() as conn:
        return int(conn.scalar(select(journal_head.c.size)) or 0)


def test_an_untouched_journal_holds(filled: Store) -> None:
    assert faults(filled) == []
    assert size_of(filled) > 10


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", "2024-01-01T00:00:00.000000Z"),
        ("kind", "other"),
        ("subject", "other"),
        ("digest", OTHER),
        ("leaf", OTHER),
    ],
)
@pytest.mark.parametrize("number", [1, 4, 5])
def test_a_changed_line_is_named(filled: Store, number: int, column: str, value: object) -> None:
    alter(filled, update(journal).where(journal.c.line == number).values({column: value}))
    assert faults(filled)[0] == f"line {number} does not follow: its text is not what was written"


def test_a_line_changed_together_with_its_hash_is_found_by_the_tree(filled: Store) -> None:
    with filled.read() as conn:
        row = conn.execute(select(journal).where(journal.c.line == 7)).one()
    forged = Line(7, row.at, row.kind, "forged", row.digest)
    alter(filled, update(journal).where(journal.c.line == 7).values(subject="forged", leaf=forged.leaf()))
    assert faults(filled)[0] == "line 7 does not follow: it or one up to line 8 was changed"


def test_a_changed_node_is_found(filled: Store) -> None:
    alter(
        filled, update(journal_nodes).where(journal_nodes.c.level == 2, journal_nodes.c.place == 0).values(hash=OTHER)
    )
    assert faults(filled)[0].startswith("line 1 does not follow")


def test_a_line_taken_out_is_named(filled: Store) -> None:
    alter(filled, delete(journal).where(journal.c.line == 3))
    assert faults(filled)[0] == "line 3 is missing: line 4 comes after line 2"


def test_swapped_lines_are_found(filled: Store) -> None:
    swap = [update(journal).where(journal.c.line == old).values(line=new) for old, new in ((2, -1), (3, 2), (-1, 3))]
    alter(filled, *swap)
    assert faults(filled)[0].startswith("line 2 does not follow")


def test_a_tail_cut_off_is_found(filled: Store) -> None:
    size = size_of(filled)
    alter(filled, delete(journal).where(journal.c.line > size - 2))
    told = f"line {size - 1} is missing: a signed checkpoint counts {size} lines, {size - 2} are here"
    assert told in faults(filled)


def test_a_tail_cut_off_with_its_checkpoint_and_head_leaves_rows_without_lines(filled: Store) -> None:
    with filled.read() as conn:
        older = conn.execute(select(checkpoints).order_by(checkpoints.c.size)).first()
    assert older is not None
    assert older.size < size_of(filled)
    cut = [delete(one).where(one.c.line > older.size) for one in (journal, journal_contents)]
    alter(filled, *cut, delete(checkpoints).where(checkpoints.c.size > older.size))
    found = faults(filled)
    assert any("the head counts" in one for one in found)
    assert any("stands in the store without a line" in one for one in found)


def test_a_head_moved_is_found(filled: Store) -> None:
    alter(filled, update(journal_head).values(size=journal_head.c.size + 1))
    assert "the head counts" in faults(filled)[0]


def test_a_checkpoint_with_another_root_or_moment_is_found(filled: Store) -> None:
    first = filled.engine.connect()
    size = first.scalar(select(func.min(checkpoints.c.size)))
    first.close()
    alter(filled, update(checkpoints).where(checkpoints.c.size == size).values(root=OTHER))
    assert faults(filled)[0] == f"line {size} does not follow: the checkpoint over it has another root"


def test_a_checkpoint_dated_anew_does_not_hold(filled: Store) -> None:
    alter(filled, update(checkpoints).values(at="2020-01-01T00:00:00.000000Z"))
    assert "the signature of the checkpoint" in faults(filled)[0]


def test_a_checkpoint_signed_by_another_is_found(filled: Store) -> None:
    other = signer_from(OTHER)
    with filled.read() as conn:
        row = conn.execute(select(checkpoints).order_by(checkpoints.c.size.desc())).first()
        origin = str(conn.scalar(select(journal_head.c.origin)))
    assert row is not None
    forged = other.sign(origin, row.size, row.root, row.at)
    replaced = update(checkpoints).where(checkpoints.c.size == row.size)
    alter(filled, replaced.values(key=forged.key, signature=forged.signature))
    assert faults(filled) == [
        f"line {row.size} the checkpoint over {row.size} lines is signed with a key that is not trusted"
    ]
    assert faults(filled, filled.signer.public, other.public) == []


def test_the_newest_checkpoint_taken_away_is_found(filled: Store) -> None:
    size = size_of(filled)
    alter(filled, delete(checkpoints).where(checkpoints.c.size == size))
    assert faults(filled) == [f"line {size} is under no signed checkpoint: the newest was taken away"]


def flip(conn: Connection, table: object, column: str) -> None:
    """Turn one bit of a sealed value."""
    found = table.c[column]  # type: ignore[attr-defined]
    value = bytearray(conn.scalar(select(found).where(found.is_not(None))) or b"")
    value[-1] ^= 1
    conn.execute(update(table).where(found.is_not(None)).values({column: bytes(value)}))  # type: ignore[arg-type]


@pytest.mark.parametrize(("table", "kind"), [(decisions, "decision"), (messages, "message")])
def test_a_sealed_text_with_one_bit_turned_is_found(filled: Store, table: object, kind: str) -> None:
    with filled.engine.connect() as conn, conn.begin():
        flip(conn, table, "sealed")
    found = faults(filled)
    assert found[0].startswith(f"line {number_of(filled, kind)} speaks of {kind}")
    assert "does not open" in found[0]


def test_a_sealed_note_with_one_bit_turned_is_found(filled: Store) -> None:
    with filled.engine.connect() as conn, conn.begin():
        asked = select(journal_contents).where(journal_contents.c.sealed_under == "c1")
        row = conn.execute(asked).one()
        turned = bytes([row.content[0] ^ 1]) + row.content[1:]
        conn.execute(update(journal_contents).where(journal_contents.c.line == row.line).values(content=turned))
    assert "speaks of case-note c1" in faults(filled)[0]


def test_a_text_sealed_anew_under_the_same_key_is_found(filled: Store) -> None:
    """Whoever can write the store can read its keys too: the digest, not the seal, tells."""
    with filled.engine.connect() as conn, conn.begin():
        row = conn.execute(select(decisions).where(decisions.c.outcome != "release")).first()
        assert row is not None
        forged = seal(conn, row.id, b'{"outcome":"release"}\n')
        conn.execute(update(decisions).where(decisions.c.id == row.id).values(sealed=forged))
    assert f"speaks of decision {row.id}, which is not as it was written" in faults(filled)[0]


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        (decisions, "outcome", "release"),
        (decisions, "decided", "2020-01-01T00:00:00.000000Z"),
        (messages, "received", "2020-01-01T00:00:00.000000Z"),
        (payments, "end_to_end_id", "OTHER"),
        (payments, "format", "MT202"),
        (editions, "policy", "rules: {}"),
        (idempotency, "digest", "0" * 64),
    ],
)
def test_any_column_changed_is_found(filled: Store, table: object, column: str, value: str) -> None:
    alter(filled, update(table).values({column: value}))  # type: ignore[arg-type]
    assert "which is not as it was written" in faults(filled)[0]


def test_a_row_taken_out_is_found(filled: Store) -> None:
    alter(filled, delete(payments).where(payments.c.format.is_not(None)))
    assert "whose row is gone" in faults(filled)[0]


def test_a_row_put_in_past_the_journal_is_found(filled: Store) -> None:
    row = {"id": "f" * 32, "outcome": "release", "edition": None, "decided": "2024-07-03T09:00:00.000000Z"}
    alter(filled, insert(decisions).values(row | {"sealed": b""}))
    assert faults(filled) == [f"decision {'f' * 32} stands in the store without a line in the journal"]


def test_a_content_beside_its_line_changed_or_gone_is_found(filled: Store) -> None:
    number = number_of(filled, "person")
    one = journal_contents.c.line == number
    alter(filled, update(journal_contents).where(one).values(content=b'{"name":"Eve","role":"administrator"}'))
    assert faults(filled) == [f"line {number} speaks of person p1, which is not as it was written"]
    alter(filled, delete(journal_contents).where(one))
    assert faults(filled) == [f"line {number} has lost the content that stood beside it"]


def test_a_key_destroyed_without_a_line_is_found(filled: Store) -> None:
    alter(filled, delete(case_keys).where(case_keys.c.subject == "c1"))
    assert "is without its content, and no erasure is on record" in faults(filled)[0]


def test_what_was_erased_on_record_still_verifies(filled: Store) -> None:
    with filled.write() as conn:
        for one in conn.scalars(select(decisions.c.id)).all():
            erase(conn, filled, one, "administrator", "asked for by the customer")
    assert faults(filled) == []


@pytest.fixture
def big(store: Store) -> Store:
    """More lines than are read at once."""
    for start in range(0, 1300, 130):
        with store.write() as conn:
            for number in range(start, start + 130):
                append(conn, store, "person", f"p{number}", {"number": number})
    return store


@pytest.mark.parametrize("number", [1, 499, 500, 501, 1000, 1299, 1300])
def test_a_long_journal_is_walked_in_parts(big: Store, number: int) -> None:
    assert faults(big) == []
    alter(big, update(journal).where(journal.c.line == number).values(subject="other"))
    assert faults(big)[0] == f"line {number} does not follow: its text is not what was written"
