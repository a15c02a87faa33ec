"""Lists a policy requires: are they there, whole and fresh enough?"""

from __future__ import annotations

from brightline.screen.edition import Edition, age_in_days
from brightline.terms import AsOf, Lacking

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


def regimes_not_loaded(edition: Edition) -> tuple[Lacking, ...]:
    """Regimes the policy wants to look through and no list of which is loaded: unknown, without effect."""
    loaded = {one.version.regime for one in edition.lists}
    return tuple(
        Lacking("listed-party", f"no list of the regime {regime} is loaded", f"a current list of the regime {regime}")
        for regime in edition.policy.regimes
        if regime not in loaded
    )
