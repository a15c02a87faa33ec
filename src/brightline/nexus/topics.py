"""Whom and what rules are asked about: each kind of subject, its place in the payment, and its evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from brightline.nexus.facts import Facts, Matched, Owned, goods_lines
from brightline.terms import Evidence, Party, SeenGoods, Subject
from brightline.terms.beside import on_paper

Topic = Matched | Owned | SeenGoods | Party | None  # None: the payment as a whole

SUBJECTS: Mapping[str, Callable[[Facts], tuple[Topic, ...]]] = {
    "payment": lambda facts: (None,),
    "matched": lambda facts: facts.matched,
    "owned": lambda facts: facts.owned,
    "goods": goods_lines,
    "party": lambda facts: tuple(one for one in facts.payment.parties if not one.role.endswith("_agent")),
}


def subject_of(topic: Topic) -> Subject | None:
    """The place in the payment that a topic stands for; None for the payment as a whole."""
    if topic is None:
        return None
    return Subject("goods" if isinstance(topic, SeenGoods) else topic.role, topic.path)


def evidence_of(topic: Topic, facts: Facts) -> tuple[Evidence, ...]:
    """What a finding about the topic rests on, before its clauses add theirs."""
    if isinstance(topic, Matched):
        return (listed_evidence(topic),)
    if isinstance(topic, Owned):
        return (_owner(topic), *_paths(topic))
    if isinstance(topic, Party):
        return (Evidence(kind="party", role=topic.role, path=topic.path, name=topic.name),)
    return _goods(topic, facts) if topic is not None else ()


def listed_evidence(topic: Matched) -> Evidence:
    """A match as evidence: the entry with its programmes and remarks, and the arithmetic of the comparison."""
    entity, candidate = topic.entity, topic.candidate
    return Evidence(
        kind="listed-entity", role=topic.role, path=topic.path, list=entity.list, entry=entity.entry,
        name=candidate.name, programs=entity.programs, remarks=entity.remarks, score=candidate.score,
        weight=candidate.weight, steps=candidate.steps, settled_by=topic.settled_by, words=topic.ours,
        regime=topic.regime or None, measures=entity.measures,
    )  # fmt: skip


def _owner(topic: Owned) -> Evidence:
    """The listed owner; no arithmetic, for the names compared are its own."""
    entity = topic.entity
    return Evidence(
        kind="listed-owner", role=topic.role, path=topic.path, list=entity.list, entry=entity.entry,
        name=topic.candidate.name, programs=entity.programs, remarks=entity.remarks, words=topic.told,
        regime=topic.regime or None, measures=entity.measures,
    )  # fmt: skip


def _paths(topic: Owned) -> tuple[Evidence, ...]:
    """Every way from a listed owner to the party, with the stakes it goes by."""
    ways = topic.held.paths if topic.held else ()
    return tuple(
        Evidence(
            kind="owner-path", role=topic.role, path=topic.path, name=way.holdings[0].owner,
            words="surely held" if way.sure else "held in part, or perhaps", regime=topic.regime or None,
            holdings=way.holdings,
        )
        for way in ways
    )  # fmt: skip


def goods_evidence(line: SeenGoods) -> Evidence:
    """A line of goods as evidence. `grade`: code, words, or document where a paper names them."""
    grade = "document" if on_paper(line.path) else line.grade
    return Evidence(kind="goods", path=line.path, hs=line.hs, tier=line.tier, grade=grade, words=line.words)


def _goods(line: SeenGoods, facts: Facts) -> tuple[Evidence, ...]:
    return (
        goods_evidence(line),
        *(Evidence(kind="country", name=country) for country in facts.nexus or facts.destinations),
    )
