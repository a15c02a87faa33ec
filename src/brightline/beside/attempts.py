"""Earlier payments that were not released and may be an attempt at the payment at hand: found widely, judged elsewhere.

What is kept is wider than what the rule `resubmitted` takes for the same payment, so that another tolerance finds it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

import numpy as np

from brightline.beside.habits import about_as_much
from brightline.beside.ledger import Ledger, Places
from brightline.beside.party_keys import PAID, RECEIVED, customers, name_key
from brightline.beside.references import references_in
from brightline.terms import Payment

DAYS = 183  # how far back an attempt is looked for
PERCENT = 10  # how far from the amount
STRANGER_DAYS, STRANGER_PERCENT = 31, 1  # the same where only half the words of a name are shared
MOST = 4
_SIDE, _REFERENCE, _AMOUNT, _WORD = 2, 3, 1, 2
_ENOUGH = 3
_SHORTEST = 4  # letters of a word that may tell a name


def attempts(
    ledger: Ledger, payment: Payment, paid: Places, received: Places, moment: datetime
) -> list[dict[str, str]]:
    """The likeliest attempts, as rows by column: those that share most with the payment, then the newest.

    `paid`, `received`: the rows of its debtor and of its creditor. A row whose transfer was released later is none.
    """
    weights: Counter[int] = Counter()
    for places in (paid, received):
        weights.update(dict.fromkeys(places[ledger.is_open[places]].tolist(), _SIDE))
    sided = np.array(sorted(weights), np.int64)
    weights.update(dict.fromkeys(about_as_much(ledger, sided, payment, PERCENT).tolist(), _AMOUNT))
    weights.update(dict.fromkeys(_strangers(ledger, payment, moment, weights), _WORD + _AMOUNT))
    weights.update(dict.fromkeys(_of_one_deal(ledger, payment), _REFERENCE))
    worth = np.array(sorted(row for row, weight in weights.items() if weight >= _ENOUGH), np.int64)
    rows = _unanswered(ledger, ledger.since(worth, moment.toordinal() - DAYS), moment)
    return [ledger.cells(row) for row in sorted(rows, key=lambda row: (weights[row], row), reverse=True)[:MOST]]


def _unanswered(ledger: Ledger, places: Places, moment: datetime) -> list[int]:
    """The rows before a moment, without those answered by then."""
    rows = ledger.before(places, moment)
    answers = ledger.answered[rows]
    answered = set(ledger.before(np.unique(answers[answers >= 0]), moment).tolist())
    return [row for row, answer in zip(rows.tolist(), answers.tolist(), strict=True) if answer not in answered]


def _strangers(ledger: Ledger, payment: Payment, moment: datetime, known: Mapping[int, int]) -> list[int]:
    """Rows of about the same amount, not long ago, in which half the words of a name on a side are shared."""
    today = moment.toordinal()
    first, last = np.searchsorted(ledger.open_days, (today - STRANGER_DAYS, today + 2)).tolist()
    about = about_as_much(ledger, ledger.open_rows[first:last], payment, STRANGER_PERCENT)
    words = [_words(ledger, payment, side) for side in (PAID, RECEIVED)]
    names = zip(*(ledger.texts(column, about) for column in ("debtor_name", "creditor_name")), strict=True)
    told = zip(about.tolist(), names, strict=True)
    return [row for row, both in told if row not in known and _alike(both, words, ledger.legal_words)]


def _words(ledger: Ledger, payment: Payment, side: str) -> frozenset[str]:
    names = (party.name for party in customers(payment, side) if party.name)
    return _telling(word for name in names for word in name_key(name, ledger.legal_words).split())


def _alike(names: Iterable[str], words: Iterable[frozenset[str]], legal_words: frozenset[str]) -> bool:
    pairs = zip(names, words, strict=True)
    return any(_half(ours, _telling(name_key(name, legal_words).split())) for name, ours in pairs)


def _half(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    both = ours & theirs
    return bool(both) and 2 * len(both) >= max(len(ours), len(theirs))


def _telling(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if len(word) >= _SHORTEST)


def _of_one_deal(ledger: Ledger, payment: Payment) -> set[int]:
    text = "\n".join(text.value for text in payment.texts)
    named = references_in(payment.end_to_end_id, payment.uetr, text)
    return {row for reference in named for row in ledger.references.get(reference, ())}
