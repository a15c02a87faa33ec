"""A rule's answer as the page shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from brightline.report.matches import Key, key_of
from brightline.report.reading import FEW, LINE, MANY, NAME, SOME, Json, part, parts, word

RULES = {
    "listed-party": "A party is on a list",
    "s11-designated": "Exposure under E.O. 14024 s.11: a party of the military-industrial base",
    "s11-owned": "Exposure under E.O. 14024 s.11: owned by listed persons",
    "s11-critical-item": "Exposure under E.O. 14024 s.11: critical items",
    "s11-sector": "Exposure under E.O. 14024 s.11: a party working in a named sector",
    "listed-bank-in-chain": "A listed bank in the chain",
    "chpl-goods": "Goods of the common high priority list",
}
FORCES = {
    "binds": "binds this institution",
    "exposes": "exposure to foreign secondary sanctions",
    "correspondent": "law of a bank in the chain",
    "policy": "policy of this institution",
    "informs": "for information",
}
EFFECTS = {"stop": "stops the payment", "review": "holds it for review", "none": "changes nothing"}


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
    """One rule about one subject. `matches` are the numbers of the matches it rests on; `seen` its other evidence."""

    rule: str
    title: str
    answer: str
    effect: str
    force: str
    about: str
    clauses: tuple[ClauseView, ...]
    matches: tuple[int, ...]
    seen: tuple[str, ...]
    cites: tuple[CiteView, ...]
    error: str


@dataclass(frozen=True, slots=True)
class AskedView:
    """A rule that answered no, in one line."""

    rule: str
    saw: str


def finding_view(finding: Json, numbers: Mapping[Key, int]) -> FindingView:
    """The finding with its evidence split into matches (by number) and things seen."""
    evidence = parts(finding, "evidence")
    keys = [key_of(finding, one) for one in evidence if one.get("kind") == "listed-entity"]
    rule = word(finding, "rule", NAME)
    return FindingView(
        rule=rule,
        title=RULES.get(rule, rule.replace("-", " ")),
        answer=word(finding, "answer", NAME),
        effect=EFFECTS.get(word(finding, "effect"), word(finding, "effect")),
        force=FORCES.get(word(finding, "force"), word(finding, "force")),
        about=word(part(finding, "subject"), "role", NAME).replace("_", " "),
        clauses=tuple(_clause(one) for one in parts(finding, "clauses")[:SOME]),
        matches=tuple(dict.fromkeys(numbers[key] for key in keys if key in numbers)),
        seen=tuple(_seen(one) for one in evidence if one.get("kind") != "listed-entity")[:FEW],
        cites=tuple(cite_view(one) for one in parts(finding, "cites")[:FEW]),
        error=word(finding, "error"),
    )


def asked_view(finding: Json) -> AskedView:
    """A no in one line: the rule, and what the clause that said no saw."""
    said_no = [one for one in parts(finding, "clauses") if one.get("answer") == "no"]
    return AskedView(word(finding, "rule", NAME), word(said_no[0], "saw", 160) if said_no else "")


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


def _seen(evidence: Json) -> str:
    hs, tier, grade = (word(evidence, key, NAME) for key in ("hs", "tier", "grade"))
    told = [
        word(evidence, "words", LINE) or word(evidence, "name", NAME),
        f"HS {hs}" if hs else "",
        f"tier {tier}" if tier else "",
        f"known by its {grade}" if grade else "",
    ]
    said = ", ".join(one for one in told if one) or word(evidence, "kind", NAME)
    path = word(evidence, "path", NAME)
    return f"{said} (at {path})" if path else said


MOST_FINDINGS = MANY
