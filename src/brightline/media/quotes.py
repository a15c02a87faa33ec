"""Words with their speakers: whole quotes, part quotes and speech told indirectly, with the chain behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brightline.media.credits import agencies_told
from brightline.media.speakers import Speaker, speaker_of
from brightline.terms.press import Article, Place, Quote, Sentence

_QUOTED = re.compile(r"[“\"«”]\s?(?P<words>[^“”\"«»]{2,600}?)\s?(?:[”\"»“]|$)")
_PERSON = re.compile(r"\b(?!The |But |And |In |A )[A-Z][\w’-]+ [A-Z][\w’-]+\b")
_WHOLE = 6  # words from which a quote is a sentence of its own


@dataclass(slots=True)
class _Last:
    """The speaker of the sentence before, who goes on where a quote begins without a name."""

    speaker: Speaker | None = None
    quoting: bool = False
    agency: tuple[str, ...] = ()


def quotes_of(article: Article) -> tuple[Quote, ...]:
    """Every quote of an article with its speaker, in order; one whose speaker cannot be told has none."""
    last = _Last()
    found: list[Quote] = []
    for at, sentence in enumerate(article.sentences):
        coming = article.sentences[at + 1] if at + 1 < len(article.sentences) else None
        found += _in_sentence(article, sentence, coming, last)
    return tuple(found)


def _in_sentence(article: Article, sentence: Sentence, coming: Sentence | None, last: _Last) -> Iterator[Quote]:
    speaker = _resolved(speaker_of(sentence.text), sentence.text, last)
    told = tuple(one.value for one in agencies_told(sentence.text))
    spans = list(_spans(sentence.text))
    opens = sentence.text.lstrip()[:1] in '“"«'
    if speaker is None and spans and opens and last.quoting:
        speaker, told = last.speaker, last.agency
    chain_end = tuple(one for one in (*told, article.outlet.value if article.outlet else "") if one)
    for words in spans:
        ended = opens and words[-1:] in ".!?…"
        whole = ended or (len(words.split()) >= _WHOLE and (opens or words[:1].isupper()))
        who = speaker
        place = Place(article.file, sentence.id)
        chain = (who.who, *chain_end) if who else chain_end
        yield Quote(who.who if who else None, who.role if who else None, words.strip(" ,"), whole, place, chain)
    if not spans and speaker is not None:
        words = (sentence.text[: speaker.span[0]] + sentence.text[speaker.span[1] :]).strip(" ,.")
        if len(words.split()) > 3:
            chain = (speaker.who, *chain_end)
            yield Quote(speaker.who, speaker.role, words, False, Place(article.file, sentence.id), chain)
    if speaker is not None or not (spans and opens):
        last.speaker, last.agency = speaker, told
    last.quoting = bool(spans) and (opens or speaker is not None)


def _resolved(speaker: Speaker | None, text: str, last: _Last) -> Speaker | None:
    """A pronoun stands for the person named before it in the sentence, else for the last speaker."""
    if speaker is None or not speaker.pronoun:
        return speaker
    named = [one for one in _PERSON.finditer(text) if one.end() < speaker.span[0]]
    if named:
        return Speaker(named[-1][0], None, speaker.span)
    if last.speaker is not None:
        return Speaker(last.speaker.who, last.speaker.role, speaker.span)
    return None


def _spans(text: str) -> Iterator[str]:
    """The words between quotation marks; a mark left open reaches to the end of the sentence."""
    for found in _QUOTED.finditer(text):
        words = found["words"].strip()
        if words:
            yield words


def speakers_by_sentence(quotes: Sequence[Quote]) -> dict[Place, Quote]:
    """The first quote of each sentence that has a speaker."""
    found: dict[Place, Quote] = {}
    for quote in quotes:
        if quote.speaker:
            found.setdefault(quote.place, quote)
    return found
