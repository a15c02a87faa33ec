"""One POST with a deadline for all of it: no redirect followed, no proxy asked, no answer read but its status."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from collections.abc import Mapping
from dataclasses import dataclass

from brightline.doors.webhooks.address import Forbidden, Place, address_of, place_of

SECONDS = 10.0  # for looking up, connecting, sending and the answer's head together


@dataclass(frozen=True, slots=True)
class Answer:
    """How a POST ended. `status`: None where no answer came; `told`: a sentence for the log."""

    status: int | None
    told: str


def post(
    url: str, headers: Mapping[str, str], body: bytes, *, loopback: bool = False, seconds: float = SECONDS
) -> Answer:
    """Send one notice. Never raises for what the other side does."""
    try:
        place = place_of(url)
        connection = _Pinned(place, address_of(place, loopback=loopback), seconds)
    except Forbidden as forbidden:
        return Answer(None, f"not sent: {forbidden}")
    deadline = threading.Timer(seconds, connection.cut)
    deadline.daemon = True
    deadline.start()
    try:
        connection.request("POST", place.path, body=body, headers={**headers, "Connection": "close"})
        return _answer(connection.getresponse())
    except (OSError, http.client.HTTPException) as broken:
        told = f"no answer within {seconds:g} s" if connection.too_slow else _words(broken)
        return Answer(None, told)
    finally:
        deadline.cancel()
        connection.close()


def _answer(response: http.client.HTTPResponse) -> Answer:
    status = response.status
    if 200 <= status < 300:
        return Answer(status, "delivered")
    if 300 <= status < 400:
        return Answer(status, f"{status}: a redirect, and none is followed")
    return Answer(status, f"refused with {status}")


def _words(broken: Exception) -> str:
    if isinstance(broken, TimeoutError):
        return "no connection in time"
    if isinstance(broken, ssl.SSLCertVerificationError):
        return f"certificate: {broken.verify_message}"
    return f"{type(broken).__name__}: {broken}"[:200]


class _Pinned(http.client.HTTPConnection):
    """A connection to the address that was looked at, whatever the name says by now; the name is what TLS checks."""

    def __init__(self, place: Place, address: str, seconds: float) -> None:
        super().__init__(place.host, place.port, timeout=seconds)
        self._place, self._address = place, address
        self._own: socket.socket | None = None
        self.default_port = 443 if place.tls else 80  # what the Host header leaves out
        self.too_slow = False

    def connect(self) -> None:
        self.sock = self._own = socket.create_connection((self._address, self.port), self.timeout)
        if self._place.tls:
            context = ssl.create_default_context()
            self.sock = self._own = context.wrap_socket(self.sock, server_hostname=self._place.host)

    def cut(self) -> None:
        """The deadline has come: whoever waits on the socket wakes with nothing."""
        self.too_slow = True
        if self._own is not None:
            try:
                self._own.shutdown(socket.SHUT_RDWR)
            except OSError:
                self._own.close()
