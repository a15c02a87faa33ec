"""All that was handed in beside the messages of a run, and what of it concerns one payment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from brightline.beside.record import beside_of
from brightline.terms import AsOf, Payment
from brightline.terms.beside import NOTHING, Beside


class Part(Protocol):
    """A kind of thing handed in: papers, profiles, history, passports, pairs."""

    def given_for(self, payment: Payment, as_of: AsOf) -> object:
        """What of it concerns a payment, as JSON of the documented shape; nothing (falsy) where none does."""


@dataclass(frozen=True, slots=True)
class BesideBook:
    """Everything handed in, by kind (`papers`, `profiles`, `history`, `passports`, `pairs`)."""

    parts: Mapping[str, Part] = field(default_factory=dict)

    def of(self, payment: Payment, as_of: AsOf) -> Beside:
        """What came beside one payment. Equal for equal payments, whatever else was handed in for others."""
        given = {kind: found for kind, part in self.parts.items() if (found := part.given_for(payment, as_of))}
        return beside_of(given) if given else NOTHING


EMPTY = BesideBook()
