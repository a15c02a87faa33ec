"""Facts on arms and parts of arms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from brightline.errors import LawError
from brightline.nexus.arms import ArmsSign, armed_forces_in, arms_in, arms_of_code
from brightline.nexus.facts import TIED, Facts
from brightline.nexus.sectors import sign_of
from brightline.nexus.told.asked import Asked, Teller, Told
from brightline.terms import Answer, Evidence, Party

_ORDER = {"sure": Answer.YES, "maybe": Answer.UNKNOWN}


def arms(topic: object, asked: Asked) -> Told:
    """Whether codes or words name arms, or parts of arms; the gravest speaks. Beside armed forces, a maybe is a yes."""
    found = _found(asked.facts)
    if found is None:
        return Told(Answer.NO, "neither a code nor words name arms")
    sign, evidence = found
    if sign.kind != "sure" and (user := _user_beside(asked.facts, evidence.path)):
        return Told(Answer.YES, f"{sign.words!r} for {user.words!r}", (evidence,))
    doubt = "" if sign.kind == "sure" else ": arms or civil goods, the words do not say which"
    return Told(_ORDER[sign.kind], f"{sign.words!r}{doubt}", (evidence,))


def grade(topic: object, asked: Asked) -> Told:
    """Whether a code or only words name them."""
    found = _found(asked.facts)
    held = found[1].grade if found else None
    return Told((held,) if held else (), {"code": "a tariff code", "words": "words only"}.get(held or "", "nothing"))


def armed_forces(topic: object, asked: Asked) -> Told:
    """Whether a party names armed forces, or a text a unit by its number.

    Any other text that names them is unknown, and so is an address at a unit: others have their seat there, too.
    """
    for party in (one for one in asked.facts.payment.parties if not one.role.endswith("_agent")):
        if sign := _forces_named(party):
            evidence = Evidence(kind="party", role=party.role, path=party.path, name=party.name, words=sign.words)
            return Told(Answer.YES, f"{party.role.replace('_', ' ')} {party.name!r}: {sign.words!r}", (evidence,))
    signs = [(sign, path) for path, value in _texts(asked.facts) if (sign := armed_forces_in(value))]
    if not signs:
        return next(_seats(asked.facts), Told(Answer.NO, "nobody named is of armed forces"))
    sign, path = min(signs, key=lambda pair: pair[0].kind != "sure")
    return Told(
        _ORDER[sign.kind], f"the text names {sign.words!r}", (Evidence(kind="text", path=path, words=sign.words),)
    )


def tie(topic: object, asked: Asked) -> Told:
    """Whether goods or a party are of Russia or Belarus; unknown where a bank, a text or a hub is."""
    facts = asked.facts
    of_parties = {
        country
        for party in facts.payment.parties
        if not party.role.endswith("_agent")
        for country in (party.country, *(form.value for form in party.countries))
    }
    listed = {country for one in facts.matched if one.same is Answer.YES for country in one.entity.countries}
    sure = [place for place in TIED if place in {*of_parties, *listed, *facts.destinations}]
    if sure:
        return Told(Answer.YES, f"a party or the destination: {', '.join(sure)}")
    if facts.nexus:
        return Told(Answer.UNKNOWN, f"seen beside: {', '.join(facts.nexus)}")
    hubs = [place for place in facts.destinations if place in _passed_on(asked)]
    if hubs:
        return Told(Answer.UNKNOWN, f"goods would go to {', '.join(hubs)}, from where they are often passed on")
    return Told(Answer.NO, "no tie seen")


def _passed_on(asked: Asked) -> tuple[str, ...]:
    try:
        return asked.book.parameter("diversion_places", asked.moment).words
    except LawError:  # the law book knows no such places from before its first source
        return ()


def maker(topic: object, asked: Asked) -> Told:
    """Whether a listed maker of arms takes part, by the words of its listed names; unknown where the match is."""
    for matched in sorted(asked.facts.matched, key=lambda one: one.same is not Answer.YES):
        names = [name.value for name in matched.entity.names]
        said = next((name for name in names if _makes_arms(name)), None)
        if said and matched.same is not Answer.NO and matched.role != "mentioned":
            return Told(
                matched.same, f"{matched.ours!r} beside {said!r} ({matched.entity.list} {matched.entity.entry})"
            )
    return Told(Answer.NO, "no listed party is named as a maker of arms")


def _user_beside(facts: Facts, path: str | None) -> ArmsSign | None:
    """The armed forces that the same text or line of goods names."""
    texts = (value for place, value in _texts(facts) if place == path)
    return next((sign for value in texts if (sign := armed_forces_in(value))), None)


def _makes_arms(name: str) -> bool:
    sign = sign_of(name)
    known = arms_in(name)
    return (sign is not None and sign.kind == "defence") or (known is not None and known.kind == "sure")


def _forces_named(party: Party) -> ArmsSign | None:
    """The first sign of armed forces in what is written of a party; all of it is looked through in one go first."""
    names = tuple(filter(None, dict.fromkeys((party.name, *party.printed, *(form.value for form in party.forms)))))
    if not names or not armed_forces_in("\n".join(names)):
        return None
    return next((sign for name in names if (sign := armed_forces_in(name))), None)


def _seats(facts: Facts) -> Iterator[Told]:
    """Parties whose address names a military unit by its number."""
    for party in (one for one in facts.payment.parties if one.address and not one.role.endswith("_agent")):
        sign = armed_forces_in(" ".join(party.address))
        if sign and sign.kind == "sure":
            evidence = Evidence(kind="party", role=party.role, path=party.path, name=party.name, words=sign.words)
            told = f"{party.role.replace('_', ' ')} {party.name!r}, by its address at {sign.words!r}"
            yield Told(Answer.UNKNOWN, told, (evidence,))


def _found(facts: Facts) -> tuple[ArmsSign, Evidence] | None:
    """The gravest sign with its evidence; codes before words of the same gravity."""
    signs = sorted(_signs(facts), key=lambda pair: (pair[0].kind != "sure", pair[1].grade != "code"))
    return signs[0] if signs else None


def _signs(facts: Facts) -> Iterator[tuple[ArmsSign, Evidence]]:
    for line in facts.payment.goods:
        if line.hs and (sign := arms_of_code(line.hs, line.words or "")):
            yield sign, Evidence(kind="goods", path=line.path, hs=line.hs, grade="code", words=line.words)
    for path, value in _texts(facts):
        if sign := arms_in(value):
            yield sign, Evidence(kind="text", path=path, grade="words", words=sign.words)


def _texts(facts: Facts) -> Iterator[tuple[str, str]]:
    """Everything written that may name goods: lines of goods, and texts in every form they can be read in."""
    yield from ((line.path, line.words) for line in facts.payment.goods if line.words)
    for text in facts.payment.texts:
        yield from ((text.path, value) for value in (text.value, *(form.value for form in text.forms)))


TELLERS: Mapping[str, Teller] = {
    "payment.arms": arms,
    "payment.arms_grade": grade,
    "payment.armed_forces": armed_forces,
    "payment.arms_tie": tie,
    "payment.arms_maker": maker,
}
