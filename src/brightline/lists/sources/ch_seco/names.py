"""Names of the SECO list: ordered parts, each with spelling variants in Latin and other scripts."""

from __future__ import annotations

from collections.abc import Iterator

from brightline.lists.reading.entry import Entry, clean
from brightline.lists.reading.xml import Element, child, children, text_of

# Given names first, then what stands behind them, the family name last; a whole name stands alone.
_PLACES = (
    *("whole-name", "given-name", "further-given-name", "father-name", "grand-father-name", "other"),
    *("family-name", "maiden-name", "tribal-name", "suffix"),
)
_KINDS = {"primary-name": "primary", "formerly-known-as": "former"}


def add_names(entry: Entry, identity: Element, *, main: bool) -> None:
    """Every name of an identity in every spelling; the primary name of the main identity leads."""
    for name in children(identity, "name"):
        kind = _KINDS.get(name.get("name-type") or "", "alias")
        if (name.get("quality") or "").lower() == "low":
            kind = "weak"
        if kind == "primary" and not main:
            kind = "alias"
        _spellings(entry, name, kind)


def _spellings(entry: Entry, name: Element, kind: str) -> None:
    parts = [part for part in sorted(children(name, "name-part"), key=_place) if _type(part) != "title"]
    for part in children(name, "name-part"):
        if _type(part) == "title":
            entry.add("titles", text_of(child(part, "value")))
    entry.name(_joined(text_of(child(part, "value")) for part in parts), kind)
    follows = "alias" if kind == "primary" else kind
    for lang, script in _variants(parts):
        entry.name(_joined(_variant(part, lang, script) for part in parts), follows)


def _type(part: Element) -> str:
    return part.get("name-part-type") or "other"


def _place(part: Element) -> tuple[int, int]:
    order = part.get("order") or "0"
    place = _PLACES.index(_type(part)) if _type(part) in _PLACES else len(_PLACES)
    return (place, int(order) if order.isdigit() else 0)


def _variants(parts: list[Element]) -> list[tuple[str, str]]:
    """The languages and scripts in which at least one part has a variant, Latin ones first."""
    found = ((v.get("lang") or "", v.get("script") or "") for part in parts for v in children(part, "spelling-variant"))
    return sorted(dict.fromkeys(found), key=lambda each: each[1].upper() not in ("", "LATN"))


def _variant(part: Element, lang: str, script: str) -> str:
    """The part in this language and script; in Latin script the value itself stands for a part without a variant."""
    for variant in children(part, "spelling-variant"):
        if (variant.get("lang") or "", variant.get("script") or "") == (lang, script):
            return text_of(variant)
    return text_of(child(part, "value")) if script.upper() in ("", "LATN") else ""


def _joined(parts: Iterator[str]) -> str:
    return " ".join(text for part in parts if (text := clean(part)) and text != "-")
