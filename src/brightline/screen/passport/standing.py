"""Whether a passport still stands: its days, the lists and entries looked at then, owners on file, the law."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time

from brightline.beside.cleared import differences
from brightline.beside.entry_digest import entry_digest
from brightline.names.scores import weight_of
from brightline.screen.edition import published_moment
from brightline.screen.law_changed import changed_between
from brightline.screen.passport.goods import goods_listed
from brightline.screen.passport.question import Question, Seen, yes_if
from brightline.terms import Answer, Party, Query
from brightline.terms.beside import Profile
from brightline.terms.cleared import Cleared

LAW_OF = ("chpl-goods", "s11-critical-item", "s11-sector", "diversion-route")  # the rules a passport may answer


def alive(question: Question) -> Seen:
    """Whether the day lies between issue and expiry."""
    passport, day = question.passport, question.as_of.known.date()
    told = f"{passport.id}, {passport.issued} to {passport.expires}, by {passport.owner} and {passport.approver}"
    return yes_if(passport.issued <= day <= passport.expires, told)


def unlisted(question: Question) -> Seen:
    """Whether the cleared goods stand on no list and in no critical class on that day."""
    return goods_listed(question.passport.goods, question.edition.book, question.as_of.law)


def lists(question: Question) -> Seen:
    """Whether the lists looked through then are loaded, and no older than then."""
    loaded = {one.version.list: one.version.published for one in question.edition.lists}
    wrong = [_list_told(name, then, loaded.get(name)) for name, then in question.passport.lists]
    told = "; ".join(one for one in wrong if one)
    return yes_if(
        not told, told or f"loaded, no older than then: {', '.join(name for name, _ in question.passport.lists)}"
    )


def _list_told(name: str, then: str, now: str | None) -> str:
    if now is None:
        return f"{name} is not loaded"
    return f"{name} of {now} is older than that of {then}" if published_moment(now) < published_moment(then) else ""


def entries(question: Question) -> Seen:
    """Whether the listed entries looked at then are as they were."""
    told = [why for one in question.passport.entries if (why := _changed(one.list, one.entry, one.digest, question))]
    return yes_if(not told, "; ".join(told) or f"{len(question.passport.entries)} entries as they were")


def _changed(name: str, entry: str, digest: str, question: Question) -> str:
    opened = next((one for one in question.edition.lists if one.version.list == name), None)
    entity = opened.entity(entry) if opened else None
    if entity is None:
        return f"{name} {entry} is no longer there"
    return "" if entry_digest(entity) == digest else f"{name} {entry} has changed since"


def alike(question: Question) -> Seen:
    """Whether anybody in the payment, an owner or the end user of the passport is, or may be, a listed one."""
    facts, passport = question.facts, question.passport
    found = [f"{one.ours!r} and {one.candidate.name!r}" for one in facts.matched if one.same is not Answer.NO]
    found += [f"{one.ours!r}: {one.told}" for one in facts.owned if one.same is not Answer.NO]
    behind = (*passport.owners, *((passport.end_user,) if passport.end_user else ()))
    found += [told for one in behind for told in _listed(one, question)]
    return yes_if(not found, "; ".join(dict.fromkeys(found)) or "nobody")


def _listed(cleared: Cleared, question: Question) -> Iterator[str]:
    countries = (cleared.country,) if cleared.country else ()
    threshold = weight_of(question.edition.policy.candidate_score)
    for name in cleared.names:
        query = Query(name, countries=countries, birth_date=cleared.birth_date, identifiers=cleared.identifiers)
        for open_list in question.edition.lists:
            yield from (f"{name!r} and {one.name!r}" for one in open_list.find(query, threshold))


def owners(question: Question) -> Seen:
    """Whether every owner on file of buyer and seller is one of those that were cleared."""
    passport = question.passport
    sides = (passport.buyer, passport.seller)
    on_file = [one for one in question.facts.beside.profiles if any(_is_of(side, one) for side in sides)]
    holders = [
        Party("owner", one.path, one.name, country=one.country, identifiers=one.identifiers)
        for profile in on_file
        for one in profile.owners
    ]
    others = [one for one in holders if all(differences(cleared, one) for cleared in passport.owners)]
    told = ", ".join(f"{one.name!r} was not cleared" for one in others)
    return yes_if(not others, told or f"{len(holders)} owners on file, each of them cleared")


def _is_of(cleared: Cleared, profile: Profile) -> bool:
    party = Party("party", profile.path, profile.name, country=profile.country, identifiers=profile.identifiers)
    return not differences(cleared, party)


def law(question: Question) -> Seen:
    """Whether the law of the rules that a passport may answer is that of the day of issue."""
    issued = datetime.combine(question.passport.issued, time.max, UTC)
    book, moment = question.edition.book, question.as_of.law
    if moment < issued:
        return Answer.YES, "asked for the day of issue or one before it"
    new = [f"{name} on {one.on}" for name in LAW_OF for one in changed_between(book, name, issued, moment)]
    return yes_if(
        not new, f"changed since: {', '.join(dict.fromkeys(new))}" if new else "the law is that of the day of issue"
    )
