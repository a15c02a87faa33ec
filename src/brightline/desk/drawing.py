"""Drawing pages: one environment, everything escaped, the report's pieces at hand under `report/`."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from importlib import resources

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined
from starlette.responses import HTMLResponse

from brightline.cases.permissions import allowed
from brightline.desk.said import sentence
from brightline.desk.visit import Ask
from brightline.report.reading import shown
from brightline.screen.labels import rule_label
from brightline.screen.requirements import HOLDING

PLACES = (
    ("Queue", "/desk/queue", "cases.read"),
    ("Requests", "/desk/requests", "requests.read"),
    ("Approvals", "/desk/approvals", "cases.read"),
    ("Pairs and passports", "/desk/clearances", "clearances.read"),
    ("Corridors", "/desk/corridors", "numbers.read"),
    ("Numbers", "/desk/numbers", "numbers.read"),
    ("Machine", "/desk/machine", "machine.read"),
    ("Journal", "/desk/journal", "journal.read"),
    ("People", "/desk/people", "people.read"),
    ("Keys", "/desk/keys", "keys.read"),
)


def draw(template: str, ask: Ask, content: Mapping[str, object], status: int = 200) -> HTMLResponse:
    """A page of the desk for whoever asks, with the bar of the places that this role may go to."""
    page = _environment().get_template(template)
    told = {"visitor": ask.actor, "csrf": ask.csrf, "theme": ask.theme, "said": sentence(ask.said)}
    return HTMLResponse(page.render({**told, "places": places(ask), "here": ask.here, **content}), status)


def places(ask: Ask) -> list[dict[str, object]]:
    """The pages in the bar, those that the role may read."""
    return [
        {"name": name, "href": href, "current": ask.here.startswith(href)}
        for name, href, action in PLACES
        if allowed(ask.actor, action)
    ]


@cache
def _environment() -> Environment:
    loader = ChoiceLoader(
        [PackageLoader("brightline.desk"), PrefixLoader({"report": PackageLoader("brightline.report")})]
    )
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals |= {"asset": asset, "needed_rules": HOLDING}
    environment.filters |= {
        "day_and_hour": day_and_hour,
        "money": money,
        "rule": rule_label,
        "shown": shown,
        "words": lambda name: str(name).replace("_", " ").replace("-", " "),
        "size": size,
    }
    return environment


@cache
def asset(name: str) -> str:
    """Where a static file is; its digest in the address makes browsers fetch a changed one."""
    data = resources.files("brightline.desk").joinpath("static", name).read_bytes()
    return f"/desk/static/{name}?{hashlib.sha256(data).hexdigest()[:10]}"


def day_and_hour(moment: str) -> str:
    """A moment of the store as people read it: `2026-11-22 14:05` in UTC; a day stays a day."""
    return moment[:16].replace("T", " ") if "T" in moment else moment


def money(amount: str | None) -> str:
    """Digits as printed, parted by thousands; what is no plain number stays as it is."""
    before, point, after = (amount or "").partition(".")
    return f"{int(before):,}{point}{after}" if before.isascii() and before.isdigit() else shown(amount)


def size(count: int) -> str:
    """A number of bytes as people read it."""
    return f"{count:,} B" if count < 1024 else f"{count // 1024:,} kB"


def for_how_long(since: str, now: datetime) -> str:
    """How long ago a moment of the store was: `12 min`, `5 h`, `3 d`."""
    began = datetime.fromisoformat(since)
    minutes = int((now - (began if began.tzinfo else began.replace(tzinfo=UTC))).total_seconds()) // 60
    if minutes < 60:
        return f"{max(minutes, 0)} min"
    return f"{minutes // 60} h" if minutes < 48 * 60 else f"{minutes // 1440} d"
