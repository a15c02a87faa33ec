"""What another policy or edition would have done with many decisions: outcomes before and after, counted and summed."""

from __future__ import annotations

from collections import Counter, defaultdict
from decimal import Decimal, InvalidOperation
from typing import cast

from brightline.screen.plain import Json


class Tally:
    """Counts decisions taken again by how their outcome moved, with the sum of their amounts in each currency."""

    def __init__(self) -> None:
        self._moves: Counter[tuple[str, str]] = Counter()
        self._sums: dict[tuple[str, str], dict[str, Decimal]] = defaultdict(dict)

    def add(self, before: Json, after: Json) -> None:
        """Count one decision; an amount that is no number adds nothing."""
        move = str(before["outcome"]), str(after["outcome"])
        payment = cast("Json", before["payment"])
        self._moves[move] += 1
        try:
            amount, currency = Decimal(str(payment.get("amount"))), str(payment.get("currency") or "none")
        except InvalidOperation:
            return
        sums = self._sums[move]
        sums[currency] = sums.get(currency, Decimal(0)) + amount

    def moves(self) -> list[dict[str, object]]:
        """A row for each pair of outcomes, those that moved first: `from`, `to`, `count`, `value` by currency."""
        order = sorted(self._moves, key=lambda move: (move[0] == move[1], move))
        return [
            {
                "from": move[0],
                "to": move[1],
                "count": self._moves[move],
                "value": {currency: str(amount) for currency, amount in sorted(self._sums[move].items())},
            }
            for move in order
        ]
