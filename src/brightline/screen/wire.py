"""A decision as one line of JSON, and back to what `replay` needs. Keys keep their order and their names."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, cast

from brightline.payments.shape import to_json as payment_json
from brightline.terms import (
    Clause,
    Decision,
    EditionNote,
    Evidence,
    Finding,
    Holding,
    Lacking,
    Leg,
    ListVersion,
    NotAPayment,
    Outcome,
    Party,
    Seen,
    SeenGoods,
    Step,
    Text,
    Unreadable,
)

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def line(content: Mapping[str, object]) -> bytes:
    """One line of UTF-8 JSON. A lone surrogate cannot travel in UTF-8 and becomes a replacement sign."""
    return _ENCODER.encode(content).encode("utf-8", "replace") + b"\n"


def decision_json(decision: Decision) -> dict[str, object]:
    """The decision in the shape others rely on."""
    return {
        "id": decision.id,
        "outcome": decision.outcome.value,
        "trial": decision.trial,
        "determination": {
            "answer": decision.determination.answer.value,
            "rests_on": decision.determination.rests_on,
            "limbs": {rule: answer.value for rule, answer in decision.determination.limbs},
        },
        "release_basis": decision.release_basis,
        "payment": payment_json(decision.payment),
        "paired": [_paired(one) for one in decision.paired],
        "beside": dict(decision.beside) or None,
        "seen": _seen(decision.seen),
        "findings": [_finding(one) for one in decision.findings],
        "releasing": [_finding(one) for one in decision.releasing],
        "unknowns": [_lacking(one) for one in decision.unknowns],
        "permitted_actions": list(decision.permitted_actions),
        "law_changed": [{"rule": one.rule, "on": one.on, "what": one.what} for one in decision.law_changed],
        "as_of": {"law": decision.as_of.law.isoformat(), "known": decision.as_of.known.isoformat()},
        "edition": edition_json(decision.edition),
        "program": decision.program,
    }


def unreadable_json(unreadable: Unreadable) -> dict[str, object]:
    """A named unreadable line: never a clearance."""
    told = {name: getattr(unreadable, name) for name in ("where", "found", "expected", "advice")}
    return {"outcome": Outcome.UNREADABLE.value, "payment": {"source": unreadable.source}, "error": told}


def not_a_payment_json(other: NotAPayment) -> dict[str, object]:
    """A readable message that moves no money: never a clearance either."""
    return {"outcome": Outcome.NOT_A_PAYMENT.value, "payment": payment_json(other.payment)}


def edition_json(note: EditionNote) -> dict[str, object]:
    """The edition as decisions carry it: each list with its publication moment and digest."""
    return {
        "id": note.id,
        "lists": {one.list: _version(one) for one in note.lists},
        "law": note.law,
        "policy": note.policy,
        "institution": note.institution,
        "engine": note.engine,
    }


def _version(version: ListVersion) -> dict[str, object]:
    return {
        "published": version.published,
        "digest": version.digest,
        "regime": version.regime,
        "entries": version.entries,
        "excerpt": version.excerpt,
    }


def _paired(leg: Leg) -> dict[str, object]:
    said = {"format": leg.format, "source": leg.source, "uetr": leg.uetr}
    who = [{"role": one.role, "name": one.name, "country": one.country} for one in leg.customers]
    return {**said, "parties": who, "texts": [{"kind": text.kind, "value": text.value} for text in leg.texts]}


def paired_from(content: Sequence[Mapping[str, Any]]) -> tuple[Leg, ...]:
    """The pairing a decision carries, for `replay`; one of before legs were compared has no parties and texts."""
    return tuple(_leg(one) for one in content)


def _leg(said: Mapping[str, Any]) -> Leg:
    who = (
        Party(one["role"], f"paired.{one['role']}", one["name"], country=one["country"])
        for one in said.get("parties", ())
    )
    texts = (Text(one["kind"], one["value"], "paired.text") for one in said.get("texts", ()))
    return Leg(said["format"], said["source"], said["uetr"], tuple(who), tuple(texts))


_SEEN_GOODS = SeenGoods.__slots__


def _seen(seen: Seen) -> dict[str, object]:
    goods = [{name: getattr(one, name) for name in _SEEN_GOODS} for one in seen.goods]
    return {"goods": goods, "mentioned": [{"name": one.name, "path": one.path} for one in seen.mentioned]}


def _finding(finding: Finding) -> dict[str, object]:
    subject = finding.subject and {"role": finding.subject.role, "path": finding.subject.path}
    return {
        "rule": finding.rule,
        "answer": finding.answer.value,
        "effect": finding.effect,
        "force": finding.force.value,
        "clauses": [_clause(one) for one in finding.clauses],
        "subject": subject,
        "evidence": [_evidence(one) for one in finding.evidence],
        "cites": [
            {name: getattr(one, name) for name in ("act", "place", "url", "in_force", "status")}
            for one in finding.cites
        ],
        "error": finding.error or None,
    }


def _clause(clause: Clause) -> dict[str, object]:
    return {"id": clause.id, "asks": clause.asks, "saw": clause.saw, "answer": clause.answer.value}


_EVIDENCE = tuple(name for name in Evidence.__slots__ if name not in ("steps", "holdings"))
_HOLDING = Holding.__slots__


def _evidence(evidence: Evidence) -> dict[str, object]:
    said: dict[str, object] = {}
    for name in _EVIDENCE:
        value = getattr(evidence, name)
        if value is not None:
            said[name] = list(value) if isinstance(value, tuple) else value
    if evidence.steps is not None:
        said["steps"] = [_step(one) for one in evidence.steps]
    if evidence.holdings is not None:
        said["holdings"] = [{name: getattr(one, name) for name in _HOLDING} for one in evidence.holdings]
    return said


def _step(step: Step) -> dict[str, object]:
    return {"name": step.name, "ours": step.ours, "theirs": step.theirs, "weight": step.weight}


def _lacking(one: Lacking) -> dict[str, object]:
    return {"rule": one.rule, "lacks": one.lacks, "would_settle": one.would_settle}


def read_line(text: str) -> dict[str, object]:
    """A line of decisions back as a mapping. Raises ValueError if it is no JSON object."""
    content = json.loads(text)
    if not isinstance(content, dict):
        raise ValueError("a JSON object is expected")
    return cast("dict[str, object]", content)
