"""Articles → stories: each with its claims, sources, differences, quotes and figures."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from brightline.media.alignment import Paired
from brightline.media.claims import Laid, label, lay_claims
from brightline.media.derivation import derive, worn
from brightline.media.differences import Telling, differences_of
from brightline.media.figures import figures_of
from brightline.media.quotes import quotes_of
from brightline.media.stories import stories_of
from brightline.media.words import Worth, worth_of
from brightline.terms.press import Article, Claim, Difference, Place, Story, Witness

_ALTERING = ("critical", "major")
_DAMAGED = 3  # differences of weight from which a copy counts as damaged


def tell_stories(articles: Sequence[Article]) -> tuple[Story, ...]:
    """Every story the articles tell, in the order of their first article. Equal for equal articles in equal order."""
    groups, aligned = stories_of(articles)
    return tuple(_story(articles, group, aligned) for group in groups)


def _story(
    articles: Sequence[Article], group: Sequence[int], aligned: Mapping[tuple[int, int], tuple[Paired, ...]]
) -> Story:
    inside = set(group)
    pairs = {key: value for key, value in aligned.items() if key[0] in inside and key[1] in inside}
    derived = derive(articles, group, pairs)
    told = [articles[at] for at in group]
    worth = worth_of(sentence.text for article in told for sentence in article.sentences)
    wear = {at: worn(articles[at]) for at in group}
    laid = lay_claims(articles, group, pairs, wear, worth)
    wear |= _doubted(articles, laid, wear)
    differences: list[Difference] = []
    claims: list[Claim] = []
    for number, one in enumerate(laid, 1):
        found = differences_of(_tellings(articles, one, wear), f"c{number}")
        differences += found
        claims.append(_claim(f"c{number}", articles, group, one, found, worth))
    return Story(
        id=_id(told),
        articles=tuple(one.file for one in told),
        sources=derived.sources,
        sources_because=derived.because,
        origin=derived.origin,
        takes=tuple(tuple(articles[at].file for at in take) for take in derived.takes),
        relations=derived.relations,
        claims=_marked(claims, differences),
        differences=tuple(differences),
        quotes=tuple(quote for article in told for quote in quotes_of(article)),
        figures=figures_of(told),
    )


def _doubted(articles: Sequence[Article], laid: Sequence[Laid], wear: Mapping[int, int]) -> dict[int, int]:
    """The wear of each copy, by what three and more copies show against it: of two that stand alone, it then errs."""
    files = {articles[at].file: at for at in wear}
    found = {at: 100 * value for at, value in wear.items()}
    for one in laid:
        tellings = _tellings(articles, one, wear)
        several = len({telling.place.article for telling in tellings}) > 2
        against = differences_of(tellings if several else tellings[:1], "") if several or len(tellings) == 1 else ()
        for difference in against:
            found[files[difference.place.article]] += 1
    return found


def _id(articles: Sequence[Article]) -> str:
    """Twelve hex digits over the sentences of all copies: the same copies are the same story under any file name."""
    texts = sorted("\n".join(sentence.text for sentence in one.sentences) for one in articles)
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _tellings(articles: Sequence[Article], laid: Laid, wear: Mapping[int, int]) -> list[Telling]:
    return [
        Telling(
            Place(articles[at].file, articles[at].sentences[place].id), articles[at].sentences[place].text, wear[at]
        )
        for at, place in laid.members
    ]


def _claim(
    id: str, articles: Sequence[Article], group: Sequence[int], laid: Laid, found: Sequence[Difference], worth: Worth
) -> Claim:
    voice = articles[laid.voice[0]].sentences[laid.voice[1]].text
    altered = {one.place for one in found if one.severity in _ALTERING}
    witnesses = []
    for at, place in laid.members:
        sentence = articles[at].sentences[place]
        where = Place(articles[at].file, sentence.id)
        witnesses.append(Witness(where, "altered" if where in altered else label(sentence.text, voice, worth)))
    telling = {at for at, _ in laid.members}
    return Claim(id, voice, tuple(witnesses), tuple(articles[at].file for at in group if at not in telling))


def _marked(claims: Sequence[Claim], differences: Sequence[Difference]) -> tuple[Claim, ...]:
    """Claims that only a damaged copy tells are marked as such."""
    counts: dict[str, int] = {}
    for one in differences:
        if one.severity in _ALTERING:
            counts[one.place.article] = counts.get(one.place.article, 0) + 1
    damaged = {article for article, count in counts.items() if count >= _DAMAGED}
    return tuple(
        replace(claim, damaged_only=all(one.place.article in damaged for one in claim.witnesses)) for claim in claims
    )
