"""Answering about one case: what was asked, the answer for who asks, drafts of messages, a letter to the customer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from urllib.parse import quote

from starlette.responses import Response

from brightline.answering.answers.profiles import profiles
from brightline.answering.drafts.kinds import kinds
from brightline.answering.drafts.order import LONGEST_WORDS, Wish
from brightline.answering.letters.documents import LANGUAGES, documents_for
from brightline.answering.letters.letter import CUSTOMERS, Ordered
from brightline.answering.letters.may_ask import may_ask
from brightline.answering.of_case import answer_of_case, draft_of_case, letter_of_case
from brightline.beside.values import is_day
from brightline.cases.permissions import allowed
from brightline.cases.requests.reading import requests_of
from brightline.cases.view import case_view
from brightline.desk.drawing import draw
from brightline.desk.visit import Ask
from brightline.errors import Refused
from brightline.report.payments import payment_view

USUAL = timedelta(days=14)  # how long a customer has unless a person says otherwise


def show(ask: Ask) -> Response:
    """The page as it is before anything is drafted."""
    return _page(ask, {})


def answer(ask: Ask) -> Response:
    """The answer for a profile, to be read and copied."""
    profile = ask.word("profile", 20)
    text = answer_of_case(ask.service.store, ask.path["case"], profile, ask.actor)
    return _page(ask, {"heading": f"Answer for {profiles()[profile].says.lower()}", "text": text})


def letter(ask: Ask) -> Response:
    """The letter to the customer, to be read and copied."""
    until = ask.word("until", 20)
    if not is_day(until):
        raise Refused("until", repr(until), "a day such as 2026-07-14")
    asked = ask.word("language", 5), ask.word("customer", 10), date.fromisoformat(until), ask.word("agreed_by", 120)
    text = letter_of_case(ask.service.store, ask.path["case"], Ordered(*asked), ask.actor)
    return _page(ask, {"heading": "Letter to the customer", "text": text})


def draft(ask: Ask) -> Response:
    """The draft of a message as a file."""
    words = ask.word("words", LONGEST_WORDS + 1)
    optional = [ask.word(name, 80) or None for name in ("ours", "theirs", "to_reference")]
    wish = Wish(ask.word("kind", 20), ask.word("code", 20) or None, words, *optional)
    made = draft_of_case(ask.service.store, ask.path["case"], wish, ask.actor)
    answer = Response(made.content, media_type="application/octet-stream")
    answer.headers["content-disposition"] = f"attachment; filename*=UTF-8''{quote(made.name, safe='')}"
    return answer


def _page(ask: Ask, made: Mapping[str, str]) -> Response:
    store = ask.service.store
    view = case_view(store, ask.path["case"], ask.actor)
    with store.read() as conn:
        found = requests_of(conn, store, view.row.id)
    content = {
        "row": view.row,
        "p": payment_view(view.decision, 1),
        "error": view.row.outcome == "unreadable",
        "found": found,
        "made": made,
        "asking": may_ask(view.decision),
        "documents": documents_for(view.decision),
        "profiles": profiles().values(),
        "kinds": kinds().values(),
        "languages": LANGUAGES,
        "customers": CUSTOMERS,
        "may_draft": allowed(ask.actor, "cases.draft"),
        "may_answer": allowed(ask.actor, "requests.answer"),
        "until": (store.now().date() + USUAL).isoformat(),
    }
    return draw("answering.html", ask, content)
