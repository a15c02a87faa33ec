"""What we do not know about a payment, and which independent document would settle it."""

from __future__ import annotations

from collections.abc import Sequence

from brightline.nexus.ask import lacking
from brightline.screen.edition import Edition
from brightline.screen.requirements import edition_problems, message_problems, regimes_not_loaded
from brightline.terms import Answer, AsOf, Finding, Lacking, Payment


def what_we_lack(findings: Sequence[Finding], payment: Payment, edition: Edition, as_of: AsOf) -> tuple[Lacking, ...]:
    """The open questions, each once: of the rules, of the message, of required lists, of regimes not loaded."""
    asked = [lacking(finding, edition.book, as_of.law) for finding in findings if finding.answer is Answer.UNKNOWN]
    every = [*asked, *message_problems(payment), *edition_problems(edition, as_of), *regimes_not_loaded(edition)]
    return tuple(dict.fromkeys(every))
