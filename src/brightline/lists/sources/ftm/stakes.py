"""Stakes that FollowTheMoney entities state: ownerships with their share, and directorships."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from brightline.errors import SourceError
from brightline.lists.reading.nations import nation
from brightline.lists.reading.owners import Owners, in_order, whole_day
from brightline.lists.reading.portions import portion
from brightline.lists.sources.ftm.lines import Lines, Node, nested
from brightline.lists.sources.ftm.numbers import numbers_of
from brightline.lists.sources.ftm.properties import COUNTRIES, TIES
from brightline.terms import OwnershipNode

# What a tie says of its two ends. Who directs a company may come to control it; nothing says that he owns it.
STAKES = {"Ownership": "shares", "Directorship": "influence"}
_OWNER_KINDS = {"Person": "person", "PublicBody": "state", "Company": "company", "Organization": "company"}
_PART_OF_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})T.*")
_PART = re.compile(r"(\d{4})(?:-(\d{2}))?")


def owners_of(lines: Lines, list_id: str, skipped: list[str]) -> Owners:
    """Every stake in the files, nested ones among them; those that cannot be read are named in `skipped`."""
    owners = Owners()
    parties = {node.id: node for node, _ in _all(lines)}
    seen: set[str] = set()
    for tie, holder in _all(lines):
        if tie.schema not in STAKES or tie.id in seen:
            continue
        seen.add(tie.id)
        try:
            _take(tie, holder, parties, list_id, owners)
        except SourceError as wrong:
            skipped.append(str(wrong))
    return owners


def _all(lines: Lines) -> Iterator[tuple[Node, str]]:
    """Every entity, the nested ones with the id of the one that holds them."""
    waiting = [(node, "") for node in lines.nodes.values()]
    for node, holder in waiting:  # grows while it is walked
        yield node, holder
        waiting += [(each, node.id) for _, each in nested(node)]


def _take(tie: Node, holder: str, parties: dict[str, Node], list_id: str, owners: Owners) -> None:
    above, below = (_ends(tie, name) for name in TIES[tie.schema])
    if holder and not (above and below):  # a nested tie need not name the one that it is nested in
        above, below = above or [holder], below or [holder]
    start, end = _day(tie, "startDate", tie.where), _day(tie, "endDate", tie.where)
    in_order(start, end, tie.where)
    printed = next(iter(tie.get("percentage")), "")
    share = portion(printed, tie.where) if tie.schema == "Ownership" else None
    source = next(iter(tie.get("sourceUrl", "publisher")), None) or f"{list_id} {tie.id}"
    for owner, owned in ((one, other) for one in above for other in below if one != other):
        for party in (owner, owned):
            owners.add(_owner(party, parties), tie.where)
        owners.holds(owner, owned, share, STAKES[tie.schema], start=start, end=end, source=source, printed=printed)


def _ends(tie: Node, name: str) -> list[str]:
    return list(dict.fromkeys((*tie.get(name), *(each.id for each in tie.held.get(name, ())))))


def _day(tie: Node, name: str, where: str) -> str | None:
    """A day; of a year or month alone the one that counts the stake for longest: its first, for an end its last."""
    written = next(iter(tie.get(name)), "")
    if moment := _PART_OF_DAY.fullmatch(written):
        written = moment[1]
    if part := _PART.fullmatch(written):
        written = f"{part[1]}-{part[2] or '01'}-01" if name == "startDate" else _after(int(part[1]), part[2])
    return whole_day(written, name, where)


def _after(year: int, month: str | None) -> str:
    """The first day after a year or month: a stake that ended within it may have been held to its last."""
    if month is None or month == "12":
        return f"{year + 1:04d}-01-01"
    return f"{year:04d}-{int(month) + 1:02d}-01" if 0 < int(month) < 12 else f"{year:04d}-{month}"


def _owner(party: str, parties: dict[str, Node]) -> OwnershipNode:
    """A party by its id; one that no file describes has no name to be looked up by."""
    node = parties.get(party)
    if node is None:
        return OwnershipNode(party, "an owner who is not named")
    name = node.caption or next(iter(node.get("name")), party)
    country = next((code for each in node.get(*COUNTRIES) if (code := nation(each))), None)
    born = next(iter(node.get("birthDate")), None)
    numbers = tuple(replace(one, country=country) if one.scheme == "REG" else one for one in numbers_of(node))
    return OwnershipNode(party, name, _OWNER_KINDS.get(node.schema, "unknown"), country, numbers, born)
