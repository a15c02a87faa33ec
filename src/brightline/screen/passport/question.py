"""One passport beside one payment: what its clauses are asked about."""

from __future__ import annotations

from dataclasses import dataclass

from brightline.nexus.facts import Facts
from brightline.screen.edition import Edition
from brightline.terms import Answer, AsOf, Party
from brightline.terms.cleared import Passport

CARRY = ("carrier", "vessel", "insurer")  # who only carries or insures is nobody's buyer or seller


@dataclass(frozen=True, slots=True)
class Question:
    """One passport beside one payment, in one edition, at one moment."""

    passport: Passport
    facts: Facts
    edition: Edition
    as_of: AsOf

    @property
    def parties(self) -> tuple[Party, ...]:
        """Everybody named in the message or its papers, banks and carriers left out."""
        named = self.facts.payment.parties
        return tuple(one for one in named if not one.role.endswith("_agent") and one.role not in CARRY)


Seen = tuple[Answer, str]


def yes_if(inside: bool, saw: str) -> Seen:
    """A yes or a no with what was seen."""
    return Answer.YES if inside else Answer.NO, saw
