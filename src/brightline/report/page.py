"""Decisions as one self-contained page: no network, no second file, readable without script, fit to print."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from brightline.report.findings import CiteView
from brightline.report.payments import LackView, PaymentView, payment_view, unknown_in_all
from brightline.report.reading import LINE, NAME, Json, part, shown, word
from brightline.report.tally import OUTCOMES, Tally, tally

BASES = {
    "no-nexus": "no tie to Russia or Belarus, and nobody listed",
    "positive-evidence": "what the message names speaks for it, and nothing against it",
    "licence": "covered by a licence in force",
    "passport": "covered by a standing approval",
    "tolerated-unknown": "an unknown that policy tolerates",
    "not said": "basis not recorded",
}
LABELS = {
    "stop": ("Stop", "■", "held; no single person may release it"),
    "review": ("Review", "▲", "held; a person must look"),
    "release": ("Release", "●", "nothing in the evidence holds it"),
    "unreadable": ("Unreadable", "✕", "not screened, so not cleared"),
    "not-a-payment": ("Not a payment", "–", "moves no money; never a clearance"),
}


def report_page(decisions: Iterable[Mapping[str, object]], *, title: str, notes: Sequence[str]) -> bytes:
    """The page as UTF-8 HTML, the same bytes for the same decisions.

    Stops and reviews stand in full up to `tally.SHOWN_IN_FULL`, stops first; releases are counted by their basis;
    unreadable messages and those that are no payment are listed. `notes` stand under the heading as written.
    """
    kept = tally(decisions)
    chosen = kept.chosen()
    everywhere = unknown_in_all(chosen)
    cited: set[CiteView] = set()
    template = environment().get_template("page.html")
    page = template.render(
        title=shown(title, NAME),
        notes=[shown(note, LINE) for note in notes],
        css=Markup(asset("style.css")),
        script=Markup(asset("script.js")),
        script_digest=digest_of(asset("script.js")),
        labels=LABELS,
        counts=[(outcome, kept.counts[outcome]) for outcome in OUTCOMES],
        total=sum(kept.counts.values()),
        bases=[(BASES.get(basis, basis), count) for basis, count in sorted(kept.bases.items())],
        editions=list(kept.editions.values()),
        trial=kept.trials > 0 or any(one.trial for one in kept.editions.values()),
        excerpts=sorted({name for one in kept.editions.values() for name in one.excerpts}),
        everywhere=everywhere,
        payments=_views(chosen, frozenset(everywhere), cited),
        laws=lambda: sorted(cited, key=lambda cite: (cite.text, cite.in_force, cite.url, cite.status)),
        shown_count=len(chosen),
        not_shown=kept.not_shown(),
        unreadable=[_unreadable(one) for one in kept.unreadable],
        no_payment=[_no_payment(one) for one in kept.no_payment],
        more=_more(kept),
    )
    return page.encode("utf-8")


@cache
def environment() -> Environment:
    """The templates of the pages: everything is escaped, nothing missing is passed over."""
    return Environment(
        loader=PackageLoader("brightline.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def asset(name: str) -> str:
    """A style sheet or script that ships with the templates."""
    return files("brightline.report").joinpath("templates", name).read_text(encoding="utf-8")


def digest_of(script: str) -> str:
    """The digest by which the page allows its own script and no other."""
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


def _views(chosen: Sequence[Json], everywhere: frozenset[LackView], cited: set[CiteView]) -> Iterator[PaymentView]:
    """The payments one by one; the law they cite gathers in `cited` on the way."""
    for place, one in enumerate(chosen, 1):
        view = payment_view(one, place, everywhere)
        cited.update(cite for finding in (*view.findings, *view.releasing) for cite in finding.cites)
        yield view


def _unreadable(decision: Json) -> dict[str, str]:
    error = part(decision, "error")
    told = {name: word(error, name) for name in ("where", "found", "expected", "advice")}
    return {"source": word(part(decision, "payment"), "source", NAME), **told}


def _no_payment(decision: Json) -> dict[str, str]:
    payment = part(decision, "payment")
    return {name: word(payment, name, NAME) for name in ("source", "format", "message_id")}


def _more(kept: Tally) -> dict[str, int]:
    return {
        "unreadable": kept.counts["unreadable"] - len(kept.unreadable),
        "no_payment": sum(kept.counts[one] for one in kept.counts if one not in OUTCOMES)
        + kept.counts["not-a-payment"]
        - len(kept.no_payment),
    }
