"""Invented wire stories with copies damaged by hand, and what the output says of them.

A file of `wires/` is one story. Each copy is told in lines: `F` furniture, `?` either, `N[,M]` a sentence of the claims
N and M; a plus before it keeps it on the line before; `! kind severity: words` tells what the copy gets wrong there,
`~ words` what may be flagged or not; `= 1-4` prints these claims word for word as the first copy does (`= c:1-4`: as
copy c). Stories marked `kept` are for the final measuring alone: nothing is tuned on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from bench.media.tally import Tally

_LINE = re.compile(r"(?P<glued>\+?)(?P<mark>[F?]|\d\w*(?:,\d\w*)*) (?P<text>.+)$")
_FAULT = re.compile(r"(?:! (?P<kind>\w+) (?P<severity>\w+): |~ )(?P<says>.+)$")
_SAME = re.compile(r"= (?:(?P<copy>\w+):)?(?P<first>\w+)-(?P<last>\w+)$")
Json = Mapping[str, Any]


@dataclass(slots=True)
class Unit:
    """A sentence or a piece of furniture of a copy, where it stands, and what is wrong with it."""

    mark: str
    text: str
    glued: bool
    start: int = 0
    faults: list[tuple[str, str, str]] = field(default_factory=list)  # kind, severity, words

    @property
    def claims(self) -> frozenset[str]:
        """The claims a sentence tells; none for furniture."""
        return frozenset() if self.mark in "F?" else frozenset(self.mark.split(","))


@dataclass(slots=True)
class Wire:
    """A story: its copies as units and pages, and the truth about the whole."""

    told: dict[str, Any]
    units: dict[str, list[Unit]]
    pages: dict[str, str]


def wires(folder: Path, kept: bool) -> Iterator[Wire]:
    """The stories of a folder that are (or are not) kept for the final measuring."""
    for path in sorted(folder.glob("*.yaml")):
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
        if bool(told.get("kept")) == kept:
            yield read_wire(told, path.parent)


def read_wire(told: dict[str, Any], folder: Path) -> Wire:
    """One story; a copy with a `path` is read from there, its units then give the beginnings of what they are."""
    units: dict[str, list[Unit]] = {}
    pages = {}
    for copy in told["copies"]:
        name = f"{told['id']}-{copy['file']}"
        units[name] = list(_units(copy["body"], told["id"], units))
        if "path" in copy:
            pages[name] = (folder / copy["path"]).read_text(encoding="utf-8")
            _found(units[name], pages[name])
        else:
            pages[name] = page_of(units[name])
    return Wire(told, units, pages)


def _units(body: str, story: str, known: Mapping[str, list[Unit]]) -> Iterator[Unit]:
    last: Unit | None = None
    for line in body.splitlines():
        if fault := _FAULT.match(line):
            assert last is not None, line
            last.faults.append((fault["kind"] or "", fault["severity"] or "minor", fault["says"]))
        elif same := _SAME.match(line):
            of = known[f"{story}-{same['copy'] or 'a'}"]
            at = [place for place, one in enumerate(of) if one.mark in (same["first"], same["last"])]
            yield from (Unit(one.mark, one.text, False) for one in of[at[0] : at[-1] + 1] if one.mark != "F")
        else:
            found = _LINE.match(line)
            assert found, line
            last = Unit(found["mark"], found["text"], bool(found["glued"]))
            yield last


def page_of(units: Sequence[Unit]) -> str:
    """The units as a page; each is given its place on it."""
    text = ""
    for one in units:
        text += (" " if one.glued else "\n") if text else ""
        one.start = len(text)
        text += one.text
    return text


def _found(units: Sequence[Unit], page: str) -> None:
    """Give each unit, known by how it begins, its place and its whole text: it ends where the next begins."""
    at = 0
    for one in units:
        one.start = page.index(one.text, at)
        at = one.start + len(one.text)
    for one, following in zip(units, [*units[1:], None], strict=True):
        one.text = page[one.start : following.start if following else len(page)].rstrip()


def score(wire: Wire, lines: Sequence[Json], tally: Tally) -> None:
    """Count what the output has right about one story. `lines`: articles and stories that tell it."""
    articles = {line["file"]: line for line in lines if line["kind"] == "article"}
    stories = [line for line in lines if line["kind"] == "story"]
    homes: dict[tuple[str, str], Unit] = {}
    for name, units in wire.units.items():
        _cleaning(name, units, articles[name], homes, tally)
    _whole(wire, stories, tally)
    _alignment(wire, stories, homes, tally)
    _differences(wire, stories, homes, tally)
    _said(wire, stories, homes, tally)


def _cleaning(
    name: str, units: Sequence[Unit], article: Json, homes: dict[tuple[str, str], Unit], tally: Tally
) -> None:
    kept: set[int] = set()
    for sentence in article["sentences"]:
        span = range(sentence["start"], sentence["start"] + len(sentence["text"]))
        kept.update(span)
        homes[name, sentence["id"]] = max(units, key=lambda one: _overlap(one, span))
    for one in units:
        share = sum(at in kept for at in range(one.start, one.start + len(one.text))) / len(one.text)
        if one.mark == "F":
            tally.add("furniture removed", share < 0.2, f"{name} {one.text}")
        elif one.mark != "?":
            tally.add("story sentences kept", share > 0.9, f"{name} {one.text}")


def _overlap(one: Unit, span: range) -> int:
    return min(span.stop, one.start + len(one.text)) - max(span.start, one.start)


def _whole(wire: Wire, stories: Sequence[Json], tally: Tally) -> None:
    """Stories, takes, sources and relations."""
    named = {copy["file"]: f"{wire.told['id']}-{copy['file']}" for copy in wire.told["copies"]}
    copies = {named[one["file"]] for one in wire.told["copies"] if one.get("type") != "own"}
    tally.add("copies of one story together", any(copies <= set(one["articles"]) for one in stories), wire.told["id"])
    sources = sum(one["independent_sources"] for one in stories)
    tally.add("independent sources counted", sources == wire.told["sources"], f"{wire.told['id']} {sources}")
    takes = {frozenset(take) for one in stories for take in one["takes"]}
    for take in wire.told["takes"]:
        tally.add("takes told apart", frozenset(named[one] for one in take) in takes, f"{wire.told['id']} {take}")
    relations = {(one["from"], one["to"]): one["type"] for story in stories for one in story["relations"]}
    for one in wire.told["copies"]:
        if "from" in one:
            said = relations.get((named[one["from"]], named[one["file"]]))
            said = said or next((kind for (_, to), kind in relations.items() if to == named[one["file"]]), None)
            tally.add("kind of copy told", said in one["type"].split("|"), f"{named[one['file']]} {one['type']} {said}")
            right = (named[one["from"]], named[one["file"]]) in relations
            tally.add("copied from whom told", right, f"{named[one['file']]} {sorted(relations)}")


def _alignment(wire: Wire, stories: Sequence[Json], homes: Mapping[tuple[str, str], Unit], tally: Tally) -> None:
    found: set[tuple[int, int]] = set()
    for story in stories:
        for claim in story["claims"]:
            members = [(one["article"], id(homes[one["article"], one["sentence"]])) for one in claim["witnesses"]]
            found |= {
                (min(a, b), max(a, b)) for (x, a), (y, b) in combinations(members, 2) if x != y
            }  # fmt: skip
    truth = set()
    texts = {}
    free = set()
    for one, other in combinations(wire.units, 2):
        for a in wire.units[one]:
            for b in wire.units[other]:
                key = (min(id(a), id(b)), max(id(a), id(b)))
                texts[key] = f"{one} {a.text[:70]} / {other} {b.text[:70]}"
                if "?" in (a.mark, b.mark):
                    free.add(key)
                elif a.claims & b.claims:
                    truth.add(key)
    for pair in sorted(truth | (found - free), key=lambda key: texts[key]):
        tally.pair("sentence alignment, F1", pair in truth, pair in found, texts[pair])


def _differences(wire: Wire, stories: Sequence[Json], homes: Mapping[tuple[str, str], Unit], tally: Tally) -> None:
    flagged = [(homes[one["article"], one["sentence"]], one) for story in stories for one in story["differences"]]
    for name, units in wire.units.items():
        for unit in units:
            for kind, severity, says in unit.faults:
                if kind and severity != "minor":
                    hit = any(one is unit and _meant(kind, says, told) for one, told in flagged)
                    tally.add("differences recalled (critical, major)", hit, f"{name} {kind} {says}: {unit.text}")
    for unit, told in flagged:
        right = any(_meant(kind, says, told) for kind, _, says in unit.faults)
        tally.add(
            "differences flagged rightly",
            right,
            f"{told['article']} {told['kind']} {told['says']!r} / {told['others_say']!r}: {unit.text}",
        )


def _meant(kind: str, says: str, told: Json) -> bool:
    """Whether a flagged difference is the one known: words in common, or numbers and times of the same place."""
    mine, theirs = (set(re.findall(r"\w+", one.lower())) for one in (says, told["says"]))
    return bool(mine & theirs)


def _attributed(unit: Unit, speaker: str) -> bool:
    """Whether a copy still tells a quote as somebody's: a damaged one may have lost both marks and name."""
    if any(kind == "attribution" for kind, _, _ in unit.faults):
        return False
    return any(sign in unit.text for sign in "\"“”") or any(
        name.split()[-1] in unit.text for name in speaker.split("|")
    )  # fmt: skip


def _said(wire: Wire, stories: Sequence[Json], homes: Mapping[tuple[str, str], Unit], tally: Tally) -> None:
    said: dict[int, list[str | None]] = {}
    for story in stories:
        for one in story["quotes"]:
            said.setdefault(id(homes[one["article"], one["sentence"]]), []).append(one["speaker"])
    for name, units in wire.units.items():
        for unit in units:
            for claim in unit.claims:
                speaker = wire.told["quotes"].get(int(claim) if claim.isdigit() else claim)
                if speaker and _attributed(unit, speaker):
                    found = said.get(id(unit), [])
                    names = speaker.split("|")
                    right = any(one and (name in one or one in name) for one in found for name in names)
                    tally.add("quotes with their speaker", right, f"{name} {speaker} {found}: {unit.text}")
    figures = [(f"{one['value']}", one["unit"], one["period"]) for story in stories for one in story["figures"]]
    for value, unit, period in wire.told["figures"]:
        right = any(
            float(one[0]) == float(value) and one[1].rstrip("s") == unit.rstrip("s") and one[2] == period
            for one in figures
        )  # fmt: skip
        near = [one for one in figures if float(one[0]) == float(value)]
        tally.add("figures with value, unit and period", right, f"{wire.told['id']} {value} {unit} {period}: {near}")
