"""Whose law a finding speaks, seen from the institution: binding, a correspondent's, foreign secondary sanctions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from brightline.law.book import LawBook
from brightline.nexus.institution import Institution, regime_of_country
from brightline.screen.edition import Edition
from brightline.terms import Answer, Finding, Force, Payment

_CURRENCY_OF = {"USD": "us", "EUR": "eu", "GBP": "uk", "JPY": "jp", "CHF": "ch"}
_WEIGHED = (Force.EXPOSES, Force.CORRESPONDENT)  # forces that depend on who asks; the others are as the rule says


def with_force(findings: Sequence[Finding], payment: Payment, edition: Edition) -> tuple[Finding, ...]:
    """The findings with the force they have for the edition's institution; unchanged where no profile says who asks."""
    institution = edition.institution
    if institution.country is None:
        return tuple(findings)
    along = regimes_along(payment, institution)
    return tuple(_seen_from(one, institution, along, edition) for one in findings)


def regimes_along(payment: Payment, institution: Institution) -> frozenset[str]:
    """Regimes that bind another bank of the chain: agents by their country, and who clears the currency for us.

    A payment in the institution's own country's currency has no such bank.
    """
    banks = {party.country for party in payment.parties if party.role.endswith("_agent") and party.country}
    clearing = {one.country for one in institution.correspondents if one.currency == payment.currency}
    found = {regime for country in banks | clearing if (regime := regime_of_country(country))}
    home = _CURRENCY_OF.get(payment.currency or "")
    return frozenset(found | ({home} if home else set()))


def regimes_of(finding: Finding, edition: Edition, book: LawBook) -> frozenset[str]:
    """Whose measure a finding rests on: the regimes of the lists in evidence, else those the rule names."""
    whose = {_regime(one.list, edition) for one in finding.evidence if one.kind == "listed-entity" and one.list}
    return frozenset(whose) or frozenset(book.rule(finding.rule).law_of)


def _seen_from(finding: Finding, institution: Institution, along: frozenset[str], edition: Edition) -> Finding:
    if finding.force not in _WEIGHED or finding.answer is Answer.NO:
        return finding
    whose = regimes_of(finding, edition, edition.book)
    if whose & institution.bound_by:
        return replace(finding, force=Force.BINDS)
    if edition.book.rule(finding.rule).layer == "primary" and whose & along:
        return replace(finding, force=Force.CORRESPONDENT)
    return replace(finding, force=Force.EXPOSES if "us" in whose else Force.INFORMS)


def _regime(name: str, edition: Edition) -> str:
    versions: Mapping[str, str] = {one.version.list: one.version.regime for one in edition.lists}
    return versions.get(name, name[:2])
