"""Persons, bodies and places that a story names, beside the listed entities they may be.

A name in the news is no party of a payment: what is found here is evidence for a reviewer, never more.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brightline.media.han_names import han_names
from brightline.media.times import MONTHS, WEEKDAYS
from brightline.media.vocabulary import vocabulary
from brightline.names.scores import weight_of
from brightline.screen.edition import Edition, OpenList
from brightline.terms import Query
from brightline.terms.press import Article
from brightline.text.countries import is_place

_WORD = r"[A-ZА-ЯЁ][\w’'-]+"
_NAME = re.compile(rf"{_WORD}(?:(?: (?:of|of the|for|de|van|von|al|bin))?(?: {_WORD}))*")
_TITLES = re.compile(
    r"^(?:(?:[A-Z]\w+(?:an|ese|ish|ch)|US|UK|EU|State|Vice|Prime|Foreign|Former) )*"
    r"(?:President|Premier|Prime Minister|Minister|Secretary of State|Secretary|Mr|Mrs|Ms|Dr|Chancellor|King|General"
    r"|Президент|Премьер|Министр) "
)
_SCHEMAS = {"person": ("Person",), "organization": ("Company", "Organization", "LegalEntity")}
# What a story must say of a name near it, for the mention to weigh against a party.
_ADVERSE = re.compile(
    r"\b(?:sanction\w*|smuggl\w*|evad\w*|evasion|launder\w*|fraud\w*|brib\w*|indict\w*|arrest\w*|charged|convicted|"
    r"shell compan\w*|front compan\w*|export controls?|blacklist\w*|weapons?|military|procure\w*|embargo\w*|fined|"
    r"raid\w*|contrebande|blanchiment|corruption|detained|convict\w*|forged)\b"
    r"|санкци|контрабанд|отмывани|мошеннич|арестов|обвин|вооружени|экспортн\w+ контрол"
    r"|制裁|走私|洗钱|逮捕|出口管制|欺诈|贿赂|军火",
    re.I,
)
_POLITICS = re.compile(
    r"\b(?:president|prime minister|premier|minister|secretary of state|king|chancellor|leader|kremlin|"
    r"parliament|summit|président|ministre|sommet)\b"
    r"|президент|премьер|министр|парламент|саммит|总统|主席|总理|部长|外长|峰会|外交部",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A listed entity that a mentioned name may be."""

    list: str
    entry: str
    score: float


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a story. `kind`: person, organization, place or name; `context`: adverse, political or neutral."""

    name: str
    kind: str
    articles: tuple[str, ...]
    context: str
    listed: tuple[Listed, ...] = ()


def mentions_of(articles: Sequence[Article], edition: Edition | None = None) -> tuple[Named, ...]:
    """Every name of a story once, by how often it stands there; with an edition, the listed entities it may be."""
    files: dict[str, dict[str, None]] = defaultdict(dict)
    around: dict[str, list[str]] = defaultdict(list)
    counts: Counter[str] = Counter()
    for article in articles:
        for sentence in article.sentences:
            for name in names_in(sentence.text):
                files[name][article.file] = None
                around[name].append(sentence.text)
                counts[name] += 1
    _family_names(files, around, counts)
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    return tuple(_named(name, tuple(files[name]), around[name], edition) for name in ordered)


def _family_names(files: dict[str, dict[str, None]], around: dict[str, list[str]], counts: Counter[str]) -> None:
    """A single word that ends exactly one longer name of the story is that name told short: "Putin"."""
    for short in [name for name in counts if " " not in name and not is_place(name)]:
        longer = [name for name in counts if name.endswith(f" {short}")]
        if len(longer) == 1:
            counts[longer[0]] += counts.pop(short)
            files[longer[0]] |= files.pop(short)
            around[longer[0]] += around.pop(short)


def names_in(text: str) -> Iterator[str]:
    """Runs of words with capitals that are names: of two words and more, or one that does not begin the sentence.

    In Chinese: persons and bodies by the words around them, and places.
    """
    if _HAN.search(text):
        yield from han_names(text)
    for found in _NAME.finditer(text):
        begins = text[: found.start()].strip(" “\"'«") == ""
        for name in re.split(r"['’]s(?: |$)", found[0]):
            first, _, rest = name.partition(" ")
            if begins and first.lower() in vocabulary().says_nothing | vocabulary().language["en"]:
                name, begins = rest, False
            name = _TITLES.sub("", name)
            if len(name) > 2 and (" " in name or not begins) and not _CALENDAR.fullmatch(name):
                yield name


_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
_HAN_BODY = re.compile(r"(?:公司|银行|集团|大学|研究所|研究院|厂)$")
_CALENDAR = re.compile(rf"(?:{'|'.join((*WEEKDAYS, *MONTHS))})(?:-\w+)?", re.I)
_BODY = re.compile(
    r"\b(?:Bank|Ministry|Cent(?:er|re)|Group|Institute|University|Company|Corp\w*|Ltd|LLC|OOO|PAO|AO|JSC|Inc|Treasury|"
    r"Council|Union|Agency|Committee|Commission|Court|Party|Fund|Exchange|Holding|Plant|Factory|News)\b"
)

_LAND = re.compile(
    r"^(?:Port|Cape|Mount|Lake|Gulf|Strait|River|Sea|Bay) |"
    r" (?:River|Island|Islands|Province|Region|District|City|Bay|Sea|Strait|Peninsula|Valley|Mountains)$"
)


def _named(name: str, files: tuple[str, ...], around: Sequence[str], edition: Edition | None) -> Named:
    kind = _kind(name, around)
    listed = (
        tuple(_listed(name, kind, edition)) if edition and kind != "place" and (" " in name or _HAN.match(name)) else ()
    )
    return Named(name, kind, files, _context(name, around), listed)


def _kind(name: str, around: Sequence[str]) -> str:
    if is_place(name) or _LAND.search(name):
        return "place"
    if _BODY.search(name) or _HAN_BODY.search(name):
        return "organization"
    if _HAN.match(name):
        return "person"
    if all(re.search(rf"\b(?:in|near) {re.escape(name)}\b", text) for text in around):
        return "place"  # the story never says more of it than that something is there
    return "person" if 2 <= len(name.split()) <= 4 and " of " not in name else "name"


def _context(name: str, around: Sequence[str]) -> str:
    """What the sentences around a name are about. A head of state in a political story weighs against nobody."""
    political = sum(bool(_POLITICS.search(text)) for text in around)
    adverse = sum(bool(_ADVERSE.search(text)) for text in around)
    if political * 4 >= len(around):
        return "political"
    return "adverse" if adverse * 2 >= len(around) else "neutral"


def _listed(name: str, kind: str, edition: Edition) -> Iterator[Listed]:
    for open_list in edition.lists:
        yield from _in_list(name, kind, open_list, edition)


def _in_list(name: str, kind: str, open_list: OpenList, edition: Edition) -> Iterator[Listed]:
    for candidate in open_list.find(Query(name), weight_of(edition.policy.candidate_score)):
        if kind not in _SCHEMAS or candidate.schema in _SCHEMAS[kind]:
            yield Listed(candidate.list, candidate.entry, candidate.score)
