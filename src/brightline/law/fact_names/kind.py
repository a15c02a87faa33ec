"""What is known of a fact before it is asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FactKind:
    """A fact a clause may name. `subject`: whom it is told of; `kind`: what shape it has; `told`: what it says."""

    subject: str
    kind: str
    told: str
