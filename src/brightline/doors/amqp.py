"""A queue of an AMQP 0-9-1 broker such as RabbitMQ: a message is acknowledged only when its decisions are on disk.

Answers go to a queue of their own, what cannot be read to another, each confirmed by the broker before the message is
acknowledged. A message whose publisher names it (`message_id`) is the same message whenever it comes; else its bytes
tell. After a lost connection the broker hands out anew what was not acknowledged, and it is answered with what stands.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from types import ModuleType
from typing import TYPE_CHECKING, Any

from brightline.doors.door import Letter
from brightline.doors.folder import MOST_BYTES
from brightline.errors import CallError, DoorAway

if TYPE_CHECKING:
    from pika.adapters.blocking_connection import BlockingChannel, BlockingConnection

PREFETCH = 32  # letters the broker hands out before the first is acknowledged
CONNECT_SECONDS = 10
_LONGEST_ID = 200


class Queue:
    """A door (see door.py). `queue`, `answers` and `unread` are declared durable; the broker connects when needed."""

    def __init__(self, name: str, url: str, queue: str, answers: str, unread: str) -> None:
        """Raises CallError where the extra is not installed or the URL is none. The broker need not be there yet."""
        self.name = name
        self._queue, self._answers, self._unread = queue, answers, unread
        self._pika = _pika(name)
        try:
            self._parameters = self._pika.URLParameters(url)
        except (ValueError, TypeError):
            expected = "amqp://USER:PASSWORD@HOST:PORT/VHOST"
            raise CallError(f"doors: queue {name!r}", "a URL that cannot be read", expected) from None
        self._parameters.socket_timeout = self._parameters.blocked_connection_timeout = CONNECT_SECONDS
        self._connection: BlockingConnection | None = None
        self._channel: BlockingChannel | None = None

    def receive(self, most: int, seconds: float) -> Sequence[Letter]:
        """What the broker hands out; one that waits a moment for company. Raises DoorAway."""
        with self._told():
            channel, until = self._connected(), time.monotonic() + seconds
            found: list[Letter] = []
            while len(found) < most:
                got = channel.basic_get(self._queue)
                if got[0] is not None:
                    found.append(_letter(channel, got))
                elif found or time.monotonic() >= until:
                    break
                else:
                    self._wait(min(0.1, max(0.0, until - time.monotonic())))
            return found

    def answer(self, letter: Letter, lines: Sequence[bytes]) -> None:
        """Publish the decisions as one message of JSON lines, then acknowledge. Raises DoorAway."""
        self._publish(letter, self._answers, b"".join(lines), {}, "application/x-ndjson")

    def set_aside(self, letter: Letter, why: str, cases: Sequence[str]) -> None:
        """Publish the message as it came to the queue of what cannot be read, with why; then acknowledge."""
        told = {"brightline-why": why[:2000], "brightline-cases": ",".join(cases)}
        self._publish(letter, self._unread, _handed(letter).body, told, "application/octet-stream")

    def give_back(self, letter: Letter) -> None:
        """Back into the queue. Raises DoorAway; then the broker does it by itself."""
        with self._told():
            self._same(letter).basic_nack(_handed(letter).tag, requeue=True)

    def close(self) -> None:
        """Leave the broker; what was not acknowledged goes back into the queue."""
        connection, self._connection, self._channel = self._connection, None, None
        if connection is not None:
            with suppress(self._pika.exceptions.AMQPError, OSError):
                connection.close()

    def _connected(self) -> BlockingChannel:
        if self._channel is None:
            self._connection = self._pika.BlockingConnection(self._parameters)
            channel = self._connection.channel()
            channel.confirm_delivery()
            channel.basic_qos(prefetch_count=PREFETCH)
            self._channel = channel
            for one in (self._queue, self._answers, self._unread):
                self._see_queue(self._connection, one)
        return self._channel

    def _see_queue(self, connection: BlockingConnection, name: str) -> None:
        """A queue that is there is taken as it was made, of whatever kind; one that is not is made durable."""
        asking = connection.channel()
        try:
            asking.queue_declare(name, passive=True)
            asking.close()
        except self._pika.exceptions.ChannelClosedByBroker:
            making = connection.channel()
            making.queue_declare(name, durable=True)
            making.close()

    def _same(self, letter: Letter) -> BlockingChannel:
        """The channel a letter came by. Raises ConnectionError where it is gone: the letter comes again by another."""
        channel = _handed(letter).channel
        if channel is not self._channel:
            raise ConnectionError("the connection it came by was lost")
        return channel

    def _wait(self, seconds: float) -> None:
        if self._connection is not None:
            self._connection.sleep(seconds)  # and answer the broker's heartbeats meanwhile

    def _publish(self, letter: Letter, queue: str, body: bytes, told: dict[str, str], kind: str) -> None:
        with self._told():
            channel = self._same(letter)
            properties = self._pika.BasicProperties(
                content_type=kind,
                delivery_mode=2,  # kept over a restart of the broker
                correlation_id=letter.name[:_LONGEST_ID],
                headers={"brightline-key": letter.key, **told},
            )
            channel.basic_publish("", queue, body, properties, mandatory=True)
            channel.basic_ack(_handed(letter).tag)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What the client says in its own words as one of our sentences; the next call connects anew."""
        errors = self._pika.exceptions
        try:
            yield
        except (errors.AMQPError, OSError) as broken:
            self.close()
            told = str(broken) or type(broken).__name__
            raise DoorAway(f"queue {self.name!r}", told[:200], "a broker that answers", "Nothing is lost.") from None


@dataclass(frozen=True, slots=True)
class _Handed:
    """What a letter came as: by which channel, under which tag, with which bytes."""

    channel: BlockingChannel
    tag: int
    body: bytes


def _letter(channel: BlockingChannel, got: Any) -> Letter:
    method, properties, body = got
    mark = _Handed(channel, method.delivery_tag, body)
    digest = sha256(body).hexdigest()
    key = f"id:{properties.message_id}" if properties.message_id else f"sha256:{digest}"
    name = (properties.message_id or digest[:16])[:_LONGEST_ID]
    if len(body) > MOST_BYTES:
        return Letter(name, b"", key, f"message: expected at most {MOST_BYTES} bytes, found {len(body)}", mark)
    return Letter(name, body, key, "", mark)


def _handed(letter: Letter) -> _Handed:
    if not isinstance(letter.mark, _Handed):
        raise TypeError("a letter of another door")
    return letter.mark


def _pika(name: str) -> ModuleType:
    try:
        import pika
        import pika.exceptions
    except ImportError:
        advice = "pip install 'brightline[amqp]'"
        raise CallError(f"doors: queue {name!r}", "no client for AMQP", "the extra amqp", advice) from None
    return pika
