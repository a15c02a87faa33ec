"""Signing in: what ends a session, what locks a guesser out, and what nobody can learn from an answer."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Literal

import pytest
from argon2 import Parameters, PasswordHasher, extract_parameters
from argon2.profiles import RFC_9106_LOW_MEMORY
from tests.cases.conftest import Clock
from tests.cases.desk import FIRST_DAY, somebody
from tests.cases.passwords import NOBODY, SHIPPED

from brightline.cases import sessions
from brightline.cases.actors import Actor
from brightline.cases.database import Store
from brightline.cases.people import add_person, disable_person, people, set_password, set_role
from brightline.cases.secret_texts import kept
from brightline.cases.sessions import csrf_of_session, person_of_session, sign_in, sign_out
from brightline.errors import Clash, NotAllowed, NotSignedIn, Refused, TooManyTries

PASSWORD = "correct horse battery staple"


@pytest.fixture
def ana(store: Store) -> Iterator[Actor]:
    return somebody(store, "Ana Kovač", "analyst", PASSWORD)  # type: ignore[return-value]


def test_a_session_knows_its_person(store: Store, ana: Actor) -> None:
    token = sign_in(store, " ana KOVAČ ", PASSWORD)
    assert token.actor == ana
    assert person_of_session(store, token.token) == ana
    assert csrf_of_session(store, token.token) == token.csrf
    assert token.csrf not in token.token
    for forged in ("", "x" * 43, token.token[:-1], kept(token.token), "\udcff"):
        assert person_of_session(store, forged) is None
        assert csrf_of_session(store, forged) is None


def test_a_session_ends_idle_absolutely_or_when_asked(store: Store, clock: Clock, ana: Actor) -> None:
    idle = sign_in(store, ana.name, PASSWORD).token
    clock.move(minutes=31)
    assert person_of_session(store, idle) is None
    used = sign_in(store, ana.name, PASSWORD).token
    for _ in range(23):
        clock.move(minutes=29)
        assert person_of_session(store, used) == ana
        if clock.moment.hour == 0:
            break
    clock.move(hours=12)
    assert person_of_session(store, used) is None
    left = sign_in(store, ana.name, PASSWORD).token
    sign_out(store, left)
    sign_out(store, left)
    assert person_of_session(store, left) is None


def test_twelve_hours_are_the_end_however_busy(store: Store, clock: Clock, ana: Actor) -> None:
    token = sign_in(store, ana.name, PASSWORD).token
    alive = 0
    while person_of_session(store, token) is not None:
        clock.move(minutes=20)
        alive += 1
    assert alive == 12 * 3


def test_a_clock_set_back_does_not_bring_a_session_back(store: Store, clock: Clock, ana: Actor) -> None:
    token = sign_in(store, ana.name, PASSWORD).token
    clock.move(days=-2)
    assert person_of_session(store, token) is None


def test_a_disabled_persons_session_is_dead_at_once(store: Store, ana: Actor) -> None:
    token = sign_in(store, ana.name, PASSWORD).token
    disable_person(store, ana.id, FIRST_DAY)
    assert person_of_session(store, token) is None
    with pytest.raises(NotSignedIn):
        sign_in(store, ana.name, PASSWORD)


def test_a_new_password_or_role_ends_every_session(store: Store, ana: Actor) -> None:
    first = sign_in(store, ana.name, PASSWORD).token
    set_password(store, ana.id, "another good password", ana)
    assert person_of_session(store, first) is None
    second = sign_in(store, ana.name, "another good password").token
    set_role(store, ana.id, "approver", FIRST_DAY)
    assert person_of_session(store, second) is None


def test_one_sentence_for_whatever_does_not_fit(store: Store, ana: Actor) -> None:
    add_person(store, "gate", "analyst", None, FIRST_DAY)
    shut = somebody(store, "Shut", "analyst", PASSWORD)
    disable_person(store, shut.id, FIRST_DAY)
    told = set()
    for name, password in (("Nobody", PASSWORD), (ana.name, "wrong"), ("gate", PASSWORD), ("Shut", PASSWORD)):
        with pytest.raises(NotSignedIn) as refused:
            sign_in(store, name, password)
        told.add(str(refused.value))
    assert len(told) == 1


def test_a_name_nobody_has_takes_as_long_as_a_wrong_password(
    store: Store, ana: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both verify one hash of the same cost."""
    verified: list[Parameters] = []

    class Watched(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
            verified.append(extract_parameters(str(hash)))
            return super().verify(hash, password)

    monkeypatch.setattr(sessions, "HASHER", Watched())
    for name in (ana.name, "Nobody"):
        with pytest.raises(NotSignedIn):
            sign_in(store, name, "wrong")
    known, unknown = verified
    assert known == unknown


def test_a_guess_costs_what_the_standard_asks() -> None:
    """RFC 9106, section 4, second choice; the tests themselves hash at less."""
    assert extract_parameters(SHIPPED.hash("any")) == extract_parameters(NOBODY) == RFC_9106_LOW_MEMORY


def test_guessing_at_a_name_is_locked_out_ever_longer(store: Store, clock: Clock, ana: Actor) -> None:
    for _ in range(sessions.FREE_TRIES):
        with pytest.raises(NotSignedIn):
            sign_in(store, ana.name, "wrong", "192.0.2.1")
    with pytest.raises(TooManyTries, match="Wait 5 s"):
        sign_in(store, ana.name, PASSWORD, "192.0.2.2")
    clock.move(seconds=6)
    with pytest.raises(NotSignedIn):
        sign_in(store, ana.name, "wrong", "192.0.2.3")
    with pytest.raises(TooManyTries, match="Wait 10 s"):
        sign_in(store, ana.name, PASSWORD)
    clock.move(seconds=11)
    assert sign_in(store, ana.name, PASSWORD).actor == ana
    with pytest.raises(NotSignedIn):
        sign_in(store, ana.name, "wrong")


def test_guesses_sent_all_at_once_are_counted_one_by_one(store: Store, ana: Actor) -> None:
    def guess(number: int) -> type[Exception] | None:
        try:
            sign_in(store, ana.name, PASSWORD if number == 11 else "wrong", f"192.0.2.{number}")
        except Refused as refused:
            return type(refused)
        return None

    with store._turn, ThreadPoolExecutor(12) as many:  # every password is looked at before the first is counted
        came = [many.submit(guess, number) for number in range(12)]
        time.sleep(0.3)
        store._turn.release()
        told = [one.result() for one in came]
        store._turn.acquire()
    assert told.count(NotSignedIn) + told.count(None) <= sessions.FREE_TRIES + 1
    assert TooManyTries in told


@pytest.mark.parametrize("changed", ["password", "role", "account"])
def test_what_changes_while_a_password_is_looked_at_counts(
    store: Store, ana: Actor, changed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(person: object, password: str) -> bool:
        match changed:
            case "password":
                set_password(store, ana.id, "another long password", FIRST_DAY)
            case "role":
                set_role(store, ana.id, "auditor", FIRST_DAY)
            case _:
                disable_person(store, ana.id, FIRST_DAY)
        return True

    monkeypatch.setattr(sessions, "_verified", slow)
    with pytest.raises(NotSignedIn):
        sign_in(store, ana.name, PASSWORD)


def test_a_name_nobody_has_is_locked_out_alike(store: Store) -> None:
    for _ in range(sessions.FREE_TRIES):
        with pytest.raises(NotSignedIn):
            sign_in(store, "Nobody", "wrong")
    with pytest.raises(TooManyTries):
        sign_in(store, "Nobody", "wrong")


def test_one_place_that_guesses_at_many_names_is_locked_out(store: Store, ana: Actor) -> None:
    for number in range(sessions.FREE_TRIES_OF_SOURCE):
        with pytest.raises(NotSignedIn):
            sign_in(store, f"Name {number}", "wrong", "192.0.2.9")
    with pytest.raises(TooManyTries):
        sign_in(store, ana.name, PASSWORD, "192.0.2.9")
    assert sign_in(store, ana.name, PASSWORD, "192.0.2.10").actor == ana


def test_no_wait_is_longer_than_a_quarter_of_an_hour(store: Store, clock: Clock, ana: Actor) -> None:
    for _ in range(30):
        with pytest.raises(NotSignedIn):
            sign_in(store, ana.name, "wrong")
        clock.move(minutes=15, seconds=1)
    assert sign_in(store, ana.name, PASSWORD).actor == ana


def test_people_are_told_apart_by_name_and_passwords_have_a_length(store: Store, ana: Actor) -> None:
    with pytest.raises(Clash, match="a second time"):
        somebody(store, "ANA kovač", "auditor")
    for name in ("", " ", "x" * 65, "bell\a"):
        with pytest.raises(Refused, match="name"):
            somebody(store, name, "auditor")
    for password in ("short", "x" * 257):
        with pytest.raises(Refused, match="password"):
            somebody(store, "Bo", "auditor", password)
    with pytest.raises(Refused, match="analyst or approver"):
        somebody(store, "Bo", "king")


def test_the_last_administrator_stays(store: Store) -> None:
    ada = somebody(store, "Ada", "administrator")
    for change in (
        lambda: disable_person(store, ada.id, FIRST_DAY),
        lambda: set_role(store, ada.id, "auditor", FIRST_DAY),
    ):
        with pytest.raises(Clash, match="the last administrator"):
            change()
    with pytest.raises(Clash, match="your own account"):
        disable_person(store, ada.id, ada)
    somebody(store, "Bea", "administrator")
    assert disable_person(store, ada.id, FIRST_DAY).disabled is not None


def test_only_who_may_reads_and_changes_people(store: Store, ana: Actor) -> None:
    with pytest.raises(NotAllowed):
        people(store, ana)
    bo = somebody(store, "Bo", "analyst", PASSWORD)
    with pytest.raises(NotAllowed):
        set_password(store, bo.id, "another good password", ana)
    own_key = Actor(ana.id, ana.name, ana.role, "key", frozenset(("cases",)))
    with pytest.raises(NotAllowed):
        set_password(store, ana.id, "another good password", own_key)


def test_no_secret_stands_in_the_store(store: Store, ana: Actor) -> None:
    token = sign_in(store, ana.name, PASSWORD)
    with store.read() as conn:
        rows = [conn.exec_driver_sql(f"SELECT * FROM {name}").fetchall() for name in ("people", "sessions", "journal")]
    for secret in (PASSWORD, token.token):
        assert secret not in str(rows)
