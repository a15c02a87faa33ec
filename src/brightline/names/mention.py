"""Listed names inside free text, such as remittance lines. Strong evidence only, so that ordinary text stays silent.

A name counts as mentioned when its words stand together in the text: at least two that say who (not "company" or
"trading"), or one beside its legal form or rare enough to tell a firm by itself (`one_word`), nothing that says who
lacking, and the whole reaching the threshold. A BIC, an IMO number or a tax number in the text counts by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from brightline.names.align import align
from brightline.names.compare import compare
from brightline.names.forms import form_at
from brightline.names.identifiers import SETTLING
from brightline.names.index import NameIndex
from brightline.names.one_word import told_by_one_word
from brightline.names.placed import Placed, placed_words
from brightline.names.read import Name, name_of, read_name
from brightline.names.scores import weight_of
from brightline.names.words import Word
from brightline.terms import Candidate, Identifier, ListedEntity, Query
from brightline.text.countries import is_place

_CHUNK, _OVERLAP = 48, 12  # words looked at together; no listed name is longer than the overlap
_SAYS_WHO = 2200  # a word of at least this weight says who, not what kind
_SMALL_LACK = 450  # a word that costs no more may lack: a patronymic, "company"
_ENOUGH = 9000  # what the words that say who must weigh together
_LONG_WORD = 6  # letters of a word that may stand alone beside its legal form
_NUMBERED = re.compile(
    r"(?<!\w)(?:(?P<IMO>IMO[\s:No.]*(?P<imo>\d{7}))|(?P<INN>(?:INN|ИНН)[\s:/]*(?P<inn>\d{12}|\d{10}))"
    r"|(?P<OGRN>(?:OGRN|ОГРН)[\s:/]*(?P<ogrn>\d{15}|\d{13}))|(?P<BIC>(?P<bic>[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)))(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A listed name in a text: the words of the text, and the candidate they stand for."""

    text: str
    candidate: Candidate


def find_mentions(text: str, index: NameIndex, threshold: float) -> tuple[Mention, ...]:
    """Listed names in a free text, each entity once, the strongest first.

    `threshold` is a score; the candidate of each mention reaches it.
    """
    found: dict[int, Mention] = {}
    placed = placed_words(text)
    for mention in (*_numbered(text, index), *_named(text, placed, index), *_told(text, placed, index)):
        kept = found.get(mention.candidate.position)
        if mention.candidate.weight >= weight_of(threshold) and (
            kept is None or mention.candidate.weight > kept.candidate.weight
        ):
            found[mention.candidate.position] = mention
    ordered = sorted(found.values(), key=lambda one: (-one.candidate.weight, one.candidate.list, one.candidate.entry))
    return tuple(ordered)


def _numbered(text: str, index: NameIndex) -> list[Mention]:
    """Entities whose identifier stands in the text."""
    found = []
    for match in _NUMBERED.finditer(text):
        scheme = next(name for name in ("IMO", "INN", "OGRN", "BIC") if match.group(name))
        assert scheme in SETTLING
        query = Query("", identifiers=(Identifier(scheme, match.group(scheme.lower())),))
        for at in index.identified(query):
            found.append(Mention(match.group(), compare(query, index.entities[at], at)))
    return found


def _told(text: str, placed: list[Placed], index: NameIndex) -> list[Mention]:
    """Firms named by one word that says who: of those that the same words may mean, the likeliest."""
    found: dict[str, list[Mention]] = {}
    for span, at in dict.fromkeys(told_by_one_word(text, placed, index)):
        if not is_place(span):
            found.setdefault(span, []).append(Mention(span, compare(Query(span), index.entities[at], at)))
    most = {span: max([one.candidate.weight for one in mentions]) for span, mentions in found.items()}
    return [one for span, mentions in found.items() for one in mentions if one.candidate.weight == most[span]]


def _named(text: str, placed: list[Placed], index: NameIndex) -> list[Mention]:
    """Entities named in the text by two words or more that say who, or one beside its legal form."""
    found = []
    for first in range(0, max(1, len(placed) - _OVERLAP), _CHUNK - _OVERLAP):
        chunk = placed[first : first + _CHUNK]
        for at in _worth_a_look(chunk, index):
            entity = int(index.name_entity(at))
            best = _best_window(chunk, index.name_text(at), index.entities[entity])
            if best is not None:
                span = text[best[0].start : best[-1].end].strip(" ,.;:()\"'")
                if not is_place(span):
                    found.append(Mention(span, compare(Query(span), index.entities[entity], entity)))
    return found


def _worth_a_look(chunk: list[Placed], index: NameIndex) -> list[int]:
    """Places of listed names whose words that say who may all be in the text, or one of them beside a legal form."""
    words = {placed.word.plain: placed.word for placed in chunk if placed.word.weight >= _SAYS_WHO}
    if not words:
        return []
    found = index.names_with(words.values(), _ENOUGH - 2 * _SMALL_LACK)
    beside = _beside_forms(chunk)
    if beside:
        found += index.names_with(beside, _LONG_WORD * 1000)
    return sorted(set(found))


def _beside_forms(chunk: list[Placed]) -> list[Word]:
    """Words that say who, first or second before or after a legal form; words that say what kind are passed over."""
    written = [placed.word.written for placed in chunk]
    words: dict[str, Word] = {}
    for at in range(len(chunk)):
        length, kind = form_at(written, at)
        if kind:
            for side in (chunk[max(0, at - 6) : at][::-1], chunk[at + length : at + length + 6]):
                who = [placed.word for placed in side if placed.word.weight >= _SAYS_WHO]
                words.update((word.plain, word) for word in who[:2])
    return list(words.values())


def _best_window(chunk: list[Placed], listed: str, entity: ListedEntity) -> list[Placed] | None:
    """The stretch of text that fits a listed name best, if one fits well enough."""
    best: tuple[int, list[Placed]] | None = None
    for theirs in read_name(listed, entity.schema == "Person"):
        keys = {word.key for word in theirs.words}
        initials = {word.sound[:1] for word in theirs.words}
        for first, placed in enumerate(chunk):
            if placed.word.key not in keys and placed.word.sound[:1] not in initials:
                continue
            for last in range(first + 1, min(len(chunk), first + len(theirs.words) + 1) + 1):
                window = chunk[first:last]
                weight = _fits(chunk, first, last, theirs)
                if weight and (best is None or weight > best[0]):
                    best = (weight, window)
    return best[1] if best else None


def _fits(chunk: list[Placed], first: int, last: int, theirs: Name) -> int:
    """The weight of a stretch of text against a reading; 0 when the evidence is not strong."""
    ours = name_of(tuple([placed.word for placed in chunk[first:last]]))
    aligned = align(ours, theirs)
    if aligned.extra or any(theirs.words[at].lack > _SMALL_LACK for at in aligned.missing):
        return 0
    who = [
        (pair.weight, theirs.words[pair.theirs].sound)
        for pair in aligned.pairs
        if pair.kind != "word-initial" and theirs.words[pair.theirs].weight >= _SAYS_WHO
    ]
    if len(who) >= 2 and sum(weight for weight, _ in who) >= _ENOUGH:
        return aligned.weight
    if len(who) == 1 and len(who[0][1]) >= _LONG_WORD and aligned.pairs[0].kind == "word-same" and theirs.form:
        return aligned.weight if _form_beside(chunk, first, last) == theirs.form else 0
    return 0


def _form_beside(chunk: list[Placed], first: int, last: int) -> str | None:
    """The kind of legal form written right before or after a stretch of text."""
    words = [placed.word.written for placed in chunk]
    for at in range(max(0, first - 4), first):
        length, kind = form_at(words, at)
        if kind and at + length == first:
            return kind
    return form_at(words, last)[1] if last < len(words) else None
