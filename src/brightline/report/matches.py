"""A match as the page shows it: our party beside the listed entry, and the waterfall between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from brightline.report.attributes import AttributeView, attributes
from brightline.report.marks import Marked, marked
from brightline.report.reading import LINE, MANY, NAME, SOME, Json, part, parts, shown, whole, word, words
from brightline.screen.labels import step_label
from brightline.screen.waterfall import Bar, Span, bars, in_nats, spans, zero_at

_NAMED = re.compile(r"[a-z ]+ '(.+)'")
SETTLED = {"identifier": "settled by an identifier", "name": "settled by the name"}


@dataclass(frozen=True, slots=True)
class StepView:
    """One bar: what was compared, how far it moved the weight, and where it is drawn (percent of the axis)."""

    name: str
    ours: str
    theirs: str
    moved: str
    reached: str
    direction: str  # start, for, against, none
    left: str
    width: str


@dataclass(frozen=True, slots=True)
class MatchView:
    """One listed entry beside the party, in all its roles, that it was compared with."""

    roles: tuple[str, ...]
    paths: tuple[str, ...]
    name: Marked
    list: str
    entry: str
    programs: tuple[str, ...]
    remarks: tuple[str, ...]
    score: str
    weight: str
    settled: str
    zero: str
    attributes: tuple[AttributeView, ...]
    steps: tuple[StepView, ...]


Key = tuple[str, str, str]  # path, list, entry


def key_of(finding: Json, evidence: Json) -> Key:
    """What makes two pieces of evidence the same match."""
    path = word(evidence, "path") or word(part(finding, "subject"), "path")
    return path, word(evidence, "list"), word(evidence, "entry")


def matches_of(findings: tuple[Json, ...]) -> tuple[tuple[MatchView, ...], dict[Key, int]]:
    """The listed entries the findings rest on, `SOME` of them, and the number of each by place, list and entry.

    An entry that was compared in the same way in several places of the message (one bank in two roles) is one match.
    """
    views: dict[tuple[str, str, tuple[StepView, ...]], MatchView] = {}
    numbers: dict[Key, int] = {}
    for finding in findings:
        for evidence in parts(finding, "evidence"):
            key = key_of(finding, evidence)
            if evidence.get("kind") != "listed-entity" or key in numbers or len(views) == SOME:
                continue
            view = _match(finding, evidence)
            same = (view.list, view.entry, view.steps)
            views[same] = _together(views[same], view) if same in views else view
            numbers[key] = list(views).index(same) + 1
    return tuple(views.values()), numbers


def _together(first: MatchView, other: MatchView) -> MatchView:
    roles, paths = (*first.roles, *other.roles), (*first.paths, *other.paths)
    return replace(first, roles=tuple(dict.fromkeys(roles))[:SOME], paths=tuple(dict.fromkeys(paths))[:SOME])


def needles_of(findings: Sequence[Json], numbers: Sequence[int]) -> dict[str, dict[int, tuple[str, ...]]]:
    """By place in the message: the words that led to a finding there, by the number of that finding."""
    needles: dict[str, dict[int, tuple[str, ...]]] = {}
    for finding, number in zip(findings, numbers, strict=True):
        for evidence in parts(finding, "evidence")[:MANY]:
            at = needles.setdefault(key_of(finding, evidence)[0], {})
            at[number] = tuple(sorted({*at.get(number, ()), *_told(evidence)}))
    return needles


def _told(evidence: Json) -> set[str]:
    """The words of a piece of evidence that stand in the message."""
    # Where a code names the goods, the words beside it are the whole line: the code alone is marked.
    told = {word(evidence, "hs", NAME)}
    if evidence.get("grade") != "code":
        told.add(_quoted(word(evidence, "words", NAME)))
    told.update(word(step, "ours", NAME) for step in parts(evidence, "steps")[:MANY] if whole(step, "weight") > 0)
    return told - {""}


def _quoted(words: str) -> str:
    """Words that name somebody in a role (`debtor 'OOO Teply Dom'`) tell of the name alone."""
    found = _NAMED.match(words)
    return found[1] if found else words


def _match(finding: Json, evidence: Json) -> MatchView:
    steps = parts(evidence, "steps")
    drawn = bars([(word(step, "name", NAME), whole(step, "weight")) for step in steps])
    theirs = [word(step, "theirs", NAME) for step in steps[:MANY] if whole(step, "weight") > 0]
    return MatchView(
        roles=((word(evidence, "role") or word(part(finding, "subject"), "role")).replace("_", " "),),
        paths=(key_of(finding, evidence)[0],),
        name=marked(word(evidence, "name", NAME), {1: theirs}),
        list=word(evidence, "list"),
        entry=word(evidence, "entry"),
        programs=words(evidence, "programs"),
        remarks=words(evidence, "remarks", LINE, 6),
        score=_score(evidence.get("score")),
        weight=in_nats(whole(evidence, "weight")),
        settled=SETTLED.get(word(evidence, "settled_by"), word(evidence, "settled_by")),
        zero=_percent(zero_at(drawn)),
        attributes=attributes(steps[:MANY]),
        steps=tuple(
            _step(step, bar, span) for step, bar, span in list(zip(steps, drawn, spans(drawn), strict=True))[:MANY]
        ),
    )


def _step(step: Json, bar: Bar, span: Span) -> StepView:
    return StepView(
        name=step_label(bar.name),
        ours=word(step, "ours", NAME),
        theirs=word(step, "theirs", NAME),
        moved=in_nats(bar.weight),
        reached=in_nats(bar.end),
        direction=_direction(bar),
        left=_percent(span.left),
        width=_percent(span.width),
    )


def _direction(bar: Bar) -> str:
    if bar.start == 0 and bar.weight < 0:  # the starting point: how rare such a match is to begin with
        return "start"
    return "for" if bar.weight > 0 else "against" if bar.weight < 0 else "none"


def _score(value: object) -> str:
    return f"{value:.4f}" if isinstance(value, float | int) else shown(value)


def _percent(thousandths: int) -> str:
    return f"{thousandths // 10}.{thousandths % 10}%"
