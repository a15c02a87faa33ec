"""A real server against senders that are slow, endless, or too many."""

from __future__ import annotations

import http.client
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
import uvicorn
from tests.api.conftest import clock, edition, key_for, service

from brightline.api.app import make_api
from brightline.api.limits import Limits
from brightline.cases.service import Service
from brightline.cli.service.patience import PatientProtocol

__all__ = ["clock", "edition", "key_for", "service"]


class Hurried(PatientProtocol):
    """As the service speaks, with less patience."""

    head_seconds = 0.4


@pytest.fixture
def port(service: Service) -> Iterator[int]:
    """Where a server listens that waits half a second for a body, takes a megabyte, and two requests at a time."""
    app = make_api(service, Limits(body=1_000_000, read_seconds=0.5, under_way=2))
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, http=Hurried, ws="none", lifespan="off", log_config=None))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    yield listening.getsockname()[1]
    server.should_exit = True
    thread.join()
    listening.close()


def received(connection: socket.socket) -> bytes:
    """Everything until the other side closes."""
    connection.settimeout(10)
    parts = []
    while part := connection.recv(65536):
        parts.append(part)
    return b"".join(parts)


def test_a_head_that_never_ends_is_closed(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as slow:
        slow.sendall(b"GET /healthz HTTP/1.1\r\n")
        began = time.monotonic()
        for letter in b"X-Slow: ":
            time.sleep(0.05)
            slow.sendall(bytes([letter]))
        assert received(slow).startswith(b"HTTP/1.1 408 ")
        assert time.monotonic() - began < 5


def test_a_connection_that_says_nothing_is_closed(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as silent:
        assert received(silent).startswith(b"HTTP/1.1 408 ")


def test_a_second_request_on_a_connection_has_its_time_too(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as two:
        two.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        assert two.recv(65536).startswith(b"HTTP/1.1 200 ")
        two.sendall(b"GET /healthz")
        assert b"HTTP/1.1 408 " in received(two)


def test_a_body_that_never_comes_is_a_problem(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as slow:
        slow.sendall(b"POST /v1/payments HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc")
        said = received(slow)
    assert said.startswith(b"HTTP/1.1 408 ")
    assert b'"status": 408' in said


@pytest.mark.parametrize("megabytes", [5, 50])
def test_a_huge_body_is_refused(port: int, megabytes: int, key_for: Callable[..., str]) -> None:
    """Up to eight times the limit it is received and thrown away, so that the sender hears why; then it is cut off."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("POST", "/v1/payments", body=b"x" * (megabytes << 20), headers={"X-API-Key": key_for()})
        assert connection.getresponse().status == 413
    except (BrokenPipeError, ConnectionResetError):
        assert megabytes == 50
    finally:
        connection.close()
    other = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    other.request("GET", "/healthz")
    assert other.getresponse().status == 200
    other.close()


def test_too_many_at_once_are_asked_to_come_again(port: int) -> None:
    waiting = [socket.create_connection(("127.0.0.1", port)) for _ in range(2)]
    for one in waiting:
        one.sendall(b"POST /v1/payments HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n")
    time.sleep(0.1)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/healthz")
    answer = connection.getresponse()
    assert (answer.status, answer.headers["retry-after"]) == (503, "1")
    connection.close()
    for one in waiting:
        one.close()


def test_a_sender_that_goes_away_leaves_nothing_behind(port: int, service: Service) -> None:
    for _ in range(5):
        with socket.create_connection(("127.0.0.1", port)) as gone:
            gone.sendall(b"POST /v1/payments HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc")
    time.sleep(0.2)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/healthz")
    assert connection.getresponse().status == 200
    connection.close()


@pytest.mark.parametrize("chunked", [False, True])
def test_a_strangers_huge_body_is_refused_before_it_is_sent(port: int, chunked: bool) -> None:
    """Fifty megabytes are said to come, and a few bytes are enough to hear that nobody knows who sends them."""
    length = b"Transfer-Encoding: chunked" if chunked else b"Content-Length: 52428800"
    begun = b"5\r\nabcde\r\n" if chunked else b"abcde"
    with socket.create_connection(("127.0.0.1", port)) as stranger:
        began = time.monotonic()
        stranger.sendall(b"POST /v1/payments HTTP/1.1\r\nHost: x\r\n" + length + b"\r\n\r\n" + begun)
        stranger.settimeout(10)
        assert stranger.recv(65536).startswith(b"HTTP/1.1 401 ")
        assert time.monotonic() - began < 1.0
        with suppress(ConnectionError):  # closed behind the answer, whatever else would come
            stranger.sendall(b"x" * 100_000)
            received(stranger)


def test_who_asks_before_sending_is_told_no(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as stranger:
        head = b"POST /match/default HTTP/1.1\r\nHost: x\r\nContent-Length: 52428800\r\n"
        stranger.sendall(head + b"Expect: 100-continue\r\nAuthorization: ApiKey wrong\r\n\r\n")
        assert received(stranger).startswith(b"HTTP/1.1 401 ")
