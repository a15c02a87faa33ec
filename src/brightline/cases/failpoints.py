"""Named places at which a test kills the process, to prove that what was answered is on disk and nothing is half there.

`BRIGHTLINE_FAILPOINT=name` kills the process (as `kill -9` does) the first time it comes to that place, `name:3` the
third time. Without the variable a place costs one comparison. POINTS names them all: a house test holds the code to it.
"""

from __future__ import annotations

import os
import signal

POINTS = (
    "write.begun",
    "write.before-journal",
    "write.before-commit",
    "write.after-commit",
    "journal.lines-written",
    "journal.nodes-written",
    "journal.head-written",
    "intake.screened",
    "intake.message-written",
    "intake.payments-written",
    "intake.cases-opened",
    "erase.keys-gone",
    "restore.half-way",
    "backup.before-rename",
    "door.decided",
    "door.answer-written",
)

_name, _, _times = os.environ.get("BRIGHTLINE_FAILPOINT", "").partition(":")
_left = int(_times) if _times.isdigit() else 1


def reach(name: str) -> None:
    """Die here if this is the place asked for."""
    global _left
    if name != _name:
        return
    _left -= 1
    if _left <= 0:
        os.kill(os.getpid(), signal.SIGKILL)
