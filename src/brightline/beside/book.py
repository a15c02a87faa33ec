"""All that was handed in beside the messages of a run, and what of it concerns one payment."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from brightline.beside.papers import PaperBook
from brightline.beside.record import beside_of
from brightline.terms import AsOf, Payment
from brightline.terms.beside import NOTHING, Beside


class Part(Protocol):
    """A kind of thing handed in: papers, profiles, history, passports, pairs, media."""

    def given_for(self, payment: Payment, as_of: AsOf) -> object:
        """What of it concerns a payment, as JSON of the documented shape; nothing (falsy) where none does."""


@dataclass(frozen=True, slots=True)
class BesideBook:
    """Everything handed in, by kind (`papers`, `profiles`, `history`, `passports`, `pairs`, `media`)."""

    parts: Mapping[str, Part] = field(default_factory=dict)

    def of(self, payment: Payment, as_of: AsOf) -> Beside:
        """What came beside one payment. Equal for equal payments, whatever else was handed in for others."""
        given = {kind: found for kind, part in self.parts.items() if (found := part.given_for(payment, as_of))}
        return beside_of(given) if given else NOTHING

    def keys_of(self, payment: Payment) -> tuple[str, ...]:
        """The keys under which papers of this payment were handed in."""
        papers = self.parts.get("papers")
        return papers.keys_of(payment) if isinstance(papers, PaperBook) else ()

    def unmet(self, met: Collection[str]) -> tuple[str, ...]:
        """A sentence for each key of papers that is not among those met: there was no such payment."""
        papers = self.parts.get("papers")
        return papers.unmet(met) if isinstance(papers, PaperBook) else ()


EMPTY = BesideBook()
