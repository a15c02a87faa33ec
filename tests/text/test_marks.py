"""YAML with the place of every value: what it refuses, and whose fault it says that is."""

from __future__ import annotations

import pytest

from brightline.errors import CallError, LawError
from brightline.text.marks import parse_yaml


def test_plain_values_are_texts_as_written() -> None:
    said = "amount: 010.50\nday: 2024-05-16\nlist: [a, '1e3', []]\nmap: {inner: {k: v}}\n"
    assert parse_yaml(said, "deal.yaml").plain() == {
        "amount": "010.50",
        "day": "2024-05-16",
        "list": ["a", "1e3", []],
        "map": {"inner": {"k": "v"}},
    }


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ("a: 1\nb: yes\n", "line 2", "bare word yes"),
        ("a: 1\nb:\n", "line 2", "nothing"),
        ("a: 1\na: 2\n", "line 2", "'a' a second time"),
        ("a:\n  - b: 1\n    b: 2\n", "line 3", "'b' a second time"),
        ("a: [", "line", "expected YAML"),
        ("", "line 1", "an empty file"),
        ("a: " + "[" * 120 + "]" * 120, "line 1", "nested more than 100 deep"),
    ],
)
@pytest.mark.parametrize("error", [LawError, CallError])
def test_what_is_wrong_is_said_with_its_line_as_the_fault_of_whom_it_is(
    text: str, line: str, found: str, error: type[LawError | CallError]
) -> None:
    with pytest.raises(error) as told:
        parse_yaml(text, "deal.yaml", error).plain()
    assert type(told.value) is error
    assert "deal.yaml" in str(told.value)
    assert line in str(told.value)
    assert found in str(told.value)
