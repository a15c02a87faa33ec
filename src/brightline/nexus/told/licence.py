"""Facts of a licence or exemption beside the payment."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from brightline.nexus.facts import LicenceCheck, Matched
from brightline.nexus.licences import (
    Apparent,
    alive_on_day,
    apparent,
    blocked_parties,
    listed_goods,
    party_of,
    under_programme,
)
from brightline.nexus.logic import every
from brightline.nexus.told.asked import Asked, Teller, Told
from brightline.nexus.topics import listed_evidence
from brightline.terms import Answer, Evidence

_NOT_LOOKED = "not looked for: nothing here needs one"
_NONE = "nothing in the payment names what a licence or exemption covers"


def needed(topic: object, asked: Asked) -> Told:
    """Whether anything here would need a licence of the United States: a blocked party, or goods of a list."""
    blocked, goods = _blocked(asked), listed_goods(asked.facts)
    if not blocked and not goods:
        return Told(Answer.NO, "no party blocked by the United States and no listed goods tied to Russia were seen")
    said = [f"{one.ours!r} resembles {one.candidate.name!r}, which is blocked" for one in blocked]
    said += [f"listed goods: {', '.join(goods)}"] if goods else []
    sure = bool(goods) or any(one.same is Answer.YES for one in blocked)
    evidence = tuple(listed_evidence(one) for one in blocked)
    return Told(Answer.YES if sure else Answer.UNKNOWN, "; ".join(said), evidence)


def not_forbidden(topic: object, asked: Asked) -> Told:
    """Whether a person of the United States could do it without a licence. It is no licence, and says so of goods."""
    blocked = _blocked(asked)
    if any(one.same is Answer.YES for one in blocked):
        return Told(Answer.NO, "a party of the payment is blocked")
    if blocked:
        return Told(Answer.UNKNOWN, "a party of the payment may be a blocked one")
    note = "; for critical items that is no permission" if listed_goods(asked.facts) else ""
    return Told(Answer.YES, f"no blocked party was seen; owners and services were not looked into{note}")


def covers(topic: object, asked: Asked) -> Told:
    """Whether a licence covers what the payment says it is for; a party's mere part in it leaves that open."""
    found = _apparent(asked)
    if found is None:
        return _none(asked)
    licence, activity = found.licence, found.activity
    said = f"{licence.id} ({licence.title}) appears to apply: {activity.words!r}"
    said += {"code": ", a tariff code", "words": ", the payer's words", "party": ", by its mere part"}[activity.by]
    said += f"; also thinkable: {', '.join(found.others)}" if found.others else ""
    sure = activity.by != "party" or _check(found, asked) is not None
    evidence = Evidence(kind="licence", path=activity.path, entry=licence.id, name=licence.title, words=activity.words)
    return Told(Answer.YES if sure else Answer.UNKNOWN, said, (evidence,))


def parties(topic: object, asked: Asked) -> Told:
    """Whether the licence reaches every blocked party in the payment."""
    found, blocked = _apparent(asked), _blocked(asked)
    if found is None:
        return _none(asked)
    if not blocked:
        return Told(Answer.YES, "no blocked party was seen")
    told = [_reaches(one, found, asked) for one in blocked]
    return Told(every(answer for answer, _ in told), "; ".join(dict.fromkeys(said for _, said in told)))


def _reaches(one: Matched, found: Apparent, asked: Asked) -> tuple[Answer, str]:
    licence, name = found.licence, one.candidate.name
    if not under_programme(one, asked.book, asked.moment):
        return Answer.NO, f"{name!r} is listed under {', '.join(one.entity.programs) or 'another programme'} alone"
    if not licence.parties:
        answer = Answer.YES if _check(found, asked) else Answer.UNKNOWN
        return answer, f"{licence.id} names no party, as far as read; whether it reaches {name!r} stands in its text"
    if (party := party_of(one, licence)) is not None:
        return one.same, f"{licence.id} names {party.name}"
    known = ", ".join(known.name for known in licence.parties)
    return Answer.NO if licence.parties_known else Answer.UNKNOWN, f"{name!r} is not among {known}"


def alive_now(topic: object, asked: Asked) -> Told:
    """Whether the licence lives at the moment of decision, and when it ended."""
    found = _apparent(asked)
    if found is None:
        return _none(asked)
    return Told(found.now.answer, f"{found.licence.id}: {found.now.told}")


def alive_at_value(topic: object, asked: Asked) -> Told:
    """Whether the licence lives through the value date."""
    found = _apparent(asked)
    if found is None:
        return _none(asked)
    answer, said = alive_on_day(found.licence, asked.facts.payment.value_date)
    return Told(answer, f"{found.licence.id}: {said}")


def conditions(topic: object, asked: Asked) -> Told:
    """Whether a check on paper says that every condition is met; what we never read is not met by silence."""
    found = _apparent(asked)
    if found is None:
        return _none(asked)
    if check := _check(found, asked):
        return Told(Answer.YES, f"{check.document}: every condition of {check.version} is met")
    limits = found.now.version.limits if found.now.version else ()
    known = f"; known of it: {', '.join(limits)}" if limits else ""
    return Told(Answer.UNKNOWN, f"the text of {found.licence.id} with its conditions was not read{known}")


def documents(topic: object, asked: Asked) -> Told:
    """Whether a document shows it beyond the message itself."""
    found = _apparent(asked)
    if found is None:
        return _none(asked)
    if check := _check(found, asked):
        return Told(Answer.YES, check.document)
    return Told(Answer.UNKNOWN, f"the payer's own words alone; it lacks {found.licence.would_settle}")


def _blocked(asked: Asked) -> tuple[Matched, ...]:
    return asked.once("blocked", lambda: blocked_parties(asked.facts, asked.book, asked.moment))


def _is_needed(asked: Asked) -> bool:
    return bool(_blocked(asked) or listed_goods(asked.facts))


def _apparent(asked: Asked) -> Apparent | None:
    return asked.once("apparent", lambda: _looked_for(asked))


def _looked_for(asked: Asked) -> Apparent | None:
    return apparent(asked.facts, asked.book, asked.moment, _blocked(asked)) if _is_needed(asked) else None


def _none(asked: Asked) -> Told:
    """What a clause says where no licence is in sight."""
    return Told(Answer.NO, _NONE if _is_needed(asked) else _NOT_LOOKED)


def _check(found: Apparent, asked: Asked) -> LicenceCheck | None:
    """A check on paper of the version that lives now."""
    version = found.now.version.id if found.now.version else None
    of = (found.licence.id, version)
    return next((one for one in asked.facts.licence_checks if (one.licence, one.version) == of), None)


_ALL: tuple[Callable[[object, Asked], Told], ...] = (
    needed,
    not_forbidden,
    covers,
    parties,
    alive_now,
    alive_at_value,
    conditions,
    documents,
)
TELLERS: Mapping[str, Teller] = {f"licence.{teller.__name__}": teller for teller in _ALL}
