"""Bytes of a file → an article, or the sentence that says why there is none."""

from __future__ import annotations

from dataclasses import replace

from brightline.errors import UnreadableMessage
from brightline.media.clean import clean
from brightline.media.html_pages import flat_text
from brightline.media.opening import is_html, open_text
from brightline.media.parting import parts_of
from brightline.terms.press import Article

_LONGEST_LINE = 200_000  # characters; no paragraph is longer, and one longer is cut at blanks


def read_articles(data: bytes, file: str) -> tuple[Article, ...]:
    """The articles in a file: one, or each story of several apart, as `file#1`, `file#2`, … in order.

    Raises UnreadableMessage where there is no text, or no sentence in it.
    """
    text = _text(data, file)
    whole = _article(text, file)
    parts = list(parts_of(text, whole))
    if len(parts) == 1:
        return (whole,)
    notes = (f"one of {len(parts)} stories in {file}",)
    return tuple(replace(_article(part, f"{file}#{number}"), notes=notes) for number, part in enumerate(parts, 1))


def read_article(data: bytes, file: str) -> Article:
    """The article in a file, text or HTML, whole. Raises UnreadableMessage as `read_articles` does."""
    return _article(_text(data, file), file)


def _text(data: bytes, file: str) -> str:
    text = open_text(data, file)
    return _broken(flat_text(text) if is_html(text) else text)


def _article(text: str, file: str) -> Article:
    article = clean(text, file)
    if not article.sentences:
        raise UnreadableMessage(file, "no sentence of a story", "an article as text or HTML")
    return article


def _broken(text: str) -> str:
    """The text with lines beyond all measure broken at blanks, so that no line costs more than its length."""
    if all(len(line) <= _LONGEST_LINE for line in text.split("\n")):
        return text
    lines = []
    for line in text.split("\n"):
        while len(line) > _LONGEST_LINE:
            cut = line.rfind(" ", 1, _LONGEST_LINE)
            cut = cut if cut > 0 else _LONGEST_LINE
            lines.append(line[:cut])
            line = line[cut:]
        lines.append(line)
    return "\n".join(lines)
