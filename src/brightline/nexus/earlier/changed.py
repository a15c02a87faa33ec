"""What an attempt said and the payment at hand no longer says: both values side by side, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from brightline.nexus.earlier.same_payment import PAYEES, PAYERS, same_party
from brightline.nexus.papers.contradiction import Contradiction, is_disclosed
from brightline.nexus.signs.goods_kinds import is_everyday, is_service, is_vague
from brightline.payments.others_named import others_named
from brightline.terms import Party, Payment, SeenGoods
from brightline.terms.earlier import Earlier
from brightline.text.countries import countries_in
from brightline.text.fold import tokens

NOTHING = "nothing"
_CUSTOMERS = (*PAYERS, *PAYEES)
_INSTITUTION = 6  # letters of a BIC that name a bank in a country


def names(payment: Payment, earlier: Earlier) -> Iterator[Contradiction]:
    """Names that the attempt wrote and the payment does not, whatever role it gives them; who stands there now."""
    for party in gone(payment, earlier):
        now = _in_role(payment.parties, party.role)
        yield _beside(now, now.name if now and now.name else None, party.path, f"{party.role} {party.name!r}")


def gone(payment: Payment, earlier: Earlier) -> tuple[Party, ...]:
    """Whom an attempt named, as a customer or in a text as somebody's, and the payment no longer does anywhere.

    An account under another name does not name its bearer any more; an equal number of a register still does.
    """
    ours = [replace(party, account=None) for party in payment.parties if party.role in _CUSTOMERS]
    customers = (party for party in earlier.parties if party.role in _CUSTOMERS and party.name)
    still = (*ours, *_in_words(payment))
    written = {one.name for one in still}  # most are written as before, and need no comparison of names
    return tuple(
        party
        for party in (*customers, *_in_words(earlier))
        if party.name not in written
        and not any(same_party(one, party) for one in still)
        and not is_disclosed(party, payment)
    )


def _in_words(said: Payment | Earlier) -> Iterator[Party]:
    return (Party("mentioned", text.path, name) for text in said.texts for name in others_named(text.value))


def addresses(payment: Payment, earlier: Earlier) -> Iterator[Contradiction]:
    """Addresses of the same party that are gone, or of which less than a third is left."""
    ours = [party for party in payment.parties if party.role in _CUSTOMERS]
    for then in earlier.parties:
        now = next((one for one in ours if then.role in _CUSTOMERS and same_party(one, then)), None)
        if now is not None and then.address and not _still_there(now.address, then.address):
            place = then.path.replace("_name", "_address")
            yield Contradiction(now.path, " ".join(now.address) or NOTHING, place, " ".join(then.address))


def banks(payment: Payment, earlier: Earlier) -> Iterator[Contradiction]:
    """Banks of the chain that another bank stands for now, or none."""
    ours = {one.bic[:_INSTITUTION].upper() for one in payment.parties if one.bic}
    for then in earlier.parties:
        if then.bic and then.role.endswith("_agent") and then.bic[:_INSTITUTION].upper() not in ours:
            now = _in_role(payment.parties, then.role)
            place = then.path.replace("_name", "_bic")
            yield _beside(now, now.bic if now else None, place, f"{then.role} {then.bic}")


def currencies(payment: Payment, earlier: Earlier) -> Iterator[Contradiction]:
    """Another currency than that of the attempt."""
    if payment.currency and payment.currency != earlier.currency:
        yield Contradiction("currency", payment.currency, f"{earlier.path}.currency", earlier.currency)


def countries(payment: Payment, earlier: Earlier, seen: Sequence[str]) -> Iterator[Contradiction]:
    """Countries that the attempt named, in a party, the route or a text, and nothing shows now (`seen`: what does)."""
    now = {*seen, *payment.route, *(one for text in payment.texts for one in countries_in(text.value))}
    told = {party.country: f"{party.path.removesuffix('_name')}_country" for party in earlier.parties if party.country}
    told.update(dict.fromkeys(earlier.route, f"{earlier.path}.route"))
    told.update({country: text.path for text in earlier.texts for country in countries_in(text.value)})
    for country in sorted(set(told) - now):
        yield Contradiction("payment", ", ".join(sorted(now)) or NOTHING, told[country], country)


def goods_gone(now: Sequence[SeenGoods], then: Sequence[SeenGoods]) -> tuple[SeenGoods, ...]:
    """Lines of goods that the attempt named and the payment does not; everyday goods for others are no change."""
    plain = bool(now) and all(is_everyday(line) for line in now)
    named = [line for line in then if not is_vague(line) and not is_service(line)]
    return tuple(
        line for line in named if not (plain and is_everyday(line)) and not any(_alike(line, one) for one in now)
    )


def told_goods(line: SeenGoods, now: Sequence[SeenGoods]) -> Contradiction:
    """A vanished line of goods beside what is named now."""
    words = ", ".join(dict.fromkeys(_of(one) for one in now)) or NOTHING
    return Contradiction(now[0].path if now else "payment", words, line.path, _of(line))


def is_grave(line: SeenGoods) -> bool:
    """Whether a line names goods on the common high priority list, or of a critical class."""
    return bool(line.tier or line.critical)


def _alike(line: SeenGoods, other: SeenGoods) -> bool:
    if line.hs and other.hs:
        return line.hs[:4] == other.hs[:4]
    return bool(set(tokens(line.words or "")) & set(tokens(other.words or "")))


def _of(line: SeenGoods) -> str:
    return " ".join(filter(None, (line.words, f"HS {line.hs}" if line.hs else None)))


def _still_there(now: Sequence[str], then: Sequence[str]) -> bool:
    ours, theirs = set(tokens(" ".join(now))), set(tokens(" ".join(then)))
    return bool(ours) and len(ours & theirs) * 3 >= min(len(ours), len(theirs))


def _in_role(parties: Sequence[Party], role: str) -> Party | None:
    return next((party for party in parties if party.role == role), None)


def _beside(now: Party | None, words: str | None, other_path: str, other_words: str) -> Contradiction:
    told = f"{now.role} {words!r}" if now and words else NOTHING
    return Contradiction(now.path if now else "payment", told, other_path, other_words)
