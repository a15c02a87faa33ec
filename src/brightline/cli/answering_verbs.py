"""What `brightline draft` does with cases; loaded when asked for, so that other drafts wait for no database."""

from __future__ import annotations

import getpass
from pathlib import Path

from brightline.answering.drafts.order import Wish
from brightline.answering.letters.letter import Ordered
from brightline.answering.of_case import AT_THE_TERMINAL, answer_of_case, draft_of_case, letter_of_case
from brightline.cases.actors import ANALYST, Actor
from brightline.cli.context import Context
from brightline.cli.files import write_whole
from brightline.cli.stores import one_store, opened


def draft_message(ours: Context, db: str | None, case: str, wish: Wish, out: Path | None) -> None:
    """Write the draft of a message about a case; what a person should know of it is said beside it."""
    with opened(ours, one_store(ours.home, db), signs=True) as store:
        draft = draft_of_case(store, case, wish, operator())
    file = out or Path(draft.name)
    write_whole(file, draft.content)
    kind = draft.order.kind
    ours.say(f"{file}: {kind.what}, {kind.version}, from {draft.order.ours} to {draft.order.theirs}; not sent")
    for note in draft.notes:
        ours.say(note)


def draft_answer(ours: Context, db: str | None, case: str, profile: str, out: Path | None) -> None:
    """Write the answer about a case for who asks, or print it."""
    with opened(ours, one_store(ours.home, db), signs=True) as store:
        _put(ours, answer_of_case(store, case, profile, operator()), out)


def draft_letter(ours: Context, db: str | None, case: str, ordered: Ordered, out: Path | None) -> None:
    """Write the letter to the customer of a case, or print it."""
    with opened(ours, one_store(ours.home, db), signs=True) as store:
        _put(ours, letter_of_case(store, case, ordered, operator()), out)


def _put(ours: Context, text: str, out: Path | None) -> None:
    if out is None:
        ours.print(text.rstrip("\n"))
    else:
        write_whole(out, text.encode())
        ours.say(f"{out}: written, not sent")


def operator() -> Actor:
    """Who sits at the terminal, as the journal names them."""
    name = getpass.getuser()
    return Actor(f"cli:{name}", name, ANALYST, AT_THE_TERMINAL)
