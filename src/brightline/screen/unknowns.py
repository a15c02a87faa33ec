"""What we do not know about a payment, and the fewest independent documents that would settle it.

A document is named as the law book names it: what kind of paper, from whom. Never a value, a code, a name or a route
that would bring another outcome.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brightline.nexus.ask import lacking
from brightline.nexus.facts import Facts
from brightline.screen.authorised import AUTHORISED, LICENCE, appears_authorised
from brightline.screen.decide import Verdict
from brightline.screen.edition import Edition
from brightline.screen.requirements import edition_problems, message_problems, regimes_not_loaded, unsupported
from brightline.screen.tolerated import GOODS_RULES
from brightline.terms import Answer, AsOf, Finding, Lacking, Outcome

BANKS = "listed-bank-in-chain"
SAME = "same-"  # how the law book begins the name of a clause that asks whether a party is the listed one
_WEIGHT = {"stop": 2, "review": 1, "none": 0}


@dataclass(frozen=True, slots=True)
class _Open:
    """A question, what was seen of it, and how strongly it holds the payment."""

    lacking: Lacking
    weight: int = 1
    who: str | None = None  # the place of the party of whom it asks whether it is a listed one


def what_we_lack(verdict: Verdict, facts: Facts, edition: Edition, as_of: AsOf) -> tuple[Lacking, ...]:
    """The open questions, one for each document that would settle them, the most settling first.

    Of the rules that do not know, and in a review of those that hold it by a yes; of the message, the required lists
    and the law book; last, of the regimes not loaded.
    """
    against = [one for one in verdict.findings if one.rule == LICENCE or not edition.book.rule(one.rule).for_release]
    asked = [_of_rule(one, edition, as_of) for one in against if _is_open(one, verdict)]
    if _needs_support(verdict) and not any(one.weight and one.lacking.rule in GOODS_RULES for one in asked):
        asked.append(_Open(unsupported(facts, edition)))
    settled = sorted(_fewest(asked), key=lambda group: (-max(one.weight for one in group), -len(group)))
    others = (*message_problems(facts.payment), *edition_problems(edition, as_of), *regimes_not_loaded(edition))
    return (*(_together(group) for group in settled), *others)


def _needs_support(verdict: Verdict) -> bool:
    """Whether something that speaks for the payment would help; what stops it needs more than that."""
    return verdict.unsupported and verdict.outcome is not Outcome.STOP


def _is_open(finding: Finding, verdict: Verdict) -> bool:
    """A rule that does not know; in a review also a yes that holds it, unless the paper for a licence settles that."""
    if finding.answer is Answer.UNKNOWN:
        return True
    holds = verdict.outcome is Outcome.REVIEW and finding.answer is Answer.YES and finding.effect == "review"
    sure = finding.rule in AUTHORISED and any(one.settled_by == "identifier" for one in finding.evidence)
    return holds and not (sure and appears_authorised(verdict.findings))


def _of_rule(finding: Finding, edition: Edition, as_of: AsOf) -> _Open:
    asked = [clause for clause in finding.clauses if clause.answer is finding.answer]
    if finding.answer is Answer.UNKNOWN:
        told = lacking(finding, edition.book, as_of.law)
    else:
        rule = edition.book.rule(finding.rule)
        told = Lacking(rule.name, f"{rule.asks} Yes, by what the message says: {asked[-1].saw}", rule.would_settle)
    who = finding.subject.path if finding.subject and any(one.id.startswith(SAME) for one in asked) else None
    return _Open(told, _WEIGHT[finding.effect], who)


def _fewest(asked: Sequence[_Open]) -> list[list[_Open]]:
    """The questions grouped by the document that settles them, the document of the first standing for the group."""
    groups: list[list[_Open]] = []
    for one in sorted(asked, key=_reach):
        home = next((group for group in groups if _settles(group[0], one)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups


def _reach(one: _Open) -> tuple[int, bool, int]:
    """What holds the payment first; of a bank what tells banks apart; then documents that go further."""
    return -one.weight, one.lacking.rule != BANKS, -len(one.lacking.would_settle)


def _settles(first: _Open, other: _Open) -> bool:
    """The same document, one that goes further, or one that tells whether a party is the same listed entity."""
    document, wanted = first.lacking.would_settle, other.lacking.would_settle
    same_bearer = first.who is not None and first.who == other.who
    return document == wanted or document.startswith(f"{wanted}, ") or same_bearer


def _together(group: Sequence[_Open]) -> Lacking:
    lacks = dict.fromkeys(one.lacking.lacks for one in group)
    return Lacking(group[0].lacking.rule, "; ".join(lacks), group[0].lacking.would_settle)
