"""Every value of an MT message is in its payment or named as unread."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from brightline.payments.enrich import complete
from brightline.payments.mt import read_mt
from brightline.terms import NotAPayment, Payment, Unreadable

_spec = importlib.util.spec_from_file_location("mt_samples", Path(__file__).with_name("mt_samples.py"))
assert _spec is not None
assert _spec.loader is not None
samples = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(samples)


def strings_of(read: Payment) -> str:
    """Every string of a payment, one a line."""
    found: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, tuple):
            for item in value:
                walk(item)
        elif value is not None and hasattr(value, "__slots__"):
            for name in value.__slots__:
                walk(getattr(value, name))

    walk(read)
    return "\n".join(found)


def leaves_of(text: str) -> Iterator[str]:
    """Lines of fields and values of headers and trailers, by a reading of our own."""
    yield from re.findall(r"\{[12]:([^{}]*)\}", text)
    yield from (value for value in re.findall(r"\{(?:\d{3}|[A-Z]{3}):([^{}]*)\}", text) if value)
    for body in re.findall(r"\{4:\s*\n(.*?)(?:\n\s*-?\}|\Z)", text, re.DOTALL):
        for line in body.split("\n"):
            yield re.sub(r"^:\d\d[A-Za-z]?:", "", line).strip()


def missing_from(text: str) -> list[str]:
    held = "\n".join(
        strings_of(read.payment if isinstance(read, NotAPayment) else read)
        for read in read_mt(text, "s")
        if not isinstance(read, Unreadable)
    )
    return [leaf for leaf in leaves_of(text.replace("\r\n", "\n")) if leaf not in held]


@pytest.mark.parametrize("name", ["MT103", "MT202", "MT202COV", "MT101", "MT700", "MT910", "FREE"])
def test_every_line_of_the_samples_is_in_the_payment(name: str) -> None:
    assert missing_from(getattr(samples, name)) == []


def test_the_check_of_leaves_sees_a_missing_one() -> None:
    assert "REF-1" in list(leaves_of(samples.MT103))
    assert len(list(leaves_of(samples.MT103))) == 33


def shared_messages(shared_data: Path) -> list[Path]:
    return sorted((shared_data / "payments" / "mt").iterdir())


def test_every_line_of_the_shared_messages_is_in_their_payments(shared_data: Path) -> None:
    paths = shared_messages(shared_data)
    assert len(paths) > 100
    for path in paths:
        text = path.read_bytes().decode("utf-8", "replace")
        reads = read_mt(text, path.name)
        if not any(isinstance(read, Unreadable) for read in reads):
            assert missing_from(text) == [], path.name


def test_the_shared_messages_become_what_their_types_say(shared_data: Path) -> None:
    for path in shared_messages(shared_data):
        kind = path.stem[-5:] if path.suffix == ".fin" else "MT103"
        kind = re.sub(r"^.*(MT\d{3})$", r"\1", path.stem) if path.suffix == ".fin" else kind
        for read in read_mt(path.read_bytes().decode("utf-8", "replace"), path.name):
            if kind in ("MT101", "MT103", "MT202", "MT205", "MT700", "MT910"):
                assert isinstance(read, Payment), path.name
                assert read.unread == (), path.name
                assert complete(complete(read)) == complete(read)
            elif kind in ("MT940", "MT942", "MT950"):
                assert isinstance(read, Unreadable), path.name
            else:
                assert isinstance(read, NotAPayment), path.name
