"""People and their roles; the administrator adds and shuts accounts, an auditor reads."""

from __future__ import annotations

from starlette.responses import Response

from brightline.cases.actors import ROLES
from brightline.cases.people import add_person, disable_person, enable_person, people, set_password, set_role
from brightline.cases.permissions import allowed
from brightline.desk.drawing import draw
from brightline.desk.going import go
from brightline.desk.visit import Ask

HERE = "/desk/people"


def show(ask: Ask) -> Response:
    """Everybody with an account, shut ones too."""
    found = people(ask.service.store, ask.actor)
    content = {"people": found, "roles": ROLES, "may_change": allowed(ask.actor, "people.change")}
    return draw("people.html", ask, content)


def add(ask: Ask) -> Response:
    """A new account."""
    add_person(ask.service.store, ask.word("name"), ask.word("role"), ask.secret("password") or None, ask.actor)
    return go(HERE, "person-added")


def disable(ask: Ask) -> Response:
    """Shut an account: its sessions and keys are dead at once."""
    disable_person(ask.service.store, ask.path["id"], ask.actor)
    return go(HERE, "person-changed")


def enable(ask: Ask) -> Response:
    """Open a shut account again."""
    enable_person(ask.service.store, ask.path["id"], ask.actor)
    return go(HERE, "person-changed")


def change_role(ask: Ask) -> Response:
    """Another role for somebody else."""
    set_role(ask.service.store, ask.path["id"], ask.word("role"), ask.actor)
    return go(HERE, "person-changed")


def change_password(ask: Ask) -> Response:
    """A new password; every session of that person ends."""
    set_password(ask.service.store, ask.path["id"], ask.secret("password"), ask.actor)
    return go(HERE, "person-changed")
