"""The golden cases: whole payments, each with what should be decided of it on one day; read strictly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from tests.golden.short_form import message_of

from brightline.payments.read import read_message
from brightline.terms import Payment

FOLDER = Path(__file__).parent / "cases"
KINDS = ("harmless", "evident", "inferable", "unclear")
DETERMINATIONS = ("linked", "not-linked", "cannot-tell")
OUTCOMES = ("release", "review", "stop")
_KEYS = {"id", "kind", "sentence", "as_of", "expect"}
_EXPECTED = {"determination", "outcome", "rules", "document"}
_NEW_YORK = ZoneInfo("America/New_York")


@dataclass(frozen=True)
class Case:
    """One payment on one day, and what an informed colleague would decide of it.

    `determination` and `outcome`: the acceptable answers, nearly always one. `rules`: the answers that must be among
    the findings of a rule. `document`: words that the document which would settle it must hold.
    """

    id: str
    family: str
    kind: str
    sentence: str
    as_of: datetime
    payment: Payment
    determination: tuple[str, ...]
    outcome: tuple[str, ...]
    rules: tuple[tuple[str, str], ...]
    document: str


def cases() -> list[Case]:
    """Every case of every file, in order of file and place."""
    return [
        _case(path.stem, row)
        for path in sorted(FOLDER.glob("*.yaml"))
        for row in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def _case(family: str, row: dict[str, Any]) -> Case:
    expect, name = row["expect"], row["id"]
    assert set(row) - {"pay", "as", "mt103", "mt202", "mt202cov", "mt700", "xml"} == _KEYS, (
        f"{name}: keys {sorted(row)}"
    )
    assert set(expect) <= _EXPECTED, f"{name}: {sorted(expect)}"
    assert row["kind"] in KINDS, name
    determination, outcome = _several(expect["determination"]), _several(expect["outcome"])
    assert set(determination) <= set(DETERMINATIONS), name
    assert set(outcome) <= set(OUTCOMES), name
    rules = tuple((rule, answer) for rule, answer in expect.get("rules", {}).items())
    assert all(isinstance(answer, str) for _, answer in rules), f"{name}: put yes and no in quotes"
    reads = read_message(message_of(row), f"{name}.{'xml' if 'xml' in row else 'txt'}")
    assert len(reads) == 1, f"{name}: {len(reads)} payments"
    assert isinstance(reads[0], Payment), f"{name}: {reads[0]}"
    return Case(
        name, family, row["kind"], row["sentence"], _moment(row["as_of"]), reads[0],
        determination, outcome, rules, expect.get("document", ""),
    )  # fmt: skip


def _moment(as_of: date | str) -> datetime:
    """A day means its noon in New York; a moment carries its own zone."""
    if isinstance(as_of, date):
        return datetime.combine(as_of, time(12), tzinfo=_NEW_YORK)
    moment = datetime.fromisoformat(as_of)
    assert moment.tzinfo, f"{as_of}: a moment with its zone"
    return moment


def _several(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
