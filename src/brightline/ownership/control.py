"""From stakes to an answer: whom listed owners reach, for sure and at most, as one regime counts.

An owner that is reached passes on its whole stake; stakes are never multiplied along a chain (FAQ 401 of OFAC). Stakes
of all reached owners are added together, again through every company reached, until nothing changes, so that cycles
end. Where a regime does not add up unrelated owners, each listed owner is followed alone, joint holders together.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from brightline.ownership.above import Above, Stake
from brightline.ownership.counting import Counting
from brightline.ownership.grains import WHOLE

MOST_WORK = 5_000  # stakes looked at for one answer, each time it is looked at; beyond that nothing is denied
_SHARES = frozenset({"shares", "nominee", "trust", "consolidated"})


@dataclass(frozen=True, slots=True)
class Listed:
    """A listed owner among those above. `sure`: it surely is the listed one; `since`: the day of its listing."""

    name: str
    sure: bool = True
    since: str | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """Places that listed owners reach, and what they hold of the company asked about, in grains.

    `sure`: reached for certain; `possible`: reached if every open stake and name goes their way. `votes`: least and
    greatest votes; `controlled`: somebody reached controls the company, or (`may_control`) may. `cut`: not all
    was followed.
    """

    sure: frozenset[int]
    possible: frozenset[int]
    least: int
    greatest: int
    votes: tuple[int, int] = (0, 0)
    controlled: bool = False
    may_control: bool = False
    cut: bool = False


class Work:
    """How many more stakes may be looked at. It is counted, not timed, so that the same question ends the same way."""

    def __init__(self, most: int = MOST_WORK) -> None:
        self.left = most

    def spend(self, stakes: int) -> bool:
        """Whether so many more could be looked at."""
        self.left -= stakes
        return self.left >= 0


@dataclass(frozen=True, slots=True)
class Part:
    """What reached owners have of one company."""

    shares: int
    votes: int
    control: bool

    def enough(self, counting: Counting) -> bool:
        """Whether it makes the company theirs."""
        if counting.enough(self.shares):
            return True
        return counting.control and (self.control or counting.enough(self.votes))


Measure = Callable[[Sequence[Stake], Collection[int], Counting], Part]


def reach(above: Above, listed: Mapping[int, Listed], counting: Counting, work: Work | None = None) -> Reach:
    """Whom the listed owners reach. A listing of the company asked about itself takes no part.

    Where the `work` is used up before the end, all above may be reached and the result says that it is cut.
    """
    work = work or Work()
    groups = [set(listed) - {0}] if counting.added_up else _groups(above, set(listed) - {0})
    found: list[Reach] = []
    for group in groups:
        found.append(_reach(above, {place: listed[place] for place in group}, counting, work))
        if found[-1].cut:
            break
    if not found:
        return Reach(frozenset(), frozenset(), 0, 0)
    most = max(found, key=lambda one: (0 in one.sure, 0 in one.possible, one.least, one.greatest))
    return Reach(
        frozenset().union(*(one.sure for one in found)), frozenset().union(*(one.possible for one in found)),
        most.least, max(one.greatest for one in found), most.votes, most.controlled, most.may_control, found[-1].cut,
    )  # fmt: skip


def _reach(above: Above, listed: Mapping[int, Listed], counting: Counting, work: Work) -> Reach:
    sure = _closure(above, {place for place, one in listed.items() if one.sure}, counting, least_part, work)
    possible = _closure(above, sure | set(listed), counting, greatest_part, work)
    into = above.into.get(0, ())
    cut = not work.spend(2 * len(into))
    if cut:
        possible = set(range(len(above.nodes)))
    low, high = least_part(into, sure, counting), greatest_part(into, possible, counting)
    return Reach(
        frozenset(sure), frozenset(possible), low.shares, max(low.shares, high.shares), (low.votes, high.votes),
        low.control, high.control, cut,
    )  # fmt: skip


def _closure(above: Above, seeds: set[int], counting: Counting, measure: Measure, work: Work) -> set[int]:
    """The seeds and every company they reach; each company is looked at again when one of its owners is reached.

    Where the work is used up, those found so far.
    """
    reached, waiting = set(seeds), sorted(seeds)
    while waiting:
        for place in above.held_by.get(waiting.pop(), ()):
            if place in reached:
                continue
            if not work.spend(len(above.into[place])):
                return reached
            if measure(above.into[place], reached, counting).enough(counting):
                reached.add(place)
                waiting.append(place)
    return reached


def least_part(stakes: Sequence[Stake], reached: Collection[int], counting: Counting) -> Part:
    """What reached owners have for certain: the least of each stake, a joint one only where all its holders are."""
    shares = sum(one.least for one in stakes if one.kind in _SHARES and one.owner in reached)
    whole = all if counting.added_up else any
    shares += sum(group[0].least for group in _joint(stakes) if whole(one.owner in reached for one in group))
    own = sum(one.least for one in stakes if one.kind == "treasury")
    return Part(
        _of_the_rest(shares, own),
        sum(one.least for one in stakes if one.kind == "votes" and one.owner in reached),
        any(one.kind == "control" and one.owner in reached for one in stakes),
    )


def greatest_part(stakes: Sequence[Stake], reached: Collection[int], counting: Counting) -> Part:
    """What reached owners have at most: open stakes share what others surely leave."""
    shares = [one for one in stakes if one.kind in _SHARES]
    most = sum(one.greatest for one in shares if one.owner in reached)
    left = WHOLE - sum(one.least for one in shares if one.owner not in reached)
    for group in _joint(stakes):
        theirs = any(one.owner in reached for one in group)
        most, left = most + group[0].greatest * theirs, left - group[0].least * (not theirs)
    own = sum(one.greatest for one in stakes if one.kind == "treasury")
    votes = [one for one in stakes if one.kind == "votes"]
    return Part(
        _of_the_rest(max(0, min(most, left)), own),
        _votes_at_most(votes, reached),
        any(one.kind in ("control", "influence") and one.owner in reached for one in stakes),
    )


def _votes_at_most(votes: Sequence[Stake], reached: Collection[int]) -> int:
    theirs = sum(one.greatest for one in votes if one.owner in reached)
    return max(0, min(theirs, WHOLE - sum(one.least for one in votes if one.owner not in reached)))


def _of_the_rest(shares: int, own: int) -> int:
    """Shares as part of what is left when a company's shares in itself are taken out; never more than all."""
    return min(WHOLE, shares * WHOLE // (WHOLE - own)) if 0 < own < WHOLE else min(WHOLE, shares)


def _joint(stakes: Sequence[Stake]) -> Iterator[list[Stake]]:
    """Joint stakes, those that are one holding together: of equal share, period and source."""
    groups: dict[tuple[object, ...], list[Stake]] = {}
    for one in stakes:
        if one.kind == "joint":
            edge = one.edge
            groups.setdefault((edge.portion, edge.start, edge.end, edge.source), []).append(one)
    yield from groups.values()


def _groups(above: Above, listed: set[int]) -> list[set[int]]:
    """Each listed owner alone, those who hold something jointly in one company together."""
    groups = [{place} for place in sorted(listed)]
    for stakes in above.into.values():
        holders = {one.owner for one in stakes if one.kind == "joint"} & listed
        if len(holders) > 1:
            together = set().union(*(group for group in groups if group & holders))
            groups = [group for group in groups if not group & holders] + [together]
    return groups
