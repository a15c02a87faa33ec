"""What a release needs beside the rules: required lists, whole and fresh enough, and a whole message."""

from __future__ import annotations

from collections.abc import Iterator

from brightline.nexus.facts import Facts
from brightline.screen.edition import Edition, age_in_days
from brightline.terms import AsOf, Lacking, Payment

# What an open question is about, beside the rules; all but the last hold a payment by themselves.
MESSAGE, LISTS, LAW, SUPPORT, REGIMES = "message", "required-lists", "law", "support", "regimes"
HOLDING = (MESSAGE, LISTS, LAW, SUPPORT)
OURS = (LISTS, LAW, REGIMES)  # what only who screens can settle, never the other side
CUSTOMER = "brightline.customer"  # the format of a customer under review: no transfer, so nobody need be paid
WHOLE = "the whole message, or the payment order it reports, from the sender"
PAYING = frozenset({"debtor", "ultimate_debtor", "initiating_party", "debtor_agent", "instructing_agent"})
PAID = frozenset({"creditor", "ultimate_creditor", "creditor_agent", "instructed_agent"})
FRESH = "the publisher's newest complete file, imported"


def list_problems(edition: Edition, as_of: AsOf) -> tuple[Lacking, ...]:
    """What is wrong with required lists. In a trial the starter edition stands for them, and each decision says so."""
    if edition.trial:
        return ()
    loaded = {one.version.list: one.version for one in edition.lists}
    problems: list[Lacking] = []
    for name in edition.policy.required_lists:
        version = loaded.get(name)
        if version is None:
            problems.append(Lacking(LISTS, f"the required list {name} is not loaded", FRESH))
        elif version.excerpt:
            problems.append(Lacking(LISTS, f"the required list {name} is an excerpt", FRESH))
        elif (age := age_in_days(version, as_of.known)) > edition.policy.greatest_list_age_days:
            allowed = edition.policy.greatest_list_age_days
            told = f"the required list {name} of {version.published} is {age} days old; the policy allows {allowed}"
            problems.append(Lacking(LISTS, told, FRESH))
    return tuple(problems)


def edition_problems(edition: Edition, as_of: AsOf) -> tuple[Lacking, ...]:
    """Everything about the edition that turns each release into a review: of required lists, and of the law book."""
    return (*list_problems(edition, as_of), *law_problems(edition, as_of))


def law_problems(edition: Edition, as_of: AsOf) -> tuple[Lacking, ...]:
    """A law book that nobody checked against the sources for longer than the policy allows."""
    allowed = edition.policy.greatest_law_age_days
    checked = edition.book.checked_on
    age = (as_of.known.date() - checked).days
    if allowed is None or age <= allowed:
        return ()
    told = f"the law book was last checked on {checked.isoformat()}, {age} days ago; the policy allows {allowed}"
    return (Lacking(LAW, told, "a law book checked against its sources since"),)


def message_problems(payment: Payment) -> tuple[Lacking, ...]:
    """What a message leaves open that no rule asks: it breaks off, or names nobody on one side."""
    problems = [Lacking(MESSAGE, told, WHOLE) for told in _open_ends(payment)]
    return tuple(problems)


def _open_ends(payment: Payment) -> Iterator[str]:
    if payment.format == CUSTOMER:
        return
    if any(code.kind == "incomplete" for code in payment.codes):
        yield "the message breaks off before its text block is closed, so something may be lost"
    named = {party.role for party in payment.parties if party.name or party.bic or party.identifiers}
    if not named & PAYING:
        yield "nobody is named who pays"
    if not named & PAID:
        yield "nobody is named who is paid"


def unsupported(facts: Facts, edition: Edition) -> Lacking:
    """What a payment tied to Russia, Belarus or a place of diversion lacks where nothing speaks for its release."""
    tied = ", ".join(facts.nexus or facts.destinations)
    told = (
        f"the payment is tied to {tied}, and nothing in it speaks for release: it names no goods or purpose that would"
    )
    return Lacking(SUPPORT, told, edition.book.rule("chpl-goods").would_settle)


def missing_regimes(edition: Edition) -> tuple[str, ...]:
    """Regimes the policy wants to look through, no list of which is loaded."""
    loaded = {one.version.regime for one in edition.lists}
    return tuple(regime for regime in edition.policy.regimes if regime not in loaded)


def regimes_not_loaded(edition: Edition) -> tuple[Lacking, ...]:
    """The same as an open question, without effect on the outcome."""
    missing = ", ".join(missing_regimes(edition))
    if not missing:
        return ()
    told = f"no list is loaded of the regimes {missing}"
    return (Lacking(REGIMES, told, f"current lists of {missing}, imported"),)
