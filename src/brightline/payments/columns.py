"""The columns of a table of payments, and a map from a table's own names to ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightline.errors import CallError, UnreadableMessage

PARTY_ROLES = ("debtor", "creditor", "ultimate_debtor", "ultimate_creditor")
AGENT_ROLES = ("debtor_agent", "creditor_agent", "intermediary_agent")
PARTY_COLUMNS = ("name", "country", "address", "account", "id")
AGENT_COLUMNS = ("bic", "name", "country")
COLUMNS = (
    "end_to_end_id",
    "uetr",
    "amount",
    "currency",
    "value_date",
    *(f"{role}_{column}" for role in PARTY_ROLES for column in PARTY_COLUMNS),
    *(f"{role}_{column}" for role in AGENT_ROLES for column in AGENT_COLUMNS),
    "remittance",
    "purpose",
    "hs",
    "goods",
    "route",
)
NEEDED = ("amount", "currency", "debtor_name", "creditor_name")


@dataclass(frozen=True, slots=True)
class Header:
    """Which of a table's columns holds which of ours, and the columns that we have no word for."""

    places: Mapping[str, int]
    others: tuple[tuple[str, int], ...]
    width: int


def check_columns(columns: Mapping[str, str], where: str = "--columns") -> dict[str, str]:
    """A column map, ours → the table's. Raises CallError for a column that is not ours, or one table column twice."""
    for ours in columns:
        if ours not in COLUMNS:
            raise CallError(where, f"the column {ours!r}", f"one of {', '.join(COLUMNS)}")
    theirs = list(columns.values())
    twice = next((name for name in theirs if theirs.count(name) > 1), None)
    if twice is not None:
        raise CallError(where, f"{twice!r} named for two columns", "each column of the table once")
    return dict(columns)


def read_header(names: Sequence[str], columns: Mapping[str, str]) -> Header:
    """The places of our columns in a table. Raises UnreadableMessage if a needed or mapped one is missing or twice."""
    tidy = [name.strip() for name in names]
    lower = [name.lower().replace(" ", "_") for name in tidy]
    repeated = next((name for name in tidy if name and tidy.count(name) > 1), None)
    if repeated is not None:
        raise UnreadableMessage("header", f"the column {repeated[:60]!r} twice", "each column once")
    places = {}
    for ours in COLUMNS:
        place = _place(ours, columns, tidy, lower)
        if place is not None:
            places[ours] = place
    missing = [ours for ours in NEEDED if ours not in places]
    if missing:
        raise UnreadableMessage(
            "header",
            f"the columns {', '.join(tidy)[:300]}",
            f"also {', '.join(missing)}",
            f"Known columns: {', '.join(COLUMNS)}. Name others with --columns.",
        )
    used = set(places.values())
    others = tuple((name or f"column {at + 1}", at) for at, name in enumerate(tidy) if at not in used)
    return Header(places, others, len(tidy))


def _place(ours: str, columns: Mapping[str, str], tidy: list[str], lower: list[str]) -> int | None:
    """Where a column of ours stands: by the map, else by its name in any case."""
    if ours in columns:
        if columns[ours].strip() in tidy:
            return tidy.index(columns[ours].strip())
        raise UnreadableMessage(
            "header",
            f"the columns {', '.join(tidy)[:300]}",
            f"{columns[ours]!r}, which the column map names for {ours}",
        )
    return lower.index(ours) if ours in lower else None
