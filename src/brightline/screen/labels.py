"""The words a reviewer reads for the identifiers that code compares: each label is written here and nowhere else."""

from __future__ import annotations

STEPS = {
    "prior": "starting point",
    "word-same": "word, same",
    "word-close": "word, nearly the same",
    "word-bent": "word, the same in another grammatical form",
    "word-cut": "word, cut short",
    "word-joined": "words run together",
    "word-initial": "initial",
    "word-sounds-same": "word, sounds the same",
    "word-means-same": "word, means the same",
    "word-missing": "word missing in the payment",
    "word-extra": "word not on the list",
    "word-differs": "word that says who, another",
    "words-extra-capped": "further words not on the list count no more",
    "words-missing-capped": "further words missing count no more",
    "mark-extra": "number or letter of a series, on one side only",
    "short-name": "short name: what agrees, as its share of a whole one",
    "name-differs": "given or family name, differs",
    "gender-differs": "man's or woman's form, differs",
    "order-differs": "order of father and son, differs",
    "patronymic-differs": "father's name, differs",
    "number-differs": "number, differs",
    "place-differs": "place, differs",
    "kind-differs": "kind of business, differs",
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
    "bank-same": "BIC of the same bank",
    "bank-differs": "BIC of another bank in another country",
    "identifier-same": "identifier, same",
    "identifier-differs": "identifier, differs",
    "document-same": "document number, same",
    "name-empty": "no name to compare",
    "name-capped": "name alone counts no further",
}
RULES = {
    "listed-party": "A party is on a list",
    "s11-designated": "Exposure under E.O. 14024 s.11: a party of the military-industrial base",
    "owned-party": "A party is owned by listed persons",
    "s11-owned": "Exposure under E.O. 14024 s.11: owned by a party of the base",
    "s11-sector": "Exposure under E.O. 14024 s.11: a Russian party in one of the five sectors",
    "s11-critical-item": "Exposure under E.O. 14024 s.11: critical items",
    "chpl-goods": "Goods of the common high priority list",
    "arms-direct": "Arms, parts of arms, or armed forces",
    "listed-bank-in-chain": "A listed bank in the chain",
    "primary-us-nexus": "Dollars or United States persons in the chain",
    "material-support": "Support of a blocked party",
    "secondary-other": "Other secondary sanctions",
    "diversion-route": "Signs of diversion",
    "papers-contradict": "Papers contradict the message or each other",
    "resubmitted": "Made again after it was not released, with something left out or changed",
    "earlier-exposure": "Earlier payments that were linked or undecided",
    "licence": "A licence or exemption",
    "harmless": "Found in its favour",
    "conflict-of-laws": "A local rule against following foreign measures",
    "home-export-control": "The institution's own export control",
    "passport": "Inside a passport: a relationship cleared on documents",
    "press": "Stories of the press that may name a party",
    "tolerated-unknown": "Let pass by a limit of the policy",
    "support": "What speaks for release",
    "message": "The message itself",
    "required-lists": "A list the policy requires",
    "law": "The law book",
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
