"""Articles and stories as JSON lines, in the shape others rely on."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from brightline.media.mentions import Named
from brightline.terms.press import Article, Claim, Difference, Figure, Place, Quote, Relation, Story, Told


def article_json(article: Article) -> dict[str, object]:
    """One line for an article: what was removed, what was kept, and the facts of its page."""
    return {
        "kind": "article",
        "file": article.file,
        "language": article.language,
        "title": _value(article.title),
        "outlet": _value(article.outlet),
        "author": _value(article.author),
        "published": _value(article.published),
        "dateline": _value(article.dateline),
        "agency": [one.value for one in article.agencies],
        "shown_by": _shown(article),
        "removed": [{"text": one.text, "kind": one.kind, "start": one.start} for one in article.removed],
        "sentences": [{"id": one.id, "text": one.text, "start": one.start} for one in article.sentences],
        "notes": list(article.notes),
    }


def _value(told: Told | None) -> str | None:
    return told.value if told else None


def _shown(article: Article) -> dict[str, str]:
    """The text that shows each fact of the page."""
    facts = {name: getattr(article, name) for name in ("title", "outlet", "author", "published", "dateline")}
    return {name: told.shown_by for name, told in facts.items() if told} | {
        f"agency {told.value}": told.shown_by for told in article.agencies
    }


def story_json(story: Story, mentions: Sequence[Named] = ()) -> dict[str, object]:
    """One line for a story."""
    return {
        "kind": "story",
        "id": story.id,
        "articles": list(story.articles),
        "independent_sources": story.sources,
        "sources_because": story.sources_because,
        "origin": story.origin,
        "takes": [list(one) for one in story.takes],
        "relations": [_relation(one) for one in story.relations],
        "claims": [_claim(one) for one in story.claims],
        "differences": [_difference(one) for one in story.differences],
        "quotes": [_quote(one) for one in story.quotes],
        "figures": [_figure(one) for one in story.figures],
        "mentions": [_mention(one) for one in mentions],
    }


def _relation(one: Relation) -> dict[str, object]:
    return {"from": one.source, "to": one.copy, "type": one.kind, "confidence": one.confidence, "why": one.why}


def _place(place: Place) -> dict[str, object]:
    return {"article": place.article, "sentence": place.sentence}


def _claim(one: Claim) -> dict[str, object]:
    return {
        "id": one.id,
        "text": one.text,
        "witnesses": [_place(each.place) | {"label": each.label} for each in one.witnesses],
        "missing": list(one.missing),
        "damaged_only": one.damaged_only,
    }


def _difference(one: Difference) -> dict[str, object]:
    told = {"kind": one.kind, "says": one.says, "others_say": one.others_say, "severity": one.severity}
    return _place(one.place) | told | {"claim": one.claim}


def _quote(one: Quote) -> dict[str, object]:
    said = {"speaker": one.speaker, "role": one.role, "words": one.words, "direct": one.direct}
    return said | _place(one.place) | {"chain": list(one.chain)}


def _mention(one: Named) -> dict[str, object]:
    listed = [{"list": each.list, "entry": each.entry, "score": each.score} for each in one.listed]
    return {
        "name": one.name,
        "type": one.kind,
        "articles": list(one.articles),
        "context": one.context,
        "listed": listed,
    }


def _figure(one: Figure) -> dict[str, object]:
    number = Decimal(one.value)
    value = int(number) if number == number.to_integral_value() else float(number)
    told = {"value": value, "unit": one.unit, "period": one.period, "words": one.words}
    return told | {"source": one.source, "articles": list(one.articles)}
