"""Licences as `brightline law show` prints them: those alive on a day, or one chain with all its versions."""

from __future__ import annotations

from datetime import datetime

from brightline.cli.context import Context
from brightline.law.book import LawBook
from brightline.law.licence import Licence, LicenceVersion, citations
from brightline.terms import Answer


def licence_named(book: LawBook, written: str) -> Licence | None:
    """The licence of an id or version as people write it: GL-8, gl 8, GL 8L, 587.510. None where there is none."""
    wanted = written.strip().upper().replace(" ", "-")
    for licence in book.licences.values():
        versions = {f"GL-{version.id}".upper() for version in licence.versions}
        if wanted in {licence.id, *versions, licence.id.removeprefix("31-CFR-")}:
            return licence
    return None


def living(book: LawBook, moment: datetime) -> tuple[Licence, ...]:
    """The licences that live at a moment, or of which nobody knows whether they do."""
    return tuple(one for one in book.licences.values() if one.alive(moment).answer is not Answer.NO)


def described_licence(licence: Licence, moment: datetime) -> dict[str, object]:
    """A licence as it stands at a moment, with every version we know of."""
    alive = licence.alive(moment)
    return {
        "licence": licence.id,
        "title": licence.title,
        "on": moment.isoformat(),
        "alive": alive.answer.value,
        "why": alive.told,
        "covers": list(licence.covers),
        "parties": [party.name for party in licence.parties],
        "parties_known": licence.parties_known,
        "conditions_read": licence.conditions_read,
        "would_settle": licence.would_settle,
        "versions": [_version(version) for version in licence.versions],
    }


def _version(version: LicenceVersion) -> dict[str, object]:
    ends = version.span.told_end or None
    return {
        "version": version.id,
        "from": version.span.told_start,
        "from_status": version.from_status,
        "until": ends,
        "until_status": version.until_status if ends else None,
        "after_end": version.after_end.note if version.after_end else None,
        "limits": list(version.limits),
        "cites": [
            {"act": one.act, "place": one.place, "url": one.url, "in_force": one.in_force, "status": one.status}
            for one in citations(version)
        ],
    }


def print_living(ours: Context, licences: tuple[Licence, ...], moment: datetime) -> None:
    """One line for each licence of the day."""
    ours.print(f"Licences and exemptions on {moment.isoformat()} (conditions not read unless said):")
    for licence in licences:
        alive = licence.alive(moment)
        ours.print(f"  {licence.id} ({', '.join(licence.covers)}): {alive.answer.value}; {alive.told}")
    ours.print("")


def print_licence(ours: Context, licence: Licence, moment: datetime) -> None:
    """A chain with its versions, their ends, how well each is known, and its law."""
    alive = licence.alive(moment)
    ours.print(f"{licence.id}: {licence.title}")
    ours.print(f"  alive on {moment.isoformat()}: {alive.answer.value}; {alive.told}")
    ours.print(f"  covers: {', '.join(licence.covers)}")
    if licence.parties:
        others = "" if licence.parties_known else " and others not known to us"
        ours.print(f"  names: {', '.join(party.name for party in licence.parties)}{others}")
    ours.print(f"  its conditions were {'' if licence.conditions_read else 'not '}read")
    for version in licence.versions:
        _print_version(ours, version)
    ours.print(f"  would be settled by {licence.would_settle}\n")


def _print_version(ours: Context, version: LicenceVersion) -> None:
    ends = f" until {version.span.told_end} ({version.until_status})" if version.span.end else ", no end known"
    ours.print(f"  {version.id}: from {version.span.told_start} ({version.from_status}){ends}")
    if version.limits:
        ours.print(f"    limits known: {', '.join(version.limits)}")
    if version.after_end:
        ours.print(f"    afterwards: {version.after_end.note}")
    for cite in citations(version):
        ours.print(f"    law: {cite.act}, {cite.place} ({cite.status}) {cite.url}")
