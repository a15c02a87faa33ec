"""One row of a table → one payment. A value's place is the name of its column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brightline.errors import UnreadableMessage
from brightline.payments.columns import AGENT_ROLES, NEEDED, PARTY_ROLES, Header
from brightline.payments.picks import day_of, digits_of
from brightline.payments.roles import scheme_of
from brightline.terms import Form, Goods, Identifier, Noted, Party, Payment, Text, Unread
from brightline.text.route import stations

MOST_CELL = 1_000_000
_PARTED = re.compile(r"\s*[;|]\s*")


class Row:
    """The cells of one row by our names; each is taken, and what nobody takes is unread."""

    def __init__(self, header: Header, cells: Sequence[str], where: str) -> None:
        if len(cells) != header.width:
            raise UnreadableMessage(where, f"{len(cells)} cells", f"{header.width}, as many as the header")
        longest = max(map(len, cells), default=0)
        if longest > MOST_CELL:
            raise UnreadableMessage(where, f"a cell of {longest} characters", f"at most {MOST_CELL}")
        self.where = where
        self._header = header
        self._cells = cells

    def take(self, column: str) -> str | None:
        """The cell, or None if it is empty or the table has no such column."""
        place = self._header.places.get(column)
        text = self._cells[place].strip() if place is not None else ""
        return text or None

    def others(self) -> tuple[Unread, ...]:
        """The cells of columns that we have no word for."""
        told = ((name, self._cells[at].strip()) for name, at in self._header.others)
        return tuple(Unread(name, text) for name, text in told if text)


def read_row(row: Row, source: str, format_: str) -> Payment:
    """The payment of a row. Raises UnreadableMessage for an empty needed cell, a bad amount or a bad date."""
    for column in NEEDED:
        if row.take(column) is None:
            raise UnreadableMessage(f"{row.where}, {column}", "an empty cell", column.replace("_", " "))
    printed = row.take("amount") or ""
    amount = digits_of(printed, f"{row.where}, amount")
    currency = row.take("currency")
    date = row.take("value_date")
    return Payment(
        source=source,
        format=format_,
        end_to_end_id=row.take("end_to_end_id"),
        uetr=row.take("uetr"),
        amount=amount,
        currency=currency,
        value_date=day_of(date, f"{row.where}, value_date") if date else None,
        parties=_parties(row),
        texts=tuple(_texts(row)),
        goods=_goods(row),
        route=_route(row),
        amounts=(Noted("settlement", printed, "amount", currency),),
        dates=(Noted("value", date, "value_date"),) if date else (),
        codes=_purpose_code(row),
        references=_route_as_printed(row),
        unread=row.others(),
    )


def _parties(row: Row) -> tuple[Party, ...]:
    """From the debtor along the agents to the creditor."""
    before = [_party(row, role) for role in ("ultimate_debtor", "debtor")]
    agents = [_party(row, role) for role in ("debtor_agent", "intermediary_agent", "creditor_agent")]
    after = [_party(row, role) for role in ("creditor", "ultimate_creditor")]
    return tuple(party for party in (*before, *agents, *after) if party is not None)


def _party(row: Row, role: str) -> Party | None:
    columns = ("name", "country", "address", "account", "id", "bic")
    given = {column: row.take(f"{role}_{column}") for column in columns if _has(role, column)}
    if not any(given.values()):
        return None
    name, country, address = given.get("name"), given.get("country"), given.get("address")
    code = country.upper() if country and re.fullmatch("[A-Za-z]{2}", country) else None
    lines = _lines(address)
    return Party(
        role=role,
        path=next(f"{role}_{column}" for column in columns if given.get(column)),
        name=" ".join(name.split()) if name else None,
        printed=_lines(name) + lines,
        address=lines + ((country,) if country and code is None else ()),
        country=code,
        countries=(Form("address", code),) if code else (),
        bic=given.get("bic"),
        account=given.get("account"),
        identifiers=_identifiers(given.get("id")),
    )


def _has(role: str, column: str) -> bool:
    return (role in AGENT_ROLES and column in ("bic", "name", "country")) or (role in PARTY_ROLES and column != "bic")


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip()) if text else ()


def _identifiers(text: str | None) -> tuple[Identifier, ...]:
    """`INN:7700000000`, several parted by a semicolon; a number alone has no scheme."""
    found = []
    for part in _PARTED.split(text) if text else ():
        scheme, colon, value = part.partition(":")
        if part:
            found.append(Identifier(scheme_of(scheme), value.strip()) if colon else Identifier("OTHER", part))
    return tuple(found)


def _texts(row: Row) -> list[Text]:
    texts = [Text("remittance", text, "remittance") for text in (row.take("remittance"),) if text]
    purpose = row.take("purpose")
    return [*texts, Text("purpose", purpose, "purpose")] if purpose and " " in purpose else texts


def _purpose_code(row: Row) -> tuple[Noted, ...]:
    purpose = row.take("purpose")
    return (Noted("purpose", purpose, "purpose"),) if purpose and " " not in purpose else ()


def _goods(row: Row) -> tuple[Goods, ...]:
    """A line for each code; the words stand with the first, or alone."""
    codes = [code for code in _PARTED.split(row.take("hs") or "") if code]
    words = row.take("goods")
    if not codes:
        return (Goods(None, None, words, "goods"),) if words else ()
    return tuple(Goods(code, None, words, "hs") for code in codes)


def _route(row: Row) -> tuple[str, ...]:
    return stations(row.take("route") or "")


def _route_as_printed(row: Row) -> tuple[Noted, ...]:
    route = row.take("route")
    return (Noted("route", route, "route"),) if route else ()
