"""Facts of earlier payments: an attempt made again with something changed, what is out of pattern, the exposure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from brightline.goods.describe import see_goods
from brightline.nexus.earlier import changed, cover, pattern
from brightline.nexus.earlier.same_payment import Tolerance, is_same
from brightline.nexus.logic import either
from brightline.nexus.papers.contradiction import Contradiction, message_of
from brightline.nexus.signs.goods_kinds import is_risky
from brightline.nexus.told.asked import Asked, Teller, Told
from brightline.terms import Answer, Evidence, Goods, Payment, SeenGoods
from brightline.terms.beside import on_paper
from brightline.terms.earlier import Earlier, Exposed, History, Moved

DAYS, PERCENT = "resubmission_days", "resubmission_percent"
_NO_HISTORY = Told(Answer.NO, "no earlier payments were handed in")
_NONE = Told(Answer.NO, "nothing of the kind is seen")
_TIED = ("BY", "RU")
_LEGS = ("here", "in the other leg")


@dataclass(frozen=True, slots=True)
class Attempts:
    """The attempts that are, or may be, the payment at hand: each with the answer and what says so."""

    payment: Payment
    same: tuple[tuple[Earlier, Answer, str], ...]

    def differing(self, change: Callable[[Payment, Earlier], Iterable[Contradiction]]) -> tuple[Contradiction, ...]:
        """What one kind of change shows over all of them."""
        return tuple(dict.fromkeys(one for earlier, _, _ in self.same for one in change(self.payment, earlier)))


def same_payment(topic: object, asked: Asked) -> Told:
    """Whether an earlier payment that was not released is the same payment, within the tolerance."""
    if asked.facts.beside.history is None:
        return _NO_HISTORY
    same = _attempts(asked).same
    if not same:
        return Told(Answer.NO, "no earlier payment that was not released is the same")
    evidence = tuple(Evidence(kind="earlier-payment", path=one.path, words=told) for one, _, told in same)
    return Told(either(answer for _, answer, _ in same), "; ".join(told for _, _, told in same), evidence)


def names(topic: object, asked: Asked) -> Told:
    """Whether a name of the attempt is gone or replaced."""
    return _differing(asked, changed.names)


def addresses(topic: object, asked: Asked) -> Told:
    """Whether an address of the attempt is gone or replaced."""
    return _differing(asked, changed.addresses)


def goods(topic: object, asked: Asked) -> Told:
    """Whether goods that the attempt named are gone or replaced."""
    now = _now(asked)
    return _side_by_side([changed.told_goods(line, now) for line in _gone_goods(asked)])


def banks(topic: object, asked: Asked) -> Told:
    """Whether a bank of the attempt is gone or replaced."""
    return _differing(asked, changed.banks)


def currency(topic: object, asked: Asked) -> Told:
    """Whether the currency is another than that of the attempt."""
    return _differing(asked, changed.currencies)


def countries(topic: object, asked: Asked) -> Told:
    """Whether a country that the attempt named is gone."""
    seen = asked.facts.countries
    return _differing(asked, lambda payment, earlier: changed.countries(payment, earlier, seen))


def grave(topic: object, asked: Asked) -> Told:
    """Whether what is gone was grave: listed or critical goods, a listed name, or anything of a linked payment."""
    listed = [one for one in asked.facts.vanished if one.same is Answer.YES]
    heavy = [line for line in _gone_goods(asked) if changed.is_grave(line)]
    linked = [one for one, _, _ in _attempts(asked).same if one.determination == "linked"]
    hidden = linked and (_gone_goods(asked) or _attempts(asked).differing(changed.names))
    told = [
        *(f"{one.ours} ({one.entity.list} {one.entity.entry})" for one in listed),
        *(f"{line.words or line.hs} ({line.tier or line.critical})" for line in heavy),
        *(f"{one.path} was linked" for one in linked if hidden),
    ]
    return Told(Answer.YES, "; ".join(dict.fromkeys(told))) if told else _NONE


def moved_away(topic: object, asked: Asked) -> Told:
    """Whether the attempt named Russia or Belarus and the payment no longer does."""
    gone = _attempts(asked).differing(lambda one, then: changed.countries(one, then, asked.facts.countries))
    return _side_by_side([one for one in gone if one.other_words in _TIED])


def cover_names(topic: object, asked: Asked) -> Told:
    """Whether one leg of the transfer names somebody whom the other does not."""
    payment = message_of(asked.facts.payment)
    return _side_by_side([one for leg in asked.facts.paired for one in cover.names(payment, leg)], *_LEGS)


def cover_goods(topic: object, asked: Asked) -> Told:
    """Whether one leg names listed, critical or sensitive goods that the other does not."""
    now, book, moment = _now(asked), asked.book, asked.moment
    lists = book.tiers_on(moment), book.classes_on(moment)
    legs = (see_goods((), leg.texts, *lists) for leg in asked.facts.paired)
    return _side_by_side([one for other in legs for one in cover.goods(now, other)], *_LEGS)


def first_payment(topic: object, asked: Asked) -> Told:
    """Whether the two have not dealt with each other before."""
    return _by(asked, pattern.is_new)


def amount(topic: object, asked: Asked) -> Told:
    """Whether the amount is far above the usual."""
    return _by(asked, lambda history: pattern.amount_out_of_pattern(asked.facts.payment, history))


def new_goods(topic: object, asked: Asked) -> Told:
    """Whether listed, critical or sensitive goods are paid for that neither side named before."""
    risky = [line for line in asked.facts.goods if is_risky(line)]
    if not risky:
        return _NONE
    return _by(asked, lambda history: pattern.goods_out_of_pattern(risky, _goods_before(asked, history), history))


def volume(topic: object, asked: Asked) -> Told:
    """Whether payer or payee suddenly move many times the usual."""
    return _by(asked, lambda history: pattern.sudden_volume(asked.facts.payment, history, asked.moment))


def comes_back(topic: object, asked: Asked) -> Told:
    """Whether about the same amount went from the payee to the payer before."""
    return _by_moved(asked, lambda history: pattern.comes_back(asked.facts.payment, history))


def passes_through(topic: object, asked: Asked) -> Told:
    """Whether the payer got about the same amount a few days before."""
    return _by_moved(asked, lambda history: history.incoming)


def in_parts(topic: object, asked: Asked) -> Told:
    """Whether payments of nearly one size follow each other within days."""
    return _by_moved(asked, lambda history: pattern.split(asked.facts.payment, history, asked.moment))


def other_bank(topic: object, asked: Asked) -> Told:
    """Whether a side uses a bank or country that none of enough earlier payments showed."""
    return _by(asked, lambda history: pattern.other_bank(asked.facts.payment, history))


def exposed_linked(topic: object, asked: Asked) -> Told:
    """Whether earlier payments of a side or its owner group were linked."""
    return _exposure(asked, "linked")


def exposed_undecided(topic: object, asked: Asked) -> Told:
    """Whether earlier payments of a side or its owner group could not be told."""
    told = _exposure(asked, "cannot-tell")
    if told.fact is not Answer.NO or told is _NO_HISTORY:
        return told
    unrecorded = _exposure(asked, "unrecorded")
    return Told(Answer.UNKNOWN, unrecorded.saw) if unrecorded.fact is Answer.YES else told


# --- what the facts are told from ----------------------------------------------------------------


def _attempts(asked: Asked) -> Attempts:
    return asked.once("earlier attempts", lambda: _find_attempts(asked))


def _find_attempts(asked: Asked) -> Attempts:
    payment, history = message_of(asked.facts.payment), asked.facts.beside.history
    if history is None or not history.attempts:
        return Attempts(payment, ())
    within = Tolerance(_number(asked, DAYS), _number(asked, PERCENT))
    found = [(one, *is_same(payment, one, asked.moment, within)) for one in history.attempts]
    return Attempts(payment, tuple(one for one in found if one[1] is not Answer.NO))


def _number(asked: Asked, parameter: str) -> int:
    return (asked.book.parameter(parameter, asked.moment).thousandths or 0) // 1000


def _now(asked: Asked) -> Sequence[SeenGoods]:
    return [line for line in asked.facts.goods if not on_paper(line.path)]


def _gone_goods(asked: Asked) -> tuple[SeenGoods, ...]:
    return asked.once("earlier goods", lambda: _find_gone_goods(asked))


def _find_gone_goods(asked: Asked) -> tuple[SeenGoods, ...]:
    same, now = _attempts(asked).same, _now(asked)
    return tuple(line for one, _, _ in same for line in changed.goods_gone(now, _seen(asked, one)))


def _seen(asked: Asked, earlier: Earlier) -> tuple[SeenGoods, ...]:
    book, moment = asked.book, asked.moment
    return see_goods(earlier.goods, earlier.texts, book.tiers_on(moment), book.classes_on(moment))


def _goods_before(asked: Asked, history: History) -> tuple[SeenGoods, ...]:
    book, moment = asked.book, asked.moment
    named = dict.fromkeys((*history.debtor.goods, *history.creditor.goods))
    lines = [Goods(one.hs, None, one.words, f"history.goods[{at}]") for at, one in enumerate(named)]
    return see_goods(lines, (), book.tiers_on(moment), book.classes_on(moment))


def _differing(asked: Asked, change: Callable[[Payment, Earlier], Iterable[Contradiction]]) -> Told:
    return _side_by_side(_attempts(asked).differing(change))


def _side_by_side(changes: Sequence[Contradiction], here: str = "now", there: str = "then") -> Told:
    if not changes:
        return _NONE
    evidence = tuple(one.evidence("changed") for one in changes)
    return Told(Answer.YES, "; ".join(f"{here} {one.words}; {there} {one.other_words}" for one in changes), evidence)


def _by(asked: Asked, sign: Callable[[History], str]) -> Told:
    history = asked.facts.beside.history
    if history is None:
        return _NO_HISTORY
    saw = sign(history)
    return Told(Answer.YES, saw) if saw else _NONE


def _by_moved(asked: Asked, sign: Callable[[History], Sequence[Moved]]) -> Told:
    history = asked.facts.beside.history
    if history is None:
        return _NO_HISTORY
    rows = sign(history)
    if not rows:
        return _NONE
    told = ", ".join(f"{one.amount} {one.currency} on {one.date} ({one.other})" for one in rows[:6])
    return Told(
        Answer.YES, told, tuple(Evidence("earlier-payment", path=one.path, words=one.other) for one in rows[:6])
    )


def _exposure(asked: Asked, determination: str) -> Told:
    history = asked.facts.beside.history
    if history is None:
        return _NO_HISTORY
    lines = [one for one in history.exposure if one.determination == determination]
    return Told(Answer.YES, _sums(lines)) if lines else Told(Answer.NO, f"none was {determination}")


def _sums(lines: Sequence[Exposed]) -> str:
    """How many, how much, which way, over which months, by party or group; nothing concluded."""
    groups: dict[tuple[str, str, str, str], list[Exposed]] = {}
    for one in lines:
        groups.setdefault((one.whose.replace("_", " "), one.name, one.direction, one.currency), []).append(one)
    return "; ".join(
        f"{whose} {name} {direction} {sum(Decimal(one.value) for one in some)} {unit} in "
        f"{_payments(sum(one.payments for one in some))} ({some[0].month} to {some[-1].month})"
        for (whose, name, direction, unit), some in sorted(groups.items())
    )


def _payments(count: int) -> str:
    return "1 payment" if count == 1 else f"{count} payments"


_ALL = (
    same_payment, names, addresses, goods, banks, currency, countries, grave, moved_away, cover_names, cover_goods,
    first_payment, amount, new_goods, volume, comes_back, passes_through, in_parts, other_bank, exposed_linked,
    exposed_undecided,
)  # fmt: skip
TELLERS: Mapping[str, Teller] = {f"earlier.{teller.__name__}": teller for teller in _ALL}
