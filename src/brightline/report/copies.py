"""One story of the press side by side: the wording that stands for it, how each copy tells it, what each gets wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from brightline.report.reading import LINE, MANY, NAME, PASSAGE, Json, parts, shown, whole, word, words

Piece = tuple[str, str, str]  # a run of text, how grave what it says is ("" for nothing), and what the others say


@dataclass(frozen=True, slots=True)
class CopyView:
    """One article as printed. `body`: its runs in order, each with what was removed it is ("" for the story itself)."""

    tag: str
    file: str
    title: str
    facts: tuple[str, ...]
    body: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TellingView:
    """How a copy tells a claim. `unplaced`: differences whose words do not stand in the sentence as told."""

    tag: str
    label: str
    pieces: tuple[Piece, ...]
    unplaced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with the copies that tell it, in two halves, and those that do not."""

    id: str
    text: str
    same: tuple[str, ...]
    left: tuple[TellingView, ...]
    right: tuple[TellingView, ...]
    missing: tuple[str, ...]
    damaged: bool


def tags_of(files: Sequence[str]) -> dict[str, str]:
    """A short tag for each article of a story: A, B, …, Z, A2, …"""
    return {file: chr(65 + at % 26) + (str(at // 26 + 1) if at >= 26 else "") for at, file in enumerate(files)}


def copy_view(article: Json, tag: str) -> CopyView:
    """An article line as a copy."""
    facts = [
        f"{name} {told}" for name in ("outlet", "author", "published", "dateline") if (told := word(article, name))
    ]
    facts += [f"credits {agency}" for agency in words(article, "agency", NAME)]
    spans = [(whole(one, "start"), word(one, "text", PASSAGE), "") for one in parts(article, "sentences")]
    spans += [(whole(one, "start"), word(one, "text"), word(one, "kind", NAME)) for one in parts(article, "removed")]
    body = tuple((text, kind) for _, text, kind in sorted(spans))
    return CopyView(
        tag, word(article, "file", NAME), word(article, "title"), tuple(facts), body, words(article, "notes")
    )


def claim_views(story: Json, articles: Mapping[str, Json], tags: Mapping[str, str]) -> Iterator[ClaimView]:
    """The claims of a story in order; the sentences of its copies are taken from the article lines."""
    texts = {
        (file, str(one.get("id"))): word(one, "text", PASSAGE)
        for file in tags
        for one in parts(articles.get(file, {}), "sentences")
    }
    found: dict[tuple[str, str], list[Json]] = {}
    for one in parts(story, "differences"):
        found.setdefault(_place(one), []).append(one)
    for claim in parts(story, "claims"):
        yield _claim(claim, texts, found, tags)


def _place(told: Json) -> tuple[str, str]:
    return str(told.get("article")), str(told.get("sentence"))


def _claim(
    claim: Json,
    texts: Mapping[tuple[str, str], str],
    found: Mapping[tuple[str, str], Sequence[Json]],
    tags: Mapping[str, str],
) -> ClaimView:
    same, others = [], []
    for witness in parts(claim, "witnesses"):
        place = _place(witness)
        tag, label = tags.get(place[0], "?"), word(witness, "label", NAME)
        if label == "same" and place not in found:
            same.append(tag)
        else:
            others.append(_telling(tag, label, texts.get(place, ""), found.get(place, ())))
    half = (len(others) + 1) // 2
    missing = tuple(tags.get(file, "?") for file in words(claim, "missing", NAME, MANY))
    text = word(claim, "text", PASSAGE)
    damaged = claim.get("damaged_only") is True
    return ClaimView(
        word(claim, "id", NAME), text, tuple(same), tuple(others[:half]), tuple(others[half:]), missing, damaged
    )


def _telling(tag: str, label: str, text: str, differences: Sequence[Json]) -> TellingView:
    spans: list[tuple[int, int, str, str]] = []
    unplaced = []
    for one in differences:
        says, told = word(one, "says"), f"{word(one, 'kind', NAME)}; the others say: {word(one, 'others_say')}"
        at = text.lower().find(says.lower()) if says else -1
        if at < 0 or any(at < end and start < at + len(says) for start, end, _, _ in spans):
            unplaced.append(f"“{says}” – {told}")
        else:
            spans.append((at, at + len(says), word(one, "severity", NAME), told))
    return TellingView(tag, label, tuple(_pieces(text, sorted(spans))), tuple(unplaced))


def _pieces(text: str, spans: Sequence[tuple[int, int, str, str]]) -> Iterator[Piece]:
    done = 0
    for start, end, severity, told in spans:
        if start > done:
            yield text[done:start], "", ""
        yield text[start:end], severity, told
        done = end
    if done < len(text):
        yield text[done:], "", ""


def grave_rows(story: Json, tags: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """What single copies say otherwise, the gravest first: weight, copy, kind, what it says, what the others say."""
    ordered = [
        one for weight in ("critical", "major") for one in parts(story, "differences") if one.get("severity") == weight
    ]
    for one in ordered:
        told = (word(one, "kind", NAME), word(one, "says"), word(one, "others_say"))
        yield word(one, "severity", NAME), tags.get(str(one.get("article")), "?"), *told


def figure_rows(story: Json, tags: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """The figures of a story: words, value with unit, period, source, copies."""
    for one in parts(story, "figures"):
        value = f"{shown(one.get('value'), NAME)} {word(one, 'unit', NAME)}"
        yield word(one, "words"), value, word(one, "period", NAME), word(one, "source"), _tags(one, tags)


def quote_rows(story: Json, tags: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """The quotes of a story with a speaker: speaker, role, words, kind, and the chain down to the outlet."""
    for one in parts(story, "quotes"):
        if one.get("speaker"):
            kind = "direct" if one.get("direct") is True else "in part or indirect"
            tag = tags.get(str(one.get("article")), "?")
            chain = " → ".join((*words(one, "chain", NAME), tag))
            yield word(one, "speaker"), word(one, "role"), word(one, "words", PASSAGE), kind, chain


def mention_rows(story: Json, tags: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """The persons and bodies a story names: name, type, context, listed entities it may be, copies."""
    for one in parts(story, "mentions"):
        if one.get("type") in ("person", "organization"):
            listed = "; ".join(
                f"{word(each, 'list', NAME)} {word(each, 'entry', NAME)} ({shown(each.get('score'), NAME)})"
                for each in parts(one, "listed")
            )
            yield word(one, "name"), word(one, "type"), word(one, "context"), listed, _tags(one, tags)


def _tags(one: Json, tags: Mapping[str, str]) -> str:
    return ", ".join(tags.get(file, "?") for file in words(one, "articles", LINE, MANY))


def outlet_of(article: Json) -> str:
    """What a copy is called in the drawing: its outlet, else its file."""
    return word(article, "outlet", NAME) or word(article, "file", NAME)
