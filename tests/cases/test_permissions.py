"""Every action against every role, written out: a change of who may do what is a change of this table."""

from __future__ import annotations

import pytest

from brightline.cases.actors import ROLES, SERVICE, Actor
from brightline.cases.permissions import PERMISSIONS, SCOPES, allowed, may, require
from brightline.cases.states import TRANSITIONS
from brightline.errors import NotAllowed

# analyst, approver, auditor, administrator
MAY = {
    "payments.post": "yy-y",
    "decisions.read": "yyyy",
    "cases.read": "yyyy",
    "lists.read": "yyyy",
    "journal.read": "yyyy",
    "numbers.read": "yyyy",
    "metrics.read": "yyyy",
    "names.match": "yyyy",
    "cases.take": "yy--",
    "cases.lock": "yy--",
    "cases.unlock": "yy--",
    "cases.assign": "yy--",
    "cases.note": "yy--",
    "cases.wait": "yy--",
    "cases.resume": "yy--",
    "cases.escalate": "yy--",
    "cases.recommend": "yy--",
    "cases.dispose": "yy--",
    "cases.repair": "yy--",
    "cases.reply": "yy--",
    "cases.draft": "yy--",
    "requests.read": "yyyy",
    "requests.answer": "yy--",
    "cases.filed": "yy--",
    "cases.reopen": "yy--",
    "cases.approve": "-y--",
    "cases.send-back": "-y--",
    "files.add": "yy--",
    "files.read": "yyyy",
    "clearances.read": "yyyy",
    "clearances.propose": "yy--",
    "clearances.approve": "-y--",
    "clearances.end": "yy--",
    "second-looks.record": "yy--",
    "machine.read": "yyyy",
    "machine.propose": "yy-y",
    "machine.approve": "-y-y",
    "filters.save": "yyyy",
    "people.read": "--yy",
    "people.change": "---y",
    "keys.read": "--yy",
    "keys.change": "---y",
}
CELLS = [
    (action, role, cell == "y") for action, row in MAY.items() for role, cell in zip(ROLES, row, strict=True)
]  # fmt: skip


def test_the_table_names_every_action() -> None:
    assert set(MAY) == set(PERMISSIONS)
    assert {f"cases.{kind}" for kind in TRANSITIONS} <= set(MAY)
    assert {one.scope for one in PERMISSIONS.values()} == set(SCOPES)


@pytest.mark.parametrize(("action", "role", "expected"), CELLS)
def test_who_may_do_what(action: str, role: str, expected: bool) -> None:
    assert may(role, action) is expected
    actor = Actor("1", "Somebody", role, "desk")
    if expected:
        require(actor, action)
    else:
        with pytest.raises(NotAllowed, match=f"found the role {role}"):
            require(actor, action)


@pytest.mark.parametrize("action", sorted(PERMISSIONS))
def test_a_key_needs_the_scope_of_the_action_and_the_role_too(action: str) -> None:
    needed = PERMISSIONS[action].scope
    role = PERMISSIONS[action].roles[0]
    for scope in SCOPES:
        assert allowed(Actor("1", "gate", role, "key", frozenset((scope,))), action) is (scope == needed)
    with pytest.raises(NotAllowed, match=f"the scope {needed}"):
        require(Actor("1", "gate", role, "key", frozenset()), action)


def test_the_service_itself_may_do_nothing_in_somebodys_name() -> None:
    assert not any(allowed(SERVICE, action) for action in PERMISSIONS)
