"""Whether an earlier payment that was not released is the same payment as the one at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from brightline.beside.references import references_in
from brightline.nexus.papers.contradiction import alike
from brightline.terms import Answer, Goods, Party, Payment, Text
from brightline.terms.earlier import Earlier
from brightline.text.fold import tokens

PAYERS, PAYEES = ("debtor", "ultimate_debtor"), ("creditor", "ultimate_creditor")
_SHORTEST = 4  # letters of a word that may tell what is paid for
_EQUAL = 1  # percent of difference within which an amount is the same but for fees


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How many days may lie between two attempts, and by how many percent their amounts may differ."""

    days: int
    percent: int


def is_same(payment: Payment, earlier: Earlier, moment: datetime, within: Tolerance) -> tuple[Answer, str]:
    """Whether both are one payment, and what says so.

    Yes where both sides are alike and the amount is about the same; where one side is alike and both name one transfer,
    invoice or contract; or where one side, the amount and what is paid for are the same. Unknown where about the same
    amount moved on one side and the other side was not recorded. Two different invoice numbers make two payments,
    unless the amount is the same to the cent.
    """
    if not _not_long_ago(earlier, moment, within.days):
        return Answer.NO, f"the attempt of {earlier.date} lies too far back"
    sides = [_side(payment, earlier, roles) for roles in (PAYERS, PAYEES)]
    ours, theirs = _named(payment), _named(earlier)
    about, equal = (_amounts_near(payment, earlier, percent) for percent in (within.percent, 0))
    if _other_deal(ours, theirs) and not equal:
        return Answer.NO, "another invoice or contract"
    if shared := sorted(ours & theirs):
        return _yes(earlier, _told(shared[0])) if Answer.YES in sides else (Answer.NO, "neither side is alike")
    other_currency = payment.currency != earlier.currency and _one_thing(payment, earlier)
    if sides == [Answer.YES, Answer.YES] and (about or other_currency):
        return _yes(earlier, "payer, payee and " + ("amount" if about else "what is paid for"))
    if Answer.YES in sides and _amounts_near(payment, earlier, _EQUAL) and _one_thing(payment, earlier):
        return _yes(earlier, "one side, amount and what is paid for")
    if about and set(sides) == {Answer.YES, Answer.UNKNOWN}:
        return (
            Answer.UNKNOWN,
            f"one side and about the amount of {earlier.date}; who stood on the other is not recorded",
        )
    return Answer.NO, "too little is alike"


def _told(reference: str) -> str:
    kind, _, number = reference.partition(" ")
    return f"the id {number}" if kind == "transfer" else f"the invoice, contract or order {number}"


def _yes(earlier: Earlier, alike_in: str) -> tuple[Answer, str]:
    return Answer.YES, f"{earlier.outcome} on {earlier.date}, alike in {alike_in} ({earlier.path})"


def _not_long_ago(earlier: Earlier, moment: datetime, days: int) -> bool:
    return moment.toordinal() - datetime.fromisoformat(earlier.date).toordinal() <= days


def _side(payment: Payment, earlier: Earlier, roles: Sequence[str]) -> Answer:
    """Whether somebody on a side is the same; unknown where one of the two names nobody there."""
    ours = [party for party in payment.parties if party.role in roles]
    theirs = [party for party in earlier.parties if party.role in roles]
    if not ours or not theirs:
        return Answer.UNKNOWN
    return Answer.YES if any(same_party(one, other) for one in ours for other in theirs) else Answer.NO


def same_party(one: Party, other: Party) -> bool:
    """Whether two parties share an account, a number, or a name in any spelling, script or legal form."""
    if one.account and one.account == other.account:
        return True
    if {number.value for number in one.identifiers} & {number.value for number in other.identifiers}:
        return True
    names = (one.name, *(form.value for form in one.forms if not form.kind.endswith("-address")))
    return bool(other.name) and any(alike(name, other.name) for name in names if name and other.name)


def _named(payment: Payment | Earlier) -> frozenset[str]:
    text = "\n".join(text.value for text in payment.texts)
    return references_in(payment.end_to_end_id, payment.uetr, text)


def _other_deal(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    deals = [{one for one in some if one.startswith("deal ")} for some in (ours, theirs)]
    return all(deals) and not deals[0] & deals[1]


def _amounts_near(payment: Payment, earlier: Earlier, percent: int) -> bool:
    if payment.amount is None or payment.currency != earlier.currency:
        return False
    ours, theirs = Decimal(payment.amount), Decimal(earlier.amount)
    return abs(ours - theirs) * 100 <= ours * percent


def _one_thing(payment: Payment, earlier: Earlier) -> bool:
    """Whether both pay for the same: a tariff code they share, or half of the words."""
    codes = [{one.hs[:6] for one in some.goods if one.hs} for some in (payment, earlier)]
    if codes[0] & codes[1]:
        return True
    ours, theirs = (_words(some.texts, some.goods) for some in (payment, earlier))
    return len(ours & theirs) * 2 >= max(len(ours), len(theirs), 2)


def _words(texts: Sequence[Text], goods: Sequence[Goods]) -> frozenset[str]:
    written = [*(text.value for text in texts), *(line.words or "" for line in goods)]
    return frozenset(word for one in written for word in tokens(one) if len(word) >= _SHORTEST and word.isalpha())
