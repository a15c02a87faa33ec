"""Killed at random under load, on both databases: no answer is lost, nothing is there twice, the journal holds.

Several threads of a process of its own take messages in, each under its key, and write down what was answered; after a
time drawn from the round's number the process is killed (-9). The store is opened again, looked through, and used on.
"""

from __future__ import annotations

import os
import random
import signal
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

from sqlalchemy import func, select

from bench.databases import empty_store, has_server
from bench.storing import Work, screened, starter
from brightline.cases.database import Store, now, open_store
from brightline.cases.intake import Accepted, keep
from brightline.cases.journal.signing import Signer, signer_from
from brightline.cases.journal.verify import verify
from brightline.cases.tables.received import idempotency, messages, payments

THREADS, MESSAGES = 4, 400
SIGNER = signer_from(bytes(range(32)))


def prove_store(share: int) -> Iterator[str]:
    """So many rounds of killing on each database."""
    deciding = starter()
    for kind in ("sqlite", "postgresql") if has_server() else ("sqlite",):
        rounds, answered = max(2, share * 4 // 10), 0
        with empty_store(kind) as url, tempfile.TemporaryDirectory() as folder:
            open_store(url, now, SIGNER).close()
            for number in range(rounds):
                work = screened(deciding, number * MESSAGES, (number + 1) * MESSAGES)
                answered += _round(url, SIGNER, work, Path(folder) / f"answered-{number}", number)
        yield f"{kind}: {rounds} kills, {answered} messages answered before them and found again, none twice"


def _round(url: str, signer: Signer, work: Work, answered: Path, number: int) -> int:
    answered.touch()
    child = os.fork()
    if child == 0:
        _take_in(url, signer, work, answered)
    time.sleep(random.Random(number).uniform(0.1, 2.0))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    store = open_store(url, now, signer)
    keys = [
        one.rstrip(b"\n").decode() for one in answered.read_bytes().splitlines(keepends=True) if one.endswith(b"\n")
    ]
    _look_through(store, keys, number)
    store.close()
    return len(keys)


def _take_in(url: str, signer: Signer, work: Work, answered: Path) -> None:
    """Never comes back: it is killed, or ends by itself when everything was taken in."""
    try:
        store = open_store(url, now, signer)
        places = count()
        written = os.open(answered, os.O_WRONLY | os.O_APPEND)

        def take() -> None:
            while (place := next(places)) < len(work):
                (accepted,) = keep(store, [work[place]])
                if isinstance(accepted, Accepted):
                    os.write(written, f"{work[place][0].key}\n".encode())

        with ThreadPoolExecutor(THREADS) as pool:
            for one in [pool.submit(take) for _ in range(THREADS)]:
                one.result()
    finally:
        os._exit(0)


def _look_through(store: Store, keys: list[str], number: int) -> None:
    with store.read() as conn:
        faults = [str(one) for one in verify(conn, {store.signer.public})]
        assert not faults, f"round {number}: {faults[0]}"
        there = set(conn.scalars(select(idempotency.c.key)))
        lost = [one for one in keys if one not in there]
        assert not lost, f"round {number}: {lost[0]} was answered and is not there"
        kept = conn.scalar(select(func.count()).select_from(messages))
        assert kept == len(there), f"round {number}: {kept} messages for {len(there)} keys"
        bare = select(messages.c.id).where(messages.c.id.not_in(select(payments.c.message)))
        assert conn.scalar(bare.limit(1)) is None, f"round {number}: a message without its decisions"
