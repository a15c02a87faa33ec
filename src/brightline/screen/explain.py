"""Why, in words, from the decision alone: what a colleague would write in a memo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from brightline.screen.explain_findings import against, speaking_for
from brightline.screen.labels import rule_label
from brightline.screen.plain import Json, maps, short

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
    "positive-evidence": "what the message names speaks for it, and nothing speaks against it",
    "licence": "a licence covers it, every condition shown to be met",
    "passport": "it lies wholly inside a relationship that two people cleared on documents",
    "tolerated-unknown": "the policy lets a payment of this size pass though its goods are not named",
}


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
    findings = maps(decision, "findings")
    yield from against(findings)
    yield from speaking_for(findings, maps(decision, "releasing"))
    yield from _unknowns(maps(decision, "unknowns"), outcome=str(decision["outcome"]))
    yield from _law(findings, maps(decision, "law_changed"))
    yield from _shadow(decision)
    yield from _circumstances(decision)


def _shadow(decision: Json) -> Iterator[str]:
    """What the policy's shadow would have decided: said, and without effect."""
    if shadow := decision.get("shadow"):
        said = cast("Json", shadow)
        told = ", ".join(f"{rule_label(str(one['rule']))}: {one['answer']}" for one in maps(said, "findings"))
        yield f"  In shadow, without effect: {said['outcome']}{f' ({told})' if told else ''}."


def _payment(payment: Json) -> Iterator[str]:
    amount = f"{payment.get('amount')} {payment.get('currency')}"
    yield f"  Asked: {payment.get('format')}, {amount}, value date {payment.get('value_date') or 'not given'}"
    for party in maps(payment, "parties"):
        country = f" ({party['country']})" if party.get("country") else ""
        name = party.get("name") or party.get("bic") or party.get("account") or "unnamed"
        yield f"    {str(party['role']).replace('_', ' ')}: {short(name)}{country}"
    for text in maps(payment, "texts"):
        yield f"    {text['kind']}: {short(text['value'])}"


def _unknowns(unknowns: Sequence[Json], outcome: str) -> Iterator[str]:
    """In a held payment the document first, for that is what a reviewer asks for; else only what is not known."""
    if unknowns:
        yield "  Not known:" if outcome == "release" else "  Not known, and what would settle it:"
    for one in unknowns:
        if outcome != "release":
            yield f"    Would be settled by: {one['would_settle']}."
        yield f"      {rule_label(str(one['rule']))}: {short(one['lacks'], 400)}"


def _law(findings: Sequence[Json], changed: Sequence[Json]) -> Iterator[str]:
    """The law that the findings stand on, each act and place once, and what was new in it."""
    speaking = [one for one in findings if _speaks(one)]
    cites = {(str(c["act"]), str(c["place"])): c for one in speaking for c in maps(one, "cites")}
    if cites:
        yield "  Law of that day:"
    for (act, place), cite in sorted(cites.items()):
        yield f"    {act}, {place} (in force {cite['in_force']}, {cite['status']}) {cite['url']}"
    for one in changed:
        yield f"    changed on {one['on']} for {one['rule']}: {short(one['what'], 400)}"


def _speaks(finding: Json) -> bool:
    """Whether a finding says something: reasons for release that nobody could show say nothing."""
    return finding["answer"] == "yes" or (finding["answer"] == "unknown" and finding["rule"] != "harmless")


def _circumstances(decision: Json) -> Iterator[str]:
    for other in maps(decision, "paired"):
        yield f"  The same transfer's other leg: {other['format']} in {other['source']}"
    if actions := decision.get("permitted_actions"):
        yield f"  Open to the institution: {', '.join(cast('Sequence[str]', actions))}"
    as_of, edition = _map(decision, "as_of"), _map(decision, "edition")
    yield f"  Law of {as_of['law']}; lists known by {as_of['known']}; edition {edition['id']}"
    for name, version in _map(edition, "lists").items():
        about = cast("Json", version)
        excerpt = ", an excerpt" if about.get("excerpt") else ""
        yield f"    {name} published {about['published']}{excerpt}"


def _map(content: Mapping[str, object], key: str) -> Json:
    return cast("Json", content[key])
