"""The two people of the demonstration. They exist in a store made by `serve --demo`, on loopback, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass

from brightline.cases.actors import ANALYST, APPROVER


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody to sign in as, with the password that the sign-in page shows."""

    name: str
    password: str
    role: str


PEOPLE = (
    DemoPerson("ana", "clear-blue-harbour", ANALYST),
    DemoPerson("bao", "quiet-green-lantern", APPROVER),
)
