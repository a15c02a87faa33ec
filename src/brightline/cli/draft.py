"""`brightline draft`: what people clear and what they send, begun from decisions; what only people know is theirs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from hashlib import file_digest
from pathlib import Path
from typing import Annotated, cast

import typer

from brightline.beside.entry_digest import entry_digest
from brightline.beside.values import is_day
from brightline.cli.context import Context
from brightline.cli.decisions import decision_texts, is_meant, read_decision
from brightline.cli.files import why
from brightline.cli.replay import UNDECIDED, Editions
from brightline.errors import CallError, PathError
from brightline.screen.drafts import Digests, entries_then, lists_then, pair_drafts, passport_draft
from brightline.screen.plain import Json

app = typer.Typer(
    name="draft", help="Begin a passport, pairs or a message; people fill in the rest.", no_args_is_help=True
)

_NEEDED = ("goods", "route", "banks", "documents")

Decisions = Annotated[str, typer.Argument(help="A file of decisions, or - for standard input.")]
Wanted = Annotated[str | None, typer.Argument(metavar="[ID]", help="A decision id (or its beginning), or a source.")]
Owner = Annotated[str, typer.Option(help="Who answers for it.")]
Approver = Annotated[str, typer.Option(help="The second person, who approves it.")]
Expires = Annotated[str, typer.Option(help="Its last day, such as 2025-07-14.")]


@app.command("passport")
def passport(
    context: typer.Context,
    decisions: Decisions,
    wanted: Wanted = None,
    name: Annotated[str, typer.Option("--name", help="The passport's id; default: P- and the decision's.")] = "",
    document: Annotated[
        list[Path] | None, typer.Option(help="A document that was seen; its digest is taken. May be repeated.")
    ] = None,
    goods: Annotated[
        list[str] | None, typer.Option(help="What was cleared: '640399: children's shoes; boots'. May be repeated.")
    ] = None,
    owner: Owner = "",
    approver: Approver = "",
    expires: Expires = "",
) -> int:
    """A passport of the relationship of each decision, as `screen --passports` reads it."""
    ours: Context = context.obj
    papers, cleared = [_document(path) for path in document or ()], [_goods(line) for line in goods or ()]
    whose = {"owner": owner, "approver": approver, "expires": _day(expires)}
    drafts = []
    for decision, digest_of in _chosen(ours, decisions, wanted):
        begun = {"id": name or f"P-{str(decision['id'])[:8]}", **passport_draft(decision), "documents": papers}
        lists = {"lists": lists_then(decision), "entries": entries_then(decision, digest_of)}
        begun |= {"goods": cleared} if cleared else {}
        drafts.append(begun | lists | {"issued": _known(decision).isoformat()} | whose)
    _put(ours, drafts)
    return 0


@app.command("pairs")
def pairs(
    context: typer.Context,
    decisions: Decisions,
    wanted: Wanted = None,
    reason: Annotated[str, typer.Option(help="What tells the two apart.")] = "",
    owner: Owner = "",
    approver: Approver = "",
    expires: Expires = "",
) -> int:
    """A pair for each party and listed entry of a like name, with the entry's digest, as `screen --pairs` reads it."""
    ours: Context = context.obj
    told = {"reason": reason, "owner": owner, "approver": approver, "expires": _day(expires)}
    chosen = _chosen(ours, decisions, wanted)
    found = [pair for one, digest_of in chosen for pair in pair_drafts(one, digest_of, _known(one))]
    _put(ours, [pair | told for pair in found])
    return 0


@app.command("message")
def message(
    context: typer.Context,
    case: Annotated[str, typer.Argument(metavar="CASE", help="The id of a case.")],
    kind: Annotated[str, typer.Option("--as", help="pacs.002, pacs.004, camt.029, 056, 110, 111, MT195, 196 or 199.")],
    out: Annotated[Path | None, typer.Option(help="The file; default: a name of its own here.")] = None,
    code: Annotated[str | None, typer.Option(help="The reason code; default: the first the kind has.")] = None,
    words: Annotated[str, typer.Option(help="What to add in words.")] = "",
    sender: Annotated[str | None, typer.Option("--from", help="Our BIC; default: from the payment.")] = None,
    receiver: Annotated[str | None, typer.Option("--to", help="Their BIC; default: from the payment.")] = None,
    answers: Annotated[str | None, typer.Option(help="The reference of the message that is answered.")] = None,
    db: Annotated[str | None, typer.Option(help="The store; default: the home's.")] = None,
) -> None:
    """A message about the payment of a case as a file: status, return, recall, query, answer. Nothing is sent."""
    from brightline.answering.drafts.order import Wish
    from brightline.cli.answering_verbs import draft_message

    draft_message(context.obj, db, case, Wish(kind, code, words, sender, receiver, answers), out)


@app.command("answer")
def answer(
    context: typer.Context,
    case: Annotated[str, typer.Argument(metavar="CASE", help="The id of a case.")],
    profile: Annotated[str, typer.Option("--for", help="correspondent, regulator, court or customer.")],
    out: Annotated[Path | None, typer.Option(help="The file; default: print it.")] = None,
    db: Annotated[str | None, typer.Option(help="The store; default: the home's.")] = None,
) -> None:
    """The answer to a request for information about a case, with nothing that was found, weighed or noted."""
    from brightline.cli.answering_verbs import draft_answer

    draft_answer(context.obj, db, case, profile, out)


@app.command("letter")
def letter(
    context: typer.Context,
    case: Annotated[str, typer.Argument(metavar="CASE", help="The id of a case.")],
    until: Annotated[str, typer.Option(help="The day by which we need the documents, such as 2025-07-14.")],
    language: Annotated[str, typer.Option(help="en, zh or ru.")] = "en",
    customer: Annotated[str, typer.Option(help="debtor or creditor, whichever is ours.")] = "debtor",
    agreed_by: Annotated[str, typer.Option(help="Who of legal agreed, where that is needed.")] = "",
    out: Annotated[Path | None, typer.Option(help="The file; default: print it.")] = None,
    db: Annotated[str | None, typer.Option(help="The store; default: the home's.")] = None,
) -> None:
    """A plain letter to the customer of a case: what is missing, by when, how to send it. Nothing is sent."""
    from brightline.answering.letters.letter import Ordered
    from brightline.cli.answering_verbs import draft_letter

    if not is_day(until):
        raise CallError("--until", repr(until), "a day such as 2025-07-14")
    ordered = Ordered(language, customer, date.fromisoformat(until), agreed_by)
    draft_letter(context.obj, db, case, ordered, out)


def _chosen(ours: Context, path: str, wanted: str | None) -> Iterator[tuple[Json, Digests]]:
    """The decisions meant, each with the digests of the entries of its lists. Raises CallError where none is meant."""
    editions, found = Editions(ours.home, None, None), False
    for number, text in decision_texts(path):
        decision = read_decision(text, path, number)
        if decision["outcome"] not in UNDECIDED and (wanted is None or is_meant(decision, wanted)):
            found = True
            yield decision, _digests(editions, decision)
    if not found:
        told = f"no decision {wanted!r}" if wanted else "no decision"
        raise CallError(path, told, "an id, the beginning of one, or a source of this file")


def _digests(editions: Editions, decision: Json) -> Digests:
    edition = editions.of(decision)
    lists = {one.version.list: one for one in edition.lists}

    def digest_of(name: str, entry: str) -> str | None:
        entity = lists[name].entity(entry) if name in lists else None
        return entry_digest(entity) if entity else None

    return digest_of


def _document(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as opened:
            digest = file_digest(opened, "sha256").hexdigest()
    except OSError as broken:
        raise PathError(str(path), why(broken), "a document that was seen") from None
    return {"title": path.stem, "sha256": digest, "file": str(path)}


def _goods(line: str) -> dict[str, object]:
    code, _, words = line.partition(":")
    named = [one.strip() for one in words.split(";") if one.strip()]
    return {"hs": code.strip()} | ({"words": named} if named else {})


def _day(written: str) -> str:
    if written and not is_day(written):
        raise CallError("--expires", repr(written), "a day such as 2025-07-14")
    return written


def _known(decision: Json) -> date:
    """The day of what was known when it was decided."""
    moments = cast("Mapping[str, str]", decision["as_of"])
    return datetime.fromisoformat(moments["known"]).date()


def _put(ours: Context, drafts: Sequence[Mapping[str, object]]) -> None:
    """The drafts as one JSON array; what is still to be filled in is said beside it."""
    ours.print(json.dumps(_lean(drafts), ensure_ascii=False, indent=1))
    empty = dict.fromkeys(name for draft in drafts for name, value in draft.items() if value in ("", []))
    lacking = [name for name in empty if name not in ("entries", "used")]
    if not drafts:
        ours.say("nothing to draft: no party is like a listed entry by its name")
    elif lacking:
        ours.say(f"still to be filled in by people: {', '.join(lacking)}")


def _lean(value: object) -> object:
    """The same without what nobody said inside; at the top everything that must be said still stands, empty."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_lean(one) for one in value]
    if not isinstance(value, Mapping):
        return value
    return {
        name: {key: _lean(one) for key, one in part.items() if one} if isinstance(part, Mapping) else _lean(part)
        for name, part in value.items()
        if part != [] or name in _NEEDED
    }
