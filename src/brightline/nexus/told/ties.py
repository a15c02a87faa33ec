"""Facts of listed owners behind a party, as lists and names tell them."""

from __future__ import annotations

from collections.abc import Mapping

from brightline.nexus.facts import Owned
from brightline.nexus.logic import Share
from brightline.nexus.told import matched
from brightline.nexus.told.asked import Asked, Teller, Told
from brightline.ownership.grains import told as told_share
from brightline.terms import Answer, Held


def same(owned: Owned, asked: Asked) -> Told:
    """Whether the owner is the listed one, and what ties it to the party."""
    owner = f"{owned.candidate.name!r} ({owned.entity.list} {owned.entity.entry})"
    return Told(owned.same, f"{owned.ours!r} and {owner}: {owned.told}")


def share(owned: Owned, asked: Asked) -> Told:
    """The share that listed owners hold, as far as anybody says."""
    if owned.held is not None:
        return Told(Share(owned.least, owned.greatest), _registered(owned.held))
    if owned.least is None and owned.greatest is None:
        return Told(Share(None, None), "nobody says how much is held")
    least, greatest = (_percent(one) if one is not None else "?" for one in (owned.least, owned.greatest))
    return Told(Share(owned.least, owned.greatest), f"{least} to {greatest}")


def registered(owned: Owned, asked: Asked) -> Told:
    """Whether a register of owners says who holds the party, and how it was found there."""
    if owned.held is None:
        return Told(Answer.NO, f"no register names the owners of {owned.ours!r}")
    return Told(Answer.YES, f"{owned.ours!r}: {owned.told}")


def counts(owned: Owned, asked: Asked) -> Told:
    """Whether what listed owners hold makes the party theirs under the owner's regime."""
    if owned.held is None:
        return Told(owned.counts, "nobody says how much is held")
    return Told(owned.counts, f"{_registered(owned.held)}, as counted under {owned.held.regime} law")


def _registered(held: Held) -> str:
    """The share that registers say listed owners hold together, what would settle it, and how it was counted."""
    settles = [f"not known: {one}" for one in held.settles]
    return "; ".join([f"listed owners together hold {told_share(held.portion)} on {held.day}", *settles, *held.notes])


def by_itself(owned: Owned, asked: Asked) -> Told:
    """The programmes of the party's own listing, where it blocks."""
    own = owned.own
    if own is None or "blocking" not in own.measures:
        return Told((), "the party has no listing of its own that blocks it")
    return Told(own.programs, f"{own.list} {own.entry}: {', '.join(own.programs) or 'no programme stated'}")


def _percent(thousandths: int) -> str:
    return f"{thousandths // 10}.{thousandths % 10} %"


TELLERS: Mapping[str, Teller] = {
    "owned.same": same,
    "owned.share": share,
    "owned.registered": registered,
    "owned.counts": counts,
    "owned.by_itself": by_itself,
    "owner.programs": matched.programs,
    "owner.measures": matched.measures,
    "owner.secondary": matched.secondary,
    "owner.listed_on": matched.listed_on,
    "owner.ends_on": matched.ends_on,
}
