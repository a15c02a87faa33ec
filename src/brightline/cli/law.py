"""`brightline law show`: the law of a day, as the book holds it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from brightline.cli.context import Context
from brightline.cli.law_licences import described_licence, licence_named, living, print_licence, print_living
from brightline.errors import CallError, LawError
from brightline.law.book import LawBook, read_book
from brightline.law.licence import Licence
from brightline.law.shapes import Rule
from brightline.screen.moments import read_moment

app = typer.Typer(name="law", no_args_is_help=True, help="The law of a day, as the book holds it.")


@app.callback()
def law() -> None:
    """The law of a day, as the book holds it."""


@app.command()
def show(
    context: typer.Context,
    rule: Annotated[
        str | None,
        typer.Argument(help="One rule, or one licence such as GL-8; default: all rules, and living licences."),
    ] = None,
    on: Annotated[str | None, typer.Option(help="A day or a moment with its zone; default: now.")] = None,
) -> None:
    """Print the law at a moment: the rules with question, clauses, effect and acts, and the licences then alive."""
    ours: Context = context.obj
    moment = read_moment(on, "--on") if on is not None else datetime.now(UTC).replace(microsecond=0)
    book = read_book()
    licence = licence_named(book, rule) if rule is not None and rule not in book.rule_names else None
    if licence is not None:
        _put_licences(ours, (licence,), moment, whole=True)
        return
    for one in _asked_for(book, rule):
        content = described(one, moment)
        if ours.as_json:
            ours.put(content)
        else:
            _print(ours, content)
    if rule in (None, "licence"):
        _put_licences(ours, living(book, moment), moment, whole=False)


def _put_licences(ours: Context, licences: tuple[Licence, ...], moment: datetime, *, whole: bool) -> None:
    if ours.as_json:
        for one in licences:
            ours.put(described_licence(one, moment))
    elif whole:
        print_licence(ours, licences[0], moment)
    else:
        print_living(ours, licences, moment)


def _asked_for(book: LawBook, name: str | None) -> tuple[Rule, ...]:
    if name is None:
        return book.rules
    try:
        return (book.rule(name),)
    except LawError:
        known = f"one of {', '.join(book.rule_names)}, or a licence such as GL-8"
        raise CallError("law show", f"the rule {name!r}", known) from None


def described(rule: Rule, moment: datetime) -> dict[str, object]:
    """A rule as it stands at a moment; without a version in force, what it says before its first."""
    version = rule.at(moment)
    content: dict[str, object] = {
        "rule": rule.name,
        "asks": rule.asks,
        "on": moment.isoformat(),
        "force": rule.force.value,
    }
    if version is None:
        return content | {"in_force": False, "before": rule.before}
    clauses = [{"id": one.id, "asks": one.asks, "test": f"{one.fact} {one.test}"} for one in version.when.clauses()]
    cites = [
        {"act": one.act, "place": one.place, "url": one.url, "in_force": one.in_force, "status": one.status}
        for one in version.citations()
    ]
    effect = {"yes": version.then, "unknown": version.if_unknown} | {
        f"yes with {clause}": to for clause, to in version.raised
    }
    return content | {"in_force": True, "clauses": clauses, "effect": effect, "note": version.note, "cites": cites}


def _print(ours: Context, content: dict[str, object]) -> None:
    ours.print(f"{content['rule']} ({content['force']}): {content['asks']}")
    if not content["in_force"]:
        ours.print(f"  not in force on {content['on']}: {content['before']}\n")
        return
    for clause in content["clauses"]:  # type: ignore[attr-defined]
        ours.print(f"  {clause['id']}: {clause['asks']}")
    effects = ", ".join(f"{answer}: {effect}" for answer, effect in content["effect"].items())  # type: ignore[attr-defined]
    ours.print(f"  effect: {effects}")
    for cite in content["cites"]:  # type: ignore[attr-defined]
        ours.print(f"  law: {cite['act']}, {cite['place']} (from {cite['in_force']}, {cite['status']}) {cite['url']}")
    ours.print("")
