"""What comes beside a message: the papers of the trade, profiles of parties, earlier payments, passports and pairs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from brightline.terms.message import Goods, Noted, Party, Text


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of the trade (invoice, bill of lading, …). `path`: its place, as `papers[0]`; all paths below begin so.

    `amount`: digits as printed; `issued`: ISO day; `route`: countries in the order goods pass them.
    """

    kind: str
    path: str
    number: str | None = None
    issued: str | None = None
    amount: str | None = None
    currency: str | None = None
    parties: tuple[Party, ...] = ()
    goods: tuple[Goods, ...] = ()
    texts: tuple[Text, ...] = ()
    route: tuple[str, ...] = ()
    identifiers: tuple[Noted, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """What is on file about a party: its business, when it was founded, its trade, what it attested and until when."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier payment, as far as it matters for the one at hand."""

    path: str


@dataclass(frozen=True, slots=True)
class Passport:
    """A relationship that two people cleared on documents, with its limits and its end."""

    id: str
    path: str
    expires: date


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people's finding that a party is not a listed entry, with its end."""

    path: str
    list: str
    entry: str
    expires: date


@dataclass(frozen=True, slots=True)
class Beside:
    """All that came beside one payment. `given`: the same as JSON, as it is kept with the decision; empty: nothing."""

    papers: tuple[Paper, ...] = ()
    profiles: tuple[Profile, ...] = ()
    history: tuple[Earlier, ...] = ()
    passports: tuple[Passport, ...] = ()
    pairs: tuple[Pair, ...] = ()
    given: Mapping[str, object] = field(default_factory=dict)


NOTHING = Beside()
