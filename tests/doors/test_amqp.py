"""A real broker: acknowledged only when decided, decided once, poison set aside, connections that are lost."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from itertools import count

import pika
import pytest
from pika.adapters.blocking_connection import BlockingChannel, BlockingConnection
from sqlalchemy import func, select
from tests.api.conftest import LISTED
from tests.cases.conftest import mt103

from brightline.cases.service import Service
from brightline.cases.tables.received import decisions
from brightline.doors.amqp import Queue
from brightline.doors.taking import Taking, Tally
from brightline.errors import CallError, DoorAway, StoreError

BROKER = "amqp://guest:guest@127.0.0.1:5672/%2F"
_numbers = count(1)


@pytest.fixture(scope="module")
def connection() -> Iterator[BlockingConnection]:
    """A connection of the test's own, or a skip that says what is missing."""
    parameters = pika.URLParameters(BROKER)
    parameters.socket_timeout = 2
    try:
        made = pika.BlockingConnection(parameters)
    except pika.exceptions.AMQPError:
        pytest.skip("no RabbitMQ at 127.0.0.1:5672 (tools/real_parts.sh starts one)")
    yield made
    made.close()


@pytest.fixture
def channel(connection: BlockingConnection) -> Iterator[BlockingChannel]:
    made = connection.channel()
    made.confirm_delivery()  # what was put is there
    yield made
    made.close()


@pytest.fixture
def name(channel: BlockingChannel) -> Iterator[str]:
    """The beginning of the names of three queues of the test's own."""
    name = f"brightline-{os.getpid()}-{next(_numbers)}"
    yield name
    for one in ("in", "out", "unread"):
        channel.queue_delete(f"{name}.{one}")


@pytest.fixture
def door(name: str) -> Iterator[Queue]:
    made = Queue("core", BROKER, f"{name}.in", f"{name}.out", f"{name}.unread")
    made.receive(1, 0)  # the queues are there
    yield made
    made.close()


def put(channel: BlockingChannel, name: str, body: bytes, message_id: str | None = None) -> None:
    channel.basic_publish("", f"{name}.in", body, pika.BasicProperties(message_id=message_id))


def got(channel: BlockingChannel, queue: str) -> list[tuple[pika.BasicProperties, bytes]]:
    found = []
    while (one := channel.basic_get(queue, auto_ack=True))[0] is not None:
        assert one[1] is not None
        assert one[2] is not None
        found.append((one[1], bytes(one[2])))  # type: ignore[arg-type]
    return found


def taken(door: Queue, service: Service) -> Tally:
    taking = Taking(door, service, Tally())
    taking.take_what_waits()
    return taking.tally


def decided(service: Service) -> int | None:
    with service.store.read() as conn:
        return conn.scalar(select(func.count()).select_from(decisions))


def test_messages_are_decided_and_answered_in_a_queue(
    door: Queue, channel: BlockingChannel, name: str, service: Service
) -> None:
    put(channel, name, mt103(), "M1")
    put(channel, name, mt103(LISTED, reference="R2"))
    assert taken(door, service).taken == 2
    first, second = got(channel, f"{name}.out")
    assert (first[0].correlation_id, first[0].delivery_mode) == ("M1", 2)
    assert json.loads(first[1])["outcome"] == "release"
    assert json.loads(first[1])["payment"]["source"] == "M1#1"
    assert json.loads(second[1])["outcome"] == "review"
    assert got(channel, f"{name}.in") == []


def test_a_duplicated_message_is_decided_once_and_answered_each_time(
    door: Queue, channel: BlockingChannel, name: str, service: Service
) -> None:
    for _ in range(2):
        put(channel, name, mt103(), "M1")
        put(channel, name, mt103(reference="R2"))
    taken(door, service)
    put(channel, name, mt103(), "M1")
    assert taken(door, service).again == 1
    assert decided(service) == 2
    assert len(got(channel, f"{name}.out")) == 5


def test_a_poisoned_message_is_set_aside_and_the_rest_go_on(
    door: Queue, channel: BlockingChannel, name: str, service: Service
) -> None:
    put(channel, name, b"\x00poison", "BAD")
    put(channel, name, mt103(), "M1")
    put(channel, name, mt103(reference="OTHER"), "M1")  # another message under a name that was used
    tally = taken(door, service)
    assert (tally.aside, tally.whole) == (2, False)
    bad, other = got(channel, f"{name}.unread")
    assert (bad[0].correlation_id, bad[1]) == ("BAD", b"\x00poison")
    assert "binary data" in bad[0].headers["brightline-why"]
    assert len(bad[0].headers["brightline-cases"]) == 32
    assert "used before with another message" in other[0].headers["brightline-why"]
    assert len(got(channel, f"{name}.out")) == 1


def test_a_lost_connection_brings_the_message_again_and_it_is_answered_with_what_stands(
    door: Queue, channel: BlockingChannel, name: str, service: Service
) -> None:
    """Lost after the decision is on disk and before the answer: as a restart of the broker at the worst moment."""
    put(channel, name, mt103(), "M1")
    taking = Taking(door, service, Tally())
    (letter,) = door.receive(1, 1)
    answer = taking._begin(letter)
    answer.result(30)
    assert door._connection is not None
    door._connection._impl._transport._sock.shutdown(
        socket.SHUT_RDWR
    )  # the socket is gone, without a word to either side
    with pytest.raises(DoorAway, match="Nothing is lost"):
        taking._end(letter, answer)
    with pytest.raises(DoorAway):
        door.answer(letter, [b"late"])  # the channel it came by is gone: it is not acknowledged by another
    assert taken(door, service).again == 1
    assert decided(service) == 1
    assert len(got(channel, f"{name}.out")) == 1


def test_a_store_that_is_away_leaves_the_message_in_the_queue(
    door: Queue, channel: BlockingChannel, name: str, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(channel, name, mt103(), "M1")

    def away(*_: object, **__: object) -> None:
        raise StoreError("store", "a full disk", "room")

    with monkeypatch.context() as patch:
        patch.setattr("brightline.doors.taking.earlier_answer", away)
        with pytest.raises(StoreError):
            taken(door, service)
    assert taken(door, service).taken == 1


def test_a_broker_that_is_not_there_and_a_wrong_url_are_told_in_a_sentence() -> None:
    away = Queue("core", "amqp://guest:hunter2@127.0.0.1:1/", "a", "b", "c")
    with pytest.raises(DoorAway, match="a broker that answers") as told:
        away.receive(1, 0)
    assert "hunter2" not in str(told.value)
    with pytest.raises(CallError, match="amqp://USER"):
        Queue("core", "amqp://guest@host:port/", "a", "b", "c")
