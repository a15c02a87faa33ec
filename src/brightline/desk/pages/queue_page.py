"""The queue: what is due and grave first, filtered by the URL, counted live, taken one by one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from urllib.parse import urlencode

from starlette.responses import JSONResponse, Response

from brightline.cases.database import stamp
from brightline.cases.filters import Filters, filters_from
from brightline.cases.permissions import allowed
from brightline.cases.queue import groups, queue, take_next
from brightline.cases.rows import QueuePage
from brightline.cases.saved_filters import drop_filter, save_filter, saved
from brightline.cases.states import STATES, WAITING
from brightline.desk.answers import answers
from brightline.desk.drawing import draw, for_how_long
from brightline.desk.freshness import freshness
from brightline.desk.going import go
from brightline.desk.notices.read import near, notices
from brightline.desk.visit import Ask
from brightline.screen.labels import rule_label
from brightline.screen.requirements import HOLDING

OURS = ("cursor", "by", "said", "limit", "blind")  # parameters of the page, not of the filters
NOTICES, PAGE, MOST_GROUPS = 4, 60, 50


def show(ask: Ask) -> Response:
    """A page of the queue, as the URL asks for it."""
    asked = asked_of(ask)
    filters = filters_from(asked)
    if ask.query.get("by") == "counterparty":
        found = groups(ask.service.store, filters, ask.actor, MOST_GROUPS)
        return draw("queue/groups.html", ask, {"groups": found, "answers": answers(), **_around(ask, asked)})
    page = queue(ask.service.store, filters, ask.actor, ask.query.get("cursor"), PAGE)
    return draw(
        "queue/queue.html",
        ask,
        {"page": page, "counts": counted(page), "more": _more(asked, page), **_around(ask, asked)},
    )


def counts(ask: Ask) -> Response:
    """How many cases there are of each kind, for the page to ask again and again."""
    page = queue(ask.service.store, filters_from(asked_of(ask)), ask.actor, None, 1)
    return JSONResponse({"counts": counted(page)})


def take(ask: Ask) -> Response:
    """Lock the most urgent case that the filters leave and open it."""
    asked = {name: ask.word(name) for name in Filters.__dataclass_fields__ if ask.word(name)}
    taken = take_next(ask.service.store, ask.actor, filters_from(asked))
    query = f"?{urlencode(asked)}" if asked else ""
    return go(f"/desk/cases/{taken}{query}") if taken else go(f"/desk/queue{query}", "none-left")


def keep_filter(ask: Ask) -> Response:
    """Keep the filters of the page under a name."""
    query = ask.word("query", 2000)
    save_filter(ask.service.store, ask.word("name"), query, ask.actor)
    return go(f"/desk/queue?{query}", "filter-kept")


def drop(ask: Ask) -> Response:
    """Forget a saved filter."""
    drop_filter(ask.service.store, ask.word("name"), ask.actor)
    return go("/desk/queue", "filter-gone")


def counted(page: QueuePage) -> dict[str, int]:
    """The counts of a page, and those that wait for anybody together."""
    return {**page.counts, "waiting": sum(page.counts.get(one, 0) for one in WAITING)}


def asked_of(ask: Ask) -> dict[str, str]:
    """The filters in the URL: fields left empty ask nothing."""
    return {name: value.strip() for name, value in ask.query.items() if value.strip() and name not in OURS}


def _around(ask: Ask, asked: Mapping[str, str]) -> dict[str, object]:
    """What stands around the rows: the fields as filled, notices, how fresh the lists are."""
    now = ask.service.store.now()
    edition = ask.service.edition
    return {
        "asked": asked,
        "query": urlencode(asked),
        "saved": saved(ask.service.store, ask.actor),
        "may_save": allowed(ask.actor, "filters.save"),
        "tabs": _tabs(stamp(now)),
        "notices": near(notices(), now.date(), NOTICES),
        "fresh": freshness(edition, now),
        "states": [(one, one.replace("-", " ")) for one in STATES],
        "rule_choices": [(one, rule_label(one)) for one in (*edition.book.rule_names, *HOLDING)],
        "list_choices": [(one.version.list, one.version.list) for one in edition.lists],
        "can_take": allowed(ask.actor, "cases.take"),
        "ago": partial(for_how_long, now=now),
    }


def _tabs(now: str) -> tuple[tuple[str, Mapping[str, str], str], ...]:
    """Shortcuts over the queue: a name, the filters it asks for, and the count that stands beside it."""
    return (
        ("All open", {}, "all"),
        ("Mine", {"assignee": "me"}, "mine"),
        ("Overdue", {"cut_off": now}, "overdue"),
        ("Stop", {"outcome": "stop"}, "stop"),
        ("Review", {"outcome": "review"}, "review"),
        ("Unreadable", {"outcome": "unreadable"}, "unreadable"),
        ("Recommended", {"state": "recommended"}, "recommended"),
        ("Waiting", {"state": ",".join(WAITING)}, "waiting"),
    )


def _more(asked: Mapping[str, str], page: QueuePage) -> str:
    return urlencode({**asked, "cursor": page.next}) if page.next else ""
