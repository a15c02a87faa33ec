"""The words a reviewer reads for the identifiers that code compares: each label is written here and nowhere else."""

from __future__ import annotations

STEPS = {
    "prior": "starting point",
    "word-same": "word, same",
    "word-close": "word, nearly the same",
    "word-joined": "words run together",
    "word-initial": "initial",
    "word-sounds-same": "word, sounds the same",
    "word-means-same": "word, means the same",
    "word-missing": "word missing in the payment",
    "word-extra": "word not on the list",
    "words-extra-capped": "further words not on the list count no more",
    "words-missing-capped": "further words missing count no more",
    "patronymic-differs": "father's name, differs",
    "number-differs": "number, differs",
    "place-differs": "place, differs",
    "legal-form-same": "legal form, same",
    "legal-form-differs": "legal form, differs",
    "whole-name-same": "whole name, same",
    "weak-alias": "weak alias only",
    "schema-same": "kind of bearer, same",
    "schema-differs": "kind of bearer, differs",
    "country-same": "country, same",
    "country-differs": "country, differs",
    "birth-date-same": "birth date, same",
    "birth-date-near": "birth date, near",
    "birth-date-differs": "birth date, differs",
    "identifier-same": "identifier, same",
    "identifier-differs": "identifier, differs",
    "document-same": "document number, same",
    "name-empty": "no name to compare",
    "name-capped": "name alone counts no further",
}
RULES = {
    "listed-party": "A party is on a list",
    "s11-designated": "Exposure under E.O. 14024 s.11: a party of the military-industrial base",
    "s11-critical-item": "Exposure under E.O. 14024 s.11: critical items",
    "listed-bank-in-chain": "A listed bank in the chain",
    "chpl-goods": "Goods of the common high priority list",
    "harmless": "Found in its favour",
    "licence": "A licence or exemption",
    "tolerated-unknown": "Let pass by a limit of the policy",
    "support": "Nothing speaks for release",
    "law": "The law book itself",
    "message": "The message itself",
    "required-lists": "A list the policy requires",
    "regimes": "Regimes looked through",
}
FORCES = {
    "binds": "binds this institution",
    "exposes": "exposure to foreign secondary sanctions",
    "correspondent": "law of a bank in the chain",
    "policy": "policy of this institution",
    "informs": "for information",
}
EFFECTS = {"stop": "stops the payment", "review": "holds it for review", "none": "changes nothing"}


def step_label(step: str) -> str:
    """What a step of a match is called; a step without a label is told by its own name."""
    return STEPS.get(step, step.replace("-", " "))


def rule_label(rule: str) -> str:
    """What a rule is called; a rule without a label is told by its own name."""
    return RULES.get(rule, rule.replace("-", " "))
