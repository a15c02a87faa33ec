"""The certificate of a checked deal: from the JSON of the check alone, and everything of it."""

from __future__ import annotations

from typing import Any

from brightline.report.certificate import certificate_page

CHECKED: dict[str, Any] = {
    "deal": {
        "id": "D-1 <b>", "digest": "f" * 64, "given": {"deal": "D-1", "end_user": {"name": "A & B"}, "papers": [1]},
    },
    "outcome": "review",
    "answer": "Ask before you ship.",
    "reasons": ["'spare parts': Signs of diversion"],
    "ask": ["an end-user statement"],
    "altered": [
        {
            "digest": "e" * 64, "as_of": "2024-09-01T00:00:00+00:00", "outcome": "stop", "decision": "d" * 32,
            "altered": [{"field": "goods[0].hs", "before": "848210", "now": None}], "slips_past": True,
        }
    ],
    "checked_before": [{"digest": "f" * 64, "as_of": "2024-09-02", "outcome": "review", "decision": "c" * 32}],
    "not_verified": ["who the end user is: none is named"],
    "expires": "2024-09-24",
    "binds": "This page binds no bank.",
    "decision": {
        "id": "d" * 32, "trial": True, "program": "0.1.0",
        "as_of": {"law": "2024-09-10T00:00:00+00:00", "known": "2024-09-10T00:00:00+00:00"},
        "edition": {"id": "abcd", "lists": {"us-ofac-sdn": {"published": "2024-09-09", "entries": 3}}},
    },
}  # fmt: skip


def page(**more: Any) -> str:
    return certificate_page(CHECKED | more).decode("utf-8")


def test_the_same_check_gives_the_same_bytes() -> None:
    assert certificate_page(CHECKED) == certificate_page(CHECKED)


def test_everything_of_the_check_stands_on_it() -> None:
    told = page()
    for words in (
        "Ask before you ship.", "an end-user statement", "2024-09-24", "This page binds no bank.", "848210",
        "goods[0].hs",
        "who the end user is: none is named", "The same deal, checked before", "f" * 64, "us-ofac-sdn of 2024-09-09",
        "For trying out, not for use.", "was changed since",
    ):  # fmt: skip
        assert words in told, words
    assert "D-1 &lt;b&gt;" in told
    assert "A &amp; B" in told


def test_what_is_not_there_is_not_shown() -> None:
    told = page(altered=[], checked_before=[], ask=[])
    for words in ("An altered copy", "checked before", "Ask the buyer for"):
        assert words not in told


def test_nothing_is_fetched_and_nothing_runs() -> None:
    told = page()
    assert "default-src 'none'" in told
    assert "<script" not in told
    assert "src=" not in told.replace("-src=", "")
