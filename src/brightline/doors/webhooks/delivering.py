"""Delivering what the outbox holds for one target: at least once, ever later after a failure."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import structlog

from brightline import __version__
from brightline.cases.database import Store
from brightline.cases.outbox import WAITS, Due, Tried, claim, forget, record
from brightline.doors.webhooks.posting import SECONDS, post
from brightline.doors.webhooks.signing import signed_headers
from brightline.errors import StoreError

TOGETHER = 10  # claimed at one time: all of them tried well within a lease
LOOK_SECONDS = 1.0

log = structlog.get_logger("brightline.webhooks")


@dataclass(slots=True)
class Delivering:
    """One target of one store. `loopback`: it is this machine itself. `failed`: tries without success, of this run."""

    store: Store
    name: str
    url: str
    secret: bytes
    loopback: bool = False
    seconds: float = SECONDS
    sent: int = 0
    failed: int = 0

    def deliver_what_is_due(self) -> None:
        """Everything that is due now. Raises StoreError."""
        while self._round():
            continue

    def deliver_on(self, ending: threading.Event) -> None:
        """Until `ending` is set. A store that is away is waited for."""
        hour = -1
        while not ending.wait(LOOK_SECONDS):
            try:
                if self.store.now().hour != hour:
                    forget(self.store)
                    hour = self.store.now().hour
                while not ending.is_set() and self._round():
                    continue
            except StoreError as away:
                log.error("away", target=self.name, why=str(away))

    def _round(self) -> int:
        due = claim(self.store, self.name, TOGETHER)
        record(self.store, [self._try(one) for one in due])
        return len(due)

    def _try(self, due: Due) -> Tried:
        headers = {
            "Content-Type": "application/json",
            "User-Agent": f"brightline/{__version__}",
            **signed_headers(self.secret, due.id, int(self.store.now().timestamp()), due.body),
        }
        answer = post(self.url, headers, due.body, loopback=self.loopback, seconds=self.seconds)
        tried = Tried(due, answer.status, answer.told)
        self.sent += tried.delivered
        self.failed += not tried.delivered
        if not tried.delivered:
            last = "given up" if due.number > len(WAITS) else "tried again later"
            log.warning("not delivered", target=self.name, id=due.id, number=due.number, why=answer.told, then=last)
        return tried
