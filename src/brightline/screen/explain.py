"""Why, in words, from the decision alone: what a colleague would write in a memo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from brightline.screen.labels import EFFECTS, FORCES, rule_label, step_label
from brightline.screen.waterfall import bars

Json = Mapping[str, object]

HEADLINES = {
    "release": "RELEASE: nothing in the evidence holds this payment",
    "review": "REVIEW: held until a person has looked",
    "stop": "STOP: held; no single person may release it",
    "unreadable": "UNREADABLE: not screened, so not cleared",
    "not-a-payment": "NOT A PAYMENT: moves no money, so nothing was decided",
}
ANSWERS = {
    "linked": "linked to Russia's military-industrial base",
    "not-linked": "not linked to Russia's military-industrial base",
    "cannot-tell": "cannot tell whether it is linked to Russia's military-industrial base",
}
GROUNDS = {
    "identifier": "an identifier",
    "list": "a listed name",
    "document": "a document",
    "declared-text": "what the message itself declares",
    "absence": "the absence of any sign",
}
BASES = {
    "no-nexus": "no sign of a leg in Russia or Belarus, and nobody listed",
    "positive-evidence": "the goods are named and on neither list, and nobody is listed",
}
GRAVITY = {"stop": 0, "review": 1, "none": 2}
SHORT = 160


def explain(decision: Json) -> tuple[str, ...]:
    """The explanation as lines of text. Needs nothing but the decision."""
    return tuple(_lines(decision))


def _lines(decision: Json) -> Iterator[str]:
    outcome = str(decision["outcome"])
    payment = _map(decision, "payment")
    trial = "  [TRIAL: starter edition, for trying out, not for use]" if decision.get("trial") else ""
    yield f"{payment['source']}: {HEADLINES[outcome]}{trial}"
    if outcome == "unreadable":
        yield from _error(_map(decision, "error"))
    elif outcome == "not-a-payment":
        yield f"  {payment.get('format')}; reference {payment.get('message_id') or 'none'}"
    else:
        yield from _decided(decision, payment)


def _error(error: Json) -> Iterator[str]:
    yield f"  at {error['where']}: expected {error['expected']}, found {short(error['found'])}"
    if error.get("advice"):
        yield f"  {error['advice']}"


def _decided(decision: Json, payment: Json) -> Iterator[str]:
    yield f"  decision {decision['id']}"
    yield from _payment(payment)
    determined = _map(decision, "determination")
    yield f"  Answer: {ANSWERS[str(determined['answer'])]}. It rests on {GROUNDS[str(determined['rests_on'])]}."
    if basis := decision.get("release_basis"):
        yield f"  Released because: {BASES.get(str(basis), str(basis))}."
    findings = _maps(decision, "findings")
    for finding in sorted(findings, key=lambda one: GRAVITY[str(one["effect"])]):
        if finding["answer"] != "no":
            yield from _finding(finding)
    asked_no = sorted({str(one["rule"]) for one in findings if one["answer"] == "no"})
    if asked_no:
        yield f"  Asked, and no: {', '.join(asked_no)}"
    yield from _for_release(_maps(decision, "releasing"))
    yield from _unknowns(_maps(decision, "unknowns"), outcome=str(decision["outcome"]))
    yield from _circumstances(decision)


def _payment(payment: Json) -> Iterator[str]:
    amount = f"{payment.get('amount')} {payment.get('currency')}"
    yield f"  {payment.get('format')}, {amount}, value date {payment.get('value_date') or 'not given'}"
    for party in _maps(payment, "parties"):
        country = f" ({party['country']})" if party.get("country") else ""
        name = party.get("name") or party.get("bic") or party.get("account") or "unnamed"
        yield f"    {str(party['role']).replace('_', ' ')}: {short(name)}{country}"
    for text in _maps(payment, "texts"):
        yield f"    {text['kind']}: {short(text['value'])}"


def _finding(finding: Json) -> Iterator[str]:
    effect, force = EFFECTS[str(finding["effect"])], FORCES[str(finding["force"])]
    subject = finding.get("subject")
    about = f", the {str(_as_map(subject)['role']).replace('_', ' ')}" if subject else ""
    rule = str(finding["rule"])
    yield f"  {rule_label(rule)} ({rule}{about}): {finding['answer']}; {effect} ({force})"
    for clause in _maps(finding, "clauses"):
        yield f"    {clause['answer']!s:7} {clause['asks']} Saw: {short(clause['saw'])}"
    for evidence in _maps(finding, "evidence"):
        yield from _evidence(evidence)
    for cite in _maps(finding, "cites"):
        yield f"    law: {cite['act']}, {cite['place']} (in force {cite['in_force']}, {cite['status']}) {cite['url']}"
    if finding.get("error"):
        yield f"    this rule broke and so is unknown: {short(finding['error'])}"


def _evidence(evidence: Json) -> Iterator[str]:
    if evidence["kind"] != "listed-entity":
        seen = [str(evidence[key]) for key in ("hs", "tier", "words", "name") if evidence.get(key)]
        place = f" at {evidence['path']}" if evidence.get("path") else ""
        if seen:
            yield f"    seen: {short(', '.join(seen))}{place}"
        return
    programs = ", ".join(cast("Sequence[str]", evidence.get("programs") or ())) or "no programme given"
    entry = f"{evidence['list']} {evidence['entry']}; {programs}"
    yield f"    listed: {evidence['name']} [{entry}] score {evidence['score']}"
    steps = [(str(one["name"]), int(str(one["weight"]))) for one in _maps(evidence, "steps")]
    for bar, step in zip(bars(steps), _maps(evidence, "steps"), strict=True):
        compared = f"  {short(step['ours'])} | {short(step['theirs'])}" if step["ours"] or step["theirs"] else ""
        yield f"      {bar.weight:+7d} -> {bar.end:+7d}  {step_label(bar.name)}{compared}"


def _for_release(releasing: Sequence[Json]) -> Iterator[str]:
    for finding in releasing:
        for clause in _maps(finding, "clauses"):
            yield f"  For release: {clause['asks']} {clause['answer']}: {short(clause['saw'])}"


def _unknowns(unknowns: Sequence[Json], outcome: str) -> Iterator[str]:
    for one in unknowns:
        settle = f" Would be settled by: {one['would_settle']}." if outcome != "release" else ""
        yield f"  Not known ({one['rule']}): {one['lacks']}.{settle}"


def _circumstances(decision: Json) -> Iterator[str]:
    for other in _maps(decision, "paired"):
        yield f"  The same transfer's other leg: {other['format']} in {other['source']}"
    if actions := decision.get("permitted_actions"):
        yield f"  Open to the institution: {', '.join(cast('Sequence[str]', actions))}"
    as_of, edition = _map(decision, "as_of"), _map(decision, "edition")
    yield f"  Law of {as_of['law']}; lists known by {as_of['known']}; edition {edition['id']}"
    for name, version in _map(edition, "lists").items():
        about = _as_map(version)
        excerpt = ", an excerpt" if about.get("excerpt") else ""
        yield f"    {name} published {about['published']}{excerpt}"


def short(value: object) -> str:
    """A value on one line, cut where it would not fit."""
    text = " ".join(str(value).split())
    return text if len(text) <= SHORT else text[: SHORT - 1] + "…"


def _as_map(value: object) -> Json:
    return cast("Json", value)


def _map(content: Json, key: str) -> Json:
    return cast("Json", content[key])


def _maps(content: Json, key: str) -> Sequence[Json]:
    return cast("Sequence[Json]", content.get(key) or ())
