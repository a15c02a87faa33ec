"""A store filled for the demonstration: invented payments, taken in and worked on as real ones are."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from sqlalchemy import func, select

from brightline.cases.actors import ADMINISTRATOR, DEMO, Actor
from brightline.cases.arrival import Arrival
from brightline.cases.clearances import approve
from brightline.cases.database import Store
from brightline.cases.deciding import Deciding
from brightline.cases.demo_beside import beside_demo
from brightline.cases.demo_messages import DemoPayment, demo_payments
from brightline.cases.demo_people import PEOPLE
from brightline.cases.files import add_file
from brightline.cases.intake import accept
from brightline.cases.passports import propose_passport
from brightline.cases.people import add_person
from brightline.cases.tables.people import people
from brightline.cases.workflow import Act, act
from brightline.errors import Refused

SEEDING = Actor("demonstration", "the demonstration", ADMINISTRATOR, "cli")
STEP = timedelta(minutes=9)  # people take one to seven of these for a step, by the number of the payment
YEAR = timedelta(days=365)
_KINDS_WITH_REASON = ("recommend", "dispose")
_DOCUMENT = (
    b"Contract 18/24. Children's and women's shoes of leather, 6403.99 and 6404.19, Wenzhou to Moscow by rail.\n"
)


def seed(store: Store, deciding: Deciding) -> None:
    """Fill an empty store with two people and invented cases of many kinds and ages; leave any other as it is.

    Which cases are opened and what may be done in them depends on the lists in use: a step that the rules refuse is
    left undone. Raises StoreError.
    """
    with store.read() as conn:
        if conn.scalar(select(func.count()).select_from(people)):
            return
    now = store.now()
    payments = demo_payments()
    first = _at(store, now - timedelta(hours=payments[0].hours + 1))
    actors = {one.name: _actor(first, one.name, one.role, one.password) for one in PEOPLE}
    add_person(first, DEMO.name, DEMO.role, None, SEEDING, DEMO.id)
    for one in payments:
        _play(store, deciding, one, actors, now)


def _at(store: Store, moment: datetime) -> Store:
    """The same store at another moment of its clock."""
    return Store(store.engine, lambda: moment, store.signer)


def _actor(store: Store, name: str, role: str, password: str) -> Actor:
    person = add_person(store, name, role, password, SEEDING)
    return Actor(person.id, person.name, person.role, "desk")


def _play(store: Store, deciding: Deciding, one: DemoPayment, actors: dict[str, Actor], now: datetime) -> None:
    """One payment comes in, and people do what the table says, each step a little later, none after now."""
    moment = now - timedelta(hours=one.hours)
    body, content_type = one.message(moment)
    arrival = Arrival(body, content_type, moment, as_of_given=False, by=SEEDING.id)
    book = beside_demo(one.number, moment, deciding.book)
    accepted = accept(_at(store, moment), arrival, Deciding(deciding.edition, book, deciding.opener))
    for case in accepted.cases:
        for place, step in enumerate(one.done, 1):
            later = _at(store, min(moment + place * STEP * (1 + one.number % 7), now))
            with suppress(Refused):
                _take_step(later, case, step, actors, deciding)


def _take_step(store: Store, case: str, step: str, actors: dict[str, Actor], deciding: Deciding) -> None:
    kind, *told = step.split(":", 2 if step.startswith(_KINDS_WITH_REASON) else 1)
    analyst, approver = (actors[one.name] for one in PEOPLE)
    if kind == "file":
        add_file(store, case, told[0], "text/plain", _DOCUMENT, analyst)
    elif kind == "passport":
        _clear(store, case, told[0].split(","), (analyst, approver), deciding)
    else:
        act(store, case, _act(kind, told, actors), approver if kind == "approve" else analyst, deciding)


def _clear(store: Store, case: str, codes: Sequence[str], two: tuple[Actor, Actor], deciding: Deciding) -> None:
    """A passport for these goods, proposed by one and approved by the other."""
    today = store.now().date()
    said = {"goods": [{"hs": code, "words": []} for code in codes], "expires": (today + YEAR).isoformat()}
    proposed = propose_passport(store, case, said, two[0], deciding)
    approve(store, str(proposed["id"]), two[1], deciding, "Contract and two declarations seen.")


def _act(kind: str, told: list[str], actors: dict[str, Actor]) -> Act:
    if kind in _KINDS_WITH_REASON:
        return Act(kind, disposition=told[0], reason=told[1], comment=_COMMENTS[told[1]])
    if kind == "assign":
        return Act(kind, to=actors[told[0]].id)
    if kind == "wait":
        return Act(kind, to=told[0], comment="Asked for the invoice and the transport document.")
    return Act(kind, comment=told[0] if told else "Agreed.")


_COMMENTS = {
    "listed": "The party is the listed entry; name and number agree.",
    "exposure": "Priority goods with a Russian end user; the bank does not take the exposure.",
    "papers-settle": "Invoice, customs declaration and waybill seen; plain goods for a shop.",
    "no-answer": "No papers after two reminders.",
    "papers-contradict": "The invoice speaks of boards, the packing list of lamps.",
}
