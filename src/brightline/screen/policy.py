"""The policy: what a bank makes of findings. A small YAML file, read strictly."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from importlib import resources

from brightline.errors import LawError
from brightline.law.vocabulary import EFFECTS, REGIMES, UNKNOWN_EFFECTS
from brightline.names.scores import SHIPPED_THRESHOLD, SURE
from brightline.screen.four_eyes import FourEyes, read_four_eyes
from brightline.screen.limits import Limits, read_limits
from brightline.terms import Force, Payment
from brightline.terms.earlier import History
from brightline.text.marks import Value, parse_yaml

SHIPPED = "shipped"
_HOLDING = tuple(effect for effect in EFFECTS if effect != "none")


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy as read. Scores are 0 to 1; `digest` names the text it was read from.

    `effects`: (rule, answer) → the effect in place of the law book's. `by_force`: the greatest effect of findings of a
    force. `tolerated`: currency → the limit within which unknown goods alone hold nothing; empty: never.
    `passport_review_one_in`: of so many releases by a passport one is reviewed all the same; 0: none. `four_eyes`: what
    people do with a held payment only by two.
    """

    name: str
    version: int
    required_lists: tuple[str, ...]
    greatest_list_age_days: int
    regimes: tuple[str, ...]
    candidate_score: float
    sure_score: float
    rules: tuple[str, ...]
    digest: str
    text: str
    greatest_law_age_days: int | None = None
    effects: Mapping[tuple[str, str], str] = field(default_factory=dict)
    by_force: Mapping[str, str] = field(default_factory=dict)
    tolerated: Limits = field(default_factory=dict)
    passport_review_one_in: int = 0
    four_eyes: FourEyes = ()
    shadow: Policy | None = None  # the same with other rules or effects, that decide nothing

    def tolerates(self, payment: Payment, history: History | None, today: date) -> str | None:
        """The limit under which unknown goods alone do not hold the payment, in words; None where it is held."""
        limit = self.tolerated.get(payment.currency or "")
        told = limit.holds(payment, history, today) if limit else None
        return f"the policy {self.name!r} lets unknown goods pass {told}" if told else None


def shipped_text(name: str = SHIPPED) -> str:
    """A shipped policy as a file to edit. Raises LawError naming those there are."""
    if name not in shipped_names():
        raise LawError("policy", repr(name), f"a policy file, or one of {', '.join(shipped_names())}")
    return resources.files("brightline.screen").joinpath(f"policies/{name}.yaml").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def shipped_four_eyes() -> FourEyes:
    """What takes two people in the policy that ships: holds where a policy says nothing of it."""
    return read_four_eyes(parse_yaml(shipped_text(), "shipped policy").entry().take("four_eyes"))


@lru_cache(maxsize=1)
def shipped_names() -> tuple[str, ...]:
    """The names of the shipped policies, one for each kind of bank."""
    there = resources.files("brightline.screen").joinpath("policies").iterdir()
    return tuple(sorted(one.name.removesuffix(".yaml") for one in there if one.name.endswith(".yaml")))


def read_policy(text: str, where: str, known_rules: tuple[str, ...]) -> Policy:
    """Read a policy strictly; its rules must be among `known_rules` (the law book's).

    Raises LawError with the line, the words found and the words that would be right.
    """
    entry = parse_yaml(text, where).entry()
    thresholds = entry.take("thresholds").entry()
    candidate = _score(thresholds.take("candidate"), SHIPPED_THRESHOLD)
    sure_place = thresholds.take("sure")
    sure = _score(sure_place, SURE)
    thresholds.close()
    if sure < candidate:
        raise sure_place.refuse(str(sure), f"a score of at least candidate ({candidate})")
    law_age, drawn = (entry.take_optional(key) for key in ("greatest_law_age_days", "passport_review_one_in"))
    guarded = entry.take_optional("four_eyes")
    policy = Policy(
        name=entry.take("policy").text(),
        version=_whole(entry.take("version")),
        required_lists=_words(entry.take("required_lists")),
        greatest_list_age_days=_whole(entry.take("greatest_list_age_days")),
        regimes=_words(entry.take("regimes"), REGIMES),
        candidate_score=candidate,
        sure_score=sure,
        rules=_rules(entry.take("rules"), known_rules),
        digest=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        greatest_law_age_days=_whole(law_age) if law_age else None,
        effects=_effects(entry.take_optional("effects"), known_rules),
        by_force=_by_force(entry.take_optional("by_force")),
        tolerated=read_limits(entry.take_optional("tolerated_unknown")),
        passport_review_one_in=_whole(drawn) if drawn else 0,
        four_eyes=read_four_eyes(guarded) if guarded else shipped_four_eyes(),
    )
    shadow = entry.take_optional("shadow")
    entry.close()
    return replace(policy, shadow=_shadow(shadow, policy, known_rules)) if shadow else policy


def _shadow(value: Value, live: Policy, known_rules: tuple[str, ...]) -> Policy:
    """`shadow:` rules, effects and by_force as in a policy; what it leaves out is as it is live."""
    entry = value.entry()
    rules, effects, by_force = (entry.take_optional(key) for key in ("rules", "effects", "by_force"))
    if not (rules or effects or by_force):
        raise value.refuse("none of them", "rules, effects or by_force to try")
    entry.close()
    return replace(
        live,
        rules=_rules(rules, known_rules) if rules else live.rules,
        effects=_effects(effects, known_rules) if effects else live.effects,
        by_force=_by_force(by_force) if by_force else live.by_force,
    )


def _whole(value: Value) -> int:
    expected = "a whole number of 0 or more"
    written = value.text(expected)
    if not written.isascii() or not written.isdigit():
        raise value.refuse(repr(written), expected)
    return int(written)


def _words(value: Value, known: tuple[str, ...] = ()) -> tuple[str, ...]:
    if value.is_list and not value.node.value:
        return ()
    return tuple(one.word(known) if known else one.text() for one in value.items())


def _rules(value: Value, known: tuple[str, ...]) -> tuple[str, ...]:
    """A list of rules, or the word all."""
    if value.is_list:
        return _words(value, known)
    value.word(("all",))
    return known


def _score(value: Value, shipped: float) -> float:
    expected = "a score above 0 and up to 1, or the word shipped"
    written = value.text(expected)
    if written == "shipped":
        return shipped
    try:
        score = float(written)
    except ValueError:
        raise value.refuse(repr(written), expected) from None
    if not 0 < score <= 1:
        raise value.refuse(repr(written), expected)
    return score


def _effects(value: Value | None, known_rules: tuple[str, ...]) -> dict[tuple[str, str], str]:
    """`effects:` rule → {then: …, if_unknown: …}, the words rules use."""
    read: dict[tuple[str, str], str] = {}
    for rule, said in value.entry().left.items() if value else ():
        if rule not in known_rules:
            raise said.refuse(f"the rule {rule!r}", f"one of {', '.join(known_rules)}")
        answers = said.entry()
        for key, answer, allowed in (("then", "yes", EFFECTS), ("if_unknown", "unknown", UNKNOWN_EFFECTS)):
            if chosen := answers.take_optional(key):
                read[rule, answer] = chosen.word(allowed)
        answers.close()
        if not {(rule, "yes"), (rule, "unknown")} & read.keys():
            raise said.refuse(f"no effect for the rule {rule}", "then, if_unknown, or both")
    return read


def _by_force(value: Value | None) -> dict[str, str]:
    """`by_force:` force → the greatest effect its findings have; what binds the institution holds at least."""
    forces = [force.value for force in Force]
    read: dict[str, str] = {}
    for force, said in value.entry().left.items() if value else ():
        if force not in forces:
            raise said.refuse(f"the force {force!r}", f"one of {', '.join(forces)}")
        read[force] = said.word(EFFECTS if force != Force.BINDS.value else _HOLDING)
    return read
