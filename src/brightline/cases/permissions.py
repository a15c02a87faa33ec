"""Who may do what: one table of actions, the roles that may, and the scope a key needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from brightline.cases.actors import ADMINISTRATOR, ANALYST, APPROVER, AUDITOR, Actor
from brightline.errors import NotAllowed

POSTING = "payments.post"
SCOPES = ("payments", "read", "match", "cases", "administer")

_ALL = (ANALYST, APPROVER, AUDITOR, ADMINISTRATOR)
_DESK = (ANALYST, APPROVER)
_SECOND = (APPROVER,)
_READERS_OF_PEOPLE = (AUDITOR, ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Permission:
    """The roles that may do something, and the scope a key needs for it."""

    roles: tuple[str, ...]
    scope: str


# An administrator tends people and keys and decides no case; an auditor reads all and changes nothing.
PERMISSIONS: Mapping[str, Permission] = {
    POSTING: Permission((ANALYST, APPROVER, ADMINISTRATOR), "payments"),
    "decisions.read": Permission(_ALL, "read"),
    "cases.read": Permission(_ALL, "read"),
    "lists.read": Permission(_ALL, "read"),
    "journal.read": Permission(_ALL, "read"),
    "numbers.read": Permission(_ALL, "read"),
    "metrics.read": Permission(_ALL, "read"),
    "names.match": Permission(_ALL, "match"),
    "cases.take": Permission(_DESK, "cases"),
    "cases.lock": Permission(_DESK, "cases"),
    "cases.unlock": Permission(_DESK, "cases"),
    "cases.assign": Permission(_DESK, "cases"),
    "cases.note": Permission(_DESK, "cases"),
    "cases.wait": Permission(_DESK, "cases"),
    "cases.resume": Permission(_DESK, "cases"),
    "cases.escalate": Permission(_DESK, "cases"),
    "cases.recommend": Permission(_DESK, "cases"),
    "cases.dispose": Permission(_DESK, "cases"),
    "cases.repair": Permission(_DESK, "cases"),
    "cases.reply": Permission(_DESK, "cases"),
    "cases.filed": Permission(_DESK, "cases"),
    "cases.reopen": Permission(_DESK, "cases"),
    "cases.draft": Permission(_DESK, "cases"),
    "requests.read": Permission(_ALL, "read"),
    "requests.answer": Permission(_DESK, "cases"),
    "cases.approve": Permission(_SECOND, "cases"),
    "cases.send-back": Permission(_SECOND, "cases"),
    "files.add": Permission(_DESK, "cases"),
    "files.read": Permission(_ALL, "read"),
    "clearances.read": Permission(_ALL, "read"),
    "clearances.propose": Permission(_DESK, "cases"),
    "clearances.approve": Permission(_SECOND, "cases"),
    "clearances.end": Permission(_DESK, "cases"),
    "second-looks.record": Permission(_DESK, "cases"),
    "machine.read": Permission(_ALL, "read"),
    "machine.propose": Permission((ANALYST, APPROVER, ADMINISTRATOR), "administer"),
    "machine.approve": Permission((APPROVER, ADMINISTRATOR), "administer"),
    "filters.save": Permission(_ALL, "cases"),
    "people.read": Permission(_READERS_OF_PEOPLE, "administer"),
    "people.change": Permission((ADMINISTRATOR,), "administer"),
    "keys.read": Permission(_READERS_OF_PEOPLE, "administer"),
    "keys.change": Permission((ADMINISTRATOR,), "administer"),
}


def may(role: str, action: str) -> bool:
    """Whether a role may do something. Raises KeyError for an action that is not in the table."""
    return role in PERMISSIONS[action].roles


def allowed(actor: Actor, action: str) -> bool:
    """Whether this actor may: by role, and by the scopes of the key where one is used."""
    scoped = actor.scopes is None or PERMISSIONS[action].scope in actor.scopes
    return scoped and may(actor.role, action)


def require(actor: Actor, action: str) -> None:
    """Raises NotAllowed (403) where the actor may not."""
    if not may(actor.role, action):
        who = " or ".join(PERMISSIONS[action].roles)
        raise NotAllowed(action, f"the role {actor.role or 'none'}", f"the role {who}", "Ask somebody who may.")
    if not allowed(actor, action):
        has = ", ".join(sorted(actor.scopes or ())) or "none"
        raise NotAllowed(action, f"a key with the scopes {has}", f"the scope {PERMISSIONS[action].scope}")
