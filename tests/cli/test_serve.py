"""`brightline serve` as a process: what it refuses to start with, and how it stops."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.cases.conftest import mt103

_AT = re.compile(r"http://127\.0\.0\.1:(\d+)/")


def test_without_a_list_it_does_not_start(desk: Any) -> None:
    called = desk.quick("serve", "--port", "0")
    assert called.status == 2
    assert "brightline lists import" in called.err


def test_stories_that_are_none_are_refused_before_it_starts(desk: Any) -> None:
    called = desk.quick("serve", "--demo", "--port", "0", "--media", str(desk.write("stories.jsonl", "no stories")))
    assert called.status == 2
    assert "line 1" in called.err
    assert not (desk.home / "demo.db").exists()


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "example.org", "::"])
def test_a_demo_is_for_this_machine_alone(desk: Any, host: str) -> None:
    called = desk.quick("serve", "--demo", "--host", host)
    assert called.status == 2
    assert "A demo needs no key." in called.err


def test_an_address_that_is_taken_is_told(desk: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        called = desk.quick("serve", "--demo", "--port", str(port))
    assert called.status == 2
    assert f"127.0.0.1:{port}" in called.err


@contextmanager
def serving(home: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A demo in a process of its own, and its port."""
    line = [sys.executable, "-m", "brightline", "--home", str(home), "serve", "--demo", "--port", "0", "--workers", "1"]
    with subprocess.Popen(line, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        found = next((at for said in server.stderr if (at := _AT.search(said))), None)
        assert found, "it did not start"
        yield server, int(found[1])
        if server.poll() is None:
            server.kill()


def asked(port: int, method: str, path: str, body: bytes | None = None) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, body)
    answer = connection.getresponse()
    said = answer.read()
    connection.close()
    return answer.status, said


def children(process: int) -> list[int]:
    """The workers of a service: its child processes that run our code."""
    found = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    named = {int(one): Path(f"/proc/{one}/cmdline").read_bytes() for one in found}
    return [one for one, line in named.items() if b"spawn_main" in line]


def test_it_decides_lives_through_a_lost_worker_and_finishes_what_it_took(tmp_path: Path) -> None:
    with serving(tmp_path) as (server, port):
        assert asked(port, "GET", "/readyz") == (200, b'{"status":"ok"}')
        status, first = asked(port, "POST", "/v1/payments", mt103())
        assert status == 201

        (worker,) = children(server.pid)
        os.kill(worker, signal.SIGKILL)
        status, second = asked(port, "POST", "/v1/payments", mt103(reference="REF2"))
        assert status == 201

        slow = socket.create_connection(("127.0.0.1", port))
        body = mt103(reference="REF3")
        slow.sendall(b"POST /v1/payments HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n" % len(body))
        slow.sendall(body)
        server.send_signal(signal.SIGTERM)
        slow.settimeout(60)
        third = b""
        while part := slow.recv(65536):
            third += part
        slow.close()
        assert third.startswith(b"HTTP/1.1 201 ")
        assert server.wait(60) == 0

    with serving(tmp_path) as (server, port):
        for answer in (first, second, third.partition(b"\r\n\r\n")[2]):
            name = json.loads(answer)["decisions"][0]["id"]
            assert b'{"decisions":[' + asked(port, "GET", f"/v1/decisions/{name}")[1] + b"]}" == answer
        server.send_signal(signal.SIGINT)
        assert server.wait(60) == 130
