"""One payment becomes one decision. The only place where names, goods, payments, lists and law meet."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace

from brightline import __version__
from brightline.beside.record import digest_of
from brightline.nexus.ask import ask_all
from brightline.payments.shape import to_json
from brightline.screen.decide import decide
from brightline.screen.edition import Edition
from brightline.screen.effects import as_policy_says
from brightline.screen.facts import Alike, screen_names, see
from brightline.screen.force import with_force
from brightline.screen.in_shadow import in_shadow
from brightline.screen.law_changed import what_changed
from brightline.screen.papers import to_be_named
from brightline.screen.passports import RULE as PASSPORT
from brightline.screen.passports import weigh_passports
from brightline.screen.press import press_findings
from brightline.screen.releasing import what_speaks_for_release
from brightline.screen.settled import without_namesakes
from brightline.screen.unknowns import what_we_lack
from brightline.terms import AsOf, Decision, Leg, Payment
from brightline.terms.beside import NOTHING, Beside


def screen(
    payment: Payment, edition: Edition, as_of: AsOf, paired: Sequence[Leg] = (), beside: Beside = NOTHING
) -> Decision:
    """Decide one payment. Same payment and papers, same edition, same `as_of`: an equal decision, anywhere."""
    return determine(payment, screen_names(to_be_named(payment, beside), edition), edition, as_of, paired, beside)


def determine(
    payment: Payment,
    alike: Alike,
    edition: Edition,
    as_of: AsOf,
    paired: Sequence[Leg] = (),
    beside: Beside = NOTHING,
) -> Decision:
    """All that follows once names are screened: facts, rules, and the decision."""
    facts, seen = see(payment, alike, edition, as_of, beside)
    facts = replace(facts, paired=tuple(paired)) if paired else facts
    asked = ask_all(edition.book, facts, as_of.law, counting=edition.policy.rules)
    findings = as_policy_says(with_force(without_namesakes(asked), payment, edition), edition.policy)
    releasing = what_speaks_for_release(findings, edition.book, as_of.law)
    name = decision_id(payment, edition.note.id, as_of, beside)
    passports = weigh_passports(findings, facts, edition, as_of, name)
    verdict = decide(findings, facts, edition, as_of, passports.released)
    unknowns = what_we_lack(verdict, facts, edition, as_of)
    cleared = passports.releasing if verdict.release_basis == PASSPORT else ()
    return Decision(
        id=name,
        outcome=verdict.outcome,
        trial=edition.trial,
        determination=verdict.determination,
        release_basis=verdict.release_basis,
        payment=payment,
        seen=seen,
        findings=(*verdict.findings, *passports.findings, *press_findings(payment, edition, beside)),
        releasing=(*cleared, *releasing, *((verdict.tolerated,) if verdict.tolerated else ())),
        unknowns=unknowns,
        permitted_actions=verdict.permitted_actions,
        as_of=as_of,
        edition=edition.note,
        program=__version__,
        paired=tuple(paired),
        beside=beside.given,
        law_changed=what_changed(verdict.findings, edition.book, as_of.law),
        shadow=in_shadow(payment, facts, edition, as_of, passports.released),
    )


def decision_id(payment: Payment, edition: str, as_of: AsOf, beside: Beside = NOTHING) -> str:
    """The first 32 hex digits of sha256 over the payment without its source, the edition id and both clocks.

    Where anything came beside the message, its digest takes part too.
    """
    said = to_json(payment)
    said.pop("source")
    came = digest_of(beside)
    parts = [said, edition, as_of.law.isoformat(), as_of.known.isoformat(), *([came] if came else [])]
    canonical = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:32]
