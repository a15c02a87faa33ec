"""Printing a page with Chromium, or saying that it did not work."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from brightline.cli.service import printing
from brightline.cli.service.printing import ChromiumPrinter, chromium_printer
from brightline.errors import StoreError

PAGE = "<h1>Evidence 证据</h1>".encode()


@pytest.fixture
def printer() -> Iterator[ChromiumPrinter]:
    found = chromium_printer()
    if found is None:
        pytest.skip("no Chromium on this machine")
    yield found
    found.close()


def test_pages_become_pdfs_in_one_browser_and_in_a_new_one_where_it_died(printer: ChromiumPrinter) -> None:
    assert printer(PAGE).startswith(b"%PDF-")
    first = printer.browser
    assert printer(PAGE * 50).startswith(b"%PDF-")
    assert first is not None
    assert printer.browser is first
    first.kill()
    assert printer(PAGE).startswith(b"%PDF-")
    assert printer.browser is not first


def test_a_page_without_scripts_or_network(printer: ChromiumPrinter) -> None:
    """A page that would run script or fetch something is printed without either, and at once."""
    spoilt = b"<script>while (true) {}</script><img src=http://192.0.2.1/x.png><p>text"
    assert printer(spoilt).startswith(b"%PDF-")


def test_a_browser_that_nobody_needs_is_let_go(printer: ChromiumPrinter) -> None:
    printer.idle = 0.05
    printer(PAGE)
    kept = printer.browser
    assert kept is not None
    kept.wait(5)
    printer.close()
    assert printer.browser is None


def test_a_program_that_fails_is_told_in_a_sentence() -> None:
    false = shutil.which("false")
    assert false is not None
    with pytest.raises(StoreError, match="Chromium failed"):
        ChromiumPrinter(false)(PAGE)


def test_without_chromium_there_is_nothing_to_print_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "NAMES", ("no-such-program",))
    assert chromium_printer() is None
