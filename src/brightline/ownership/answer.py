"""The answer about one company under one regime: least and greatest share, every way, and what would settle it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from brightline.ownership.above import Above, Stake
from brightline.ownership.control import Listed, Reach, Work, reach
from brightline.ownership.counting import Counting
from brightline.ownership.grains import GRAINS, WHOLE, portion_of, told
from brightline.ownership.paths import paths, share_words
from brightline.terms import Answer, Held

CLOSE_TO = 180  # days before a listing in which a stake given up is told: our reading of "transfers close to listing"
MOST_SETTLING = 8
_MOST_TRIED = 1_500  # stakes walked to find those that would settle it alone; in a thicket all open ones are named
_ROUNDING = GRAINS * 100  # what rounding may add to a whole: one percent


def held(above: Above, listed: Mapping[int, Listed], counting: Counting) -> Held:
    """What the listed owners (by place above) hold of the company at place 0, as the regime counts on that day."""
    found = reach(above, listed, counting)
    answer = _answer(found, above)
    ended = tuple(_given_up(above, listed))
    if answer is Answer.NO and counting.control and _would_reach(above, listed, counting, ended):
        answer = Answer.UNKNOWN
    ways, more = paths(above, found, listed, control=counting.control)
    told_ended = [_ended_note(one, listed, above) for one in ended]
    return Held(
        regime=counting.regime,
        day=above.told_day,
        answer=answer,
        portion=portion_of(found.least, found.greatest),
        paths=ways,
        settles=tuple(_settling(above, listed, counting, found)) if answer is Answer.UNKNOWN else (),
        notes=(*_notes(above, found, counting), *told_ended, *_cuts(above, found, more)),
        cut=above.cut or found.cut,
    )


def _answer(found: Reach, above: Above) -> Answer:
    if 0 in found.sure:
        return Answer.YES
    return Answer.UNKNOWN if 0 in found.possible or above.cut else Answer.NO


def _given_up(above: Above, listed: Mapping[int, Listed]) -> Iterator[Stake]:
    """Stakes that listed owners gave up after their listing, or so shortly before that it has to be told."""
    for stake in above.ended:
        owner = listed.get(stake.owner)
        if owner is None or stake.edge.end is None:
            continue
        if owner.since is None or _days(stake.edge.end, owner.since) <= CLOSE_TO:
            yield stake


def _days(end: str, listing: str) -> int:
    """Whole days from the end of a stake to a listing; below nought where the stake ended later."""
    return (date.fromisoformat(f"{listing}-01-01"[:10]) - date.fromisoformat(end[:10])).days


def _would_reach(above: Above, listed: Mapping[int, Listed], counting: Counting, ended: tuple[Stake, ...]) -> bool:
    """Whether the company would be reached had the stakes not been given up: then control has to be looked at."""
    if not ended:
        return False
    first: dict[int, str] = {}  # of each company, the day on which the first of these stakes was given up
    for gone in ended:
        first[gone.owned] = min(first.get(gone.owned, "9"), gone.edge.end or "")
    kept = [one for one in above.stakes if (one.edge.start or "") < first.get(one.owned, "9")]
    return 0 in reach(above.with_stakes((*kept, *ended)), listed, counting).possible


def _ended_note(stake: Stake, listed: Mapping[int, Listed], above: Above) -> str:
    owner, end, since = listed[stake.owner], stake.edge.end or "", listed[stake.owner].since
    gave = f"{owner.name} gave up {share_words(stake)} of {above.nodes[stake.owned].name} on {end}"
    if since is None:
        return f"{gave}; the day of its listing is not stated"
    days = _days(end, since)
    if days > 0:
        return f"{gave}, {days} day{'s' if days > 1 else ''} before its listing of {since}"
    later = "on the day of its listing" if days == 0 else f"after its listing of {since}"
    return f"{gave}, {later}: what was blocked before stays blocked until licensed"


def _notes(above: Above, found: Reach, counting: Counting) -> Iterator[str]:
    """What a reviewer should know of how the stakes in the company and its owners were counted."""
    for place, stakes in sorted(above.into.items()):
        every = sum(one.least for one in stakes if one.kind in ("shares", "nominee", "trust"))
        if every > WHOLE:
            why = "by rounding, it seems" if every <= WHOLE + _ROUNDING else "which cannot all be right"
            yield f"the shares stated of {above.nodes[place].name} add up to {told(portion_of(every, every))}, {why}"
        if any(one.kind == "treasury" for one in stakes):
            yield f"{above.nodes[place].name} holds shares in itself; they are left out of the whole"
    if counting.control and (found.controlled or found.may_control):
        how = "controls" if found.controlled else "may control"
        yield f"a listed owner {how} {above.nodes[0].name} without owning it"
    elif not counting.control and _controls(above, found):
        yield f"a listed owner has votes or control, not ownership, of {above.nodes[0].name}: no blocking, but caution"
    if not counting.added_up and len(found.possible) > 1:
        yield "shares of unrelated listed owners are not added up under this regime"


def _controls(above: Above, found: Reach) -> bool:
    stakes = above.into.get(0, ())
    return any(one.kind in ("votes", "control", "influence") and one.owner in found.possible for one in stakes)


def _cuts(above: Above, found: Reach, more: bool) -> Iterator[str]:
    if above.cut or found.cut:
        yield "more owners and stakes stand above than are followed; not all were looked at"
    if more:
        yield "there are more ways than are told"


def _settling(above: Above, listed: Mapping[int, Listed], counting: Counting, found: Reach) -> Iterator[str]:
    """The open stakes and names of which one alone, known, would settle the answer; else all that are open."""
    open_stakes = [one for one in above.stakes if _is_open(one) and one.owner in found.possible]
    work = Work()
    tried = open_stakes[: _MOST_TRIED // max(1, len(above.stakes))]
    one_by_one = [one for one in tried if _settles(above, listed, counting, one, work)]
    for stake in (one_by_one or open_stakes)[:MOST_SETTLING]:
        owner, owned = above.nodes[stake.owner].name, above.nodes[stake.owned].name
        yield f"how much of {owned} {owner} holds ({share_words(stake)}, {stake.edge.source})"
    for place, one in sorted(listed.items()):
        if not one.sure and place in found.possible and place:
            yield f"whether the owner {above.nodes[place].name} is the listed {one.name}"


def _is_open(stake: Stake) -> bool:
    return stake.least < stake.greatest or stake.kind == "influence"


def _settles(above: Above, listed: Mapping[int, Listed], counting: Counting, stake: Stake, work: Work) -> bool:
    """Whether knowing this stake at one of its ends makes the answer a yes or a no."""
    return any(
        _answer(reach(above.with_stakes(_known(above, stake, share)), listed, counting, work), above)
        is not Answer.UNKNOWN
        for share in (stake.least, stake.greatest)
    )


def _known(above: Above, stake: Stake, share: int) -> tuple[Stake, ...]:
    kind = stake.kind if share or stake.kind != "influence" else "votes"
    known = stake._replace(least=share, greatest=share, kind="control" if kind == "influence" else kind)
    return tuple(known if one is stake else one for one in above.stakes)
