"""Bytes of a file → an article, or the sentence that says why there is none."""

from __future__ import annotations

from brightline.errors import UnreadableMessage
from brightline.media.clean import clean
from brightline.media.html_pages import flat_text
from brightline.media.opening import is_html, open_text
from brightline.terms.press import Article

_LONGEST_LINE = 200_000  # characters; no paragraph is longer, and one longer is cut at blanks


def read_article(data: bytes, file: str) -> Article:
    """The article in a file, text or HTML. Raises UnreadableMessage where there is no text, or no sentence in it."""
    text = open_text(data, file)
    article = clean(_broken(flat_text(text) if is_html(text) else text), file)
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
