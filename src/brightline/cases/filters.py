"""What of the queue is asked for: read from the parameters of a URL, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Filters:
    """What cases are asked for. Empty tuples and None ask nothing; without `state`, every case not yet ended.

    `corridor`: `CN-RU`, `CN-*`, `*-RU`. Amounts: decimal texts, of `currency` where one is given. `age`: at least so
    long open. `assignee`: ids of people, `me`, `nobody`. `cut_off`: money or a report falls due before it. `text`:
    words of parties and references. `counterparty`: a key of `groups`. `sort`: urgent, newest, oldest, amount.
    """

    outcome: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    rule: tuple[str, ...] = ()
    list: tuple[str, ...] = ()
    corridor: tuple[str, ...] = ()
    amount_from: str | None = None
    amount_to: str | None = None
    currency: tuple[str, ...] = ()
    age: timedelta | None = None
    assignee: tuple[str, ...] = ()
    cut_off: datetime | None = None
    text: str | None = None
    counterparty: str | None = None
    sort: str = "urgent"


def filters_from(given: Mapping[str, str]) -> Filters:
    """The filters that the parameters of a URL ask for; several values of one are parted by commas.

    Raises Refused naming the parameter where it is not known or its value does not fit.
    """
    raise NotImplementedError


def filters_query(filters: Filters) -> str:
    """The parameters of a URL that ask for these filters; `filters_from` reads them back equal."""
    raise NotImplementedError
