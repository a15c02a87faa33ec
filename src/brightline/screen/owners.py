"""Listed owners that may stand behind a party: links the lists state, and names and bank codes of listed houses.

Neither says how much is held, so what is found here asks for a register and answers nothing by itself. What registers
say is in `held`.
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
from brightline.screen.held import owners_held
from brightline.terms import Answer, AsOf, Candidate, Link, ListedEntity, Party, Payment, Query
from brightline.text.fold import fold

_UPWARD = ("linked-to", "owner", "parent", "operator")  # kinds of links that name who stands above


def owners_behind(payment: Payment, matched: Sequence[Matched], edition: Edition, as_of: AsOf) -> tuple[Owned, ...]:
    """Owners behind the parties of a payment; of a party that is surely a listed one, those its entry states.

    What a register tells of a party and an owner goes before what their names let one guess.
    """
    linked = [owned for one in matched for owned in _linked(one, edition)]
    settled = {one.path for one in matched if one.same is Answer.YES}
    by_name = [owned for party in payment.parties if party.path not in settled for owned in _of_house(party, edition)]
    own = {one.path: one.entity for one in matched if one.same is Answer.YES}
    registered = [
        owned for party in payment.parties for owned in owners_held(party, own.get(party.path), edition, as_of)
    ]
    known = {(one.path, one.entity.list, one.entity.entry) for one in registered}
    guessed = [one for one in (*linked, *by_name) if (one.path, one.entity.list, one.entity.entry) not in known]
    each = {(one.role, one.path, one.told, one.entity.list, one.entity.entry): one for one in (*registered, *guessed)}
    return tuple(each.values())


def _linked(matched: Matched, edition: Edition) -> Iterator[Owned]:
    """Owners that the party's own entry names; who only resembles somebody listed has no links of its own."""
    if matched.same is not Answer.YES:
        return
    for link in matched.entity.links:
        if link.kind not in _UPWARD:
            continue
        for open_list, candidate in _listed(link.name, edition, matched.entity.list):
            owner = open_list.entities[candidate.position]
            if owner.entry != matched.entity.entry:
                yield _owned(matched, link, open_list, candidate, owner)


def _owned(matched: Matched, link: Link, open_list: OpenList, candidate: Candidate, owner: ListedEntity) -> Owned:
    same = Answer.YES if fold(candidate.name) == fold(link.name) or link.entry == owner.entry else Answer.UNKNOWN
    told = f"its entry {matched.entity.list} {matched.entity.entry} states the link {link.kind!r} to {link.name!r}"
    regime = open_list.regime_of(owner)
    return Owned(
        matched.role, matched.path, matched.ours, candidate, owner, same, told, regime, own=matched.entity
    )  # fmt: skip


def _of_house(party: Party, edition: Edition) -> Iterator[Owned]:
    """Houses whose name or bank code the party carries, in each list that holds the house."""
    names = (party.name or "", *(form.value for form in party.forms if not form.kind.endswith("address")))
    for house, told in _carried(names, party.bic or ""):
        for open_list, candidate in _listed(house, edition, None):
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


def _listed(name: str, edition: Edition, only: str | None) -> Iterator[tuple[OpenList, Candidate]]:
    """The entry of each list (or of one) that a name stands for: the best candidate."""
    for open_list in edition.lists:
        found = open_list.find(Query(name), weight_of(edition.policy.candidate_score))
        best = next((one for one in found if only is None or one.list == only), None)
        if best is not None:
            yield open_list, best


@lru_cache(maxsize=1)
def houses() -> tuple[WordTable, Mapping[str, str]]:
    """The table `house_names.tsv`: words of names, and beginnings of bank codes, each for the name to look up."""
    text = files("brightline.screen").joinpath("house_names.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    words = make_table(Row(house, words=[one.replace("_", " ") for one in said.split()]) for house, _, said in rows)
    return words, {code: house for house, codes, _ in rows for code in codes.split("|") if code != "-"}
