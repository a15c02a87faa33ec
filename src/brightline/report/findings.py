"""A rule's answer as the page shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from brightline.report.matches import Key, key_of
from brightline.report.owner_graph import OwnerGraph, owner_graph
from brightline.report.reading import FEW, LINE, MANY, NAME, Json, part, parts, word
from brightline.screen.labels import EFFECTS, FORCES, rule_label

HOLDING = ("stop", "review")
_SHOWN_APART = ("listed-entity", "owner-path")
_DRAWN = "owned-party"  # the other rules that rest on the same owners need not draw them again


@dataclass(frozen=True, slots=True)
class ClauseView:
    """One condition: what was asked, what we saw, how it came out."""

    asks: str
    saw: str
    answer: str


@dataclass(frozen=True, slots=True)
class CiteView:
    """A place in an act; `url` is empty unless it is a web address."""

    text: str
    url: str
    in_force: str
    status: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """One rule about one subject. `matches` are the numbers of the matches it rests on; `seen` its other evidence.

    `holds`: whether it keeps the payment from going out. `owners`: the ways from listed owners to the party, drawn.
    """

    rule: str
    title: str
    answer: str
    effect: str
    force: str
    about: tuple[str, ...]
    clauses: tuple[ClauseView, ...]
    matches: tuple[int, ...]
    seen: tuple[str, ...]
    cites: tuple[CiteView, ...]
    error: str
    holds: bool
    owners: OwnerGraph | None = None


@dataclass(frozen=True, slots=True)
class AskedView:
    """Rules that answered no for the same reason, in one line."""

    rules: tuple[str, ...]
    saw: str


def finding_view(finding: Json, numbers: Mapping[Key, int]) -> FindingView:
    """The finding with its evidence split into matches (by number) and things seen."""
    evidence = parts(finding, "evidence")
    keys = [key_of(finding, one) for one in evidence if one.get("kind") == "listed-entity"]
    rule = word(finding, "rule", NAME)
    return FindingView(
        rule=rule,
        title=rule_label(rule),
        answer=word(finding, "answer", NAME),
        effect=EFFECTS.get(word(finding, "effect"), word(finding, "effect")),
        force=FORCES.get(word(finding, "force"), word(finding, "force")),
        about=_about(finding),
        clauses=tuple(_clause(one) for one in parts(finding, "clauses")[:MANY]),
        matches=tuple(dict.fromkeys(numbers[key] for key in keys if key in numbers)),
        seen=tuple(filter(None, (_seen(one) for one in evidence if one.get("kind") not in _SHOWN_APART)))[:FEW],
        cites=tuple(cite_view(one) for one in parts(finding, "cites")[:FEW]),
        error=word(finding, "error"),
        holds=word(finding, "effect") in HOLDING,
        owners=owner_graph(evidence) if rule == _DRAWN else None,
    )


def together(findings: Iterable[FindingView]) -> tuple[tuple[FindingView, ...], tuple[int, ...]]:
    """Findings that differ in nothing but whom they are about become one, about all of them.

    Beside them, for each finding given, the number (from 1) of the one it became.
    """
    joined: dict[FindingView, tuple[str, ...]] = {}
    numbers = []
    for one in findings:
        alike = replace(one, about=())
        joined[alike] = tuple(dict.fromkeys((*joined.get(alike, ()), *one.about)))
        numbers.append(list(joined).index(alike) + 1)
    return tuple(replace(one, about=about) for one, about in joined.items()), tuple(numbers)


def asked_views(findings: Iterable[Json]) -> tuple[AskedView, ...]:
    """The rules that answered no, by what the clause that said no saw."""
    asked: dict[str, dict[str, None]] = {}
    for finding in findings:
        said_no = [one for one in parts(finding, "clauses") if one.get("answer") == "no"]
        saw = word(said_no[0], "saw", 160) if said_no else ""
        asked.setdefault(saw, {})[word(finding, "rule", NAME)] = None
    return tuple(AskedView(tuple(rules), saw) for saw, rules in asked.items())


def cite_view(cite: Json) -> CiteView:
    """The citation; an address that is not of the web is shown in no link."""
    url = word(cite, "url", LINE * 2)
    return CiteView(
        text=", ".join(one for one in (word(cite, "act", NAME), word(cite, "place", NAME)) if one),
        url=url if url.startswith(("https://", "http://")) and "…" not in url else "",
        in_force=word(cite, "in_force", NAME),
        status=word(cite, "status", NAME) or "unverified",
    )


def _clause(clause: Json) -> ClauseView:
    return ClauseView(word(clause, "asks"), word(clause, "saw"), word(clause, "answer", NAME))


def _about(finding: Json) -> tuple[str, ...]:
    role = word(part(finding, "subject"), "role", NAME).replace("_", " ")
    return (role,) if role else ()


def _seen(evidence: Json) -> str:
    """Other evidence than a match in one line; empty where it saw nothing in particular."""
    hs, tier, grade = (word(evidence, key, NAME) for key in ("hs", "tier", "grade"))
    told = [
        word(evidence, "words", LINE) or word(evidence, "name", NAME),
        f"HS {hs}" if hs else "",
        f"tier {tier}" if tier else "",
        f"known by its {grade}" if grade in ("code", "words") else "",
    ]
    said = ", ".join(one for one in told if one)
    if said and evidence.get("kind") == "country":
        return f"country {said}"
    path = word(evidence, "path", NAME)
    here = f"{said} (at {path})" if said and path else said
    other = word(evidence, "other_words", LINE)
    return f"{here}; beside {other} (at {word(evidence, 'other_path', NAME)})" if other else here


MOST_FINDINGS = MANY
