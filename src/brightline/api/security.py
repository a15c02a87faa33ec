"""Who calls: a key in a header, a signed-in person's cookie, or anybody on this machine in a demo."""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.concurrency import run_in_threadpool
from fastapi.security import APIKeyCookie, APIKeyHeader

from brightline.api.serving import service_of
from brightline.cases.actors import DEMO, Actor
from brightline.cases.api_keys import actor_of_key
from brightline.cases.permissions import POSTING, require
from brightline.cases.secret_texts import kept
from brightline.cases.service import Service
from brightline.cases.sessions import COOKIE, csrf_of_session, person_of_session
from brightline.errors import NotAllowed, NotSignedIn, StoreError

CSRF_HEADER = "X-CSRF-Token"  # what a change made with the cookie must send
_SAFE = ("GET", "HEAD", "OPTIONS")

_authorization = APIKeyHeader(
    name="Authorization", scheme_name="ApiKey", description="`ApiKey` and the key", auto_error=False
)
_x_api_key = APIKeyHeader(name="X-API-Key", scheme_name="XApiKey", description="The key", auto_error=False)
_session = APIKeyCookie(
    name=COOKIE, scheme_name="Session", description="A signed-in person; changes need X-CSRF-Token", auto_error=False
)


def caller(action: str) -> Callable[..., Awaitable[Actor]]:
    """A dependency: the caller, who may do the action. 401 for nobody, 403 for somebody who may not."""

    async def checked(actor: Annotated[Actor, Depends(somebody)]) -> Actor:
        require(actor, action)
        return actor

    return checked


async def somebody(
    request: Request,
    authorization: Annotated[str | None, Security(_authorization)],
    x_api_key: Annotated[str | None, Security(_x_api_key)],
    session: Annotated[str | None, Security(_session)],
) -> Actor:
    """The caller. Raises Refused (401, 403)."""
    actor = await run_in_threadpool(_actor, request, _key(authorization) or x_api_key, session)
    request.state.actor_id = actor.id
    return actor


async def poster(request: Request) -> Actor:
    """The caller, who may post payments. Raises Refused (401, 403).

    A key seen a moment ago is not asked for again: whoever stores what it brought does that (`request.state.key_digest`
    goes with the message), so that one ended since is refused all the same.
    """
    service = service_of(request)
    key = _key(request.headers.get("authorization")) or request.headers.get("x-api-key")
    actor = service.keys_seen.get(key) if key else None
    if actor is None:
        actor = await run_in_threadpool(_actor, request, key, request.cookies.get(COOKIE))
        if key:
            service.keys_seen.add(key, actor)
    request.state.actor_id, request.state.key_digest = actor.id, kept(key) if key else None
    require(actor, POSTING)
    return actor


def knower(service: Service) -> Callable[[Request], Awaitable[bool]]:
    """Tells whether a live key or session, or a demo's own machine, sends a request: asked before a large body."""

    def knows(request: Request) -> bool:
        key = _key(request.headers.get("authorization")) or request.headers.get("x-api-key")
        if key:
            return actor_of_key(service.store, key) is not None
        if session := request.cookies.get(COOKIE):
            return person_of_session(service.store, session) is not None
        return service.settings.demo and _from_this_machine(request)

    async def known(request: Request) -> bool:
        try:
            return await run_in_threadpool(knows, request)
        except StoreError:  # the route finds it away too, and says so
            return True

    return known


def _actor(request: Request, key: str | None, session: str | None) -> Actor:
    """A key that is sent is what counts; then the cookie; then the demo."""
    service = service_of(request)
    if key:
        return _known(actor_of_key(service.store, key), "API key")
    if session:
        return _signed_in(request, service, session)
    if service.settings.demo and _from_this_machine(request):
        return DEMO
    raise NotSignedIn(
        "caller", "no key and no session", "`Authorization: ApiKey …`", "`brightline users add --key` makes one."
    )


def _key(authorization: str | None) -> str | None:
    scheme, _, key = (authorization or "").strip().partition(" ")
    return key.strip() or None if scheme.lower() in ("apikey", "bearer") else None


def _known(actor: Actor | None, what: str) -> Actor:
    if actor is None:
        raise NotSignedIn(what, "an unknown or ended one", "one that is live", "Sign in or ask for a new key.")
    return actor


def _signed_in(request: Request, service: Service, session: str) -> Actor:
    actor = _known(person_of_session(service.store, session), "session")
    if request.method not in _SAFE:
        expected = csrf_of_session(service.store, session) or ""
        sent = request.headers.get(CSRF_HEADER, "")
        if not expected or not hmac.compare_digest(sent.encode(), expected.encode()):
            raise NotAllowed(CSRF_HEADER, "another token or none", "the session's token with every change")
    return actor


def _from_this_machine(request: Request) -> bool:
    """Whether a call comes from this machine and was meant for it: not sent by a page of another site."""
    host = request.client.host if request.client else ""
    named = request.url.hostname or ""
    origin = request.headers.get("origin")
    ours = origin is None or origin == f"{request.url.scheme}://{request.headers.get('host', '')}"
    return is_loopback(host) and is_loopback(named) and ours


def is_loopback(host: str) -> bool:
    """Whether a host's name or address is this machine's own."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
