"""`brightline users`: the first administrator, keys shown once, and passwords that no other process sees."""

from __future__ import annotations

import json
from typing import Any

import pytest

from brightline.cases.api_keys import actor_of_key
from brightline.cases.database import open_store
from brightline.cases.sessions import sign_in
from brightline.errors import NotSignedIn

PASSWORD = "correct horse battery staple"


@pytest.fixture
def password_file(desk: Any) -> str:
    return str(desk.write("password", PASSWORD + "\n"))


def test_the_first_administrator_signs_in(desk: Any, password_file: str) -> None:
    done = desk("users", "add", "Ada", "--role", "administrator", "--password-file", password_file)
    assert (done.status, done.out, done.err) == (0, "", "Ada is administrator\n")
    store = open_store(f"sqlite:///{desk.home / 'cases.db'}")
    assert sign_in(store, "ada", PASSWORD).actor.role == "administrator"
    store.close()
    assert PASSWORD.encode() not in b"".join(path.read_bytes() for path in desk.home.glob("cases.db*"))


def test_a_key_is_printed_once_and_acts_within_its_scopes(desk: Any) -> None:
    done = desk.quick("users", "add", "gate", "--role", "analyst", "--key", "--scope", "payments", "--scope", "read")
    secret = done.out.strip()
    store = open_store(f"sqlite:///{desk.home / 'cases.db'}")
    actor = actor_of_key(store, secret)
    assert actor is not None
    assert (actor.name, actor.scopes) == ("gate", {"payments", "read"})
    assert desk.quick("users", "disable", "GATE").status == 0
    assert actor_of_key(store, secret) is None
    assert desk.quick("users", "disable", "gate", "--back").status == 0
    assert actor_of_key(store, secret) is not None
    store.close()
    assert secret not in desk.quick("users", "list", "--json").out


def test_a_key_without_scopes_may_what_its_role_may(desk: Any) -> None:
    said = json.loads(desk.quick("users", "add", "au", "--role", "auditor", "--key", "--json").out)
    store = open_store(f"sqlite:///{desk.home / 'cases.db'}")
    actor = actor_of_key(store, said["key"])
    store.close()
    assert actor is not None
    assert actor.scopes == {"administer", "cases", "match", "read"}


def test_what_is_done_here_is_signed_with_the_homes_own_key(desk: Any, password_file: str) -> None:
    desk.quick("users", "add", "Ana", "--role", "analyst", "--password-file", password_file)
    for verb in (
        ("disable", "ana"),
        ("disable", "ana", "--back"),
        ("password", "ana", "--password-file", password_file),
    ):
        assert desk.quick("users", *verb).status == 0
        told = json.loads(desk.quick("journal", "verify", "--json").out)
        assert (told["holds"], told["trusted_key"], told["faults"]) == (True, True, [])


def test_a_new_password_takes_the_place_of_the_old(desk: Any, password_file: str) -> None:
    desk.quick("users", "add", "Ana", "--role", "analyst", "--password-file", password_file)
    other = str(desk.write("other", "another good password"))
    assert desk.quick("users", "password", "ana", "--password-file", other).status == 0
    store = open_store(f"sqlite:///{desk.home / 'cases.db'}")
    with pytest.raises(NotSignedIn):
        sign_in(store, "Ana", PASSWORD)
    assert sign_in(store, "Ana", "another good password").actor.name == "Ana"
    store.close()


def test_everybody_is_listed_with_role_and_end(desk: Any, password_file: str) -> None:
    desk.quick("users", "add", "Bo", "--role", "approver", "--password-file", password_file)
    desk.quick("users", "add", "Ana", "--role", "analyst", "--password-file", password_file)
    desk.quick("users", "disable", "Bo")
    lines = desk.quick("users", "list").out.splitlines()
    assert [line.split()[:3] for line in lines] == [["Ana", "analyst"], ["Bo", "approver", "disabled"]]


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (("add", "Bo", "--role", "king", "--key"), "role: expected analyst or approver"),
        (("add", "Bo", "--role", "analyst", "--key", "--scope", "fly"), "found fly"),
        (("add", "Bo", "--role", "analyst", "--scope", "read"), "--scope: expected both, or neither"),
        (("add", "Bo", "--role", "analyst", "--password-file", "short"), "12 to 256 letters"),
        (("add", "Bo", "--role", "analyst", "--password-file", "none"), "none"),
        (("disable", "Nobody"), "the name of somebody with an account"),
        (("disable", "Ada"), "the last administrator"),
        (("list", "--db", "mysql://x"), "sqlite:///FILE or postgresql://"),
    ],
)
def test_a_wrong_call_is_exit_2_and_adds_nobody(
    desk: Any, sentence: Any, password_file: str, call: tuple[str, ...], told: str
) -> None:
    desk.quick("users", "add", "Ada", "--role", "administrator", "--password-file", password_file)
    desk.write("short", "short\n")
    done = desk.quick("users", *call)
    assert done.status == 2
    assert told in sentence(done)
    assert len(desk.quick("users", "list").out.splitlines()) == 1
