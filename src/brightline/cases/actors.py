"""Who acts: a person, or a program with a person's key, as every change in the store names them."""

from __future__ import annotations

from dataclasses import dataclass

ANALYST, APPROVER, AUDITOR, ADMINISTRATOR = "analyst", "approver", "auditor", "administrator"
ROLES = (ANALYST, APPROVER, AUDITOR, ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who asks or acts. `via`: desk, key, cli or service. `scopes`: of a key; None is all the role may do."""

    id: str
    name: str
    role: str
    via: str
    scopes: frozenset[str] | None = None


SERVICE = Actor("service", "the service", "", "service", frozenset())  # what is done by the clock, in nobody's name
DEMO = Actor("demo", "a caller of the demo", APPROVER, "key")  # who calls a demonstration without a key
