"""A decision in a few lines: who pays whom, what happens now, and the one reason for each thing that counts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import cast

from brightline.screen.authorised import LICENCE
from brightline.screen.explain import BASES, HEADLINES
from brightline.screen.labels import rule_label
from brightline.screen.plain import Json, maps, short
from brightline.screen.requirements import HOLDING

SIDES = (("debtor", "ultimate_debtor", "debtor_agent"), ("creditor", "ultimate_creditor", "creditor_agent"))


def brief(decision: Json) -> tuple[str, ...]:
    """The decision in two lines and more, one for each reason. Needs nothing but the decision."""
    return tuple(_lines(decision))


def _lines(decision: Json) -> Iterator[str]:
    outcome, payment = str(decision["outcome"]), cast("Json", decision["payment"])
    yield f"{outcome.upper():14}{payment['source']}"
    if outcome == "unreadable":
        error = cast("Json", decision["error"])
        yield f"    at {error['where']}: expected {error['expected']}, found {short(error['found'])}"
    elif outcome == "not-a-payment":
        yield f"    {HEADLINES[outcome].partition(': ')[2]}"
    else:
        yield f"    {_sides(payment)}, {payment.get('currency')} {payment.get('amount')}"
        yield from (f"    {reason}" for reason in reasons(decision))


def _sides(payment: Json) -> str:
    """Who pays whom, with countries: the customers beneath a cover before its banks."""
    return " -> ".join(_side(maps(payment, "parties"), roles) for roles in SIDES)


def _side(parties: Sequence[Json], roles: Sequence[str]) -> str:
    for role in roles:
        found = [one for one in parties if one["role"] == role and (one.get("name") or one.get("bic"))]
        if found:
            one = next((party for party in found if party.get("name")), found[0])
            country = f" ({one['country']})" if one.get("country") else ""
            return f"{short(_name(one))}{country}"
    return "nobody named"


def _name(party: Json) -> str:
    """The name as printed, and what Chinese commercial code in it stands for."""
    printed = str(party.get("name") or party.get("bic"))
    read = [str(form["value"]) for form in maps(party, "forms") if form["kind"] == "ccc"]
    return f"{printed} = {read[0]}" if read else printed


def reasons(decision: Json) -> tuple[str, ...]:
    """What holds the payment, each thing once with the rules it answers; or what released it."""
    return tuple(dict.fromkeys(_reasons(decision)))


def _reasons(decision: Json) -> Iterator[str]:
    held = [one for one in maps(decision, "findings") if one["effect"] == decision["outcome"]]
    rules: dict[str, list[str]] = {}
    for finding in held:
        rules.setdefault(_what(finding), []).append(rule_label(str(finding["rule"])))
    for what, labels in rules.items():
        yield f"{what}: {'; '.join(dict.fromkeys(labels))}"
    if decision.get("release_basis"):
        yield BASES.get(str(decision["release_basis"]), str(decision["release_basis"]))
    elif decision["outcome"] == "review":
        yield from _open_questions(decision, {str(finding["rule"]) for finding in held})


def _open_questions(decision: Json, asked: Collection[str]) -> Iterator[str]:
    """What holds it beside the rules, and the documents that would settle all of it."""
    settling: list[str] = []
    for one in maps(decision, "unknowns"):
        if one["rule"] in HOLDING:
            yield f"{one['lacks']}: {rule_label(str(one['rule']))}"
        if one["rule"] in (*HOLDING, *asked, LICENCE):
            settling.append(str(one["would_settle"]))
    yield f"to settle it: {'; '.join(dict.fromkeys(settling))}"


def _what(finding: Json) -> str:
    """The listed entry, or the goods, that the finding rests on; else what its last open clause saw."""
    perhaps = "" if finding["answer"] == "yes" else "perhaps "
    for evidence in maps(finding, "evidence"):
        if evidence["kind"] == "listed-entity":
            programs = ", ".join(cast("Sequence[str]", evidence.get("programs") or ())) or "no programme given"
            return f"{perhaps}{evidence['name']} ({programs}), by {evidence['settled_by']}"
        if evidence["kind"] == "goods" and (evidence.get("hs") or evidence.get("words")):
            code = f"HS {evidence['hs']}" if evidence.get("hs") else ""
            tier = f"tier {evidence['tier']}" if evidence.get("tier") else ""
            words = f'"{short(evidence["words"])}"' if evidence.get("words") else ""
            told = ", ".join(part for part in (code, tier, words) if part)
            return told if finding["answer"] == "yes" else f"cannot tell from {told}"
        if evidence["kind"] == "listed-owner":
            programs = ", ".join(cast("Sequence[str]", evidence.get("programs") or ())) or "no programme given"
            held = [
                str(one["saw"]) for one in maps(finding, "clauses") if one["id"] == "half" and one["answer"] == "yes"
            ]
            return short(f"{perhaps}{evidence['name']} ({programs}) as owner: {held[0] if held else evidence['words']}")
    open_ones = [one for one in maps(finding, "clauses") if one["answer"] == "unknown"]
    return short(open_ones[-1]["saw"]) if open_ones else str(finding["answer"])
