"""Messages spoilt in every way we can think of: each gives at least one answer, none raises, none takes long."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence

from bench.inputs import Message, real_messages, samples
from bench.spoil import spoilt
from brightline.payments.read import read_message
from brightline.payments.shape import from_json, to_json
from brightline.terms import NotAPayment, Payment, Read, Unreadable

CASES = 600  # for each hundredth of the work
SLOWEST = 5.0


def prove_readers(share: int) -> Iterator[str]:
    """`share` hundredths of the cases, over the samples and over real messages where they are at hand."""
    for name, messages in (("samples", samples()), ("real messages", real_messages())):
        if not messages:
            yield f"{name}: not here, skipped"
            continue
        count = share * CASES // 2
        told, slowest = _prove(messages, count, name)
        yield f"{name}: {count:,} spoilt messages, {told}; slowest {slowest:.2f} s"


def _prove(messages: Sequence[Message], count: int, name: str) -> tuple[str, float]:
    kinds: Counter[str] = Counter()
    slowest = 0.0
    for number in range(count):
        message = messages[number % len(messages)]
        began = time.perf_counter()
        answers = _answers(spoilt(message.data, number), f"{name} {number}: {message.name}")
        slowest = max(slowest, time.perf_counter() - began)
        assert slowest < SLOWEST, f"{name} {number}: {message.name} took {slowest:.1f} s"
        kinds.update(type(answer).__name__ for answer in answers)
    return ", ".join(
        f"{kinds[kind.__name__]:,} {kind.__name__}" for kind in (Payment, NotAPayment, Unreadable)
    ), slowest


def _answers(data: bytes, case: str) -> list[Read]:
    try:
        answers = read_message(data, "case")
    except Exception as broken:
        raise AssertionError(f"{case} raised {type(broken).__name__}: {broken}") from broken
    assert answers, f"{case} gave no answer"
    for place, answer in enumerate(answers, start=1):
        _whole(answer, place, case)
    return answers


def _whole(answer: Read, place: int, case: str) -> None:
    """A source with its number; a sentence where unreadable; a payment that survives the trip through JSON."""
    if isinstance(answer, Unreadable):
        assert answer.source == f"case#{place}", f"{case}: source {answer.source}"
        assert all((answer.where, answer.found, answer.expected)), f"{case}: {answer}"
        assert "fault of ours" not in answer.found, f"{case}: {answer.found}"
        return
    payment = answer.payment if isinstance(answer, NotAPayment) else answer
    assert payment.source == f"case#{place}", f"{case}: source {payment.source}"
    if isinstance(answer, Payment):
        said = json.loads(json.dumps(to_json(payment), ensure_ascii=False))
        assert from_json(said, payment.source) == payment, f"{case}: another payment after a trip through JSON"
