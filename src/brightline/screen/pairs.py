"""Good-guy pairs: a party that two people found not to be a listed entry is no longer held for that entry's name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from brightline.beside.cleared import differences, name_key, names_in, shown_equal
from brightline.beside.entry_digest import entry_digest
from brightline.nexus.facts import PAIRED, Matched
from brightline.terms import Answer, AsOf, ListedEntity, Party, Payment
from brightline.terms.beside import Beside
from brightline.terms.cleared import Pair

_NUMBERS = ("identifier-same", "document-same")  # steps that no pair outweighs


def as_paired(matched: Sequence[Matched], payment: Payment, beside: Beside, as_of: AsOf) -> tuple[Matched, ...]:
    """The matches, those of a name alone dropped to a recorded no where a pair holds; else with why it does not.

    A pair holds while it has not expired, the entry's telling fields are those of then, and the party is known again
    by more than its name and nothing of it differs. Never against an equal number.
    """
    if not beside.pairs:
        return tuple(matched)
    named = (*payment.parties, *(party for paper in beside.papers for party in paper.parties))
    parties = {party.path: party for party in named}
    return tuple(_settled(one, _of_match(one, parties), beside.pairs, as_of) for one in matched)


def _of_match(matched: Matched, parties: Mapping[str, Party]) -> tuple[Party, ...]:
    """The party of a match; of a name found in a text, the parties of that name."""
    if (party := parties.get(matched.path)) is not None and matched.role != "mentioned":
        return (party,)
    return tuple(party for party in parties.values() if name_key(matched.ours) in names_in(party))


def _settled(matched: Matched, parties: Sequence[Party], pairs: Sequence[Pair], as_of: AsOf) -> Matched:
    if matched.same is Answer.NO or not {step.name for step in matched.candidate.steps}.isdisjoint(_NUMBERS):
        return matched
    notes = []
    for pair, party in _about(matched, parties, pairs):
        ended = "; ".join(why_not(pair, party, matched.entity, as_of))
        if not ended:
            told = f"{pair.reason} ({pair.owner} and {pair.approver}, {pair.made}, until {pair.expires})"
            return replace(matched, same=Answer.NO, settled_by=PAIRED, note=told, pair=pair.path)
        notes.append(f"the pair of {pair.made} does not hold: {ended}")
    return replace(matched, note="; ".join(notes)) if notes else matched


def _about(matched: Matched, parties: Sequence[Party], pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Party]]:
    for pair in pairs:
        if (pair.entry.list, pair.entry.entry) == (matched.entity.list, matched.entity.entry):
            names = {name_key(name) for name in pair.party.names}
            yield from ((pair, party) for party in parties if names & names_in(party))


def why_not(pair: Pair, party: Party, entity: ListedEntity, as_of: AsOf) -> Iterator[str]:
    """Each reason for which a pair does not hold for a party and an entry on that day; none where it holds."""
    day = as_of.known.date()
    if day > pair.expires:
        yield f"it expired on {pair.expires}"
    if day < pair.made:
        yield f"it was made on {pair.made}, later than that"
    if entry_digest(entity) != pair.entry.digest:
        yield f"the record of {pair.entry.list} {pair.entry.entry} has changed since"
    if told := differences(pair.party, party):
        yield f"the party has changed: {', '.join(told)}"
    elif not shown_equal(pair.party, party):
        yield "nothing beside the name shows that it is the same party"
