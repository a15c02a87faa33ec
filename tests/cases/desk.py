"""People of an invented desk, and payments that come to it."""

from __future__ import annotations

from tests.cases.conftest import mt103

from brightline.cases.actors import ADMINISTRATOR, Actor
from brightline.cases.arrival import Arrival
from brightline.cases.database import Store
from brightline.cases.deciding import Deciding
from brightline.cases.intake import accept
from brightline.cases.people import add_person

LISTED = "JOINT STOCK COMPANY ZAVOD KVARTSOVIK"
FIRST_DAY = Actor("cli", "the first day", ADMINISTRATOR, "cli")


def somebody(store: Store, name: str, role: str, password: str | None = None) -> Actor:
    """A person with an account, as the desk sees them."""
    return Actor(add_person(store, name, role, password, FIRST_DAY).id, name, role, "desk")


def stopped(reference: str = "STOP1") -> bytes:
    """A payment to a listed firm by its number: a stop."""
    return mt103(creditor=LISTED, about="GREEN TEA INN 7707083893", reference=reference)


def reviewed(reference: str = "REVIEW1") -> bytes:
    """A payment to a firm of a listed one's name: a review."""
    return mt103(creditor=LISTED, reference=reference)


def taken_in(store: Store, deciding: Deciding, body: bytes) -> str:
    """The id of the case that a message opens."""
    return accept(store, Arrival(body, "text/plain", store.now(), True, "gate"), deciding).cases[0]
