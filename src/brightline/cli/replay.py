"""`brightline replay`: decide again from the payment inside each decision, and list what changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Annotated, cast

import typer

from brightline.cases.in_force import decisions_in_force
from brightline.cli.context import Context, counted
from brightline.cli.decisions import decision_texts, read_decision
from brightline.cli.home import StoredList, kept_editions, kept_text, stored_lists
from brightline.cli.open import named_policy, open_starter, opened_list, opened_owners
from brightline.cli.stores import one_store, opened
from brightline.errors import CallError, MissingEdition, UnreadableMessage
from brightline.law.book import LawBook, read_book
from brightline.lists.starter.read import starter_version
from brightline.nexus.institution import NOBODY, UNSPECIFIED, Institution, read_institution
from brightline.screen.edition import Edition, make_edition
from brightline.screen.plain import Json, short
from brightline.screen.policy import Policy, read_policy, shipped_names, shipped_text
from brightline.screen.replay import Replayed, replay
from brightline.screen.replay_tally import Tally
from brightline.screen.wire import read_line

MOST = 240  # signs of one side of a change
UNDECIDED = ("unreadable", "not-a-payment")


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("replay")(run)


class Editions:
    """The editions of a home, each opened once."""

    def __init__(self, home: Path, policy: Path | None, wanted: str | None) -> None:
        self._home, self._policy, self._wanted = home, policy, wanted
        self._book = read_book()
        self._open: dict[str, Edition] = {}

    def of(self, decision: Json) -> Edition:
        """The edition to decide with: the decision's own, or the one asked for. Raises MissingEdition."""
        said = _wanted_note(self._home, self._wanted) if self._wanted else cast("Json", decision["edition"])
        name = str(said["id"])
        if name not in self._open:
            self._open[name] = self._edition(said)
        return self._open[name]

    def _edition(self, said: Json) -> Edition:
        stored = [self._stored(name, version, said) for name, version in _lists(said).items()]
        lists = [
            open_starter() if one is None else opened_list(one)
            for one in stored
            if one is None or one.version.names_parties
        ]
        trial = any(one.version.regime == "trial" for one in lists)
        who = _institution(self._home, str(said["institution"]))
        owners = opened_owners([one for one in stored if one is not None])
        return make_edition(lists, self._book, self._chosen(said), who, trial=trial, owners=owners)

    def _stored(self, name: str, version: Json, said: Json) -> StoredList | None:
        """A version of the edition in the home; None for the starter edition, which ships. Raises MissingEdition."""
        digest = version["digest"]
        if starter_version().digest == digest:
            return None
        for one in stored_lists(self._home):
            if (one.version.list, one.version.digest, one.version.excerpt) == (name, digest, version["excerpt"]):
                return one
        told = f"{name} published {version['published']} (digest {str(digest)[:12]}) is missing from {self._home}"
        raise MissingEdition(f"edition {said['id']}", told, "every list of the edition", "Import that version again.")

    def _chosen(self, said: Json) -> Policy:
        if self._policy is not None:
            return named_policy(self._policy, self._book)
        return _policy(self._home, str(said["policy"]), self._book)


def _policy(home: Path, digest: str, book: LawBook) -> Policy:
    for name in shipped_names():
        if sha256((text := shipped_text(name)).encode()).hexdigest() == digest:
            return read_policy(text, f"shipped policy {name}", book.rule_names)
    return read_policy(_kept(home, "policies", digest), f"policy {digest[:12]}", book.rule_names)


def _institution(home: Path, digest: str) -> Institution:
    if digest == UNSPECIFIED:
        return NOBODY
    return read_institution(_kept(home, "institutions", digest), f"profile {digest[:12]}")


def _kept(home: Path, folder: str, digest: str) -> str:
    """A text kept with an edition. Raises MissingEdition where it is gone."""
    text = kept_text(home, folder, digest)
    if text is None:
        found = f"none of {folder} with digest {digest[:12]} in {home}"
        raise MissingEdition("the edition", found, "it in the home")
    return text


def _lists(said: Json) -> Mapping[str, Json]:
    """The lists of an edition, from a decision (by name) or from the home (a row each)."""
    lists = said["lists"]
    if isinstance(lists, Mapping):
        return cast("Mapping[str, Json]", lists)
    return {str(one["list"]): one for one in cast("list[Json]", lists)}


def _wanted_note(home: Path, wanted: str) -> Json:
    found = [one for one in kept_editions(home) if str(one["id"]).startswith(wanted)]
    if len(found) != 1:
        known = ", ".join(str(one["id"]) for one in kept_editions(home)) or "none yet"
        raise MissingEdition("--edition", repr(wanted), f"one edition of the home: {known}")
    return found[0]


def run(
    context: typer.Context,
    decisions: Annotated[
        str | None, typer.Argument(help="A file of decisions, or - for standard input; else those of the store.")
    ] = None,
    policy: Annotated[Path | None, typer.Option(help="Decide with this policy instead.")] = None,
    edition: Annotated[str | None, typer.Option(help="Decide with this edition of the home instead.")] = None,
    db: Annotated[str | None, typer.Option(help="The store; default: the one in the home.")] = None,
    since: Annotated[str | None, typer.Option(help="Of the store: first decided on this day or later.")] = None,
    until: Annotated[str | None, typer.Option(help="Of the store: first decided on this day or before.")] = None,
) -> int:
    """Decide again. Without options the bytes must be equal; with them, what changes is listed side by side."""
    ours: Context = context.obj
    editions = Editions(ours.home, policy, edition)
    equal = different = passed = 0
    engines: set[str] = set()
    tally = Tally()
    for where, before in _given(ours, decisions, Stored(db, since, until)):
        if before["outcome"] in UNDECIDED:
            passed += 1
            continue
        result = _again(before, editions, where)
        _other_code(ours, before, result, engines)
        equal, different = equal + (not result.changed), different + bool(result.changed)
        tally.add(before, result.after)
        _tell(ours, result)
    if passed:
        ours.say(f"{counted(passed, 'line', 'lines')} without a decision passed through")
    _end(ours, equal, different, tally.moves() if policy or edition else None)
    return 1 if different else 0


@dataclass(frozen=True, slots=True)
class Stored:
    """Which decisions of which store: those first decided from one day to another."""

    db: str | None
    since: str | None
    until: str | None


def _given(ours: Context, decisions: str | None, stored: Stored) -> Iterator[tuple[str, Json]]:
    """The decisions of a file, or those in force in the store, each with its place. Raises CallError."""
    of_store = [
        name for name, said in (("--db", stored.db), ("--since", stored.since), ("--until", stored.until)) if said
    ]
    if decisions is not None:
        if of_store:
            raise CallError(", ".join(of_store), f"beside {decisions}", "a file of decisions or the store, not both")
        for number, text in decision_texts(decisions):
            yield f"{decisions}: line {number}", read_decision(text, decisions, number)
        return
    since, until = (_day(name, said) for name, said in (("--since", stored.since), ("--until", stored.until)))
    with opened(ours, one_store(ours.home, stored.db)) as store:
        for row, kept in decisions_in_force(store, since, until):
            yield f"decision {row.in_force}", read_line(kept.line.decode())


def _day(name: str, said: str | None) -> str:
    try:
        return date.fromisoformat(said).isoformat() if said else ""
    except ValueError:
        raise CallError(name, repr(said), "a day such as 2024-07-01") from None


def _again(before: Json, editions: Editions, where: str) -> Replayed:
    try:
        return replay(before, editions.of(before))
    except UnreadableMessage as broken:
        raise CallError(f"{where}: {broken.where}", broken.found, broken.expected, broken.advice) from None
    except (KeyError, TypeError, ValueError) as broken:
        raise CallError(where, f"{type(broken).__name__}: {broken}", "a whole decision as screen writes it") from None


def _other_code(ours: Context, before: Json, result: Replayed, engines: set[str]) -> None:
    """Say once for each other program or law that decided then."""
    then, now = cast("Json", before["edition"]), cast("Json", result.after["edition"])
    differing = [part for part in ("engine", "law") if then[part] != now[part]]
    told = ", ".join(f"{part} {str(then[part])[:16]}" for part in differing)
    if told and told not in engines:
        engines.add(told)
        ours.say(
            f"Decided then by other code or law ({told}): determination, outcome, findings, releasing and unknowns "
            "are compared, not the bytes."
        )


def _tell(ours: Context, result: Replayed) -> None:
    if not result.changed:
        return
    if ours.as_json:
        changed = {part: {"before": before, "after": after} for part, before, after in result.changed}
        ours.put({"id": result.id, "source": result.source, "changed": changed})
        return
    ours.print(f"{result.source} ({result.id})")
    for part, before, after in result.changed:
        if part != "findings" and isinstance(before, list) and isinstance(after, list):
            before, after = (
                [one for one in some if one not in others] for some, others in ((before, after), (after, before))
            )
        ours.print(f"  {part}: {_brief(part, before)}  ->  {_brief(part, after)}")


def _brief(part: str, value: object) -> str:
    """A part of a decision in a few words."""
    if part == "findings" and isinstance(value, list):
        told = [f"{one['rule']}={one['answer']}/{one['effect']}" for one in value if one["answer"] != "no"]
        return ", ".join(told) or "all no"
    if part == "determination" and isinstance(value, dict):
        return f"{value['answer']} (rests on {value['rests_on']})"
    if isinstance(value, list):
        return short("; ".join(map(_entry, value)), MOST) or "nothing more"
    return short(value, MOST)


def _entry(one: object) -> str:
    """An entry of a list that changed: which rule it is of, and what it says."""
    if not isinstance(one, Mapping):
        return str(one)
    return ": ".join(str(one[key]) for key in ("rule", "lacks", "answer", "would_settle") if one.get(key))


def _end(ours: Context, equal: int, different: int, moves: Sequence[Json] | None) -> None:
    """How many came out otherwise; with another policy or edition also how their outcomes moved, and the value."""
    for one in moves or ():
        if not ours.as_json:
            value = ", ".join(f"{amount} {currency}" for currency, amount in cast("Json", one["value"]).items())
            ours.print(f"{one['from']} -> {one['to']}: {one['count']} ({value})")
    if ours.as_json:
        ours.put({"equal": equal, "different": different} | ({} if moves is None else {"moves": moves}))
        ours.say(f"{equal} equal, {different} different")
    else:
        ours.print(f"{equal} equal, {different} different")
