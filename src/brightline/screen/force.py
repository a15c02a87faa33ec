"""Whose law a finding speaks, seen from the institution: binding, a correspondent's, foreign secondary sanctions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from brightline.nexus.institution import Institution, regime_of_country
from brightline.screen.edition import Edition
from brightline.terms import Answer, Evidence, Finding, Force, Payment

_CURRENCY_OF = {"USD": "us", "EUR": "eu", "GBP": "uk", "JPY": "jp", "CHF": "ch"}
_MAY_EXPOSE = frozenset({"us", "other"})  # of a list of no stated regime nobody knows whom it reaches
OWN = "private"  # a list of the institution's own
_WEIGHED = (Force.EXPOSES, Force.CORRESPONDENT)  # forces that depend on who asks; the others are as the rule says


def with_force(findings: Sequence[Finding], payment: Payment, edition: Edition) -> tuple[Finding, ...]:
    """The findings with the force they have for the edition's institution; unchanged where no profile says who asks."""
    institution = edition.institution
    if institution.country is None:
        return tuple(findings)
    along = regimes_along(payment, institution)
    return tuple(_seen_from(one, institution, along, edition) for one in findings)


def regimes_along(payment: Payment, institution: Institution) -> frozenset[str]:
    """Regimes that bind another bank of the chain: agents by their country, and whoever clears the currency."""
    banks = {party.country for party in payment.parties if party.role.endswith("_agent") and party.country}
    clearing = {one.country for one in institution.correspondents if one.currency == payment.currency}
    found = {regime for country in banks | clearing if (regime := regime_of_country(country))}
    home = _CURRENCY_OF.get(payment.currency or "")
    return frozenset(found | ({home} if home else set()))


def regimes_of(finding: Finding, edition: Edition) -> frozenset[str]:
    """Whose measure a finding rests on: the regimes of the listed entities in evidence, else those the rule names.

    Of a yes only of entities that are surely meant, where there are such: a namesake on another list binds nobody.
    """
    listed = [one for one in finding.evidence if one.kind in ("listed-entity", "listed-owner") and one.regime]
    sure = [one for one in listed if _surely_meant(one, edition)] if finding.answer is Answer.YES else []
    whose = frozenset(one.regime for one in sure or listed if one.regime)
    return whose or frozenset(edition.book.rule(finding.rule).law_of)


def _surely_meant(evidence: Evidence, edition: Edition) -> bool:
    return evidence.settled_by == "identifier" or (evidence.score or 0) >= edition.policy.sure_score


def _seen_from(finding: Finding, institution: Institution, along: frozenset[str], edition: Edition) -> Finding:
    if finding.force not in _WEIGHED or finding.answer is Answer.NO:
        return finding
    whose = regimes_of(finding, edition)
    if whose & institution.bound_by:
        return replace(finding, force=Force.BINDS)
    if edition.book.rule(finding.rule).layer == "primary" and whose & along:
        return replace(finding, force=Force.CORRESPONDENT)
    if whose & _MAY_EXPOSE:
        return replace(finding, force=Force.EXPOSES)
    return replace(finding, force=Force.POLICY if OWN in whose else Force.INFORMS)
