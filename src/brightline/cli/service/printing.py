"""Printing a page as PDF with the Chromium of this machine, where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from brightline.errors import StoreError

NAMES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 60  # seconds for one page
_ONE_AT_A_TIME = threading.Lock()  # a Chromium takes some hundred megabytes
_QUIET = ("--headless=new", "--disable-gpu", "--no-first-run", "--disable-extensions", "--no-pdf-header-footer")
_NO_NETWORK = ("--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking", "--disable-sync")


def chromium_printer() -> Callable[[bytes], bytes] | None:
    """What prints a whole HTML page as PDF; None where no Chromium is found."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return partial(print_page, found) if found else None


def print_page(chromium: str, page: bytes) -> bytes:
    """The page as PDF. It is given without network and must hold its own style. Raises StoreError where it fails."""
    with TemporaryDirectory(prefix="brightline-pack-") as folder, _ONE_AT_A_TIME:
        source, target = Path(folder, "pack.html"), Path(folder, "pack.pdf")
        source.write_bytes(page)
        told = [f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}", source.as_uri()]
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium has no sandbox for root
        try:
            subprocess.run(
                [chromium, *_QUIET, *_NO_NETWORK, *sandbox, *told], check=True, capture_output=True, timeout=PATIENCE
            )
            return target.read_bytes()
        except (OSError, subprocess.SubprocessError) as failed:
            told_by = type(failed).__name__
            raise StoreError("PDF", f"Chromium failed ({told_by})", "a printed page", "Print the pack page.") from None
