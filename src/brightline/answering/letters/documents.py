"""The documents a letter asks for, out of what a decision says would settle it: documents.yaml and words.yaml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from brightline.errors import Refused
from brightline.screen.plain import Json, maps
from brightline.text.marks import Entry, parse_yaml

LANGUAGES = ("en", "zh", "ru")
WORDS = ("dear", "about", "until", "how", "thanks", "close")


@dataclass(frozen=True, slots=True)
class Document:
    """A document to ask for, in each language."""

    name: str
    settles: tuple[str, ...]
    says: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Table:
    documents: tuple[Document, ...]
    ours: tuple[str, ...]
    words: Mapping[str, Mapping[str, str]]


def documents_for(line: Json) -> tuple[Document, ...]:
    """The documents that would settle what the decision leaves open and a customer can give, each once."""
    wanted = [one for lack in maps(line, "unknowns") for one in fitting(str(lack.get("would_settle") or ""))]
    return tuple({one.name: one for one in wanted}.values())


def fitting(settles: str) -> Sequence[Document]:
    """The documents that a sentence of what would settle something names; none where the bank looks itself."""
    if is_ours(settles):
        return ()
    return [one for one in _table().documents if any(words in settles for words in one.settles)]


def is_ours(settles: str) -> bool:
    """Whether it is for the bank itself to find out."""
    return any(words in settles for words in _table().ours)


def words_in(language: str) -> Mapping[str, str]:
    """The words around the documents. Raises Refused naming the languages there are."""
    if language not in _table().words:
        raise Refused("language", repr(language[:20]), f"one of {', '.join(LANGUAGES)}")
    return _table().words[language]


@lru_cache(maxsize=1)
def _table() -> _Table:
    entry = _read("documents.yaml")
    documents = tuple(_document(one.entry()) for one in entry.take("documents").items())
    ours = entry.take("ours").words()
    entry.close()
    letters = _read("words.yaml")
    words = dict(_letter(one.entry()) for one in letters.take("letters").items())
    letters.close()
    return _Table(documents, ours, words)


def _read(name: str) -> Entry:
    text = files("brightline.answering.letters").joinpath(name).read_text(encoding="utf-8")
    return parse_yaml(text, name).entry()


def _document(entry: Entry) -> Document:
    name, settles = entry.take("document").text(), entry.take("settles").words()
    says = {language: entry.take(language).text() for language in LANGUAGES}
    entry.close()
    return Document(name, settles, says)


def _letter(entry: Entry) -> tuple[str, Mapping[str, str]]:
    language = entry.take("language").word(LANGUAGES)
    said = {name: entry.take(name).text() for name in WORDS}
    entry.close()
    return language, said
