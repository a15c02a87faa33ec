"""Printing a page as PDF with the Chromium of this machine, where there is one: one browser for many pages.

It is spoken to over two pipes in its own language (the DevTools protocol, messages ended by a zero byte), opens no
port, has no network, and is given pages that hold their own style. It starts with the first page and ends after a while
without one.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from tempfile import TemporaryDirectory
from typing import Any

from brightline.errors import StoreError

NAMES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 60.0  # seconds for one page
IDLE = 300.0  # seconds without a page after which the browser is let go: it takes some hundred megabytes
_QUIET = ("--headless=new", "--disable-gpu", "--no-first-run", "--disable-extensions", "--hide-scrollbars")
_NO_NETWORK = ("--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking", "--disable-sync")
# Chromium hears on descriptor 3 and answers on 4; a child of ours is given the pipes under their own numbers.
_MOVE = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4); os.execv(sys.argv[3], sys.argv[3:])"
)
_AS_ASKED = (sys.executable, "-I", "-S", "-c", _MOVE)


def chromium_printer() -> ChromiumPrinter | None:
    """What prints a whole HTML page as PDF; None where no Chromium is found."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return ChromiumPrinter(found) if found else None


@dataclass(slots=True)
class ChromiumPrinter:
    """Prints one page after another, from any thread.

    `idle`: seconds after which the browser is let go; `browser`: the one that runs now.
    """

    program: str
    idle: float = IDLE
    browser: Browser | None = None
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)
    _ending: threading.Timer | None = None

    def __call__(self, page: bytes) -> bytes:
        """The page as PDF. Raises StoreError where Chromium fails twice, the second time a fresh one."""
        with self._one_at_a_time:
            for _ in range(2):
                try:
                    browser = self._running()
                    return browser.print_page(page)
                except (OSError, subprocess.SubprocessError, ValueError, KeyError) as failed:
                    told = type(failed).__name__
                    self._let_go()
                finally:
                    self._end_later()
        raise StoreError("PDF", f"Chromium failed ({told})", "a printed page", "Print the pack page.")

    def close(self) -> None:
        """Let the browser go."""
        with self._one_at_a_time:
            self._let_go()

    def _running(self) -> Browser:
        if self.browser is None:
            self.browser = Browser(self.program)
        return self.browser

    def _end_later(self) -> None:
        if self._ending is not None:
            self._ending.cancel()
        self._ending = threading.Timer(self.idle, self.close)
        self._ending.daemon = True
        self._ending.start()

    def _let_go(self) -> None:
        if self.browser is not None:
            self.browser.close()
            self.browser = None


class Browser:
    """A running Chromium and the two pipes to it."""

    def __init__(self, program: str) -> None:
        self._folder = TemporaryDirectory(prefix="brightline-pack-", ignore_cleanup_errors=True)
        hears, self._to = os.pipe()
        self._from, tells = os.pipe()
        hears, tells = _out_of_the_way(hears), _out_of_the_way(tells)
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium has no sandbox for root
        told = [f"--user-data-dir={self._folder.name}", "--remote-debugging-pipe", "about:blank"]
        command = [*_AS_ASKED, str(hears), str(tells), program, *_QUIET, *_NO_NETWORK, *sandbox, *told]
        self._process = subprocess.Popen(
            command,
            pass_fds=(hears, tells),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(hears)
        os.close(tells)
        self._number, self._left = 0, b""

    def print_page(self, page: bytes) -> bytes:
        """One page as PDF, in a tab of its own. Raises OSError, ValueError or KeyError where Chromium does not."""
        self._until = time.monotonic() + PATIENCE
        target = self._ask("Target.createTarget", {"url": "about:blank"})["targetId"]
        try:
            session = self._ask("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
            frame = self._ask("Page.getFrameTree", {}, session)["frameTree"]["frame"]["id"]
            self._ask("Emulation.setScriptExecutionDisabled", {"value": True}, session)
            self._ask("Page.setDocumentContent", {"frameId": frame, "html": page.decode("utf-8")}, session)
            printed = self._ask("Page.printToPDF", {"printBackground": False, "preferCSSPageSize": True}, session)
        finally:
            self._ask("Target.closeTarget", {"targetId": target})
        return base64.b64decode(printed["data"])

    def kill(self) -> None:
        """End it at once, as when memory runs out."""
        self._process.kill()
        self._process.wait()

    def wait(self, seconds: float) -> None:
        """Wait until it has ended. Raises subprocess.TimeoutExpired."""
        self._process.wait(seconds)

    def close(self) -> None:
        """End it and remove what it kept."""
        self.kill()
        os.close(self._to)
        os.close(self._from)
        self._folder.cleanup()

    def _ask(self, method: str, parameters: Mapping[str, object], session: str = "") -> Mapping[str, Any]:
        self._number += 1
        question: dict[str, object] = {"id": self._number, "method": method, "params": parameters}
        if session:
            question["sessionId"] = session
        self._write(json.dumps(question).encode() + b"\0")
        while (told := json.loads(self._message())).get("id") != self._number:
            pass  # an event, of which there are many
        if "error" in told:
            raise ValueError(told["error"].get("message", method))
        found: Mapping[str, Any] = told["result"]
        return found

    def _write(self, message: bytes) -> None:
        while message:
            message = message[os.write(self._to, message) :]

    def _message(self) -> bytes:
        """The next message. Raises TimeoutError (an OSError) when patience ends, ConnectionError when Chromium does."""
        pieces = [self._left]
        while b"\0" not in pieces[-1]:
            if not select.select([self._from], [], [], max(0.0, self._until - time.monotonic()))[0]:
                raise TimeoutError
            if not (piece := os.read(self._from, 1 << 20)):
                raise ConnectionError
            pieces.append(piece)
        message, _, self._left = b"".join(pieces).partition(b"\0")
        return message


def _out_of_the_way(descriptor: int) -> int:
    """The same pipe under a number that is none of those Chromium asks for."""
    moved = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(descriptor)
    return moved
