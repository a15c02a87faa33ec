"""Facts of a party (or a name in a text) beside a listed entity."""

from __future__ import annotations

from collections.abc import Mapping

from brightline.nexus.facts import Matched, acts_as_bank
from brightline.nexus.told.asked import Asked, Teller, Told
from brightline.terms import Answer


def same(matched: Matched, asked: Asked) -> Told:
    """Whether the party is the listed one, and what settles it."""
    return Told(matched.same, _same(matched))


def is_agent(matched: Matched, asked: Asked) -> Told:
    """Whether the party acts as a bank in the chain."""
    role = "only named in a text" if matched.role == "mentioned" else matched.role.replace("_", " ")
    return Told(acts_as_bank(asked.facts.payment, matched), f"{matched.ours}: {role}")


def regimes(matched: Matched, asked: Asked) -> Told:
    """Whether several regimes list it: each regime with its measures, and those looked through that do not."""
    measures: dict[str, dict[str, None]] = {}
    for one in asked.facts.matched:
        if (one.role, one.path) == (matched.role, matched.path) and one.same is not Answer.NO:
            measures.setdefault(one.regime, {}).update(dict.fromkeys(one.entity.measures or ("no measure stated",)))
    told = [
        f"{regime or 'a list of no stated regime'}: {', '.join(found)}" for regime, found in sorted(measures.items())
    ]
    others = [regime for regime in asked.facts.regimes_loaded if regime not in measures]
    silent = [f"not found in lists of: {', '.join(others)}"] if others else []
    return Told(Answer.YES if len(measures) > 1 else Answer.NO, "; ".join([*told, *silent]))


def regime(matched: Matched, asked: Asked) -> Told:
    """Whose list it is."""
    return _words((matched.regime,) if matched.regime else ())


def programs(matched: Matched, asked: Asked) -> Told:
    """The programmes the publisher states."""
    return _words(matched.entity.programs)


def measures(matched: Matched, asked: Asked) -> Told:
    """The measures the listing carries."""
    return _words(matched.entity.measures)


def secondary(matched: Matched, asked: Asked) -> Told:
    """The secondary-sanctions remarks of the entry."""
    return _words(matched.entity.secondary)


def listed_on(matched: Matched, asked: Asked) -> Told:
    """The day of the listing."""
    return _day(matched.entity.listed_on)


def ends_on(matched: Matched, asked: Asked) -> Told:
    """The day on which the listing ends."""
    return _day(matched.entity.ends_on)


def _words(words: tuple[str, ...]) -> Told:
    return Told(words, ", ".join(words) or "the entry states none")


def _day(day: str | None) -> Told:
    return Told(day, day or "the entry gives no day")


def _same(matched: Matched) -> str:
    candidate = matched.candidate
    said = (
        f"{matched.ours!r} beside {candidate.name!r} ({candidate.list} {candidate.entry}), score {candidate.score:.4f}"
    )
    if matched.role == "mentioned":
        said += ", named in a text"
    if matched.note:
        said += f"; {matched.note}"
    if matched.same is Answer.UNKNOWN:
        return f"{said}; the name alone does not settle it"
    return f"{said}; settled by {matched.settled_by}"


TELLERS: Mapping[str, Teller] = {
    "matched.same": same,
    "matched.is_agent": is_agent,
    "matched.regimes": regimes,
    "entity.regime": regime,
    "entity.programs": programs,
    "entity.measures": measures,
    "entity.secondary": secondary,
    "entity.listed_on": listed_on,
    "entity.ends_on": ends_on,
}
