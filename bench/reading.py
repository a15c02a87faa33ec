"""How many messages are read per second on one core, beside a bare XML parser over the same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from bench.clock import took
from bench.inputs import NOT_HERE, Message, real_messages, samples
from bench.table import Row
from brightline.payments.read import read_message

TARGET = 1000.0


def rows() -> Iterator[Row]:
    """Real messages, and the shipped samples."""
    yield from _rows("messages read, real", real_messages(), 3)
    yield from _rows("messages read, samples", samples(), 20)


def _rows(name: str, messages: Sequence[Message], times: int) -> Iterator[Row]:
    if not messages:
        yield Row(name, None, "/s and core", why=NOT_HERE)
        return
    rate = len(messages) / took(lambda: _read(messages), times).core
    xml = [message for message in messages if message.is_xml]
    ratio = took(lambda: _read(xml), times).core / took(lambda: _parse(xml), times).core
    yield Row(name, rate, "/s and core", TARGET, against="lxml.etree.fromstring, the XML ones alone", ratio=ratio)


def _read(messages: Sequence[Message]) -> None:
    for message in messages:
        read_message(message.data, message.name)


def _parse(messages: Sequence[Message]) -> None:
    for message in messages:
        try:
            etree.fromstring(message.data)
        except etree.XMLSyntaxError:
            continue  # one sample is cut in half on purpose
