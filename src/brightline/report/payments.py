"""One decision as the page shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from brightline.report.findings import MOST_FINDINGS, AskedView, FindingView, asked_views, finding_view, together
from brightline.report.marks import Marked, marked
from brightline.report.matches import MatchView, matches_of, needles_of
from brightline.report.reading import FEW, LINE, NAME, PASSAGE, SOME, Json, length, part, parts, shown, word, words
from brightline.screen.brief import reasons

ANSWERS = {
    "linked": "Linked to Russia's military-industrial base",
    "not-linked": "Not linked to Russia's military-industrial base",
    "cannot-tell": "Cannot tell whether it is linked to Russia's military-industrial base",
}
GROUNDS = {
    "identifier": "an identifier",
    "list": "a listed name",
    "document": "a document",
    "declared-text": "what the message itself declares",
    "absence": "the absence of any sign",
}
MENTIONED = 99  # the mark of a listed name seen in a text, whatever finding rests on it
Placed = dict[str, dict[int, tuple[str, ...]]]  # by place in the message: the words of each finding, by its number
_BESIDE = ("papers[", "profiles[", "history.", "media[", "passports[", "pairs[")  # places of what came beside
_NUMBER = re.compile(r"\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party in its role: name with marked words, other readings, and everything that names it."""

    role: str
    name: Marked
    also: tuple[str, ...]
    country: str
    numbers: Marked
    matches: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LineView:
    """A text or a line of goods, with marked words."""

    kind: str
    value: Marked
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LackView:
    """Something unknown, and the document that would settle it."""

    rule: str
    lacks: str
    settle: str


@dataclass(frozen=True, slots=True)
class PaymentView:
    """Everything the page says of one payment that was not released."""

    number: int
    outcome: str
    trial: bool
    id: str
    source: str
    format: str
    amount: str
    value_date: str
    sender: str
    receiver: str
    answer: str
    rests_on: str
    reasons: tuple[str, ...]
    limbs: tuple[tuple[str, str], ...]
    parties: tuple[PartyView, ...]
    texts: tuple[LineView, ...]
    goods: tuple[LineView, ...]
    route: tuple[str, ...]
    matches: tuple[tuple[MatchView, PartyView | None], ...]  # with the party that was compared
    findings: tuple[FindingView, ...]
    asked: tuple[AskedView, ...]
    releasing: tuple[FindingView, ...]
    unknowns: tuple[LackView, ...]
    actions: tuple[str, ...]
    references: tuple[tuple[str, str], ...]
    paired: tuple[str, ...]
    unread: int
    left_out: tuple[str, ...]
    told: Mapping[int, frozenset[str]]  # by the number of a finding: every word of the message that led to it


def payment_view(decision: Json, number: int, everywhere: frozenset[LackView] = frozenset()) -> PaymentView:
    """The view of a decision; whatever is missing in it, or unknown `everywhere` on the page, is not shown."""
    payment, determination = part(decision, "payment"), part(decision, "determination")
    findings = parts(decision, "findings")
    telling = tuple(sorted((one for one in findings if one.get("answer") != "no"), key=_urgency))
    matches, numbers = matches_of(telling)
    by_path: dict[str, tuple[int, ...]] = {}
    for (path, _, _), place in numbers.items():
        by_path[path] = (*by_path.get(path, ()), place)
    held, places = together(finding_view(one, numbers) for one in telling[:MOST_FINDINGS])
    needles = _needles(telling[:MOST_FINDINGS], places, part(decision, "seen"))
    parties = tuple(_party(one, needles, by_path) for one in parts(payment, "parties")[:SOME])
    return PaymentView(
        number=number,
        outcome=word(decision, "outcome", NAME),
        trial=decision.get("trial") is True,
        id=word(decision, "id", NAME),
        source=word(payment, "source", NAME),
        format=word(payment, "format", NAME),
        amount=_amount(payment),
        value_date=word(payment, "value_date", NAME),
        sender=_named(payment, ("debtor", "ultimate_debtor", "initiating_party")),
        receiver=_named(payment, ("creditor", "ultimate_creditor")),
        answer=ANSWERS.get(word(determination, "answer"), word(determination, "answer")),
        rests_on=GROUNDS.get(word(determination, "rests_on"), word(determination, "rests_on")),
        reasons=_why(decision),
        limbs=_limbs(determination),
        parties=parties,
        texts=tuple(_text(one, needles) for one in parts(payment, "texts")[:SOME]),
        goods=(*_goods(payment, part(decision, "seen"), needles), *_goods_of_papers(decision)),
        route=words(payment, "route", NAME),
        matches=tuple((one, _compared(place, parties)) for place, one in enumerate(matches, 1)),
        findings=held,
        asked=asked_views([one for one in findings if one.get("answer") == "no"][:MOST_FINDINGS]),
        releasing=tuple(finding_view(one, numbers) for one in parts(decision, "releasing")[:FEW]),
        unknowns=tuple(one for one in lacks_of(decision) if one not in everywhere),
        actions=words(decision, "permitted_actions", NAME),
        references=_references(decision, payment),
        paired=tuple(_pair(one) for one in parts(decision, "paired")[:FEW]),
        unread=length(payment, "unread"),
        left_out=_left_out(payment, len(telling)),
        told=_told(needles),
    )


def _why(decision: Json) -> tuple[str, ...]:
    """The reasons in a line each; none where the decision is not whole enough to tell them."""
    try:
        return tuple(shown(one, LINE) for one in reasons(decision)[:FEW])
    except (KeyError, TypeError, ValueError):
        return ()


def _urgency(finding: Json) -> int:
    """What stops a payment stands before what only holds it."""
    return {"stop": 0, "review": 1}.get(word(finding, "effect"), 2)


def _compared(match: int, parties: tuple[PartyView, ...]) -> PartyView | None:
    return next((one for one in parties if match in one.matches), None)


def _needles(findings: Sequence[Json], numbers: Sequence[int], seen: Json) -> Placed:
    """By place in the message: the words to mark there, by the number of the finding."""
    needles = needles_of(findings, numbers)
    for one in parts(seen, "mentioned")[:SOME]:
        at = needles.setdefault(word(one, "path"), {})
        at[MENTIONED] = (*at.get(MENTIONED, ()), word(one, "name", NAME))
    return needles


def _told(needles: Placed) -> Mapping[int, frozenset[str]]:
    """The words of each finding that the message has; not those of what came beside it."""
    told: dict[int, frozenset[str]] = {}
    for path, at in needles.items():
        for number, found in at.items() if not path.startswith(_BESIDE) else ():
            told[number] = told.get(number, frozenset()).union(found)
    return told


def _party(party: Json, needles: Placed, by_path: dict[str, tuple[int, ...]]) -> PartyView:
    path, name = word(party, "path"), word(party, "name", NAME)
    forms = tuple(f"read as {word(one, 'value', NAME)}" for one in parts(party, "forms")[:FEW])
    printed = words(party, "printed", NAME, 6)
    also = (f"printed: {' / '.join(printed)}",) if len(printed) > 1 else ()
    return PartyView(
        role=word(party, "role", NAME).replace("_", " "),
        name=marked(name or word(party, "bic", NAME) or "no name given", needles.get(path, {})),
        also=(*forms, *(also or _line("address", words(party, "address", NAME, 6)))),  # printed lines hold the address
        country=word(party, "country", NAME),
        numbers=marked(" · ".join(_numbers(party)), needles.get(path, {})),
        matches=by_path.get(path, ()),
    )


def _pair(other: Json) -> str:
    return f"{word(other, 'format', NAME)} in {word(other, 'source', NAME)}"


def _numbers(party: Json) -> tuple[str, ...]:
    bic = word(party, "bic", NAME) if party.get("name") else ""  # else it already stands as the name
    return (*_line("BIC", (bic,)), *_line("account", (word(party, "account", NAME),)), *_ids(party))


def _ids(party: Json) -> Iterable[str]:
    for one in parts(party, "identifiers")[:FEW]:
        scheme, value = word(one, "scheme", NAME), word(one, "value", NAME)
        if scheme in ("BIC", "IBAN") and value in (word(party, "bic", NAME), word(party, "account", NAME)):
            continue
        held = {True: "check digits hold", False: "check digits do NOT hold"}.get(one.get("valid") is True)
        note = "" if one.get("valid") is None else f" ({held})"
        yield f"{scheme} {value}{note}"


def _line(label: str, values: Iterable[str]) -> tuple[str, ...]:
    told = [value for value in values if value]
    return (f"{label} {', '.join(told)}",) if told else ()


def _text(text: Json, needles: Placed) -> LineView:
    forms = tuple(f"read as {word(one, 'value', PASSAGE)}" for one in parts(text, "forms")[:FEW])
    value = marked(word(text, "value", PASSAGE), needles.get(word(text, "path"), {}))
    return LineView(word(text, "kind", NAME).replace("_", " "), value, forms)


def _goods(payment: Json, seen: Json, needles: Placed) -> tuple[LineView, ...]:
    looked_up = {word(one, "path"): one for one in reversed(parts(seen, "goods")[:SOME])}
    lines = []
    for one in parts(payment, "goods")[:SOME]:
        path = word(one, "path")
        tier = word(looked_up.get(path, {}), "tier", NAME)
        hs = word(one, "hs", NAME)
        told = (f"tier {tier}",) if tier else ()
        value = marked(word(one, "words", PASSAGE), needles.get(path, {}))
        lines.append(LineView(f"HS {hs}" if hs else "no code", value, told))
    return tuple(lines)


def _goods_of_papers(decision: Json) -> Iterable[LineView]:
    """Goods with a tier that only the papers name, with the paper that does."""
    papers = {f"papers[{at}]": one for at, one in enumerate(parts(part(decision, "beside"), "papers"))}
    for one in parts(part(decision, "seen"), "goods")[:SOME]:
        place, _, at = word(one, "path").partition(".goods[")
        tier, paper = word(one, "tier", NAME), papers.get(place)
        if paper is not None and tier and at[:-1].isdigit():
            lines = parts(paper, "goods")
            told = word(lines[int(at[:-1])], "words", PASSAGE) if int(at[:-1]) < len(lines) else ""
            by = f"{word(paper, 'kind', NAME).replace('_', ' ')} {word(paper, 'number', NAME)}".strip()
            yield LineView(f"HS {word(one, 'hs', NAME)}", ((told or by, 0),), (f"tier {tier}", f"by the {by}"))


def lacks_of(decision: Json) -> tuple[LackView, ...]:
    """What the decision says is unknown, `SOME` of it."""
    return tuple(
        LackView(word(one, "rule", NAME), word(one, "lacks"), word(one, "would_settle"))
        for one in parts(decision, "unknowns")[:SOME]
    )


def unknown_in_all(decisions: Sequence[Json]) -> tuple[LackView, ...]:
    """What is unknown in each of several decisions (a list that is not loaded), in the order of the first."""
    if len(decisions) < 2:
        return ()
    first, *others = (lacks_of(one) for one in decisions)
    common = set(first).intersection(*others)
    return tuple(one for one in first if one in common)


def _references(decision: Json, payment: Json) -> tuple[tuple[str, str], ...]:
    told = [
        ("message", word(payment, "message_id", NAME)),
        ("end to end", word(payment, "end_to_end_id", NAME)),
        ("UETR", word(payment, "uetr", NAME)),
        ("decision", word(decision, "id", NAME)),
    ]
    return tuple(one for one in told if one[1])


def _left_out(payment: Json, telling: int) -> tuple[str, ...]:
    counts = [("parties", length(payment, "parties"), SOME), ("texts", length(payment, "texts"), SOME)]
    counts += [("lines of goods", length(payment, "goods"), SOME), ("findings", telling, MOST_FINDINGS)]
    return tuple(f"{have - most:,} more {what}" for what, have, most in counts if have > most)


def _named(payment: Json, roles: tuple[str, ...]) -> str:
    """The name to head the payment with: that of a customer before a bank's code, the first role before the next."""
    for key in ("name", "bic"):
        for role in roles:
            named = [word(one, key, 90) for one in parts(payment, "parties") if one.get("role") == role]
            if any(named):
                return next(filter(None, named))
    return "not named"


def _amount(payment: Json) -> str:
    digits = word(payment, "amount", NAME)
    if _NUMBER.fullmatch(digits):
        before, point, after = digits.partition(".")
        digits = f"{int(before):,}{point}{after}"
    return f"{word(payment, 'currency', NAME)} {digits}".strip()


def _limbs(determination: Json) -> tuple[tuple[str, str], ...]:
    limbs = sorted((str(rule), shown(answer, NAME)) for rule, answer in part(determination, "limbs").items())
    return tuple((shown(rule, NAME), answer) for rule, answer in limbs[:FEW])
