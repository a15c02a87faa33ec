"""One writer for all calls: what is screened while a transaction is being written goes into the next one together.

Writing to disk costs the same for one message and for thirty, so a busy service writes fewer, fuller transactions.
Every caller still waits until its own message is on disk.
A transaction costs far more processor time than one message more in it, so a busy writer waits a moment for company;
one that had nothing to do writes at once.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future
from queue import Empty, SimpleQueue

from brightline.cases.database import Store
from brightline.cases.deciding import Screened
from brightline.cases.intake import Accepted, Arrival, keep
from brightline.errors import Refused

MOST_TOGETHER = 32  # messages in one transaction: what waits behind it must not wait long
COMPANY_SECONDS = 0.02  # how long the first message of a transaction waits for others
BUSY_SECONDS = 0.1  # after a transaction: whoever comes within it is not alone

Waiting = tuple[Arrival, Screened, Future[Accepted]]


class Keeper:
    """Stores screened messages, many in one transaction, in the order they came. Safe to use from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._queue: SimpleQueue[Waiting | None] = SimpleQueue()
        self._wrote = float("-inf")  # when the newest transaction ended
        self._thread = threading.Thread(target=self._write_on, name="keeper")
        self._thread.start()

    def keep(self, arrival: Arrival, screened: Screened, answer: Future[Accepted] | None = None) -> Future[Accepted]:
        """Store one message. The answer comes when it is on disk; it fails with Refused or StoreError otherwise."""
        answer = answer or Future()
        self._queue.put((arrival, screened, answer))
        return answer

    def close(self) -> None:
        """Store what came before this call, then end."""
        self._queue.put(None)
        self._thread.join()

    def _write_on(self) -> None:
        going_on = True
        while going_on:
            together, going_on = self._together()
            if together:
                self._write(together)
                self._wrote = time.monotonic()

    def _together(self) -> tuple[list[Waiting], bool]:
        """The first that waits and all that come within a moment; and whether more may come."""
        found: list[Waiting] = []
        one = self._queue.get()
        now = time.monotonic()
        until = now + COMPANY_SECONDS if now < self._wrote + BUSY_SECONDS else now
        while one is not None:
            found.append(one)
            if len(found) == MOST_TOGETHER:
                return found, True
            try:
                one = self._queue.get(timeout=max(0.0, until - time.monotonic()))
            except Empty:
                return found, True
        return found, False

    def _write(self, together: Sequence[Waiting]) -> None:
        """Store them; where all fail together, each alone, so that one never fails for another."""
        try:
            kept = keep(self._store, [(arrival, screened) for arrival, screened, _ in together])
        except Exception as fault:  # noqa: BLE001 - whoever waits must hear of it
            if len(together) > 1:
                for one in together:
                    self._write([one])
            else:
                together[0][2].set_exception(fault)
            return
        for (_, _, answer), accepted in zip(together, kept, strict=True):
            if isinstance(accepted, Refused):
                answer.set_exception(accepted)
            else:
                answer.set_result(accepted)
