"""What no single person does with a held payment: one recommends it, another approves. Part of the policy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from brightline.screen.limits import currency_amounts
from brightline.terms.dispositions import DISPOSITIONS, RELEASED
from brightline.text.marks import Value

OUTCOMES = ("release", "unreadable", "review", "stop")  # the gravest a case was decided with, the gravest last


@dataclass(frozen=True, slots=True)
class Guard:
    """For cases whose gravest outcome is `outcome`, these dispositions take two people.

    `least`: by currency the amount from which; empty: any amount. A currency that is not named, and an amount nobody
    can read, take two people too: nobody knows that they are small.
    """

    outcome: str
    dispositions: tuple[str, ...]
    least: Mapping[str, Decimal] = field(default_factory=dict)

    def covers(self, amount: str | None, currency: str | None) -> bool:
        """Whether a payment of this amount (digits as printed) is large enough to be guarded."""
        least = self.least.get(currency or "")
        if least is None:
            return True
        try:
            return Decimal(amount or "") >= least
        except InvalidOperation:
            return True


FourEyes = Sequence[Guard]
LEAST_GUARD = Guard("stop", (RELEASED,))  # holds whatever a policy says: nobody releases a stop alone


def takes_two(
    four_eyes: FourEyes, gravest: str, disposition: str, amount: str | None = None, currency: str | None = None
) -> bool:
    """Whether a case whose gravest outcome is this may be ended so only by two people."""
    return any(
        one.outcome == gravest and disposition in one.dispositions and one.covers(amount, currency)
        for one in (LEAST_GUARD, *four_eyes)
    )


def read_four_eyes(value: Value) -> tuple[Guard, ...]:
    """`four_eyes:` a list of outcome, dispositions and, where it matters, from (currency → amount).

    Raises LawError with the line.
    """
    if value.is_list and not value.node.value:
        return ()
    return tuple(_guard(one) for one in value.items())


def _guard(value: Value) -> Guard:
    entry = value.entry()
    outcome = entry.take("outcome").word(OUTCOMES)
    dispositions = tuple(one.word(DISPOSITIONS) for one in entry.take("dispositions").items())
    least = currency_amounts(entry.take_optional("from"))
    entry.close()
    return Guard(outcome, dispositions, least)
