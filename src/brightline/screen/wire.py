"""A decision as one line of JSON, and back to what `replay` needs. Keys keep their order and their names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, cast

from brightline.payments.shape import to_json as payment_json
from brightline.terms import (
    Citation,
    Clause,
    Decision,
    Determination,
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
from brightline.terms.decided import Shadow

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_text = _ENCODER.encode


def _object(**written: str) -> str:
    """An object of what is written already."""
    return "{" + ",".join([f'"{name}":{text}' for name, text in written.items()]) + "}"


def _list(written: Iterable[str]) -> str:
    """A list of what is written already."""
    return "[" + ",".join(written) + "]"


def line(content: Mapping[str, object]) -> bytes:
    """One line of UTF-8 JSON. A lone surrogate cannot travel in UTF-8 and becomes a replacement sign."""
    return _text(content).encode("utf-8", "replace") + b"\n"


def decision_line(decision: Decision) -> bytes:
    """The decision in the shape others rely on, as its line.

    Text is put together, not a tree that is then written: most of a decision (clauses, citations, the edition) stands
    in thousands of others in the same words, and is written once for all of them.
    """
    return f"{_decision(decision)}\n".encode("utf-8", "replace")


def decision_json(decision: Decision) -> dict[str, object]:
    """The decision as its line says it, for who reads its parts."""
    return read_line(decision_line(decision).decode("utf-8"))


def _decision(decision: Decision) -> str:
    return _object(
        id=_text(decision.id),
        outcome=_text(decision.outcome.value),
        trial=_text(decision.trial),
        determination=_text(_determination(decision.determination)),
        release_basis=_text(decision.release_basis),
        payment=_text(payment_json(decision.payment)),
        paired=_text([_paired(one) for one in decision.paired]),
        beside=_text(dict(decision.beside) or None),
        seen=_text(_seen(decision.seen)),
        findings=_list(map(_finding, decision.findings)),
        releasing=_list(map(_finding, decision.releasing)),
        unknowns=_text([_lacking(one) for one in decision.unknowns]),
        permitted_actions=_text(decision.permitted_actions),
        law_changed=_text([{"rule": one.rule, "on": one.on, "what": one.what} for one in decision.law_changed]),
        as_of=_text({"law": decision.as_of.law.isoformat(), "known": decision.as_of.known.isoformat()}),
        edition=_edition(decision.edition),
        program=_text(decision.program),
        **({"shadow": _text(_shadow(decision.shadow))} if decision.shadow else {}),
    )


def _shadow(shadow: Shadow) -> dict[str, object]:
    told = [{"rule": one.rule, "answer": one.answer.value, "effect": one.effect} for one in shadow.findings]
    return {"outcome": shadow.outcome.value, "findings": told}


def unreadable_json(unreadable: Unreadable) -> dict[str, object]:
    """A named unreadable line: never a clearance."""
    told = {name: getattr(unreadable, name) for name in ("where", "found", "expected", "advice")}
    return {"outcome": Outcome.UNREADABLE.value, "payment": {"source": unreadable.source}, "error": told}


def not_a_payment_json(other: NotAPayment, seen: Seen) -> dict[str, object]:
    """A readable message that moves no money: never a clearance either, whatever was seen in it."""
    return {"outcome": Outcome.NOT_A_PAYMENT.value, "payment": payment_json(other.payment), "seen": _seen(seen)}


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


@lru_cache(maxsize=64)
def _edition(note: EditionNote) -> str:
    return _text(edition_json(note))


def _version(version: ListVersion) -> dict[str, object]:
    return {
        "published": version.published,
        "digest": version.digest,
        "regime": version.regime,
        "entries": version.entries,
        "excerpt": version.excerpt,
    }


def _determination(determined: Determination) -> dict[str, object]:
    limbs = {rule: answer.value for rule, answer in determined.limbs}
    return {"answer": determined.answer.value, "rests_on": determined.rests_on, "limbs": limbs}


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


def _finding(finding: Finding) -> str:
    subject = finding.subject
    return _object(
        rule=_text(finding.rule),
        answer=_text(finding.answer.value),
        effect=_text(finding.effect),
        force=_text(finding.force.value),
        clauses=_list(map(_clause, finding.clauses)),
        subject=_object(role=_text(subject.role), path=_text(subject.path)) if subject else "null",
        evidence=_list([_text(_evidence(one)) for one in finding.evidence]),
        cites=_cites(finding.cites),
        error=_text(finding.error) if finding.error else "null",
    )


@lru_cache(maxsize=8192)
def _clause(clause: Clause) -> str:
    return _text({"id": clause.id, "asks": clause.asks, "saw": clause.saw, "answer": clause.answer.value})


_CITATION = ("act", "place", "url", "in_force", "status")


@lru_cache(maxsize=1024)
def _cites(cites: tuple[Citation, ...]) -> str:
    return _text([{name: getattr(one, name) for name in _CITATION} for one in cites])


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
