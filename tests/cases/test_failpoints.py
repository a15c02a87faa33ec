"""Killed at every write boundary, on both databases: what was answered is there, nothing is there twice or half."""

from __future__ import annotations

import ast
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select
from tests.cases.conftest import mt103

from brightline.cases import failpoints
from brightline.cases.arrival import Arrival
from brightline.cases.backup import back_up, restore
from brightline.cases.database import Store, now, open_store
from brightline.cases.deciding import Deciding
from brightline.cases.erasure import erase
from brightline.cases.intake import accept
from brightline.cases.journal.signing import Signer
from brightline.cases.journal.verify import verify
from brightline.cases.kept import decision_line
from brightline.cases.tables.cases import cases
from brightline.cases.tables.received import decisions, messages, payments
from brightline.errors import NotThere

MOMENT = datetime(2024, 7, 3, 9, 0, tzinfo=UTC)
LISTED = "JOINT STOCK COMPANY ZAVOD KVARTSOVIK"
WRITING = [point for point in failpoints.POINTS if point.startswith(("write.", "journal.", "intake."))]

Work = Callable[[Store], None]


def arrival(number: int) -> Arrival:
    creditor = LISTED if number % 2 else "GOLDEN LEAF TEA LLC"
    return Arrival(mt103(creditor, reference=f"R{number}"), "text/plain", MOMENT, True, "bank", f"key{number}")


def killed(point: str, url: str, signer: Signer, work: Work) -> bool:
    """Do some work in a process of its own with a failpoint set; whether it was killed there."""
    child = os.fork()
    if child == 0:
        name, _, times = point.partition(":")
        failpoints._name, failpoints._left = name, int(times or 1)
        try:
            store = open_store(url, now, signer)
            work(store)
            store.close()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def accept_five(answered: Path, deciding: Deciding) -> Work:
    """Take in five messages, and write down outside the store what was answered."""

    def work(store: Store) -> None:
        for number in range(5):
            accepted = accept(store, arrival(number), deciding)
            with answered.open("ab") as file:
                file.write(f"{number} ".encode() + accepted.lines[0])

    return work


def count(store: Store, table: object) -> int:
    with store.read() as conn:
        return int(conn.scalar(select(func.count()).select_from(table)) or 0)  # type: ignore[arg-type]


def holds(store: Store) -> None:
    """Nothing half: the journal holds, every message has its payments, every payment its decision and case."""
    with store.read() as conn:
        assert [str(one) for one in verify(conn, {store.signer.public})] == []
        unpaid = select(messages.c.id).where(
            ~select(payments.c.message).where(payments.c.message == messages.c.id).exists()
        )
        assert conn.scalars(unpaid).all() == []
        undecided = select(payments.c.decision).where(payments.c.decision.not_in(select(decisions.c.id)))
        assert conn.scalars(undecided).all() == []
        held = select(decisions.c.id).where(decisions.c.outcome != "release", decisions.c.id.not_in(select(cases.c.id)))
        assert conn.scalars(held).all() == []


@pytest.mark.parametrize("point", WRITING)
def test_killed_while_taking_in(point: str, store_url: str, signer: Signer, deciding: Deciding, tmp_path: Path) -> None:
    open_store(store_url, now, signer).close()
    answered = tmp_path / "answered"
    answered.touch()
    assert killed(f"{point}:2", store_url, signer, accept_five(answered, deciding))
    store = open_store(store_url, now, signer)
    holds(store)
    lines = answered.read_bytes().splitlines(keepends=True)
    assert len(lines) <= count(store, messages) <= len(lines) + 1
    for one in lines:
        line = one.split(b" ", 1)[1]
        identity = re.search(rb'"id":"([0-9a-f]{32})"', line)
        assert identity
        with store.read() as conn:
            assert decision_line(conn, identity[1].decode()) == line
    for number in range(5):  # whoever got no answer asks again, and finds everything once
        accept(store, arrival(number), deciding)
    assert (count(store, messages), count(store, payments), count(store, decisions), count(store, cases)) == (
        5,
        5,
        5,
        2,
    )
    holds(store)
    store.close()


@pytest.mark.parametrize("point", ["erase.keys-gone", "write.before-commit"])
def test_killed_while_erasing(point: str, store: Store, store_url: str, signer: Signer, deciding: Deciding) -> None:
    accept(store, arrival(0), deciding)
    with store.read() as conn:
        decision = str(conn.scalar(select(decisions.c.id)))
    store.engine.dispose()

    def work(mine: Store) -> None:
        with mine.write() as conn:
            erase(conn, mine, decision, "cli", "asked for")

    assert killed(point, store_url, signer, work)
    holds(store)
    with store.read() as conn:
        assert decision_line(conn, decision)
    work(store)
    holds(store)
    with store.read() as conn, pytest.raises(NotThere):
        decision_line(conn, decision)


@pytest.mark.parametrize("point", ["restore.half-way", "restore.half-way:5", "write.before-commit"])
def test_killed_while_restoring(
    point: str, store: Store, store_url: str, signer: Signer, deciding: Deciding, tmp_path: Path
) -> None:
    accept(store, arrival(1), deciding)
    backup = tmp_path / "backup.db"
    back_up(store, backup)
    accept(store, arrival(2), deciding)
    store.engine.dispose()
    assert killed(point, store_url, signer, lambda mine: restore(mine, backup, replace=True) and None)
    holds(store)
    assert count(store, messages) == 2
    restore(store, backup, replace=True)
    holds(store)
    assert count(store, messages) == 1


def test_killed_while_backing_up_leaves_no_backup(
    store: Store, store_url: str, signer: Signer, deciding: Deciding, tmp_path: Path
) -> None:
    accept(store, arrival(1), deciding)
    store.engine.dispose()
    backup = tmp_path / "backup.db"
    assert killed("backup.before-rename", store_url, signer, lambda mine: back_up(mine, backup) and None)
    assert not backup.exists()
    assert back_up(store, backup) > 0


def test_the_environment_names_the_place(tmp_path: Path) -> None:
    program = (
        "from brightline.cases.failpoints import reach\nfor _ in range(3):\n    reach('write.begun')\n    print('on')\n"
    )
    said = {**os.environ, "BRIGHTLINE_FAILPOINT": "write.begun:3"}
    done = subprocess.run([sys.executable, "-uc", program], env=said, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (-signal.SIGKILL, "on\non\n")
    said["BRIGHTLINE_FAILPOINT"] = ""
    assert subprocess.run([sys.executable, "-c", program], env=said, check=False).returncode == 0


def test_every_place_in_the_code_is_named_and_every_name_is_a_place() -> None:
    source = Path(failpoints.__file__).parents[1]
    reached = {
        node.args[0].value
        for path in source.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "reach"
        and isinstance(node.args[0], ast.Constant)
    }
    assert reached == set(failpoints.POINTS)
