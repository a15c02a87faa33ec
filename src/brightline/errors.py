"""Every error we raise on purpose.

BrightlineError
├── CallError            the caller's: a wrong option, a path that is not there, a policy that does not hold
│   ├── PathError            a file or folder that is not there or may not be read
│   └── MissingEdition       nothing imported, or nothing known by that moment
├── SourceError          a publisher's: a file is not what we agreed to read
│   ├── NotRecognised        no format we know
│   └── ShrunkenList         fewer entries than the list's stated minimum
├── NotFetched           a publisher's address gave no file, or not in time
├── LawError             ours: a file under law/ (or a policy) says something we do not understand
├── StoreError           the database: not there, full, held by another, or of another program
├── Refused              a person or a program asked for what it may not have, or not now
│   ├── NotSignedIn          nobody we know asks
│   ├── TooManyTries         too many wrong passwords for a name or from a place
│   ├── NotAllowed           the one who asks may not
│   ├── NotThere             nothing of that name
│   └── Clash                somebody else was first
├── DoorAway             a folder, queue or broker that cannot be reached now
├── WorkerLost           ours: a process that was deciding ended in the middle
└── UnreadableMessage    a message or row that cannot become a payment, with the place that stopped us

Each says where, what was found, what was expected, and what to do. Arguments are passed up by position, so
that every error survives the trip back from a worker process.
"""

from __future__ import annotations


class BrightlineError(Exception):
    """The family. `exit_status` is what the command line answers with."""

    exit_status = 1


class _Told(BrightlineError):
    """An error with a place, what was found, what was expected and what to do."""

    def __init__(self, where: str, found: str, expected: str, advice: str = "") -> None:
        super().__init__(where, found, expected, advice)
        self.where, self.found, self.expected, self.advice = where, found, expected, advice

    def __str__(self) -> str:
        told = f"{self.where}: expected {self.expected}, found {self.found}"
        return f"{told}. {self.advice}" if self.advice else told


class CallError(_Told):
    """The call is wrong and nothing was changed."""

    exit_status = 2


class PathError(CallError):
    """A file or folder that is not there, or may not be read."""


class MissingEdition(CallError):
    """Nothing imported, or nothing known by the moment asked for."""


class SourceError(_Told):
    """A publisher's file is not what we agreed to read; nothing was imported from it."""

    exit_status = 2


class NotRecognised(SourceError):
    """The file is of no format we know."""


class ShrunkenList(SourceError):
    """The list has fewer entries than its stated minimum; the good one stays."""


class NotFetched(_Told):
    """A publisher's file could not be had; what is in the home stays."""


class LawError(_Told):
    """A file of law or policy says something the reader does not understand."""

    exit_status = 2


class StoreError(_Told):
    """The database cannot do its part; nothing of the transaction was kept."""


class Refused(_Told):
    """What a caller may not do, or not now. `status` is the HTTP status that says so."""

    exit_status = 2
    status = 422


class NotSignedIn(Refused):
    """Nobody we know asks: no session, no key, or one that has ended."""

    status = 401


class TooManyTries(Refused):
    """Too many wrong passwords, for this name or from this place: wait."""

    status = 429


class NotAllowed(Refused):
    """The one who asks may not do this."""

    status = 403


class NotThere(Refused):
    """There is nothing of that name."""

    status = 404


class Clash(Refused):
    """Somebody else was first, or the thing is no longer in the state this was asked for."""

    status = 409


class DoorAway(_Told):
    """A folder, queue or broker that cannot be reached now; what waits there waits still."""


class WorkerLost(_Told):
    """A process that was deciding ended in the middle; what was written until then is not whole."""


class UnreadableMessage(_Told):
    """A message or row that cannot become a payment."""

    exit_status = 3
