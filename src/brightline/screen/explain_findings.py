"""The findings of a decision in words: what speaks against, each thing once, and what speaks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from brightline.screen.labels import EFFECTS, FORCES, rule_label, step_label
from brightline.screen.plain import Json, maps, short
from brightline.screen.waterfall import bars

FOR_RELEASE = ("harmless", "licence", "passport")  # rules whose yes speaks for the payment
COVERS = "covers"  # the clause that says whether a licence is about such payments at all
_BRIEF = 60  # signs up to which what was seen is told again
GRAVITY = {"stop": 0, "review": 1, "none": 2}


def against(findings: Sequence[Json]) -> Iterator[str]:
    """What the rules found, the gravest first, all parties of whom a rule says the same together; then the noes."""
    asked = [one for one in findings if one["rule"] not in FOR_RELEASE]
    spoken = sorted((one for one in asked if one["answer"] != "no"), key=_gravity)
    groups: dict[tuple[object, ...], list[Json]] = {}
    for finding in spoken:
        groups.setdefault(_says(finding), []).append(finding)
    if groups:
        yield "  Against it, the gravest first:"
    shown: dict[tuple[object, ...], int] = {}
    for number, group in enumerate(groups.values(), start=1):
        yield from _group(number, group, shown)
    yield from _noes([one for one in asked if one["answer"] == "no"])


def _gravity(finding: Json) -> tuple[int, bool]:
    """What stops before what holds, and what is known before what is not."""
    return GRAVITY[str(finding["effect"])], finding["answer"] != "yes"


def _says(finding: Json) -> tuple[object, ...]:
    clauses = tuple((one["id"], one["answer"]) for one in maps(finding, "clauses"))
    entries = tuple(_entry(one) for one in maps(finding, "evidence") if one["kind"] == "listed-entity")
    goods = () if entries else tuple(str(one) for one in maps(finding, "evidence"))
    return (*(finding[key] for key in ("rule", "answer", "effect", "force")), clauses, entries, goods)


def _entry(evidence: Json) -> tuple[object, ...]:
    return evidence["list"], evidence["entry"], evidence.get("weight")


def _group(number: int, group: Sequence[Json], shown: dict[tuple[object, ...], int]) -> Iterator[str]:
    finding = group[0]
    effect, force = EFFECTS[str(finding["effect"])], FORCES[str(finding["force"])]
    about = dict.fromkeys(
        f"the {str(cast('Json', one['subject'])['role']).replace('_', ' ')}" for one in group if one.get("subject")
    )
    of_whom = f", of {' and '.join(about)}" if about else ""
    rule = str(finding["rule"])
    yield f"  {number}. {rule_label(rule)} ({rule}): {finding['answer']}{of_whom}; {effect} ({force})"
    yield from _clauses(finding, number, shown)
    for evidence in maps(finding, "evidence"):
        yield from _evidence(evidence, number, shown)
    acts = dict.fromkeys(str(cite["act"]) for cite in maps(finding, "cites"))
    if acts:
        yield f"     law: {', '.join(acts)}"
    if finding.get("error"):
        yield f"     this rule broke and so is unknown: {short(finding['error'])}"


def _clauses(finding: Json, number: int, shown: dict[tuple[object, ...], int]) -> Iterator[str]:
    """Clauses that say yes or do not know, by what was seen, which is told once; those that say no in one line."""
    asked: dict[tuple[str, str], list[str]] = {}
    for clause in maps(finding, "clauses"):
        if clause["answer"] != "no":
            asked.setdefault((str(clause["answer"]), str(clause["saw"])), []).append(str(clause["asks"]))
    for (answer, saw), asks in asked.items():
        first = shown.setdefault((saw,), number)
        told = f"as under {first}" if first != number and len(saw) > _BRIEF else short(saw)
        yield f"     {answer:7} {' '.join(asks)} Saw: {told}"
    noes = [str(clause["asks"]) for clause in maps(finding, "clauses") if clause["answer"] == "no"]
    if noes:
        yield f"     no      {short(' '.join(noes), 400)}"


def _evidence(evidence: Json, number: int, shown: dict[tuple[object, ...], int]) -> Iterator[str]:
    if evidence["kind"] == "country":
        return  # the clauses say where it goes
    if evidence["kind"] != "listed-entity":
        seen = [str(evidence[key]) for key in ("hs", "tier", "words", "name") if evidence.get(key)]
        place = f" at {evidence['path']}" if evidence.get("path") else ""
        if seen:
            yield f"     seen: {short(', '.join(seen))}{place}{_other(evidence)}"
        return
    first = shown.setdefault(_entry(evidence), number)
    yield f"     listed: {_listed(evidence)}" + (f", compared as under {first}" if first != number else "")
    if first == number:
        yield from _arithmetic(evidence)


def _other(evidence: Json) -> str:
    """What stands in another place, beside what is seen here."""
    words = evidence.get("other_words")
    return f"; beside {short(words)} at {evidence['other_path']}" if words else ""


def _listed(evidence: Json) -> str:
    programs = ", ".join(cast("Sequence[str]", evidence.get("programs") or ())) or "no programme given"
    return f"{evidence['name']} [{evidence['list']} {evidence['entry']}; {programs}] score {evidence['score']}"


def _arithmetic(evidence: Json) -> Iterator[str]:
    """The comparison, step by step, from the starting point to the weight."""
    steps = [(str(one["name"]), int(str(one["weight"]))) for one in maps(evidence, "steps")]
    for bar, step in zip(bars(steps), maps(evidence, "steps"), strict=True):
        compared = f"  {short(step['ours'])} | {short(step['theirs'])}" if step["ours"] or step["theirs"] else ""
        yield f"       {bar.weight:+7d} -> {bar.end:+7d}  {step_label(bar.name)}{compared}"


def _noes(findings: Sequence[Json]) -> Iterator[str]:
    """The rules that said no; those whose law had not come yet, or had ended, with that reason."""
    absent = {str(one["rule"]): maps(one, "clauses")[0] for one in findings if _not_law(one)}
    asked = sorted({str(one["rule"]) for one in findings} - set(absent))
    if asked:
        yield f"  Asked, and no: {', '.join(asked)}"
    for rule, clause in sorted(absent.items()):
        yield f"  Not law on that day: {rule}. {short(clause['saw'], 400)}"


def _not_law(finding: Json) -> bool:
    return any(clause["id"] == "in-force" and clause["answer"] == "no" for clause in maps(finding, "clauses"))


def speaking_for(findings: Sequence[Json], releasing: Sequence[Json]) -> Iterator[str]:
    """What speaks for release; and a licence that is about such payments, whether or not it covers this one."""
    for finding in releasing:
        if finding["rule"] != "licence":
            for clause in maps(finding, "clauses"):
                yield f"  For release: {clause['asks']} {clause['answer']}: {short(clause['saw'])}"
    for finding in findings:
        if finding["rule"] == "licence" and _is_about(finding):
            yield f"  A licence to think of: {_LICENCE[str(finding['answer'])]}"
            for clause in maps(finding, "clauses"):
                yield f"     {clause['answer']!s:7} {clause['asks']} Saw: {short(clause['saw'])}"
        elif finding["rule"] == "passport" and finding["answer"] != "yes":
            yield f"  A passport that does not hold here: {_passport(finding)}"
            open_ones = [one for one in maps(finding, "clauses") if one["answer"] != "yes"]
            yield from (f"     {one['answer']!s:7} {one['asks']} Saw: {short(one['saw'])}" for one in open_ones)


def _passport(finding: Json) -> str:
    return ", ".join(str(one["name"]) for one in maps(finding, "evidence") if one["kind"] == "passport")


_LICENCE = {
    "yes": "it covers the payment",
    "unknown": "it appears to apply; what it lacks stands below",
    "no": "it does not cover the payment",
}


def _is_about(licence: Json) -> bool:
    return any(clause["id"] == COVERS and clause["answer"] == "yes" for clause in maps(licence, "clauses"))
