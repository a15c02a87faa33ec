"""What a release needs beside the rules: required lists, whole and fresh enough, and a whole message."""

from __future__ import annotations

from brightline.screen.edition import Edition, age_in_days
from brightline.terms import AsOf, Lacking, Payment

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
            problems.append(Lacking("listed-party", f"the required list {name} is not loaded", FRESH))
        elif version.excerpt:
            problems.append(Lacking("listed-party", f"the required list {name} is an excerpt", FRESH))
        elif (age := age_in_days(version, as_of.known)) > edition.policy.greatest_list_age_days:
            allowed = edition.policy.greatest_list_age_days
            told = f"the required list {name} of {version.published} is {age} days old; the policy allows {allowed}"
            problems.append(Lacking("listed-party", told, FRESH))
    return tuple(problems)


def message_problems(payment: Payment) -> tuple[Lacking, ...]:
    """A message that breaks off may have lost what would hold it."""
    if any(code.kind == "incomplete" for code in payment.codes):
        told = "the message breaks off before its text block is closed, so something may be lost"
        return (Lacking("message", told, "the whole message, sent again by the sender"),)
    return ()


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
    return (Lacking("listed-party", told, f"current lists of {missing}, imported"),)
