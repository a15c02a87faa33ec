"""The machine: which edition decides, what waits for two people, what it would change, and how each came into use."""

from __future__ import annotations

from starlette.responses import Response

from brightline.cases.activation.proposals import (
    APPROVED,
    PROPOSED,
    Told,
    approve,
    differences,
    history,
    propose,
    refuse,
    state_of,
)
from brightline.cases.permissions import allowed
from brightline.desk.drawing import draw
from brightline.desk.going import go
from brightline.desk.visit import Ask
from brightline.errors import NotThere
from brightline.screen.edition import Edition

HERE = "/desk/machine"


def show(ask: Ask) -> Response:
    """What is in use, what waits with its before-and-after, and every line of the journal about editions."""
    service, waiting = ask.service, ask.service.waiting
    told = state_of(service.store, waiting.note.id) if waiting else None
    content = {
        "used": service.edition,
        "waiting": waiting,
        "differs": differences(service.edition, waiting) if waiting else (),
        "told": told,
        "history": history(service.store, ask.actor),
        "may_propose": allowed(ask.actor, "machine.propose") and not _is_begun(told),
        "may_answer": allowed(ask.actor, "machine.approve") and told is not None and told.state == PROPOSED,
        "is_own": told is not None and told.said["by"] == ask.actor.id,
    }
    return draw("machine.html", ask, content)


def put_forward(ask: Ask) -> Response:
    """Propose what waits, with its replay."""
    propose(ask.service.store, ask.service.edition, _waiting(ask), ask.actor, ask.word("why"))
    return go(HERE, "proposed")


def agree(ask: Ask) -> Response:
    """A second person agrees."""
    approve(ask.service.store, _waiting(ask).note.id, ask.actor, ask.word("why"))
    return go(HERE, "edition-approved")


def decline(ask: Ask) -> Response:
    """A second person does not agree."""
    refuse(ask.service.store, _waiting(ask).note.id, ask.actor, ask.word("why"))
    return go(HERE, "done")


def _is_begun(told: Told | None) -> bool:
    """Whether it was proposed already and not refused since."""
    return told is not None and told.state in (PROPOSED, APPROVED)


def _waiting(ask: Ask) -> Edition:
    """The edition of the form, if it is still the one that waits. Raises NotThere."""
    found = ask.service.waiting
    if found is None or found.note.id != ask.path["edition"]:
        raise NotThere("edition", ask.path["edition"][:40], "the one that waits now", "Look at the page again.")
    return found
