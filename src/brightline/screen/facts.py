"""What a payment and an edition say together: parties matched, names mentioned, goods looked up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from brightline.goods.describe import see_goods
from brightline.names.mention import Mention
from brightline.names.same_bank import head_office
from brightline.names.scores import weight_of
from brightline.nexus.earlier.changed import gone
from brightline.nexus.facts import Facts, Matched, facts_of
from brightline.payments.identifiers import check
from brightline.payments.others_named import others_named
from brightline.screen.cleared import cleared_namesakes
from brightline.screen.edition import Edition, OpenList
from brightline.screen.on_file import owners_on_file
from brightline.screen.owners import owners_behind
from brightline.screen.pairs import as_paired
from brightline.screen.papers import goods_of_papers, settled_by_papers, with_papers
from brightline.screen.sameness import same
from brightline.terms import Answer, AsOf, Identifier, Mentioned, Party, Payment, Query, Seen
from brightline.terms.beside import NOTHING, Beside


@dataclass(frozen=True, slots=True)
class Alike:
    """What the lists say of the names and numbers in a payment: of its parties, and of whoever else is named."""

    parties: tuple[Matched, ...]
    others: tuple[Matched, ...]
    named: tuple[Mentioned, ...]


def screen_names(payment: Payment, edition: Edition) -> Alike:
    """Look up every party, every name in a text and every number: plain name screening, and nothing else."""
    parties = tuple(one for party in payment.parties for one in _matched_party(party, edition))
    mentions = [one for open_list in edition.lists for one in _matched_texts(payment, open_list, edition)]
    others = [one for party in payment.parties for one in cleared_namesakes(party, query_of(party), parties, edition)]
    beside = [one for party in payment.parties for one in _named_beside(party, parties, edition)]
    numbers = [one for open_list in edition.lists for one in _matched_numbers(payment, open_list, edition)]
    behalf = list(_matched_others(payment, edition, (*parties, *mentions, *beside)))
    named = sorted({(one.ours, one.path) for one in (*mentions, *beside, *numbers, *behalf)})
    elsewhere = (*others, *mentions, *beside, *numbers, *behalf)
    return Alike(parties, elsewhere, tuple(Mentioned(name, path) for name, path in named))


def see(payment: Payment, alike: Alike, edition: Edition, as_of: AsOf, beside: Beside = NOTHING) -> tuple[Facts, Seen]:
    """The facts for the rules, and what was seen: of names, of every text and of every goods line."""
    book, whole = edition.book, with_papers(payment, beside)
    told = see_goods(payment.goods, payment.texts, book.tiers_on(as_of.law), book.classes_on(as_of.law))
    named = goods_of_papers(beside, book.tiers_on(as_of.law), book.classes_on(as_of.law))
    parties, others = (as_paired(some, payment, beside, as_of) for some in (alike.parties, alike.others))
    matched = (*parties, *others)
    on_file = owners_on_file(whole, parties, beside, edition, as_of)
    owned = (*owners_behind(whole, parties, edition, as_of), *on_file)
    regimes = tuple(sorted({one.version.regime for one in edition.lists}))
    goods = settled_by_papers(told, named, beside.papers)
    facts = facts_of(whole, matched, goods, regimes, edition.institution, owned, beside)
    facts = replace(facts, vanished=tuple(_vanished(payment, beside, edition))) if beside.history else facts
    return facts, Seen(goods=(*told, *named), mentioned=alike.named)


def _vanished(payment: Payment, beside: Beside, edition: Edition) -> Iterator[Matched]:
    """Whom the names of earlier attempts resemble that the payment no longer writes."""
    for earlier in beside.history.attempts if beside.history else ():
        for party in gone(payment, earlier):
            yield from _matched_party(party, edition)


def query_of(party: Party) -> Query:
    """The question put to the lists about one party: its name, other readings of it, and what else is known."""
    bank = party.role.endswith("_agent")
    bic = (Identifier("BIC", party.bic, True),) if party.bic else ()
    seat = head_office(party.name) if bank and party.name else None
    return Query(
        name=party.name or "",
        schema="Organization" if bank else ("Person" if party.birth_date else None),
        countries=(party.country,) if party.country else (),
        birth_date=party.birth_date,
        identifiers=bic + tuple(one for one in party.identifiers if one.valid is not False and one not in bic),
        forms=tuple(form.value for form in party.forms) + ((seat,) if seat else ()),
    )


def _matched_party(party: Party, edition: Edition) -> Iterator[Matched]:
    query = query_of(party)
    if not query.name and not query.identifiers and not query.forms:
        return
    threshold = weight_of(edition.policy.candidate_score)
    for open_list in edition.lists:
        for candidate in open_list.find(query, threshold):
            entity = open_list.entities[candidate.position]
            settled, settled_by = same(candidate, entity, edition)
            ours = party.name or party.bic or ""
            yield Matched(
                party.role, party.path, ours, candidate, entity, settled, settled_by, open_list.regime_of(entity)
            )


def _matched_texts(payment: Payment, open_list: OpenList, edition: Edition) -> Iterator[Matched]:
    """Listed names in free text: never more than unknown, for a text may name anybody; so a person looks early."""
    for text in payment.texts:
        for written in (text.value, *(form.value for form in text.forms)):
            for found in open_list.mentions(written, edition.policy.candidate_score):
                yield _mentioned(text.path, found, open_list)


def _named_beside(party: Party, known: Sequence[Matched], edition: Edition) -> Iterator[Matched]:
    """Listed names in a party's address ("c/o …") that are not the party's own.

    As in a text, never more than unknown; and only where sure, for streets and houses have names too.
    """
    already = {(one.entity.list, one.entity.entry) for one in known if one.path == party.path}
    written = " ".join(party.address)
    for open_list in edition.lists if written else ():
        for found in open_list.mentions(written, edition.policy.sure_score):
            mentioned = _mentioned(party.path, found, open_list)
            if (mentioned.entity.list, mentioned.entity.entry) not in already:
                yield mentioned


def _matched_others(payment: Payment, edition: Edition, known: Sequence[Matched]) -> Iterator[Matched]:
    """Names of others that a text or address says somebody pays or buys for, looked up as a party's name is.

    As any name in a text never more than unknown; who is matched at the same place already is not told again.
    """
    already = {(one.path, one.entity.list, one.entity.entry) for one in known}
    for path, name in dict.fromkeys(_others(payment)):
        for open_list in edition.lists:
            for candidate in open_list.find(Query(name), weight_of(edition.policy.candidate_score)):
                matched = _mentioned(path, Mention(name, candidate), open_list)
                if (path, matched.entity.list, matched.entity.entry) not in already:
                    yield matched


def _others(payment: Payment) -> Iterator[tuple[str, str]]:
    for text in payment.texts:
        for written in (text.value, *(form.value for form in text.forms)):
            yield from ((text.path, name) for name in others_named(written))
    for party in payment.parties:
        yield from ((party.path, name) for name in others_named("\n".join((party.name or "", *party.address))))


def _mentioned(path: str, found: Mention, open_list: OpenList) -> Matched:
    """A listed name found in words: who is meant stays open."""
    entity = open_list.entities[found.candidate.position]
    return Matched(
        "mentioned", path, found.text, found.candidate, entity, Answer.UNKNOWN, "name", open_list.regime_of(entity)
    )


def _matched_numbers(payment: Payment, open_list: OpenList, edition: Edition) -> Iterator[Matched]:
    """Identifiers found in free text, such as a vessel's IMO number: an equal one settles who is meant."""
    for noted in payment.identifiers:
        if check(noted.kind, noted.value) is False:
            continue
        query = Query(name="", identifiers=(Identifier(noted.kind, noted.value, True),))
        for candidate in open_list.find(query, weight_of(edition.policy.candidate_score)):
            entity = open_list.entities[candidate.position]
            role = "vessel" if noted.kind == "IMO" else "mentioned"
            yield Matched(
                role, noted.path, noted.value, candidate, entity, Answer.YES, "identifier", open_list.regime_of(entity)
            )
