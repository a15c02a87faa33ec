"""Facts of the chain of banks: dollars, United States links, what was removed on the way."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from brightline.nexus.hinted import hinted
from brightline.nexus.told.asked import Asked, Teller, Told
from brightline.terms import Answer, Evidence, Payment

# A customer named only by a mask; the usual words of banks that strip names out of messages.
_MASKED = hinted(
    r"\b(?:one of )?our (?:good |valued )?(?:client|customer|principal)s?\b(?! (?:name|ref|no|number|id)\b)"
    r"|\b(?:various|undisclosed|confidential) (?:client|customer|payer|party|remitter)s?\b"
    r"|\bdo not (?:mention|disclose|name)\b|наш(?:его|ему)? клиент|не указывать|不得提及|我行客户|某客户",
    *("our ", "various", "undisclosed", "confidential", "do not", "наш", "не указ", "不得提及", "我行客户", "某客户"),
)
_BENEATH = hinted(
    r"\b(?:cover (?:for|of)|underlying|customer transfer|by order of|ordering customer|in favou?r of|invoice)\b"
    r"|\binv\.? ?no\b|/(?:OCMT|BNF|ROC)/|\b[bf]/o\b|по поручению|в пользу|发票|合同",
    *("cover ", "underlying", "customer", "by order", "in favo", "inv", "/ocmt/", "/bnf/", "/roc/", "f/o", "b/o"),
    *("по поручению", "в пользу", "发票", "合同"),
)
_BETWEEN_BANKS = ("PACS.009", "MT202", "MT205", "202", "205")


def dollars(topic: object, asked: Asked) -> Told:
    """Whether the payment, or an amount in it, is in dollars of the United States."""
    payment = asked.facts.payment
    if "USD" in (payment.currency, *(one.currency for one in payment.amounts)):
        return Told(Answer.YES, "an amount in USD")
    if payment.currency is None:
        return Told(Answer.UNKNOWN, "no currency is said")
    return Told(Answer.NO, f"currency {payment.currency}")


def us_bank(topic: object, asked: Asked) -> Told:
    """Whether a bank in the United States takes part."""
    found = [party for party in asked.facts.payment.parties if party.role.endswith("_agent") and party.country == "US"]
    names = ", ".join(party.bic or party.name or party.role for party in found)
    evidence = tuple(Evidence(kind="party", role=one.role, path=one.path, name=one.name or one.bic) for one in found)
    return Told(Answer.YES if found else Answer.NO, f"banks in the United States: {names or 'none'}", evidence)


def us_person(topic: object, asked: Asked) -> Told:
    """Whether a party is in the United States, or persons there take part for the institution."""
    facts = asked.facts
    found = [
        party.name or party.role
        for party in facts.payment.parties
        if party.country == "US" and not party.role.endswith("_agent")
    ]
    if "us" in facts.institution.bound_by:
        found.append(f"{facts.institution.name} (bound by law of the United States)")
    return Told(Answer.YES if found else Answer.NO, f"in the United States: {', '.join(found) or 'nobody seen'}")


def left_out(topic: object, asked: Asked) -> Told:
    """Whether who pays or is paid stands behind a mask, or beneath a transfer between banks that does not show it."""
    payment = asked.facts.payment
    if masked := _masked(payment):
        path, words = masked
        return Told(Answer.YES, f"a customer behind the words {words!r}", (Evidence("text", path=path, words=words),))
    if _plain_bank_transfer(payment) and (told := _beneath(payment)):
        path, words = told
        saw = f"a transfer between banks whose text speaks of a customer ({words!r}), and no customer is shown"
        return Told(Answer.YES, saw, (Evidence("text", path=path, words=words),))
    return Told(Answer.NO, "nothing masks who pays or is paid")


def at_stake(topic: object, asked: Asked) -> Told:
    """The dollar correspondents of the institution: what it stands to lose. Unknown without a profile."""
    institution = asked.facts.institution
    if institution.country is None:
        return Told(Answer.UNKNOWN, "no profile says who asks")
    found = [one.bic for one in institution.correspondents if one.currency == "USD"]
    share = (
        f"; {institution.dollar_percent} % of business is in dollars" if institution.dollar_percent is not None else ""
    )
    return Told(Answer.YES if found else Answer.NO, f"dollar correspondents: {', '.join(found) or 'none'}{share}")


def _masked(payment: Payment) -> tuple[str, str] | None:
    named = [(party.path, party.name) for party in payment.parties if party.name]
    texts = [(text.path, text.value) for text in payment.texts]
    for path, value in (*named, *texts):
        if words := _mask_in(value):
            return path, words
    return None


def _plain_bank_transfer(payment: Payment) -> bool:
    """A transfer between banks with no customer beneath it in the message."""
    beneath = any("UndrlygCstmrCdtTrf" in party.path or party.path.startswith("B:") for party in payment.parties)
    return payment.format.upper().startswith(_BETWEEN_BANKS) and payment.variant != "COV" and not beneath


def _beneath(payment: Payment) -> tuple[str, str] | None:
    for text in payment.texts:
        if words := _customer_words(text.value):
            return text.path, words
    return None


@lru_cache(maxsize=8192)
def _mask_in(text: str) -> str | None:
    found = _MASKED.search(text)
    return found.group() if found else None


@lru_cache(maxsize=8192)
def _customer_words(text: str) -> str | None:
    found = _BENEATH.search(text)
    return found.group() if found else None


TELLERS: Mapping[str, Teller] = {
    "chain.dollars": dollars,
    "chain.us_bank": us_bank,
    "chain.us_person": us_person,
    "chain.left_out": left_out,
    "chain.at_stake": at_stake,
}
