"""`brightline explain`: the same explanation in words, from the decision alone."""

from __future__ import annotations

from typing import Annotated

import typer

from brightline.cli.context import Context
from brightline.cli.decisions import decision_texts, is_meant, read_decision
from brightline.errors import CallError
from brightline.screen.explain import explain
from brightline.screen.plain import Json


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("explain")(run)


def run(
    context: typer.Context,
    decisions: Annotated[str, typer.Argument(help="A file of decisions, or - for standard input.")],
    wanted: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="A decision id (or its beginning), or a source.")
    ] = None,
) -> None:
    """Explain decisions in words; all of them, or the one named."""
    ours: Context = context.obj
    found = False
    for number, text in decision_texts(decisions):
        decision = read_decision(text, decisions, number)
        if wanted is None or is_meant(decision, wanted):
            _put(ours, decision, first=not found)
            found = True
    if not found and wanted is not None:
        raise CallError(decisions, f"no decision {wanted!r}", "an id, the beginning of one, or a source of this file")


def _put(ours: Context, decision: Json, *, first: bool) -> None:
    lines = _told(decision)
    if ours.as_json:
        ours.put({"id": decision.get("id"), "outcome": decision["outcome"], "explanation": list(lines)})
        return
    ours.print(("" if first else "\n") + "\n".join(lines))


def _told(decision: Json) -> tuple[str, ...]:
    try:
        return explain(decision)
    except (KeyError, TypeError, ValueError) as broken:
        told = f"a decision in which {broken} is missing or of another kind"
        raise CallError(str(decision.get("id")), told, "a whole decision") from None
