"""Articles → stories: each with its claims, sources, differences, quotes and figures."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from brightline.media.claims import Laid, label, lay_claims
from brightline.media.derivation import derive, takes_of, trunk_of, worn
from brightline.media.differences import differences_of
from brightline.media.figures import figures_of
from brightline.media.moments import long_ago, turned
from brightline.media.quotes import quotes_of
from brightline.media.stories import STANDING, laid_beside, stories_of
from brightline.media.telling import Telling
from brightline.media.words import Worth, worth_of
from brightline.terms.press import Article, Claim, Difference, Place, Story, Witness

_ALTERING = ("critical", "major")
_DAMAGED = 3  # differences of weight from which a copy counts as damaged


def tell_stories(articles: Sequence[Article]) -> tuple[Story, ...]:
    """Every story the articles tell, in the order of their first article. Equal for equal articles in equal order."""
    return tuple(tell_story([articles[at] for at in group]) for group in stories_of(articles))


def tell_story(articles: Sequence[Article]) -> Story:
    """The one story that these articles tell."""
    group = range(len(articles))
    takes = takes_of(articles, group)
    wear = {at: worn(articles[at]) for at in group}
    standing = _standing(articles, takes, wear)
    beside = laid_beside(articles, standing, group)
    derived = derive(articles, takes, beside)
    worth = worth_of(sentence.text for article in articles for sentence in article.sentences)
    laid = lay_claims(articles, group, beside, wear, worth)
    day = _day(articles)
    wear |= _doubted(articles, laid, wear, day)
    found = [_found(articles, one, wear, day, f"c{number}") for number, one in enumerate(laid, 1)]
    claims = [
        _claim(f"c{at}", articles, one, told, worth) for at, (one, told) in enumerate(zip(laid, found, strict=True), 1)
    ]
    differences = _in_order([each for told in found for each in told], _over_time(articles, claims, wear))
    return Story(
        id=_id(articles),
        articles=tuple(one.file for one in articles),
        sources=derived.sources,
        sources_because=derived.because,
        origin=derived.origin,
        takes=tuple(tuple(articles[at].file for at in take) for take in derived.takes),
        relations=derived.relations,
        claims=_marked(claims, differences),
        differences=differences,
        quotes=tuple(quote for article in articles for quote in quotes_of(article)),
        figures=figures_of(articles, day),
    )


def _standing(articles: Sequence[Article], takes: Sequence[Sequence[int]], wear: Mapping[int, int]) -> list[int]:
    """The articles that stand for a story: of each take the one nearest to the agency, then the fullest of all."""
    trunks = [trunk_of(articles, take) for take in takes]
    others = sorted(
        set(range(len(articles))) - set(trunks), key=lambda at: (wear[at], -len(articles[at].sentences), at)
    )
    return trunks + others[: max(0, STANDING - len(trunks))]


def _day(articles: Sequence[Article]) -> date | None:
    """The first day on which a copy says it was printed."""
    days = sorted(one.published.value for one in articles if one.published)
    return date.fromisoformat(days[0]) if days else None


def _doubted(
    articles: Sequence[Article], laid: Sequence[Laid], wear: Mapping[int, int], day: date | None
) -> dict[int, int]:
    """The wear of each copy, by what three and more copies show against it: of two that stand alone, it then errs."""
    files = {articles[at].file: at for at in wear}
    found = {at: 2 * value for at, value in wear.items()}
    for one in laid:
        tellings = _tellings(articles, one, wear, day)
        several = len({telling.place.article for telling in tellings}) > 2
        against = (
            differences_of(tellings if several else tellings[:1], "", sure_alone=True)
            if several or len(tellings) == 1
            else ()
        )
        for difference in against:
            found[files[difference.place.article]] += 1
    return found


def _found(
    articles: Sequence[Article], laid: Laid, wear: Mapping[int, int], day: date | None, claim: str
) -> tuple[Difference, ...]:
    return differences_of(_tellings(articles, laid, wear, day), claim)


def _over_time(articles: Sequence[Article], claims: Sequence[Claim], wear: Mapping[int, int]) -> Iterator[Difference]:
    """Trends that an article turns round from one sentence to the next, and news it tells as long past."""
    homes = {witness.place: claim.id for claim in claims for witness in claim.witnesses}
    every: list[Telling] = []
    for at, article in enumerate(articles):
        told = [Telling(Place(article.file, one.id), one.text, wear[at]) for one in article.sentences]
        for before, one in pairwise(told):
            yield from turned(before, one, homes.get(one.place, ""))
        every += told
    yield from long_ago(every, homes)


def _in_order(found: Sequence[Difference], later: Iterator[Difference]) -> tuple[Difference, ...]:
    known = {(one.place, one.kind) for one in found}
    return (*found, *(one for one in later if (one.place, one.kind) not in known))


def _id(articles: Sequence[Article]) -> str:
    """Twelve hex digits over the sentences of all copies: the same copies are the same story under any file name."""
    texts = sorted("\n".join(sentence.text for sentence in one.sentences) for one in articles)
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _tellings(articles: Sequence[Article], laid: Laid, wear: Mapping[int, int], day: date | None) -> list[Telling]:
    return [
        Telling(
            Place(articles[at].file, articles[at].sentences[place].id),
            articles[at].sentences[place].text,
            wear[at],
            day,
        )
        for at, place in laid.members
    ]


def _claim(id: str, articles: Sequence[Article], laid: Laid, found: Sequence[Difference], worth: Worth) -> Claim:
    voice = articles[laid.voice[0]].sentences[laid.voice[1]].text
    altered = {one.place for one in found if one.severity in _ALTERING}
    witnesses = []
    for at, place in laid.members:
        sentence = articles[at].sentences[place]
        where = Place(articles[at].file, sentence.id)
        witnesses.append(Witness(where, "altered" if where in altered else label(sentence.text, voice, worth)))
    telling = {at for at, _ in laid.members}
    return Claim(id, voice, tuple(witnesses), tuple(one.file for at, one in enumerate(articles) if at not in telling))


def _marked(claims: Sequence[Claim], differences: Sequence[Difference]) -> tuple[Claim, ...]:
    """Claims that only a damaged copy tells are marked as such."""
    counts = Counter(one.place.article for one in differences if one.severity in _ALTERING)
    damaged = {article for article, count in counts.items() if count >= _DAMAGED}
    return tuple(
        replace(claim, damaged_only=all(one.place.article in damaged for one in claim.witnesses)) for claim in claims
    )
