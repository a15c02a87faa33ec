"""What a running service is made of: its store, what it decides with, who decides, and what it counts.

The HTTP service and the review desk share one. It is made by whoever starts them (`brightline serve`) or by a test.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from brightline.beside.book import BesideBook
from brightline.beside.media import KIND as MEDIA
from brightline.cases.again import AsItCame
from brightline.cases.database import Store
from brightline.cases.deciding import SOURCE, Deciding, Screened
from brightline.cases.intake import Accepted, Arrival
from brightline.cases.keeping import Keeper
from brightline.cases.keys_seen import KeysSeen
from brightline.cases.meters import Meters
from brightline.cases.workers import Workers
from brightline.screen.edition import Edition, published_moment

Answered = TypeVar("Answered")
_OPENED_BY_WORKERS = (MEDIA,)  # too large to travel with every payment: each worker opens its own


@dataclass(frozen=True, slots=True)
class ServiceSettings:
    """`demo`: HTTP needs no key, the desk shows two people to sign in as. `secure`: cookies travel over TLS alone."""

    demo: bool = False
    secure: bool = False


@dataclass(slots=True)
class Service:
    """One running service. `deciding` answers in this process, `workers` beside it; both with the same edition.

    `printer`: a whole HTML page into a PDF; None where nothing is there to print with. `waiting`: the edition that the
    home would make and that waits for two people; None where none does.
    """

    store: Store
    deciding: Deciding
    workers: Workers
    meters: Meters = field(default_factory=Meters)
    settings: ServiceSettings = ServiceSettings()
    printer: Callable[[bytes], bytes] | None = None
    waiting: Edition | None = None
    keeper: Keeper = field(init=False)
    keys_seen: KeysSeen = field(init=False, default_factory=KeysSeen)

    def __post_init__(self) -> None:
        self.keeper = Keeper(self.store)

    @property
    def edition(self) -> Edition:
        """The edition in use."""
        return self.deciding.edition

    def ask(self, question: Callable[..., Answered], *arguments: object) -> Future[Answered]:
        """`question(deciding, *arguments)`, answered by a worker. The question must have a name others can import."""
        return self.workers.ask(question, *arguments)

    def screen(
        self, message: bytes, as_of: datetime, papers: Sequence[object] = (), source: str = SOURCE
    ) -> Future[Screened]:
        """A message screened by a worker beside its papers, and the pairs and passports live here and now."""
        live = {kind: part for kind, part in self.deciding.book.parts.items() if kind not in _OPENED_BY_WORKERS}
        return self.workers.ask(_screen, message, as_of, papers, BesideBook(live), source)

    def take(
        self, arrival: Arrival, message: bytes, papers: Sequence[object] = (), source: str = SOURCE
    ) -> Future[Accepted]:
        """A message screened by a worker and stored; the answer comes when it is on disk.

        `source`: what its payments say they came from. It fails with Refused, WorkerLost or StoreError.
        """
        answer: Future[Accepted] = Future()
        timed = self.meters.started("screen")

        def screened(done: Future[Screened]) -> None:
            timed()
            if (fault := done.exception()) is not None:
                answer.set_exception(fault)
                return
            stored = self.meters.started("store")
            answer.add_done_callback(lambda _: stored())
            self.keeper.keep(arrival, done.result(), answer)

        self.screen(message, arrival.as_of, papers, source).add_done_callback(screened)
        return answer

    def list_ages(self) -> Mapping[str, float]:
        """Seconds since the publication of each list in use."""
        moment = self.store.now()
        return {
            one.version.list: (moment - published_moment(one.version.published)).total_seconds()
            for one in self.edition.lists
        }

    def close(self) -> None:
        """Finish what was begun and give everything back."""
        self.workers.close()
        self.keeper.close()
        self.store.close()


def _screen(
    deciding: Deciding, message: bytes, as_of: datetime, papers: Sequence[object], book: BesideBook, source: str
) -> Screened:
    handed = {"papers": AsItCame(papers)} if papers else {}
    own = {kind: part for kind, part in deciding.book.parts.items() if kind in _OPENED_BY_WORKERS}
    deciding.book = BesideBook({**own, **book.parts, **handed})
    return deciding.screen(message, as_of, source)
