"""Listed owners that may stand behind a party: what registers and entries state, and names and codes of listed houses.

A name or a bank code says nothing of how much is held, so it asks for a register and answers nothing by itself. What
registers and links say is in `held`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from brightline.names.scores import weight_of
from brightline.nexus.facts import Matched, Owned
from brightline.nexus.make_word_table import Row, make_table
from brightline.nexus.word_table import WordTable
from brightline.screen.edition import Edition, OpenList
from brightline.screen.held import own_entries, owners_held
from brightline.terms import Answer, AsOf, Candidate, Party, Payment, Query


def owners_behind(payment: Payment, matched: Sequence[Matched], edition: Edition, as_of: AsOf) -> tuple[Owned, ...]:
    """Owners behind the parties of a payment; of a party that is surely a listed one, those its entry states.

    What a register tells of a party and an owner goes before what their names let one guess.
    """
    settled = {one.path for one in matched if one.same is Answer.YES}
    by_name = [owned for party in payment.parties if party.path not in settled for owned in _of_house(party, edition)]
    registered = [
        owned for party in payment.parties for owned in owners_held(party, own_entries(party, matched), edition, as_of)
    ]
    known = {(one.path, one.entity.list, one.entity.entry) for one in registered}
    guessed = [one for one in by_name if (one.path, one.entity.list, one.entity.entry) not in known]
    each = {(one.role, one.path, one.told, one.entity.list, one.entity.entry): one for one in (*registered, *guessed)}
    return tuple(each.values())


def _of_house(party: Party, edition: Edition) -> Iterator[Owned]:
    """Houses whose name or bank code the party carries, in each list that holds the house."""
    names = (party.name or "", *(form.value for form in party.forms if not form.kind.endswith("address")))
    for house, told in _carried(names, party.bic or ""):
        for open_list, candidate in _listed(house, edition):
            if candidate.schema in ("Person", "Vessel", "Airplane"):
                continue
            owner, ours = open_list.entities[candidate.position], party.name or party.bic or ""
            regime = open_list.regime_of(owner)
            yield Owned(party.role, party.path, ours, candidate, owner, Answer.UNKNOWN, told, regime)


@lru_cache(maxsize=16384)
def _carried(names: tuple[str, ...], bic: str) -> tuple[tuple[str, str], ...]:
    """The houses that a name or bank code carries, with what says so."""
    by_name, by_code = houses()
    hits = [hit for name in names for hit in by_name.find(name)]
    found = {hit.kind: f"its name carries {hit.words!r}, the name of a listed house" for hit in hits}
    if house := by_code.get(bic[:4]):
        found.setdefault(house, f"its bank code begins with {bic[:4]}, as that of a listed house")
    return tuple(found.items())


def _listed(name: str, edition: Edition) -> Iterator[tuple[OpenList, Candidate]]:
    """The entry of each list that a name stands for: the best candidate."""
    for open_list in edition.lists:
        for best in open_list.find(Query(name), weight_of(edition.policy.candidate_score))[:1]:
            yield open_list, best


@lru_cache(maxsize=1)
def houses() -> tuple[WordTable, Mapping[str, str]]:
    """The table `house_names.tsv`: words of names, and beginnings of bank codes, each for the name to look up."""
    text = files("brightline.screen").joinpath("house_names.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    words = make_table(Row(house, words=[one.replace("_", " ") for one in said.split()]) for house, _, said in rows)
    return words, {code: house for house, codes, _ in rows for code in codes.split("|") if code != "-"}
