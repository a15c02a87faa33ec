"""Looking every few seconds: newer lists and stories are taken into use; what cannot be opened never replaces them.

Pairs and passports are read again too: they expire, and another service on the same store may have approved some.
The log of the store is carried into its file here, so that no payment waits for it.
"""

from __future__ import annotations

import threading

import structlog

from brightline.beside.book import BesideBook
from brightline.cases.activation.proposals import APPROVED, AUTOMATIC, LISTS, lists_alone, record_use, state_of
from brightline.cases.clearances import refresh_book
from brightline.cases.housekeeping import keep_house
from brightline.cases.outbox import announce
from brightline.cases.service import Service
from brightline.cli.home import keep_edition
from brightline.cli.service.opening import Opening
from brightline.errors import BrightlineError
from brightline.screen.edition import Edition

SECONDS = 5.0

log = structlog.get_logger("brightline.lists")


class Watching:
    """A thread that watches while the block lasts."""

    def __init__(self, service: Service, opening: Opening, seconds: float = SECONDS) -> None:
        self._service, self._opening, self._seconds = service, opening, seconds
        self._gated = opening.settings.activation != AUTOMATIC
        self._mark = () if self._gated else opening.mark()  # with two people, what changed before the start waits too
        self._hour = -1  # of the store's clock: once an hour the store keeps house
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watching", daemon=True)

    def __enter__(self) -> Watching:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ending.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ending.wait(self._seconds):
            try:
                self.look()
            except Exception as fault:  # noqa: BLE001 - a fault of ours at one look must not end all further ones
                log.error("look failed", kind=type(fault).__name__)

    def look(self) -> bool:
        """Look once; whether another edition was taken into use. What fails is said, counted, and tried no more
        until the home changes again.
        """
        try:
            self._service.store.write_back()
            refresh_book(self._service.store, self._service.deciding)
            self._keep_house()
            mark = self._opening.mark()
            if mark == self._mark and not self._approved():
                return False
            self._mark = mark
            if self._gated and not self._may_be_used():
                return False
            self._take()
        except (BrightlineError, OSError) as refused:
            log.error("edition refused", why=str(refused))
            self._service.meters.swapped("refused")
            return False
        return True

    def _approved(self) -> bool:
        """Whether two people agreed to what waits."""
        waiting = self._service.waiting
        told = state_of(self._service.store, waiting.note.id) if waiting else None
        return told is not None and told.state == APPROVED

    def _may_be_used(self) -> bool:
        """Put aside what the home would make, unless two people agreed to it, or to lists alone by the setting."""
        wanted, used = self._opening.candidate(), self._service.edition
        self._service.waiting = wanted if wanted.note.id != used.note.id else None
        if self._service.waiting is None:
            return False
        keep_edition(self._opening.settings.home, wanted)
        by_setting = self._opening.settings.activation == LISTS and lists_alone(used, wanted)
        if not by_setting and not self._approved():
            log.info("edition waits for two people", edition=wanted.note.id)
            return False
        self._opening.use(wanted)
        self._service.waiting = None
        return True

    def _keep_house(self) -> None:
        hour = self._service.store.now().hour
        if hour != self._hour:
            self._keep()
            self._hour = hour

    def _keep(self) -> None:
        for one in keep_house(self._service.store, self._service.deciding):
            log.error("canary wrong", canary=one.about, outcome=one.outcome, expected=one.expect, entry=one.entry)

    def _take(self) -> None:
        """Open here first: a list that does not open here is never asked of a worker."""
        edition, own = self._opening.edition(None), self._opening.beside()
        keep_edition(self._opening.settings.home, edition)
        self._service.workers.renew()
        deciding = self._service.deciding
        before = deciding.edition
        deciding.swap(edition, BesideBook({**deciding.book.parts, **own.parts}))
        record_use(self._service.store, before, edition, self._opening.settings.activation)
        self._keep()
        self._service.meters.swapped("taken")
        self._announce(before, edition)
        log.info("edition taken", edition=edition.note.id)

    def _announce(self, before: Edition, after: Edition) -> None:
        """Tell others of every list that came or changed; two services that take the same tell it once."""
        known = {one.version.list: one.version.digest for one in before.lists}
        new = [one.version for one in after.lists if known.get(one.version.list) != one.version.digest]
        if new:
            with self._service.store.write() as conn:
                for one in new:
                    told = {"list": one.list, "published": one.published, "edition": after.note.id}
                    once = f"{one.list} {one.digest} {after.note.id}"
                    announce(conn, self._service.store, "list.updated", [told], once)
