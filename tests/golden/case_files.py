"""The golden cases: whole payments, each with what should be decided of it on one day; read strictly."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from tests.beside.history_rows import history_json
from tests.golden.short_form import message_of

from brightline.beside.record import beside_of
from brightline.payments.read import read_message
from brightline.terms import Payment
from brightline.terms.beside import Beside

FOLDER = Path(__file__).parent / "cases"
KINDS = ("harmless", "evident", "inferable", "unclear")
DETERMINATIONS = ("linked", "not-linked", "cannot-tell")
OUTCOMES = ("release", "review", "stop")
_KEYS = {"id", "kind", "sentence", "as_of", "expect"}
_WAYS = {"pay", "as", "mt103", "mt202", "mt202cov", "mt700", "xml"}
BESIDE = ("papers", "profiles", "history", "passports", "pairs")
_EXPECTED = {"determination", "outcome", "rules", "document", "basis"}
_NEW_YORK = ZoneInfo("America/New_York")


@dataclass(frozen=True)
class Case:
    """One payment on one day, and what an informed colleague would decide of it.

    `determination` and `outcome`: the acceptable answers, nearly always one. `rules`: the answers that must be among
    the findings of a rule. `document`: words that the document which would settle it must hold. `basis`: what a release
    must rest on. `beside`: what came beside the message. `owners`: rows of a register of owners, by column.
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
    basis: str
    beside: Beside
    owners: tuple[tuple[tuple[str, str], ...], ...]


def cases() -> list[Case]:
    """Every case of every file, in order of file and place."""
    return [
        _case(path.stem, row)
        for path in sorted(FOLDER.glob("*.yaml"))
        for row in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def _case(family: str, row: dict[str, Any]) -> Case:
    expect, name = row["expect"], row["id"]
    assert set(row) - _WAYS - {*BESIDE, "owners"} == _KEYS, f"{name}: keys {sorted(row)}"
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
        determination, outcome, rules, expect.get("document", ""), expect.get("basis", ""),
        beside_of(_beside(row, reads[0])), _owners(row.get("owners", [])),
    )  # fmt: skip


def _beside(row: dict[str, Any], payment: Payment) -> dict[str, Any]:
    """What came beside the payment, as a decision keeps it; a history is written as rows of a file."""
    came = {kind: _as_json(row[kind]) for kind in BESIDE if kind in row}
    if "history" in came:
        came["history"] = history_json(came["history"], payment, _moment(row["as_of"]))
    return came


def _as_json(value: Any) -> Any:
    """What YAML read, as JSON would have it: days are text."""
    return json.loads(json.dumps(value, default=str))


def _owners(rows: list[dict[str, Any]]) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Edges as rows of the plain table of owners: owner, owned, percent, from, to, source."""
    return tuple(tuple((column, str(value)) for column, value in row.items()) for row in rows)


def _moment(as_of: date | str) -> datetime:
    """A day means its noon in New York; a moment carries its own zone."""
    if isinstance(as_of, date):
        return datetime.combine(as_of, time(12), tzinfo=_NEW_YORK)
    moment = datetime.fromisoformat(as_of)
    assert moment.tzinfo, f"{as_of}: a moment with its zone"
    return moment


def _several(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
