"""The facts the rules are asked about: what a payment and an edition say together. Decides nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from brightline.goods.purposes import see_purposes
from brightline.nexus.institution import NOBODY, Institution
from brightline.nexus.persons import between_persons
from brightline.nexus.route import Tie, countries_of, destinations, ties_of
from brightline.nexus.signs.contacts import signs_of
from brightline.terms import Answer, Candidate, Held, Leg, ListedEntity, Payment, SeenGoods
from brightline.terms.beside import NOTHING, Beside

PAIRED = "pair"  # what settles that a party is not the listed one where two people found so
TIED = ("BY", "RU")  # what "nexus" means in this product; the rules take their places from the law book
_BETWEEN_BANKS = ("PACS.009", "MT202", "MT205", "202", "205")
_CUSTOMER_LEG = ("UndrlygCstmrCdtTrf", "B:")


@dataclass(frozen=True, slots=True)
class Matched:
    """A party, or a name found in a text, beside a listed entity. `same`: are they one; `settled_by`: what says so.

    `regime`: whose list it is (us, eu, uk, un, jp, …), as the list's version says. `note`: what a pair says of them;
    `pair`: the place of the pair that holds.
    """

    role: str
    path: str
    ours: str
    candidate: Candidate
    entity: ListedEntity
    same: Answer
    settled_by: str
    regime: str = ""
    note: str = ""
    pair: str = ""


@dataclass(frozen=True, slots=True)
class Owned:
    """A party behind which a listed owner may stand. `same`: is the owner the listed one; `told`: what ties them.

    `entity`, `candidate` and `regime` are the owner's. `own`: the party's own entry, where it has one. `least` and
    `greatest`: the share held, in thousandths (500 is half); None where nobody says. `held`: what registers say that
    all listed owners together hold; `counts`: whether that makes the party theirs under the owner's regime.
    """

    role: str
    path: str
    ours: str
    candidate: Candidate
    entity: ListedEntity
    same: Answer
    told: str
    regime: str = ""
    own: ListedEntity | None = None
    least: int | None = None
    greatest: int | None = None
    held: Held | None = None
    counts: Answer = Answer.UNKNOWN


@dataclass(frozen=True, slots=True)
class LicenceCheck:
    """A check on paper, by a person who answers for it, that a payment meets every condition of a licence's version."""

    licence: str
    version: str
    document: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the rules may ask of one payment.

    `nexus`: Russia or Belarus, where anything ties the payment to them. `destinations`: countries to which goods or
    money plausibly go. `countries`: every country seen or tied. `ties`: ties that no country field states.
    `signs`: signs that the words of texts show, by kind, with path and words (`nexus.signs`). `goods`:
    the goods lines as an edition sees them, purpose codes that say "no goods" among them. `goods_named`: whether
    anything says what was paid for. `licence_checks`: checks of licences on paper, handed in beside the message.
    `owned`: parties behind which a listed owner may stand. `beside`: papers, profiles, history, passports, pairs.
    `vanished`: names of earlier attempts that the payment no longer writes, beside listed entities they resemble.
    `paired`: the other leg of the transfer.
    """

    payment: Payment
    matched: tuple[Matched, ...] = ()
    goods: tuple[SeenGoods, ...] = ()
    goods_named: bool = False
    nexus: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    regimes_loaded: tuple[str, ...] = ()
    route: tuple[str, ...] = ()
    currency: str | None = None
    institution: Institution = NOBODY
    ties: tuple[Tie, ...] = ()
    signs: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    licence_checks: tuple[LicenceCheck, ...] = ()
    owned: tuple[Owned, ...] = ()
    beside: Beside = NOTHING
    vanished: tuple[Matched, ...] = ()
    paired: tuple[Leg, ...] = ()


def facts_of(
    payment: Payment,
    matched: Sequence[Matched] = (),
    goods: Sequence[SeenGoods] = (),
    regimes_loaded: Sequence[str] = (),
    institution: Institution = NOBODY,
    owned: Sequence[Owned] = (),
    beside: Beside = NOTHING,
) -> Facts:
    """Put the facts together: what screening found, and what the payment itself says of countries and purposes."""
    countries, toward, ties = countries_of(payment), destinations(payment), ties_of(payment)
    seen = (*goods, *see_purposes(payment.codes, personal=bool(payment.codes) and between_persons(payment)))
    every = tuple(dict.fromkeys((*toward, *countries, *(tie.country for tie in ties))))
    return Facts(
        payment=payment,
        matched=tuple(matched),
        goods=seen,
        goods_named=any(one.reading not in ("", "vague") for one in seen),
        nexus=tuple(country for country in TIED if country in every),
        destinations=toward,
        countries=every,
        regimes_loaded=tuple(regimes_loaded),
        route=payment.route,
        currency=payment.currency,
        institution=institution,
        ties=ties,
        signs=signs_of(payment),
        owned=tuple(owned),
        beside=beside,
    )


def goods_lines(facts: Facts) -> tuple[SeenGoods, ...]:
    """What the goods rules are asked about: each line, or one vague line where the message names nothing."""
    if facts.goods:
        return facts.goods
    path = facts.payment.texts[0].path if facts.payment.texts else ""
    return (SeenGoods(path, None, None, "none", reading="vague", note="the message names no goods and no purpose"),)


def acts_as_bank(payment: Payment, matched: Matched) -> Answer:
    """Whether the matched party stands in the chain of banks.

    Agents do; so do debtor and creditor of a transfer between banks, but not the customers beneath a cover. A bank
    that is only mentioned in a text may.
    """
    if matched.role.endswith("_agent"):
        return Answer.YES
    if matched.role == "mentioned":
        bank = any(identifier.scheme == "BIC" for identifier in matched.entity.identifiers)
        return Answer.UNKNOWN if bank else Answer.NO
    between_banks = payment.format.upper().startswith(_BETWEEN_BANKS)
    customer = any(mark in matched.path for mark in _CUSTOMER_LEG)
    return Answer.YES if between_banks and matched.role in ("debtor", "creditor") and not customer else Answer.NO
