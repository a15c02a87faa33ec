"""The outbox and its delivery: with the decision or not at all, signed, tried again, never to an inside address."""

from __future__ import annotations

import base64
import hmac
import json
import threading
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.api.conftest import LISTED
from tests.cases.conftest import Clock, mt103

from brightline.cases.arrival import Arrival
from brightline.cases.outbox import WAITS, Target, announce, delivery_log, forget, set_targets, try_again
from brightline.cases.service import Service
from brightline.doors.webhooks.delivering import Delivering
from brightline.doors.webhooks.posting import post
from brightline.doors.webhooks.signing import read_secret
from brightline.errors import CallError

SECRET = bytes(range(32))
ALL = ("decision.created", "case.changed", "list.updated", "rescreen.completed")


class Listening(ThreadingHTTPServer):
    """Another system: what it was sent, and how it answers."""

    daemon_threads = True
    status, location, wait = 200, "", 0.0

    def __init__(self) -> None:
        self.got: list[tuple[dict[str, str], bytes]] = []
        super().__init__(("127.0.0.1", 0), Hearing)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/hook"


class Hearing(BaseHTTPRequestHandler):
    """Keeps what it is sent."""

    server: Listening

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.got.append(({name.lower(): value for name, value in self.headers.items()}, body))
        time.sleep(self.server.wait)
        self.send_response(self.server.status)
        if self.server.location:
            self.send_header("Location", self.server.location)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def other() -> Iterator[Listening]:
    server = Listening()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def delivering(service: Service, other: Listening) -> Delivering:
    set_targets(service.store, [Target("core", other.url, ALL)])
    return Delivering(service.store, "core", other.url, SECRET, loopback=True, seconds=0.5)


def take(service: Service, creditor: str = LISTED, reference: str = "REF1") -> None:
    arrival = Arrival(mt103(creditor, reference=reference), "", service.store.now(), False, "bank", reference)
    service.take(arrival, arrival.body).result(30)


def test_a_decision_and_its_case_are_told_signed_and_without_names(
    service: Service, other: Listening, delivering: Delivering
) -> None:
    take(service)
    delivering.deliver_what_is_due()
    told = {json.loads(body)["type"]: json.loads(body) for _, body in other.got}
    assert set(told) == {"decision.created", "case.changed"}
    assert told["decision.created"]["data"]["outcome"] == "review"
    assert told["case.changed"]["data"]["what"] == "opened"
    for headers, body in other.got:
        signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
        mac = base64.b64encode(hmac.new(SECRET, signed, sha256).digest()).decode()
        assert headers["webhook-signature"] == f"v1,{mac}"
        assert headers["webhook-id"] == json.loads(body)["id"]
        assert int(headers["webhook-timestamp"]) == int(service.store.now().timestamp())
        assert "KVARTSOVIK" not in body.decode()
    assert {one.stands for one in delivery_log(service.store, 10)} == {"delivered"}


def test_the_outbox_is_written_with_the_decision_or_not_at_all(
    service: Service, delivering: Delivering, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("full")

    with monkeypatch.context() as patch:
        patch.setattr("brightline.cases.database.write_lines", full)
        with pytest.raises(OSError, match="full"):
            take(service)
    assert delivery_log(service.store, 10) == ()


def test_without_targets_nothing_is_written(service: Service) -> None:
    take(service)
    assert delivery_log(service.store, 10) == ()


def test_a_refusal_is_tried_again_ever_later_and_given_up(
    service: Service, other: Listening, delivering: Delivering, clock: Clock
) -> None:
    set_targets(service.store, [Target("core", other.url, ("decision.created",))])
    other.status = 503
    take(service)
    for wait in (*WAITS, 0):
        delivering.deliver_what_is_due()
        delivering.deliver_what_is_due()  # nothing is due yet
        clock.move(seconds=wait)
    (one,) = delivery_log(service.store, 10)
    assert (one.stands, one.tries, one.status, one.told) == ("given up", len(WAITS) + 1, 503, "refused with 503")
    assert len(other.got) == len(WAITS) + 1
    assert len({headers["webhook-id"] for headers, _ in other.got}) == 1
    other.status = 204
    assert try_again(service.store) == 1
    delivering.deliver_what_is_due()
    assert delivery_log(service.store, 10)[0].stands == "delivered"
    clock.move(days=31)
    assert forget(service.store) == 1
    assert delivery_log(service.store, 10) == ()


def test_a_claimed_row_is_nobody_elses_until_its_lease_ends(
    service: Service, other: Listening, delivering: Delivering, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(service, "GOLDEN LEAF TEA LLC")

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("brightline.doors.webhooks.delivering.record", killed)
        with pytest.raises(KeyboardInterrupt):
            delivering.deliver_what_is_due()
    delivering.deliver_what_is_due()
    assert len(other.got) == 1
    clock.move(minutes=6)
    delivering.deliver_what_is_due()
    assert len(other.got) == 2  # at least once
    assert other.got[0][0]["webhook-id"] == other.got[1][0]["webhook-id"]


def test_a_redirect_is_not_followed(service: Service, other: Listening, delivering: Delivering) -> None:
    other.status, other.location = 302, "http://169.254.169.254/latest/meta-data"
    take(service, "GOLDEN LEAF TEA LLC")
    delivering.deliver_what_is_due()
    assert len(other.got) == 1
    assert delivery_log(service.store, 1)[0].told == "302: a redirect, and none is followed"


def test_a_slow_answer_is_waited_for_no_longer_than_agreed(
    service: Service, other: Listening, delivering: Delivering
) -> None:
    other.wait = 2.0
    take(service, "GOLDEN LEAF TEA LLC")
    began = time.monotonic()
    delivering.deliver_what_is_due()
    assert time.monotonic() - began < 1.8
    assert delivery_log(service.store, 1)[0].told == "no answer within 0.5 s"


def test_what_two_services_see_is_told_once(service: Service, delivering: Delivering, other: Listening) -> None:
    for _ in range(2):
        with service.store.write() as conn:
            announce(conn, service.store, "list.updated", [{"list": "us-ofac-sdn"}], once="us-ofac-sdn abc")
    delivering.deliver_what_is_due()
    assert len(other.got) == 1


def test_what_waits_for_a_target_that_is_gone_is_given_up(service: Service, delivering: Delivering) -> None:
    take(service, "GOLDEN LEAF TEA LLC")
    set_targets(service.store, [])
    assert delivery_log(service.store, 1)[0].stands == "given up"
    assert try_again(service.store) == 0


INSIDE = (
    *("127.0.0.1", "10.0.0.7", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1"),
    *("[::1]", "[fd00::1]", "[fe80::1]", "[::ffff:10.0.0.1]", "[64:ff9b::a00:1]", "[2002:a00:1::]", "2130706433"),
)


@pytest.mark.parametrize("host", INSIDE)
def test_nothing_is_sent_to_an_inside_address(host: str) -> None:
    answer = post(f"https://{host}:9/hook", {}, b"{}", seconds=0.5)
    assert answer.status is None
    assert answer.told.startswith("not sent: ")
    assert "expected an address outside" in answer.told


def resolves(*addresses: str) -> Callable[..., object]:
    return lambda *_, **__: [(2, 1, 6, "", (one, 443)) for one in addresses]


def test_a_name_of_which_one_address_lies_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.getaddrinfo", resolves("93.184.215.14", "10.0.0.1"))
    assert "leads to 10.0.0.1" in post("https://rebinding.example/", {}, b"").told


def test_a_loopback_target_goes_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.getaddrinfo", resolves("93.184.215.14"))
    assert "expected this machine" in post("http://localhost/", {}, b"", loopback=True).told


@pytest.mark.parametrize(
    "url", ["ftp://a.example/", "https://user:secret@a.example/", "https:///x", "https://a:99999/"]
)
def test_another_kind_of_url_is_refused_without_telling_what_stands_in_it(url: str) -> None:
    told = post(url, {}, b"").told
    assert told.startswith("not sent: ")
    assert "secret" not in told


def test_a_secret_is_read_from_a_file_and_never_told(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("whsec_" + base64.b64encode(SECRET).decode() + "\n")
    assert read_secret(file, "webhook") == SECRET
    for wrong in ("hunter2", "whsec_c2hvcnQ=", "whsec_é"):
        file.write_text(wrong, encoding="utf-8")
        with pytest.raises(CallError, match="24 to 64 bytes") as told:
            read_secret(file, "webhook")
        assert wrong not in str(told.value)
    with pytest.raises(CallError, match="No such file"):
        read_secret(tmp_path / "none", "webhook")
