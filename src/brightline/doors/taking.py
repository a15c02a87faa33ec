"""Taking letters from a door: each decided and on disk before it is answered, decided once however often it comes.

The key of a letter is that of `Idempotency-Key` over HTTP: a letter that was decided before a crash comes again, and is
answered with what stands. One that cannot be read or taken is set aside and named; the rest go on.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass

import structlog

from brightline.api.envelope import opened
from brightline.cases.failpoints import reach
from brightline.cases.intake import Accepted, Arrival, earlier_answer
from brightline.cases.service import Service
from brightline.doors.door import Door, Letter
from brightline.errors import BrightlineError, DoorAway, StoreError
from brightline.screen.wire import read_line

TOGETHER = 16  # letters under way at one time
LOOK_SECONDS = 0.5  # how long a door waits for a first letter before it is asked again
PATIENCE = (1.0, 2.0, 5.0, 10.0, 30.0)  # seconds before a door or store that is away is asked again

log = structlog.get_logger("brightline.doors")


@dataclass(slots=True)
class Tally:
    """What came through a door. `again`: answered with what stood; `aside`: set aside whole.

    `unreadable`: single payments in messages that were answered.
    """

    taken: int = 0
    again: int = 0
    aside: int = 0
    unreadable: int = 0

    @property
    def whole(self) -> bool:
        """Whether everything could be read."""
        return not self.aside and not self.unreadable


@dataclass(slots=True)
class Taking:
    """One door into one service."""

    door: Door
    service: Service
    tally: Tally

    def take_what_waits(self) -> None:
        """Everything that waits now. Raises DoorAway or StoreError: what was not decided waits still."""
        while self._round(0.0):
            continue

    def take_on(self, ending: threading.Event) -> None:
        """Until `ending` is set; a door or store that is away is waited for."""
        failed = 0
        while not ending.is_set():
            try:
                self._round(LOOK_SECONDS)
                failed = 0
            except (DoorAway, StoreError) as away:
                wait = PATIENCE[min(failed, len(PATIENCE) - 1)]
                failed += 1
                log.error("away", door=self.door.name, why=str(away), again_in=wait)
                ending.wait(wait)

    def _round(self, seconds: float) -> int:
        letters = self.door.receive(TOGETHER, seconds)
        begun = [(letter, self._begin(letter)) for letter in letters]
        away: BrightlineError | None = None
        for letter, answer in begun:
            try:
                self._end(letter, answer)
            except (DoorAway, StoreError) as fault:
                away = fault
        if away is not None:
            raise away
        return len(letters)

    def _begin(self, letter: Letter) -> Future[Accepted]:
        """The letter on its way; whatever is wrong with it stands in the answer."""
        answer: Future[Accepted] = Future()
        try:
            if not letter.fault:
                return self._take(letter)
        except Exception as fault:  # noqa: BLE001 - told where the answer is awaited
            answer.set_exception(fault)
        return answer

    def _take(self, letter: Letter) -> Future[Accepted]:
        moment = self.service.store.now().replace(microsecond=0)
        arrival = Arrival(letter.body, "", moment, False, f"door:{self.door.name}", letter.key)
        if earlier := earlier_answer(self.service.store, arrival):
            answer: Future[Accepted] = Future()
            answer.set_result(earlier)
            return answer
        return self.service.take(arrival, *opened(letter.body), source=letter.name)

    def _end(self, letter: Letter, answer: Future[Accepted]) -> None:
        if letter.fault:
            self._set_aside(letter, letter.fault)
            return
        try:
            accepted = answer.result()
        except StoreError:
            self.door.give_back(letter)
            raise
        except BrightlineError as refused:
            self._set_aside(letter, str(refused))
        except Exception as fault:  # noqa: BLE001 - a message that breaks us is set aside and named; the rest go on
            self._set_aside(letter, f"a fault of ours, {type(fault).__name__}: nothing was released by it; report it")
        else:
            self._answer(letter, accepted)

    def _answer(self, letter: Letter, accepted: Accepted) -> None:
        reach("door.decided")
        if accepted.readable:
            self.door.answer(letter, accepted.lines)
        else:
            self._set_aside(letter, _why(accepted.lines), accepted.cases)
        self.tally.again += accepted.again
        self.tally.taken += accepted.readable and not accepted.again
        self.tally.unreadable += accepted.outcomes.count("unreadable") if accepted.readable else 0

    def _set_aside(self, letter: Letter, why: str, cases: Sequence[str] = ()) -> None:
        self.door.set_aside(letter, why, cases)
        self.tally.aside += 1
        log.error("set aside", door=self.door.name, letter=letter.name, why=why, cases=list(cases))


def _why(lines: Sequence[bytes]) -> str:
    """What the first unreadable line says, in one sentence."""
    for line in lines:
        said = read_line(line.decode()).get("error")
        if isinstance(said, dict):
            sentence = f"{said['where']}: expected {said['expected']}, found {said['found']}"
            return f"{sentence}. {said['advice']}" if said.get("advice") else sentence
    return "nothing in it could be read as a payment"
