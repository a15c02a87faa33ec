"""Signing in: sessions that end by themselves, and a lock-out on guessing that tells nobody which names exist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from brightline.cases.actors import Actor
from brightline.cases.database import Store

COOKIE = "brightline_session"  # carries the token, for the desk and for calls from its pages
LONGEST = timedelta(hours=12)  # from signing in
IDLE = timedelta(minutes=30)  # from the last page asked for


@dataclass(frozen=True, slots=True)
class SessionToken:
    """What the browser keeps (`token`, in a cookie) and what every form sends back (`csrf`)."""

    token: str
    csrf: str
    actor: Actor


def sign_in(store: Store, name: str, password: str, source: str = "") -> SessionToken:
    """Open a session. `source`: where the caller is (an address), for the lock-out.

    Raises NotSignedIn (401): one sentence for an unknown name, a wrong password and a shut account; TooManyTries (429)
    after too many wrong ones, with the seconds to wait.
    """
    raise NotImplementedError


def person_of_session(store: Store, token: str) -> Actor | None:
    """Whose session it is; None where it is unknown or ended, or the person's account was shut."""
    raise NotImplementedError


def csrf_of_session(store: Store, token: str) -> str | None:
    """What forms of this session must send back; None where there is no live session."""
    raise NotImplementedError


def sign_out(store: Store, token: str) -> None:
    """End a session. One that is not there is no error."""
    raise NotImplementedError
