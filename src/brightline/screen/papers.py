"""Papers beside a message join what the rules are asked about: parties, vessels, goods, places, statements.

The decision's `payment` stays the message's. A value of a paper keeps its place in the paper (`papers[0].goods[2]`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from brightline.beside.papers import NAMING
from brightline.goods.describe import CARRIAGE, see_goods
from brightline.nexus.facts import TIED
from brightline.nexus.papers.way import LANDLOCKED, countries_of
from brightline.nexus.route import destinations
from brightline.nexus.signs.contacts import signs_in_text
from brightline.nexus.signs.goods_kinds import is_risky, is_service, is_vague
from brightline.payments.enrich import complete
from brightline.terms import Goods, Noted, Payment, SeenGoods, Text
from brightline.terms.beside import DESCRIPTION, Beside, Paper, PaperLine

# Words by which a sentence says that something will not be. What is denied is no sign: "not for military use".
_DENIED = re.compile(
    r"\b(?:not?|never|neither|nor|none|without|non|excluding|prohibited|не|ни|нет|без|запрещ\w*)\b|n't\b|[不非未无無禁]",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\n|(?<=[。；])")
_UNNAMED = SeenGoods(
    "", None, None, "none", reading="vague",
    note="the message names no goods, and no invoice or customs declaration with an amount says which they are",
)  # fmt: skip
_PORT = "port"  # the kind, until the message is known, of a country where goods leave the ship
_KINDS = {"delivery": "arrival", "discharge": _PORT}  # where goods arrive, by the kind of place; others only pass


def with_papers(payment: Payment, beside: Beside) -> Payment:
    """The payment with everything that papers add, for rules to look at; without papers the payment itself."""
    if not beside.papers:
        return payment
    told = _written(beside.papers)
    return replace(
        payment,
        parties=(*payment.parties, *told.parties),
        texts=(*payment.texts, *told.texts),
        goods=(*payment.goods, *told.goods),
        codes=(*payment.codes, *_ports_told(told.codes, payment)),
        identifiers=(*payment.identifiers, *told.identifiers),
    )


def to_be_named(payment: Payment, beside: Beside) -> Payment:
    """The same with every text in which a name may stand: whole statements, words on goods, and makers of goods."""
    whole = with_papers(payment, beside)
    stated = {text.path for paper in beside.papers for text in _statements(paper)}
    texts = [text for text in whole.texts if text.path not in stated]
    named = [text for paper in beside.papers for text in (*_statements(paper), *_makers(paper))]
    read = {text.path for text in texts}
    goods = [Text("goods", line.words, line.path) for line in whole.goods if line.words and line.path not in read]
    return replace(whole, texts=(*texts, *named, *goods))


def settled_by_papers(
    told: Sequence[SeenGoods], named: Sequence[SeenGoods], papers: Sequence[Paper]
) -> tuple[SeenGoods, ...]:
    """The message's goods lines (`told`) and those of papers (`named`), without the vague lines that papers settle.

    An invoice or customs declaration with an amount, each line of which names goods, says what vague words mean. It
    takes away no listed, critical, sensitive or undecided goods.
    """
    grounds = tuple(f"{paper.path}." for paper in papers if paper.kind in NAMING and paper.amount is not None)
    settling = [line for line in named if line.path.startswith(grounds)] if grounds else []
    if not settling or any(line.reading in ("", "vague", "undecided") for line in settling):
        return (*told, *named) if told or not named else (_UNNAMED, *named)
    return tuple(line for line in (*told, *named) if not _is_settled(line))


def _is_settled(line: SeenGoods) -> bool:
    """Whether papers that name the goods say what a line leaves open: which they are, or what is carried."""
    return line.note.startswith(CARRIAGE) or (is_vague(line) and not is_service(line))


def goods_of_papers(beside: Beside, tiers: Mapping[str, str], critical: Mapping[str, str]) -> tuple[SeenGoods, ...]:
    """The goods that papers name; in statements and names of places only what is grave counts as goods."""
    if not beside.papers:
        return ()
    told = _written(beside.papers)
    aside = {text.path for text in told.texts if text.kind != DESCRIPTION}
    lines = see_goods(told.goods, told.texts, tiers, critical)
    return tuple(line for line in lines if line.path not in aside or is_risky(line))


@lru_cache(maxsize=2048)
def _written(papers: tuple[Paper, ...]) -> Payment:
    """The papers as if they were a message of their own, with what its values imply."""
    return complete(
        Payment(
            source="papers",
            format="papers",
            parties=tuple(party for paper in papers for party in paper.parties),
            texts=tuple(text for paper in papers for text in _texts(paper)),
            goods=tuple(_goods(line) for paper in papers for line in paper.lines),
            codes=tuple(code for paper in papers for code in _countries(paper)),
        )
    )


def _goods(line: PaperLine) -> Goods:
    words = " ".join(filter(None, (line.words, line.part_number)))
    return Goods(line.hs and re.sub(r"\D", "", line.hs), line.hs_edition, words or None, line.path)


def _texts(paper: Paper) -> Iterator[Text]:
    """The goods description, what statements affirm, and names of places."""
    yield from (text for text in paper.texts if text.kind == DESCRIPTION)
    for text in _statements(paper):
        if affirmed := " ".join(one for one in _SENTENCE.split(text.value) if one and _affirms(one)):
            yield replace(text, value=affirmed)
    yield from (Text("place", place.name, place.path) for place in paper.places if place.name)


def _affirms(sentence: str) -> bool:
    """Whether a sentence denies nothing, or what it denies is that something be told: "do not mention Russia"."""
    hides = (one.words for one in signs_in_text(sentence) if one.kind == "conceals")
    return not _DENIED.search(sentence) or any(_DENIED.search(words) for words in hides)


def _statements(paper: Paper) -> Iterator[Text]:
    return (text for text in paper.texts if text.kind != DESCRIPTION)


def _makers(paper: Paper) -> Iterator[Text]:
    return (Text("maker", line.maker, line.path) for line in paper.lines if line.maker)


def _ports_told(codes: Sequence[Noted], message: Payment) -> Iterator[Noted]:
    """Ports as places of arrival; outside Russia and Belarus not for a country without a sea, whose goods go on."""
    inland = not LANDLOCKED.isdisjoint(destinations(message))
    for code in codes:
        if code.kind == _PORT:
            passed = inland and code.value not in TIED and code.value not in LANDLOCKED
            yield replace(code, kind="country" if passed else "arrival")
        else:
            yield code


def _countries(paper: Paper) -> Iterator[Noted]:
    """Countries of places and of origin; those where goods arrive as such."""
    for place in paper.places:
        kind = _KINDS.get(place.kind, "country")
        yield from (Noted(kind, country, place.path) for country in countries_of(place))
    yield from (Noted("country", line.origin, line.path) for line in paper.lines if line.origin)
