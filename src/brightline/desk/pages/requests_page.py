"""What others ask us and we ask them, the soonest due first; and letters taken in by hand."""

from __future__ import annotations

from datetime import date

from starlette.responses import Response

from brightline.beside.values import is_day
from brightline.cases.permissions import allowed
from brightline.cases.requests.reading import answered, open_requests
from brightline.cases.requests.recognise import LONGEST_WORDS, Names
from brightline.cases.requests.register import Letter, take_letter
from brightline.cases.requests.terms import askers
from brightline.desk.drawing import draw
from brightline.desk.going import go
from brightline.desk.visit import Ask
from brightline.errors import Refused


def show(ask: Ask) -> Response:
    """Every request that is still open."""
    content = {
        "found": open_requests(ask.service.store, ask.actor),
        "askers": askers(),
        "may_answer": allowed(ask.actor, "requests.answer"),
        "today": ask.service.store.now().date().isoformat(),
    }
    return draw("requests.html", ask, content)


def take(ask: Ask) -> Response:
    """Take in a letter and go on in the case of its payment. Raises Refused as `take_letter`."""
    reference = ask.word("payment", 80)
    names = Names(uetr=reference.lower(), references=(reference,), end_to_end_id=reference) if reference else Names()
    words = ask.word("words", LONGEST_WORDS + 1)
    letter = Letter(ask.word("asker", 20), ask.word("who", 120), ask.word("reference", 80), names, words, _day(ask))
    _, case = take_letter(ask.service.store, letter, ask.actor)
    return go(f"/desk/cases/{case}/answering", "letter-taken")


def close(ask: Ask) -> Response:
    """An answer went out, or came."""
    case = answered(ask.service.store, ask.path["id"], ask.actor)
    return go(f"/desk/cases/{case}/answering" if case else "/desk/requests", "done")


def _day(ask: Ask) -> date | None:
    written = ask.word("due", 20)
    if written and not is_day(written):
        raise Refused("deadline", repr(written), "a day such as 2026-07-14")
    return date.fromisoformat(written) if written else None
