"""Facts of the institution's own law: local rules against foreign measures, its own control lists."""

from __future__ import annotations

from collections.abc import Mapping

from brightline.nexus.facts import Matched
from brightline.nexus.told.asked import Asked, Teller, Told
from brightline.nexus.topics import listed_evidence
from brightline.terms import Answer, Evidence

_NOBODY = "no profile says who asks"
_CHINESE = ("CN", "HK", "MO")


def country(topic: object, asked: Asked) -> Told:
    """The country of the institution; nothing where no profile says who asks."""
    where = asked.facts.institution.country
    return Told((where,) if where else (), f"the institution is in {where}" if where else _NOBODY)


def bound_by(topic: object, asked: Asked) -> Told:
    """The regimes whose measures are law for the institution."""
    bound = tuple(sorted(asked.facts.institution.bound_by))
    return Told(bound, f"bound by measures of: {', '.join(bound)}" if bound else _NOBODY)


def foreign_measure(topic: object, asked: Asked) -> Told:
    """Whether a listing or a goods list that is no law here stands against the payment."""
    facts = asked.facts
    found = _foreign(asked)
    if found:
        names = ", ".join(f"{one.ours!r} ({one.entity.list} {one.entity.entry})" for one in found)
        sure = any(one.same is Answer.YES for one in found)
        evidence = tuple(listed_evidence(one) for one in found)
        return Told(Answer.YES if sure else Answer.UNKNOWN, f"listed abroad, or alike: {names}", evidence)
    if facts.institution.country and facts.nexus and any(line.tier or line.critical for line in facts.goods):
        return Told(Answer.YES, "goods of foreign control lists, with a tie to Russia or Belarus")
    return Told(Answer.NO, "no measure that is not law here was seen" if facts.institution.country else _NOBODY)


def third_country(topic: object, asked: Asked) -> Told:
    """Whether a country other than the institution's own and the measure's takes part."""
    facts = asked.facts
    others = [one for one in facts.countries if one not in (facts.institution.country, "US")]
    return Told(Answer.YES if others else Answer.NO, f"other countries: {', '.join(others) or 'none'}")


def remarks(topic: object, asked: Asked) -> Told:
    """The secondary-sanctions remarks of listed parties."""
    said = tuple(sorted({word for one in _foreign(asked) for word in one.entity.secondary}))
    return Told(said, ", ".join(said) or "no remark")


def chinese_party(topic: object, asked: Asked) -> Told:
    """Whether a party that a foreign list names is Chinese."""
    found = [one for one in _foreign(asked) if any(place in _CHINESE for place in one.entity.countries)]
    sure = any(one.same is Answer.YES for one in found)
    names = ", ".join(one.ours for one in found) or "none"
    return Told((Answer.YES if sure else Answer.UNKNOWN) if found else Answer.NO, f"listed Chinese parties: {names}")


def parties(topic: object, asked: Asked) -> Told:
    """The names of the parties."""
    names = tuple(party.name for party in asked.facts.payment.parties if party.name)
    return Told(names, ", ".join(names) or "nobody is named")


def on_control_list(topic: object, asked: Asked) -> Told:
    """Whether a party is on a list that the profile calls its own."""
    own = asked.facts.institution.control_lists
    if not own:
        return Told(Answer.NO, "the profile names no control lists" if asked.facts.institution.country else _NOBODY)
    found = [one for one in asked.facts.matched if one.entity.list in own and one.same is not Answer.NO]
    sure = any(one.same is Answer.YES for one in found)
    saw = ", ".join(f"{one.ours!r} ({one.entity.list} {one.entity.entry})" for one in found) or "nobody"
    answer = (Answer.YES if sure else Answer.UNKNOWN) if found else Answer.NO
    return Told(answer, f"on {', '.join(own)}: {saw}", tuple(listed_evidence(one) for one in found))


def controlled_goods(topic: object, asked: Asked) -> Told:
    """Whether a goods line carries a code of the profile's control list."""
    own = asked.facts.institution.controlled_goods
    coded = [(line, line.hs.replace(".", "")) for line in asked.facts.goods if line.hs]
    found = [(line, one) for line, code in coded for one in own if code.startswith(one.hs)]
    if not found:
        return Told(Answer.NO, "no code of a control list" if own else "the profile names no controlled goods")
    saw = "; ".join(f"HS {line.hs}: {one.title} ({one.cite})" for line, one in found)
    evidence = tuple(Evidence(kind="goods", path=line.path, hs=line.hs, words=line.words) for line, _ in found)
    return Told(Answer.YES, saw, evidence)


def _foreign(asked: Asked) -> list[Matched]:
    """Matches of lists whose regime is no law for the institution."""
    institution = asked.facts.institution
    if institution.country is None:
        return []
    bound = institution.bound_by
    return [one for one in asked.facts.matched if one.same is not Answer.NO and one.regime not in bound]


TELLERS: Mapping[str, Teller] = {
    "home.country": country,
    "home.bound_by": bound_by,
    "home.foreign_measure": foreign_measure,
    "home.third_country": third_country,
    "home.remarks": remarks,
    "home.chinese_party": chinese_party,
    "home.parties": parties,
    "home.on_control_list": on_control_list,
    "home.controlled_goods": controlled_goods,
}
