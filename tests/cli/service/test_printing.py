"""Printing a page with Chromium, or saying that it did not work."""

from __future__ import annotations

import shutil

import pytest

from brightline.cli.service import printing
from brightline.cli.service.printing import chromium_printer, print_page
from brightline.errors import StoreError


def test_a_page_becomes_a_pdf() -> None:
    printer = chromium_printer()
    if printer is None:
        pytest.skip("no Chromium on this machine")
    assert printer("<h1>Evidence 证据</h1>".encode()).startswith(b"%PDF-")


def test_a_program_that_fails_is_told_in_a_sentence() -> None:
    false = shutil.which("false")
    assert false is not None
    with pytest.raises(StoreError, match="Chromium failed"):
        print_page(false, b"<p>nothing</p>")


def test_without_chromium_there_is_nothing_to_print_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "NAMES", ("no-such-program",))
    assert chromium_printer() is None
