"""How much, how slow and how many: what one request may take, and how many may be under way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass

from starlette.types import Message, Receive, Scope

MEGABYTE = 2**20
_HEARD_SECONDS = 2.0  # for a stranger's body after the answer
_DRAINED = 8  # times the limit that is still received and thrown away, so that a sender hears the answer


@dataclass(frozen=True, slots=True)
class Limits:
    """`body`: bytes, from somebody we know; `of_strangers`: from anybody else, who may want to sign in.

    `read_seconds`: for a whole body; `under_way`: requests at one time.
    """

    body: int = 10 * MEGABYTE
    of_strangers: int = 64 * 1024
    read_seconds: float = 30.0
    under_way: int = 256


class TooLarge(Exception):
    """The body is larger than the limit."""


class TooSlow(Exception):
    """The body did not come within its time."""


class SenderGone(Exception):
    """The sender went away before the body was whole."""


async def read_body(scope: Scope, receive: Receive, limits: Limits) -> bytes:
    """The whole body. Raises TooLarge, TooSlow or SenderGone; never holds more than the limit."""
    if (announced(scope) or 0) > limits.body * _DRAINED:
        raise TooLarge
    try:
        async with asyncio.timeout(limits.read_seconds):
            return await _gathered(receive, limits.body)
    except TimeoutError:
        raise TooSlow from None


def announced(scope: Scope) -> int | None:
    """The bytes a body is said to have; None where it comes in parts without saying how many."""
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit() and len(value) < 20:
            return int(value)
        if name == b"transfer-encoding":
            return None
    return 0


async def leave_unread(receive: Receive, limits: Limits) -> None:
    """Take what is on its way, so that its sender hears the answer already given; not for long, and not the most."""
    with suppress(TimeoutError, SenderGone):
        async with asyncio.timeout(_HEARD_SECONDS):
            size = 0
            async for part in _parts(receive):
                size += len(part)
                if size > limits.of_strangers * _DRAINED:
                    return


async def _gathered(receive: Receive, most: int) -> bytes:
    """The parts of a body put together; what is beyond the limit is received, up to a point, and thrown away."""
    parts: list[bytes] = []
    size = 0
    async for part in _parts(receive):
        size += len(part)
        if size > most * _DRAINED:
            break
        if size <= most:
            parts.append(part)
    if size > most:
        raise TooLarge
    return b"".join(parts)


async def _parts(receive: Receive) -> AsyncIterator[bytes]:
    while True:
        message: Message = await receive()
        if message["type"] == "http.disconnect":
            raise SenderGone
        yield message.get("body", b"")
        if not message.get("more_body", False):
            return


def replayed(body: bytes) -> Receive:
    """A body already read, given to the application as if it came now."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        if waiting:
            return waiting.pop()
        await asyncio.Event().wait()  # nobody listens for the sender's leaving: what was accepted is finished
        raise AssertionError("never reached")

    return receive
