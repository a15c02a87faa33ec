"""Keys: shown once, scoped, ended with their person."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.cases.conftest import Clock
from tests.cases.desk import FIRST_DAY, somebody

from brightline.cases.api_keys import actor_of_key, end_key, keys, make_key
from brightline.cases.database import Store
from brightline.cases.people import disable_person, enable_person
from brightline.errors import Clash, NotAllowed, NotThere, Refused


def test_a_key_acts_as_its_person_within_its_scopes(store: Store) -> None:
    gate = somebody(store, "gate", "analyst")
    key, secret = make_key(store, gate.id, "payment gate", ("read", "payments", "read"), FIRST_DAY)
    actor = actor_of_key(store, secret)
    assert actor is not None
    assert (actor.id, actor.role, actor.via, actor.scopes) == (gate.id, "analyst", "key", {"payments", "read"})
    assert secret.startswith(key.start)
    assert len(key.start) < 12 < len(secret)
    for wrong in ("", key.id, key.start, secret[:-1], secret.upper(), "\udcff"):
        assert actor_of_key(store, wrong) is None


def test_a_key_is_dead_with_its_person_its_end_and_its_day(store: Store, clock: Clock) -> None:
    gate = somebody(store, "gate", "analyst")
    key, secret = make_key(store, gate.id, "gate", ("payments",), FIRST_DAY)
    _, short = make_key(store, gate.id, "for a day", ("payments",), FIRST_DAY, timedelta(days=1))
    disable_person(store, gate.id, FIRST_DAY)
    assert actor_of_key(store, secret) is None
    with pytest.raises(Clash, match="which is shut"):
        make_key(store, gate.id, "gate", ("payments",), FIRST_DAY)
    enable_person(store, gate.id, FIRST_DAY)
    assert actor_of_key(store, secret) is not None
    clock.move(days=1)
    assert actor_of_key(store, short) is None
    end_key(store, key.id, FIRST_DAY)
    assert actor_of_key(store, secret) is None


def test_people_see_and_end_their_own_keys_alone(store: Store) -> None:
    ana, bo = somebody(store, "Ana", "analyst"), somebody(store, "Bo", "analyst")
    key, _ = make_key(store, ana.id, "mine", ("read",), FIRST_DAY)
    assert [one.label for one in keys(store, ana)] == ["mine"]
    assert keys(store, bo) == ()
    assert [one.person_name for one in keys(store, somebody(store, "Au", "auditor"))] == ["Ana"]
    with pytest.raises(NotAllowed):
        end_key(store, key.id, bo)
    end_key(store, key.id, ana)
    assert keys(store, ana)[0].ended is not None
    with pytest.raises(NotThere):
        end_key(store, "0" * 32, FIRST_DAY)


def test_ill_asked_keys_are_refused(store: Store) -> None:
    ana = somebody(store, "Ana", "analyst")
    for label, scopes, told in (("x", ("fly",), "found fly"), ("x", (), "found none"), (" ", ("read",), "label")):
        with pytest.raises(Refused, match=told):
            make_key(store, ana.id, label, scopes, FIRST_DAY)
    with pytest.raises(NotAllowed):
        make_key(store, ana.id, "x", ("read",), ana)
    with pytest.raises(NotThere):
        make_key(store, "0" * 32, "x", ("read",), FIRST_DAY)
