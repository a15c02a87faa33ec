"""Statements about entities, persons and the interests between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brightline.errors import SourceError
from brightline.lists.reading.json_records import Fields, records
from brightline.lists.reading.naming import list_name
from brightline.lists.reading.nations import nation
from brightline.lists.reading.numbers import identifier, scheme_by_digits
from brightline.lists.reading.owners import Owners, in_order, whole_day
from brightline.lists.reading.portions import portion
from brightline.lists.source import ReadList, Source, SourceFile
from brightline.terms import ListedIdentifier, OwnershipNode, Portion

_KINDS = {
    "shareholding": "shares",
    "": "shares",
    "votingRights": "votes",
    "appointmentOfBoard": "control",
    "controlViaCompanyRulesOrArticles": "control",
    "controlByLegalFramework": "control",
    "settlor": "trust",
    "trustee": "trust",
    "protector": "trust",
    "beneficiaryOfLegalArrangement": "trust",
    "nominator": "nominee",
}
_ENTITY_KINDS = {"arrangement": "arrangement", "state": "state", "stateBody": "state"}
_SCHEMES = {"XI-LEI": "LEI", "RU-INN": "INN", "RU-OGRN": "OGRN", "CN-SAIC": "USCC"}


def recognise(head: bytes, file_name: str) -> bool:
    """Statements of the standard."""
    return b'"statementId"' in head and b'"recordType"' in head


def read(files: Sequence[SourceFile]) -> ReadList:
    """Read the statements. Those that fail are named in `skipped`."""
    skipped: list[str] = []
    histories: dict[str, list[Fields]] = {}
    for file in files:
        for one in records(file, skipped):
            histories.setdefault(one.text("recordId") or one.where, []).append(one)
    owners = Owners()
    for history in histories.values():
        history.sort(key=lambda one: one.text("statementDate"))
        if history[-1].text("recordType") in ("entity", "person"):
            owners.add(_party(history[-1]), history[-1].where)
    for history in histories.values():
        for one, ended in _versions(history):
            try:
                _relation(one, ended, owners)
            except SourceError as wrong:
                skipped.append(str(wrong))
    published = max((_published(one) for history in histories.values() for one in history), default="")
    return ReadList(
        list_name(files[0]), published or None, "content" if published else None, (), tuple(skipped),
        nodes=owners.nodes, edges=tuple(owners.edges),
    )  # fmt: skip


def _published(one: Fields) -> str:
    return one.text("publicationDetails", "publicationDate")[:10]


def _versions(history: Sequence[Fields]) -> Iterator[tuple[Fields, str]]:
    """The statements of a relationship, each with the day from which a later one takes its place; empty for the last.

    One that closes the record states nothing more.
    """
    if history[-1].text("recordType") != "relationship":
        return
    for one, later in zip(history, [*history[1:], None], strict=True):
        if one.text("recordStatus") != "closed":
            yield one, _begins(later) if later else ""


def _begins(later: Fields) -> str:
    """The day from which a later statement holds: of its earliest interest, else its own."""
    starts = [day for each in later.inner("recordDetails").each("interests") if (day := each.text("startDate")[:10])]
    own = later.text("statementDate")[:10]
    return own if later.text("recordStatus") == "closed" else min([*starts, own])


def _party(one: Fields) -> OwnershipNode:
    said = one.inner("recordDetails")
    numbers = tuple(number for each in said.each("identifiers") if (number := _number(each)))
    if one.text("recordType") == "person":
        names = [name for each in said.each("names") if (name := each.text("fullName"))]
        country = next((code for each in said.each("nationalities") if (code := _country(each))), None)
        name = names[0] if names else "a person who is not named"
        return OwnershipNode(_id(one), name, "person", country, numbers, said.text("birthDate")[:10] or None)
    kind = _ENTITY_KINDS.get(said.text("entityType", "type"), "company")
    country = _country(said.inner("jurisdiction")) or next((one.country for one in numbers if one.country), None)
    return OwnershipNode(_id(one), said.text("name") or "an entity that is not named", kind, country, numbers)


def _id(one: Fields) -> str:
    return one.text("recordId") or one.where


def _country(said: Fields) -> str | None:
    return nation(said.text("code")[:2]) or nation(said.text("name"))


def _number(said: Fields) -> ListedIdentifier | None:
    """An identifier; the scheme begins with the country of its register (`GB-COH`)."""
    printed, value = said.text("scheme"), said.text("id")
    if not value:
        return None
    known = _SCHEMES.get(printed) or scheme_by_digits(value)
    return identifier(known or "REG", value, None if known else nation(printed[:2]))


def _relation(one: Fields, ended: str, owners: Owners) -> None:
    said, where = one.inner("recordDetails"), one.where
    owned, owner = said.text("subject"), said.text("interestedParty")
    if not owned or not owners.knows(owned) or said.holds("componentRecords"):
        return
    if not owners.knows(owner):
        owner = owners.add(OwnershipNode(f"unnamed:{_id(one)}", "an owner who is not named"), where)
    source = one.text("publicationDetails", "publisher", "name") or "BODS statement"
    for interest in said.each("interests"):
        kind = _KINDS.get(interest.text("type"), "influence")
        start = whole_day(interest.text("startDate")[:10], "startDate", where)
        end = whole_day(interest.text("endDate")[:10] or ended, "endDate", where)
        in_order(start, end, where)
        share, printed = _share(interest, where)
        if interest.text("directOrIndirect") == "indirect":
            share = None
        owners.holds(owner, owned, share, kind, start=start, end=end, source=source, printed=printed)


def _share(interest: Fields, where: str) -> tuple[Portion | None, str]:
    """The share of an interest, exact or between two ends, and how it is printed."""
    said = interest.inner("share")
    if exact := said.text("exact"):
        return portion(exact, where), exact
    low, above = said.text("exclusiveMinimum"), True
    low, above = (low, above) if low else (said.text("minimum"), False)
    high, below = said.text("exclusiveMaximum"), True
    high, below = (high, below) if high else (said.text("maximum"), False)
    if not low and not high:
        return None, ""
    least, greatest = portion(low or "0", where), portion(high or "100", where)
    if least is None or greatest is None or least.least > greatest.greatest:
        raise SourceError(where, f"a share from {low} to {high}", "the lesser end first")
    return Portion(least.least, greatest.greatest, above, below), f"{low or 0} to {high or 100}"


SOURCE = Source("bods", recognise, read)
