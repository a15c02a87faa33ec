"""Goods that the message names beside goods that papers name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from brightline.beside.papers import NAMING
from brightline.goods.describe import CARRIAGE
from brightline.nexus.papers.contradiction import Contradiction
from brightline.nexus.signs.goods_kinds import is_risky, is_service, is_vague
from brightline.terms import Payment, SeenGoods
from brightline.terms.beside import Paper, PaperLine, on_paper

_HEADING = 4  # digits
_CLEAR = ("harmless", "unlisted")


def other_codes(message: Payment, papers: Sequence[Paper]) -> Iterator[Contradiction]:
    """Codes of the message whose heading no paper names; papers of two kinds that share no heading.

    Papers of one kind stand beside each other: two invoices paid together name two kinds of goods.
    """
    by_kind: dict[str, list[PaperLine]] = {}
    for paper in papers:
        by_kind.setdefault(paper.kind, []).extend(line for line in paper.lines if _is_code(line))
    coded = [lines for lines in by_kind.values() if lines]
    named = {_heading(line) for lines in coded for line in lines}
    for line in message.goods:
        if line.hs and len(line.hs) >= _HEADING and named and line.hs[:_HEADING] not in named:
            first = coded[0][0]
            yield Contradiction(line.path, f"HS {line.hs}", first.path, f"HS {first.hs}")
    for some, others in combinations(coded, 2):
        if not {_heading(line) for line in some} & {_heading(line) for line in others}:
            yield Contradiction(some[0].path, f"HS {some[0].hs}", others[0].path, f"HS {others[0].hs}")


def other_kinds(goods: Sequence[SeenGoods], papers: Sequence[Paper]) -> Iterator[Contradiction]:
    """Services or clear goods in the message beside other goods in invoice or declaration, or the other way round.

    A difference of words alone is none; one names listed or sensitive goods and the other none, or one a service.
    """
    naming = tuple(f"{paper.path}." for paper in papers if paper.kind in NAMING)
    told = [line for line in goods if not on_paper(line.path) and (is_service(line) or not is_vague(line))]
    named = [line for line in goods if naming and line.path.startswith(naming)]
    if not told or not named:
        return
    services = [line for line in told if is_service(line) and not line.note.startswith(CARRIAGE)]
    if len(services) == len(told) and not any(is_service(line) for line in named):
        yield _beside(services[0], named[0])
    for some, others in ((told, named), (named, told)):
        risky = [line for line in some if is_risky(line)]
        if risky and all(line.reading in _CLEAR and not is_risky(line) for line in others):
            yield _beside(risky[0], others[0])


def _beside(line: SeenGoods, other: SeenGoods) -> Contradiction:
    return Contradiction(line.path, _words(line), other.path, _words(other))


def _words(line: SeenGoods) -> str:
    return f"HS {line.hs}" if line.grade == "code" else repr(line.words or "")


def _is_code(line: PaperLine) -> bool:
    return len(_digits(line)) >= _HEADING


def _heading(line: PaperLine) -> str:
    return _digits(line)[:_HEADING]


def _digits(line: PaperLine) -> str:
    return "".join(letter for letter in line.hs or "" if letter.isdigit())
