"""A page in HTML → flat text, a line a block, headings and captions on lines of their own; what `clean` then judges."""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as pages

_SILENT = {"script", "style", "noscript", "template", "svg", "iframe", "head", "form", "button", "select", "input"}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "title", "figcaption")
_PARTS = (
    "p",
    "div",
    "li",
    "blockquote",
    "section",
    "article",
    "td",
    "tr",
    "br",
    "time",
    "main",
    "ul",
    "ol",
    "table",
    "figure",
    "aside",
    "footer",
    "header",
    "nav",
    "dt",
    "dd",
    "hr",
)
_BLOCKS = frozenset({*_HEADINGS, *_PARTS, "pre", "address"})
_META = (
    ("article:published_time", "date"),
    ("og:site_name", "outlet"),
    ("author", "author"),
    ("article:author", "author"),
)


def flat_text(text: str) -> str:
    """The visible text of a page, blocks on lines of their own; its date, author and outlet from the head first."""
    parser = pages.HTMLParser(no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        page = pages.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return re.sub(r"<[^>]{0,2000}>", "\n", text)
    lines = list(_heads(page))
    _walk(page, lines)
    return "\n".join(line for line in (re.sub(r"\s+", " ", one).strip() for one in "".join(lines).split("\n")) if line)


def _heads(page: pages.HtmlElement) -> list[str]:
    found = {}
    for meta in page.iter("meta"):
        name, value = meta.get("property") or meta.get("name") or "", (meta.get("content") or "").strip()
        for wanted, kind in _META:
            if name == wanted and value and kind not in found:
                found[kind] = value
    lines = []
    if "date" in found:
        lines.append(f"date {found['date'][:10]}\n")
    if "author" in found and not found["author"].startswith("http"):
        lines.append(f"By {found['author']}\n")
    if "outlet" in found:
        lines.append(f"© {found['outlet']}.\n")
    return lines


def _walk(page: pages.HtmlElement, lines: list[str]) -> None:
    """Text in the order of the page, without recursion: a page may nest as deep as it likes."""
    for event, node in etree.iterwalk(page, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            if tag in _BLOCKS:
                lines.append("\n")
            if node.text and not _silent(node):
                lines.append(node.text)
        else:
            if tag in _BLOCKS:
                lines.append("\n")
            parent = node.getparent()
            if node.tail and parent is not None and not _silent(parent):
                lines.append(node.tail)


def _silent(node: etree._Element) -> bool:
    """Whether a node's text is not seen."""
    return node.tag in _SILENT or any(above.tag in _SILENT for above in node.iterancestors())
