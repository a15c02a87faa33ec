"""Earlier payments: single ones, what those of a pair or a customer usually look like, and the ledger of exposure."""

from __future__ import annotations

from dataclasses import dataclass

from brightline.terms.message import Goods, Party, Text

# How an earlier payment ended. `asked`: held for a request for information; `held`: not yet answered.
ENDED = ("released", "held", "asked", "returned", "refused")


@dataclass(frozen=True, slots=True)
class Earlier:
    """One earlier payment. `path`: its place, as `history.attempts[0]`; `date`: an ISO day or moment, as handed in.

    `outcome`: one of `ENDED`. `amount`: digits as printed. Places of parties and texts name the column below `path`.
    """

    path: str
    date: str
    outcome: str
    amount: str
    currency: str
    determination: str | None = None
    decision_id: str | None = None
    end_to_end_id: str | None = None
    uetr: str | None = None
    parties: tuple[Party, ...] = ()
    texts: tuple[Text, ...] = ()
    goods: tuple[Goods, ...] = ()
    route: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Usual:
    """The usual amount in one currency: the median, and the median distance from it (`spread`), digits as text."""

    currency: str
    payments: int
    median: str
    spread: str


@dataclass(frozen=True, slots=True)
class MonthSum:
    """The payments of one month (`2024-05`) in one currency: how many, and their sum, digits as text."""

    month: str
    currency: str
    payments: int
    value: str


@dataclass(frozen=True, slots=True)
class GoodsBefore:
    """Goods named before: a tariff code, words (of the goods column, else of the remittance), and how often."""

    hs: str | None
    words: str | None
    payments: int


@dataclass(frozen=True, slots=True)
class Habit:
    """What earlier payments look like, from the newest ones. `payments`: how many there are in all.

    `first`, `last`: ISO days. `months`: of the year before. `banks`: the first eight letters of the BIC of the side's
    own bank, `countries`: the side's own countries; of a pair both are empty.
    """

    payments: int
    first: str | None = None
    last: str | None = None
    amounts: tuple[Usual, ...] = ()
    months: tuple[MonthSum, ...] = ()
    goods: tuple[GoodsBefore, ...] = ()
    banks: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """An amount that moved before: when, how much, and the name on the other side."""

    date: str
    amount: str
    currency: str
    other: str
    path: str


@dataclass(frozen=True, slots=True)
class Exposed:
    """A line of the exposure ledger: earlier payments of one party or owner group that were linked or undecided.

    `whose`: `debtor`, `creditor`, `debtor_group` or `creditor_group`; `name`: the party's or group's; `month`: as
    `2024-05`, or `earlier` for all before the last 24; `direction`: `paid` or `received`; `determination`: `linked`,
    `cannot-tell`, or `unrecorded` of a payment that was not released; `value`: their sum, digits as text.
    """

    whose: str
    name: str
    month: str
    direction: str
    determination: str
    currency: str
    payments: int
    value: str


@dataclass(frozen=True, slots=True)
class History:
    """What earlier payments say beside one payment.

    `pair`: between the same two; `debtor`: what the debtor paid; `creditor`: what the creditor received. `recent`: the
    debtor's newest payments of the last 92 days; `incoming`: what the debtor got of about the same amount shortly
    before; `returning`: what the creditor paid to the debtor. `attempts`: payments that were not released and may be
    an earlier attempt of this one.
    """

    pair: Habit
    debtor: Habit
    creditor: Habit
    recent: tuple[Moved, ...] = ()
    incoming: tuple[Moved, ...] = ()
    returning: tuple[Moved, ...] = ()
    attempts: tuple[Earlier, ...] = ()
    exposure: tuple[Exposed, ...] = ()
