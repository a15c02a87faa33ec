"""A publisher on this machine whose answers a test decides: cut, stalled, lying, moved, or not changed."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

DATED = "Mon, 08 Jul 2024 10:00:00 GMT"


@dataclass(slots=True)
class Page:
    """One file and how it is sent. `cut`: bytes after which the connection ends, each of the first `cuts` times."""

    body: bytes
    etag: str | None = '"one"'
    modified: str | None = DATED
    status: int = 200
    fails: int = 0  # answers of 503 before a good one
    cut: int | None = None
    cuts: int = 1
    stall: float = 0.0
    headers: Mapping[str, str] = field(default_factory=dict)
    announced: int | None = None
    ranges: bool = True


@dataclass(slots=True)
class Publisher:
    """The running server: its pages by name, and what was asked of it (name, range, status)."""

    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, str | None, int]] = field(default_factory=list)
    url: str = ""

    def statuses(self, name: str) -> list[int]:
        """The statuses a file was answered with."""
        return [status for asked, _, status in self.asked if asked == name]


@contextmanager
def publishing() -> Iterator[Publisher]:
    """A publisher while the block lasts."""
    publisher = Publisher()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            """Nothing: the tests look themselves."""

        def do_GET(self) -> None:
            _answer(self, publisher)

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Nothing: a caller that goes away in the middle is what some tests are about."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    publisher.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield publisher
    finally:
        server.shutdown()
        server.server_close()


def _answer(to: BaseHTTPRequestHandler, publisher: Publisher) -> None:
    name = to.path.rpartition("/")[2]
    page = publisher.pages.get(name, Page(b"gone", status=404))
    status, body, more = _what(to, page)
    publisher.asked.append((name, to.headers.get("Range"), status))
    to.send_response(status)
    for key, value in {"ETag": page.etag, "Last-Modified": page.modified, **page.headers, **more}.items():
        if value is not None:
            to.send_header(key, value)
    if status != 304:
        to.send_header("Content-Length", str(len(body) if page.announced is None else page.announced))
    to.end_headers()
    time.sleep(page.stall)
    if page.cut is not None and page.cuts > 0 and status in (200, 206):
        page.cuts -= 1
        body = body[: page.cut]
        to.close_connection = True
    if status != 304:
        to.wfile.write(body)
    if page.announced is not None:
        to.close_connection = True


def _what(to: BaseHTTPRequestHandler, page: Page) -> tuple[int, bytes, dict[str, str]]:
    if page.fails > 0:
        page.fails -= 1
        return 503, b"busy", {"Retry-After": "0"}
    if page.status != 200:
        return page.status, page.body, {}
    if page.etag and to.headers.get("If-None-Match") == page.etag:
        return 304, b"", {}
    begun = to.headers.get("Range")
    if begun and page.ranges and to.headers.get("If-Range") in (page.etag, page.modified):
        start = int(begun.removeprefix("bytes=").rstrip("-"))
        said = f"bytes {start}-{len(page.body) - 1}/{len(page.body)}"
        return 206, page.body[start:], {"Content-Range": said}
    return 200, page.body, {}
